package org.fupin.report;

import java.util.List;
import org.fupin.report.figure.Figure;

/**
 * A sentence that sums up a report.
 *
 * @param figures that it tells, in its order; empty for one on the report as a whole
 */
public record MainPoint(String text, List<Figure> figures) {

    public MainPoint {
        figures = List.copyOf(figures);
    }
}
