package org.fupin.report.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.observation.Direction;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.report.figure.FigureText;
import org.fupin.report.figure.Flag;
import org.fupin.report.headline.Headline;
import org.fupin.report.headline.Indicator;

/** The headline figures of the first page: at most two rows of four, those that every report should have first. */
final class Cards {

    private static final int MOST = 8;

    /** Below the unit. */
    private static final int LINES = 3;

    /** The number of an amount, such as 2.352 of "2.352 billion Yuan". */
    private static final Pattern NUMBER = Pattern.compile("^([0-9][0-9.,]*%?(?::1)?)(.*)$");

    private final Glyphs glyphs;
    private final String page;

    /** @param page file name of the review page, to which the cards lead */
    Cards(Glyphs glyphs, String page) {
        this.glyphs = glyphs;
        this.page = page;
    }

    List<Map<String, ?>> of(List<Headline> headlines) {
        Set<Integer> shown = new HashSet<>();
        return headlines.stream()
                .filter(Headline::isAvailable)
                // a card has no room to say that the figure is not what its label says
                .filter(headline -> !headline.isQualified())
                // what is not in every report has no place here if it may be another's
                .filter(headline ->
                        headline.indicator().alwaysShown() || headline.doubt().isEmpty())
                // the total that is also what one payer gives fills one card, not two
                .filter(headline -> shown.add(headline.figure().number()))
                .sorted(Comparator.comparing(headline -> !headline.indicator().alwaysShown()))
                .limit(MOST)
                .sorted(Comparator.comparing(Headline::indicator))
                .<Map<String, ?>>map(this::card)
                .toList();
    }

    private Map<String, String> card(Headline headline) {
        Observation observation = headline.figure().observation();
        Map<String, String> card = new HashMap<>();
        card.put("target", page + headline.figure().address());
        card.put("label", headline.indicator().label());
        String text = FigureText.of(observation.quantity());
        Matcher number = NUMBER.matcher(text);
        if (!observation.quantity().isRange() && number.matches()) {
            card.put("value", sign(headline.indicator(), observation) + number.group(1));
            card.put("unit", unit(number.group(2).strip(), observation));
        } else {
            card.put("value", text);
            card.put("unit", unit("", observation));
        }
        List<String> lines = new ArrayList<>();
        if (headline.finding() != null) {
            lines.add("Doubted by a check");
        } else if (!headline.doubt().isEmpty()) {
            lines.add("Reading doubtful");
        }
        if (!headline.scope().isEmpty()) {
            lines.add(headline.briefScope());
        }
        if (!headline.among().brief().isEmpty()) {
            lines.add(headline.among().brief());
        }
        if (!headline.wording().isEmpty() && lines.size() < LINES) {
            lines.add("Worded otherwise: see its note");
        }
        // A figure without a unit leaves its place to the first line.
        boolean hasUnit = !card.get("unit").isEmpty();
        int room = LINES + (hasUnit ? 0 : 1) - lines.size();
        List<String> course = course(headline);
        if (room == 1 && course.size() > 1) {
            lines.add(course.get(0) + "; " + course.get(1));
        } else {
            lines.addAll(course.subList(0, Math.min(room, course.size())));
        }
        if (!hasUnit && !lines.isEmpty()) {
            card.put("unit", glyphs.line(lines.remove(0)));
        }
        for (int i = 0; i < LINES; i++) {
            card.put("line" + (i + 1), i < lines.size() ? glyphs.line(lines.get(i)) : "");
        }
        return card;
    }

    /** The change, and the figures of earlier years, the latest first. */
    private static List<String> course(Headline headline) {
        List<String> lines = new ArrayList<>();
        if (headline.change() != null) {
            lines.add(FigureText.prose(headline.changeText()));
        }
        for (int i = headline.earlier().size() - 1; i >= 0; i--) {
            Observation then = headline.earlier().get(i).figure();
            if (then != null) {
                lines.add(headline.earlier().get(i).year() + ": "
                        + FigureText.prose(headline.text(headline.earlier().get(i)))
                        + (headline.difference(headline.earlier().get(i)).isEmpty() ? "" : " " + Flag.BREAK.mark()));
            }
        }
        return lines;
    }

    /** People lifted out of poverty are a decrease of the poor, but not a negative number of people. */
    private static String sign(Indicator indicator, Observation observation) {
        String qualifier =
                switch (observation.qualifier()) {
                    case EXACT -> "";
                    case ABOUT -> "≈ ";
                    case OVER -> "> ";
                    case UNDER -> "< ";
                };
        if (indicator == Indicator.POVERTY_REDUCED) {
            return qualifier;
        }
        Direction direction = observation.direction();
        return qualifier + (direction == Direction.UP ? "+" : direction == Direction.DOWN ? "−" : "");
    }

    private static String unit(String unit, Observation observation) {
        // As FigureText: per capita GDP says so itself, and people are people.
        return observation.per() == null || observation.measure() == Measure.ECONOMY
                ? FigureText.prose(unit)
                : (unit + " per " + observation.per().code()).strip();
    }
}
