package org.fupin.report.excel;

/** The sheets that workbooks can have: a name for the tab, one for the table on it, and what it holds. */
enum ReportSheet {
    COVER("Cover", "Contents", "What this is, and the list of its sheets"),
    SUMMARY("Summary", "Headline_figures", "Headline figures, with earlier years where known"),
    FUNDING("Funding", "Funding_by_payer", "Money by payer: the stated total against its parts"),
    FUNDING_BY_PROGRAMME("Funding by programme", "Funding_by_programme", "Money stated under each programme"),
    BREAKDOWNS("Breakdowns", "Breakdowns", "Every stated total of money against the sum of its parts"),
    FUNDING_DETAIL("Funding detail", "Funding_detail", "Every amount of money, and which sums count it"),
    PROGRAMMES("Programmes", "Programmes", "The figures of each programme"),
    OBSERVATIONS("Observations", "Observations", "Every figure with all its fields"),
    CHECKS("Checks", "Checks", "The arithmetic of the sources done again"),
    REVISIONS("Revisions", "Revisions", "What the newest vintage changed"),
    SOURCES("Sources", "Sources", "Every sentence of the sources, with its figures"),
    DOCUMENTS("Documents", "Documents", "The files and articles, and the account of their numbers"),
    LEFT_OUT("Left out", "Left_out", "Every number that is no figure, with the reason"),
    HEADLINES("Headlines", "Headlines", "The main indicators of all provinces side by side"),
    RANKINGS("Rankings", "Rankings", "Provinces in order of each indicator"),
    CHARTS("Charts", "Charted", "Provinces by the main indicators, as charts"),
    COVERAGE("Coverage", "Coverage", "What each province's reports hold and how well they reconcile"),
    FINDINGS("Findings", "Findings", "What does not hold, by province"),
    NOTES("Notes", "Notes", "How to read the tables; flags, units and codes");

    /** Row of the header of every sheet's table but the cover's, counting from 1: after title, description and way back. */
    static final int HEADER_ROW = 4;

    /** Row of the first line of every sheet's table but the cover's, counting from 1. */
    static final int FIRST_ROW = HEADER_ROW + 1;

    private final String tab;
    private final String table;
    private final String content;

    ReportSheet(String tab, String table, String content) {
        this.tab = tab;
        this.table = table;
        this.content = content;
    }

    String tab() {
        return tab;
    }

    /** Name of the table, unique in the workbook. */
    String table() {
        return table;
    }

    /** What it holds, for the list of contents. */
    String content() {
        return content;
    }

    /** Row of the table's line {@code number}, both counting from 1. */
    int row(int number) {
        return HEADER_ROW + number;
    }

    /** All cells of a column of the table, for formulas. */
    String column(String header) {
        return table + "[" + header + "]";
    }

    /** A cell, for formulas and links. */
    String cell(String column, int row) {
        return "'" + tab + "'!" + column + row;
    }
}
