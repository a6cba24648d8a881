package org.fupin.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.ObservationRef;

/** The figures that findings refer to, by their places. */
final class FiguresOf {

    private final Map<ObservationRef, Figure> byRef = new HashMap<>();

    FiguresOf(List<ArticleFigures> articles) {
        articles.forEach(article -> article.all().forEach(figure -> byRef.put(figure.ref(), figure)));
    }

    /** Those of {@code finding} in its order; shorter where it refers to what is no figure, as a year. */
    List<Figure> of(Finding finding) {
        List<Figure> figures = new ArrayList<>();
        for (ObservationRef ref : finding.observations()) {
            Figure figure = byRef.get(ref);
            if (figure != null) {
                figures.add(figure);
            }
        }
        return figures;
    }
}
