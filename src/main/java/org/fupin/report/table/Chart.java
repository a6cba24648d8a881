package org.fupin.report.table;

import java.math.BigDecimal;

/**
 * A chart of horizontal bars below a table, the first line on top.
 *
 * @param title of the chart, which is also its series' name
 * @param description for readers who do not see it
 * @param table whose lines it shows, by code
 * @param names code of the column of the names
 * @param amounts code of the column of the amounts
 * @param firstLine from 1
 * @param lastLine inclusive
 * @param largest the largest amount, which decides whether the axis counts millions
 * @param unit of the amounts, for people; empty for mere numbers
 */
public record Chart(
        String title,
        String description,
        String table,
        String names,
        String amounts,
        int firstLine,
        int lastLine,
        BigDecimal largest,
        String unit) {}
