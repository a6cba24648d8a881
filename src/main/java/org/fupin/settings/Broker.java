package org.fupin.settings;

import org.jspecify.annotations.Nullable;

/**
 * The message broker by which a run shares its work with other processes.
 *
 * @param user null where the broker asks for none; then there is no password either
 */
public record Broker(
        BrokerUrl url, @Nullable String user, @Nullable String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return "Broker[url=" + url + ", user=" + user + "]";
    }
}
