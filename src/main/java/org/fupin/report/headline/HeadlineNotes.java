package org.fupin.report.headline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fupin.observation.Kind;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureText;
import org.fupin.report.figure.Labels;

/** Writes in words what a reader must know of a headline. */
final class HeadlineNotes {

    /** More would be a list of figures, which stands elsewhere. */
    private static final int MOST = 3;

    /** Of people for whom houses were built or who live where a relocation is under way. */
    static final String NOT_MOVED = "People covered; the text does not say that they were moved";

    /** Why an amount is none of a province; told after all other reasons. */
    static final String SMALL = "as a small amount";

    /** Of a number that is stated as those helped as well. */
    static final String HELPED =
            "The same number is stated as people whom a measure reached; it may not be all who are poor";

    /** Of a total that is called money of governments because most of it is theirs. */
    static final String MOSTLY = "Governments pay most of it; the source does not say that they pay all";

    private HeadlineNotes() {}

    /** The figures with their payers or items: "1.1 billion Yuan (central government), 190 million Yuan (...)". */
    static String list(List<Figure> figures) {
        List<String> texts = new ArrayList<>();
        for (Figure figure : figures) {
            String what = figure.observation().source() != null
                    ? Labels.payer(figure.observation().source()).toLowerCase(Locale.ROOT)
                    : figure.observation().item();
            texts.add(FigureText.undirected(figure.observation()) + (what.isEmpty() ? "" : " (" + what + ")"));
        }
        return shortened(texts);
    }

    /**
     * "Of it 75.8 million Yuan (grants)": what a payer's amount is said to comprise; empty where that is nothing, a longer list,
     * or others' money, too.
     */
    static String ofIt(Figure whole, List<Figure> parts) {
        boolean named = parts.stream()
                .allMatch(part -> !part.observation().item().isEmpty()
                        && part.observation().source() == whole.observation().source());
        if (parts.isEmpty() || parts.size() > 2 || !named) {
            return "";
        }
        return "Of it "
                + parts.stream()
                        .map(part -> FigureText.undirected(part.observation()) + " ("
                                + part.observation().item() + ")")
                        .collect(Collectors.joining(" and "));
    }

    /**
     * "Stated only as a plan (9,000 persons), at the end of 2010 (13.56 million persons)"; for each reason the first figure
     * in the unit that the indicator prefers, persons before households.
     */
    static String onlyOther(Indicator indicator, Map<Figure, String> reasons) {
        Map<String, Figure> first = new LinkedHashMap<>();
        reasons.forEach((figure, reason) -> first.merge(
                reason,
                figure,
                (kept, next) -> preference(indicator, next) < preference(indicator, kept) ? next : kept));
        Figure small = first.remove(SMALL);
        if (small != null) {
            first.put(SMALL, small);
        }
        List<String> texts = new ArrayList<>();
        first.forEach((reason, figure) -> texts.add(reason + " (" + amount(figure) + ")"));
        return "Stated only " + shortened(texts);
    }

    /** Of a distance from an average, its side belongs to it. */
    private static String amount(Figure figure) {
        return figure.observation().kind() == Kind.GAP
                ? FigureText.of(figure.observation())
                : FigureText.undirected(figure.observation());
    }

    private static int preference(Indicator indicator, Figure figure) {
        return indicator.preference(figure.observation().quantity().unit());
    }

    private static String shortened(List<String> texts) {
        List<String> shown = new ArrayList<>(texts.subList(0, Math.min(MOST, texts.size())));
        if (texts.size() > MOST) {
            shown.add((texts.size() - MOST) + " more");
        }
        return String.join(", ", shown);
    }
}
