package org.fupin.report;

import java.util.List;
import org.fupin.observation.Programme;
import org.fupin.report.figure.Figure;

/**
 * All figures of a programme's sections, in the order of the text.
 *
 * @param headings the sections' headings as written, without empty ones and repetitions
 */
public record ProgrammeTable(Programme programme, List<String> headings, List<Figure> figures) {

    public ProgrammeTable {
        headings = List.copyOf(headings);
        figures = List.copyOf(figures);
    }
}
