package org.fupin.audit.figure;

/** How two amounts agree. */
public enum Fit {
    /** Within the digits as they are written. */
    HOLDS,
    /** Only if zeros at the end are rounding, or "over" and "about" are taken generously. */
    ROUGHLY,
    /** In no reading. */
    FAILS
}
