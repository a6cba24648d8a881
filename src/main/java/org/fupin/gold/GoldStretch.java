package org.fupin.gold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Observation;
import org.fupin.observation.Span;
import org.fupin.observation.document.ExtractedArticle;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a document in which every number was judged by a person: those that are no figure of it are none.
 *
 * @param document its name
 * @param span of the document's text
 * @param figures that the stretch states, by place
 */
public record GoldStretch(String document, Span span, List<AnnotatedFigure> figures) {

    public GoldStretch {
        figures = List.copyOf(figures);
    }

    /**
     * The stretches of a corrected article that people judged. One goes from behind the last number that nobody judged to the
     * next such number: in between people confirmed or corrected each figure, or said that a number is none.
     *
     * @param document the name of the article's document
     * @return by place; none where people judged nothing
     */
    public static List<GoldStretch> reviewed(String document, ExtractedArticle article) {
        List<GoldStretch> stretches = new ArrayList<>();
        Span whole = article.article().span();
        int begin = whole.begin();
        int judged = 0;
        List<AnnotatedFigure> figures = new ArrayList<>();
        for (Numeral numeral : numerals(article)) {
            if (numeral.judged()) {
                judged++;
                if (numeral.figure() != null) {
                    figures.add(AnnotatedFigure.of(numeral.figure()));
                }
                continue;
            }
            if (judged > 0) {
                stretches.add(
                        new GoldStretch(document, new Span(begin, numeral.span().begin()), figures));
            }
            begin = numeral.span().end();
            judged = 0;
            figures.clear();
        }
        if (judged > 0) {
            stretches.add(new GoldStretch(document, new Span(begin, whole.end()), figures));
        }
        return stretches;
    }

    /** Why a text is not that of the document, as far as the figures keep their characters; empty if it may be. */
    public String differing(String text) {
        for (AnnotatedFigure figure : figures) {
            String there = figure.span().end() <= text.length() ? figure.span().in(text) : "";
            if (!figure.text().isEmpty() && !figure.text().equals(there)) {
                return "the gold is of another text: expected '%s' at %d".formatted(figure.text(), figure.begin());
            }
        }
        return "";
    }

    /** A number of an article. @param figure null for one that is none */
    private record Numeral(Span span, @Nullable Observation figure, boolean judged) {

        static Numeral of(Observation figure) {
            return new Numeral(figure.span(), figure, figure.isReviewed());
        }

        static Numeral of(LeftOutNumber number) {
            return new Numeral(number.span(), null, number.reason() == LeftOutReason.CORRECTED);
        }
    }

    private static List<Numeral> numerals(ExtractedArticle article) {
        List<Numeral> numerals = new ArrayList<>();
        article.observations().map(Numeral::of).forEach(numerals::add);
        article.leftOut().map(Numeral::of).forEach(numerals::add);
        numerals.sort(Comparator.comparing(Numeral::span));
        return numerals;
    }
}
