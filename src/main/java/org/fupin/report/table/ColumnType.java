package org.fupin.report.table;

/** What a column holds; renderers align and set it by this. */
public enum ColumnType {
    TEXT,
    /** Amounts, also those written with their unit. */
    NUMBER,
    PERCENT,
    COUNT,
    DATE,
    /** A code, a number that only names its line, or other text of less weight. */
    CODE,
    FLAG,
    /** Leads to another place of the report. */
    LINK,
    /** What is to be known of the amounts on its left. */
    REMARK,
    /** The name that leads its line. */
    NAME;

    /** Whether it stands at the right edge of its column. */
    public boolean isRightAligned() {
        return this == NUMBER || this == PERCENT || this == COUNT || this == LINK;
    }
}
