package org.fupin.delivery.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fupin.delivery.recipients.DeliveryConfigurationException;
import org.fupin.delivery.recipients.Mistake;
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
        int port() {
            return port;
        }
    }

    private static final String PREFIX = "FUPIN_SMTP_";
    private static final int DEFAULT_SECONDS = 60;
    private static final int MOST_SECONDS = 3600;
    private static final int MOST_PORTS = 65_535;

    public SmtpSettings {
        authorities = List.copyOf(authorities);
    }

    /**
     * Reads the variables {@code FUPIN_SMTP_HOST}, {@code _PORT} (587 for starttls, 465 for tls, 25 for none),
     * {@code _USER}, {@code _PASSWORD} or {@code _PASSWORD_FILE}, {@code _TLS} ({@code none}, {@code starttls} or
     * {@code tls}; starttls by default), {@code _TIMEOUT} (seconds, 60 by default) and {@code _CA_FILE} (certificates in
     * PEM form that the server's must go back to). A variable that is empty counts as not set.
     *
     * @return empty where none of them is set: there is no mail server
     * @throws DeliveryConfigurationException with everything that is wrong with them
     */
    public static Optional<SmtpSettings> read(Map<String, String> environment) throws DeliveryConfigurationException {
        return new Reader(environment).read();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + ", user=" + user + ", tls=" + tls.code() + ", timeout="
                + timeout.toSeconds() + "s, authorities=" + authorities.size() + "]";
    }

    private static final class Reader {

        private final Map<String, String> environment;
        private final List<Mistake> mistakes = new ArrayList<>();

        Reader(Map<String, String> environment) {
            this.environment = environment;
        }

        Optional<SmtpSettings> read() throws DeliveryConfigurationException {
            boolean any = environment.entrySet().stream()
                    .anyMatch(entry -> entry.getKey().startsWith(PREFIX)
                            && !entry.getValue().isBlank());
            if (!any) {
                return Optional.empty();
            }
            String host = host();
            Tls tls = tls();
            int port = number("PORT", tls.port(), MOST_PORTS);
            int seconds = number("TIMEOUT", DEFAULT_SECONDS, MOST_SECONDS);
            String user = value("USER");
            String password = password();
            if (user == null && password != null) {
                mistake("USER", "is missing beside the password");
            } else if (user != null && password == null) {
                mistake("PASSWORD", "is missing beside the user; " + PREFIX + "PASSWORD_FILE can name a file with it");
            } else if (user != null && tls == Tls.NONE && host != null && !isLoopback(host)) {
                mistake("TLS", "'none' would send the password in the clear to " + host + ": use starttls or tls");
            }
            List<Certificate> authorities = authorities();
            if (!mistakes.isEmpty() || host == null) {
                throw new DeliveryConfigurationException(mistakes);
            }
            return Optional.of(
                    new SmtpSettings(host, port, user, password, tls, Duration.ofSeconds(seconds), authorities));
        }

        private @Nullable String host() {
            String host = value("HOST");
            if (host == null) {
                mistake("HOST", "is missing");
            } else if (!host.matches("[A-Za-z0-9._:\\[\\]-]{1,255}")) {
                mistake("HOST", "'" + printable(host) + "' is no name of a host");
            } else {
                return host;
            }
            return null;
        }

        private Tls tls() {
            String text = value("TLS");
            if (text == null) {
                return Tls.STARTTLS;
            }
            for (Tls tls : Tls.values()) {
                if (tls.code().equals(text.toLowerCase(Locale.ROOT))) {
                    return tls;
                }
            }
            mistake(
                    "TLS",
                    "'" + printable(text) + "' is none of "
                            + Arrays.stream(Tls.values()).map(Tls::code).collect(Collectors.joining(", ")));
            return Tls.STARTTLS;
        }

        private int number(String name, int byDefault, int most) {
            String text = value(name);
            if (text == null) {
                return byDefault;
            }
            if (text.matches("[1-9]\\d{0,4}") && Integer.parseInt(text) <= most) {
                return Integer.parseInt(text);
            }
            mistake(name, "'" + printable(text) + "' is no number from 1 to " + most);
            return byDefault;
        }

        /** Neither the password nor a part of it is ever in a mistake. */
        private @Nullable String password() {
            String password = environment.get(PREFIX + "PASSWORD");
            String file = value("PASSWORD_FILE");
            if (password != null && !password.isEmpty()) {
                if (file != null) {
                    mistake("PASSWORD_FILE", "is set beside " + PREFIX + "PASSWORD: one of them is enough");
                }
                return password;
            }
            if (file == null) {
                return null;
            }
            try {
                // Editors end files with a line feed, which is no part of the password.
                String content = Files.readString(Path.of(file)).replaceFirst("\\R$", "");
                if (content.isEmpty()) {
                    mistake("PASSWORD_FILE", "the file " + file + " is empty");
                }
                return content;
            } catch (IOException | InvalidPathException e) {
                mistake("PASSWORD_FILE", "cannot be read: " + e);
                return "";
            }
        }

        private List<Certificate> authorities() {
            String file = value("CA_FILE");
            if (file == null) {
                return List.of();
            }
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                List<Certificate> all =
                        List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
                if (all.isEmpty()) {
                    mistake("CA_FILE", "there is no certificate in " + file);
                }
                return all;
            } catch (CertificateException e) {
                mistake("CA_FILE", file + " does not hold certificates in PEM form: " + e.getMessage());
            } catch (NoSuchFileException e) {
                mistake("CA_FILE", "there is no file " + file);
            } catch (IOException | InvalidPathException e) {
                mistake("CA_FILE", "cannot be read: " + e);
            }
            return List.of();
        }

        private static boolean isLoopback(String host) {
            // Only names that need no asking: a resolver could be made to lie.
            if (host.equalsIgnoreCase("localhost")) {
                return true;
            }
            try {
                return host.matches("[\\d.]+|\\[?[0-9a-fA-F:]+\\]?")
                        && InetAddress.getByName(host).isLoopbackAddress();
            } catch (UnknownHostException e) {
                return false;
            }
        }

        private @Nullable String value(String name) {
            String text = environment.get(PREFIX + name);
            return text == null || text.isBlank() ? null : text.strip();
        }

        private void mistake(String name, String what) {
            mistakes.add(new Mistake(PREFIX + name, what));
        }

        private static String printable(String text) {
            return text.replaceAll("\\p{Cntrl}", "?");
        }
    }
}
