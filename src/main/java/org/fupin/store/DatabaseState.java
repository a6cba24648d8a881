package org.fupin.store;

/** How a database was found. */
public enum DatabaseState {
    /** A run would make the tables, or the whole database. */
    MISSING,
    /** A run would first bring the tables up to date. */
    EARLIER,
    READY
}
