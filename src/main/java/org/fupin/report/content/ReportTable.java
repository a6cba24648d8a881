package org.fupin.report.content;

import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;

/**
 * A table that all reports of a kind have.
 *
 * @param <S> what such a report is on
 */
public interface ReportTable<S> {

    /** Its columns; those on pages are the same in all reports, because pages are laid out when the program is built. */
    Layout<?> layout();

    Table of(S report);

    /** Whether it lists what sheets and the review page have too, so that pages show it only in a complete report. */
    default boolean isDetail() {
        return false;
    }
}
