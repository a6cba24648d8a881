package org.fupin.report.figure;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.fupin.observation.Measure;
import org.fupin.reference.HeadlineWords.Where;
import org.fupin.reference.HeadlineWords.WordRule;

/**
 * The words that are a figure's own: those between the figure before it and the next one. A sentence of a report often
 * states ten figures, and a word beside one of them says nothing of the others.
 *
 * @param near from the figure before, or the last semicolon or bracket with a number, or the begin of the sentence, to this one, without
 *     what stands in other brackets
 * @param item what is measured, empty where it is named in such brackets alone
 * @param after up to the next figure, comma, semicolon, bracket or "and"
 */
public record FigureWords(String near, String item, String after) {

    private static final List<String> STOPS = List.of(", ", ";", "(", " and ");

    /** What stands in brackets without a number, such as "(cities)", is not said of the figure, nor does it end anything. */
    private static final Pattern ASIDE = Pattern.compile("\\([^()\\d]*\\)");

    private static final String BETWEEN = " | ";

    private static final int FEW_WORDS = 3;

    public static FigureWords of(Figure figure, FigureIndex index) {
        SourceSentence sentence = figure.sentence();
        String item = figure.observation().item();
        if (sentence == null) {
            return new FigureWords("", item, "");
        }
        String text = sentence.text();
        int begin = figure.observation().span().begin() - sentence.span().begin();
        int end = Math.min(figure.observation().span().end() - sentence.span().begin(), text.length());
        String head = ASIDE.matcher(text.substring(0, begin))
                .replaceAll(aside -> " ".repeat(aside.group().length()));
        int from = Math.max(head.lastIndexOf(';'), head.lastIndexOf(')')) + 1;
        int to = text.length();
        for (int number : sentence.figures()) {
            Figure other = index.figures().get(number - 1);
            int otherBegin =
                    other.observation().span().begin() - sentence.span().begin();
            int otherEnd = other.observation().span().end() - sentence.span().begin();
            if (otherEnd <= begin && !continues(figure, other, text.substring(otherEnd, begin))) {
                from = Math.max(from, otherEnd);
            } else if (otherBegin >= end) {
                to = Math.min(to, otherBegin);
            }
        }
        String after = text.substring(end, Math.max(end, to));
        for (String stop : STOPS) {
            int at = after.indexOf(stop);
            if (at >= 0) {
                after = after.substring(0, at);
            }
        }
        String near = head.substring(Math.min(from, begin)).replaceAll("\\s+", " ");
        boolean isAside = !head.contains(item)
                && ASIDE.matcher(text.substring(0, begin))
                        .results()
                        .anyMatch(aside -> aside.group().contains(item));
        return new FigureWords(near, isAside ? "" : item, after);
    }

    /** Whether a figure goes on about the income before: "income in key counties rose from 2,684 yuan to 3,028 yuan". */
    private static boolean continues(Figure figure, Figure before, String between) {
        return figure.observation().measure() == Measure.INCOME
                && before.observation().measure() == Measure.INCOME
                && between.strip().split("\\s+").length <= FEW_WORDS + 1;
    }

    public boolean match(WordRule rule) {
        return rule.matches(text(rule.where()));
    }

    private String text(Where where) {
        return switch (where) {
            case JUST_BEFORE -> {
                String[] words = near.strip().split("\\s+");
                yield String.join(
                        " ", Arrays.asList(words).subList(Math.max(0, words.length - FEW_WORDS), words.length));
            }
            case BEFORE -> before();
            case CLAUSE -> before() + BETWEEN + item + BETWEEN + after;
            case NEAR -> near + BETWEEN + item + BETWEEN + after;
        };
    }

    private String before() {
        return near.substring(near.lastIndexOf(", ") + 1);
    }
}
