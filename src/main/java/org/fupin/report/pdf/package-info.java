/**
 * Lays the reports out as PDF: JasperReports templates from {@code templates/}, filled with the values of
 * {@code org.fupin.report}. The files are PDF/A-1a and PDF/UA-1: tagged, all fonts embedded, with a colour profile; the same report
 * gives the same bytes.
 */
@NullMarked
package org.fupin.report.pdf;

import org.jspecify.annotations.NullMarked;
