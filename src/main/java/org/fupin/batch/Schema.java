package org.fupin.batch;

import org.flywaydb.core.Flyway;

/** Brings the schema of a warehouse up to date. */
final class Schema {

    private Schema() {}

    /**
     * Applies the migrations that the database does not have. Of two that come at the same time one waits for the other:
     * Flyway sees to that. It has connections of its own, without the limits that the pool's have: a migration of a large
     * table takes the time that it takes.
     */
    static void migrate(DatabaseUrl url, Credentials credentials) {
        Flyway.configure()
                .dataSource(url.jdbc(), Database.user(url, credentials), credentials.password())
                .locations("classpath:db/migration", "classpath:db/batch/" + (url.isH2() ? "h2" : "mysql"))
                .load()
                .migrate();
    }
}
