package org.fupin.report;

import org.fupin.report.figure.Figure;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that sums up a report.
 *
 * @param figure that it is about; null for one on the report as a whole
 */
public record MainPoint(String text, @Nullable Figure figure) {}
