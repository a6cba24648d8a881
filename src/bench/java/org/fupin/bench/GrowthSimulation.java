package org.fupin.bench;

import java.util.Locale;

/**
 * What grows and what saturates first where each county reports each month: a run a month over the years, with costs that were
 * measured on small warehouses. {@code GrowthSimulation [COUNTIES YEARS]}, by default 2,900 and 20.
 *
 * <p>A report is of a county and a year, and is made again each month with one article more; in December it has twelve. The
 * inbox keeps all files, as an office keeps its papers.
 */
public final class GrowthSimulation {

    private static final int MONTHS = 12;

    /** Processor time of reading, extraction, audit and loading of an article, in seconds. */
    private static final double ARTICLE_SECONDS = 0.05;

    /** That of a report with a workbook, a PDF, a page and data files: of one article, and for each article more. */
    private static final double REPORT_SECONDS = 0.15;

    private static final double REPORT_SECONDS_PER_ARTICLE = 0.04;

    /** That of a file that is known already, and of an output that is as it was, when a run looks at all. */
    private static final double KNOWN_FILE_SECONDS = 0.0007;

    private static final double KNOWN_OUTPUT_SECONDS = 0.0001;

    /** Files of a report: workbook, PDF, page, three data files and their description. */
    private static final int FILES_OF_REPORT = 7;

    private static final double TEXT_BYTES = 15_500;

    /** Rows of an article in the warehouse without its text: a packed H2 file has 105,000, and InnoDB is taken to need half more. */
    private static final double ROW_BYTES = 150_000;

    /** Files of a report: of one article, and for each article more. */
    private static final double REPORT_BYTES = 580_000;

    private static final double REPORT_BYTES_PER_ARTICLE = 260_000;

    /** An entry of the manifest. */
    private static final double MANIFEST_BYTES_OF_FILE = 330;
    private static final double MANIFEST_BYTES_OF_OUTPUT = 260;

    /** What goes out to an office, of the bytes of a report: a workbook and a PDF, in base64. */
    private static final double MAIL_SHARE = 0.4 * 4 / 3;

    /** A mail server that takes a message every half second. */
    private static final double MAIL_SECONDS = 0.5;

    private final int counties;

    private GrowthSimulation(int counties) {
        this.counties = counties;
    }

    public static void main(String[] args) {
        int counties = args.length > 0 ? Integer.parseInt(args[0]) : 2_900;
        int years = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        System.out.printf(
                Locale.ROOT,
                "| at the end of year | files | new work, CPU h | looking, CPU h | warehouse, GB | outputs, GB | superseded, GB |"
                        + " manifest, MB | mail, GB a month | mail, h |%n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |%n");
        GrowthSimulation simulation = new GrowthSimulation(counties);
        for (int year = 1; year <= years; year++) {
            if (year == 1 || year % 5 == 0) {
                simulation.print(year);
            }
        }
    }

    /** December of a year, counted from 1. */
    private void print(int year) {
        double files = (double) counties * MONTHS * year;
        double reports = (double) counties * year;
        double work = counties * (ARTICLE_SECONDS + REPORT_SECONDS + (MONTHS - 1) * REPORT_SECONDS_PER_ARTICLE);
        double looking = files * KNOWN_FILE_SECONDS + reports * FILES_OF_REPORT * KNOWN_OUTPUT_SECONDS;
        double ofDecember = reportBytes(MONTHS);
        double ofOtherMonths = 0;
        for (int month = 1; month < MONTHS; month++) {
            ofOtherMonths += reportBytes(month);
        }
        System.out.printf(
                Locale.ROOT,
                "| %d | %,.0f | %.1f | %.2f | %.0f | %.0f | %.0f | %.0f | %.1f | %.1f |%n",
                year,
                files,
                work / 3600,
                looking / 3600,
                files * (TEXT_BYTES + ROW_BYTES) / 1e9,
                reports * ofDecember / 1e9,
                reports * ofOtherMonths / 1e9,
                (files * MANIFEST_BYTES_OF_FILE + reports * FILES_OF_REPORT * MANIFEST_BYTES_OF_OUTPUT) / 1e6,
                counties * ofDecember * MAIL_SHARE / 1e9,
                counties * MAIL_SECONDS / 3600);
    }

    private static double reportBytes(int articles) {
        return REPORT_BYTES + (articles - 1) * REPORT_BYTES_PER_ARTICLE;
    }
}
