package org.fupin.delivery.smtp;

import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import org.fupin.observation.Coded;
import org.jspecify.annotations.Nullable;

/**
 * The mail server and how to get into it.
 *
 * @param user null for a server that wants none
 * @param password null exactly where the user is
 * @param timeout for connecting, and for each answer and each write after that
 * @param authorities certificates that the server's must go back to; empty for those that Java knows
 */
public record SmtpSettings(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        Tls tls,
        Duration timeout,
        List<Certificate> authorities) {

    /** How the connection is protected. Certificate and host name are checked in both protected ways. */
    public enum Tls implements Coded {
        NONE("none", 25),
        /** Begins in the clear and must be protected before anything is said: a server that cannot is not used. */
        STARTTLS("starttls", 587),
        /** Protected from the start. */
        TLS("tls", 465);

        private final String code;
        private final int port;

        Tls(String code, int port) {
            this.code = code;
            this.port = port;
        }

        @Override
        public String code() {
            return code;
        }

        /** Where servers usually wait for such connections. */
        public int port() {
            return port;
        }
    }

    public SmtpSettings {
        authorities = List.copyOf(authorities);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + ", user=" + user + ", tls=" + tls.code() + ", timeout="
                + timeout.toSeconds() + "s, authorities=" + authorities.size() + "]";
    }
}
