package org.fupin.settings;

import org.jspecify.annotations.Nullable;

/** User and password of the database; null leaves them to the JDBC URL and the driver. */
public record Credentials(@Nullable String user, @Nullable String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
