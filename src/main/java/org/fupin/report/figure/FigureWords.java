package org.fupin.report.figure;

import java.util.Arrays;
import java.util.List;
import org.fupin.observation.Measure;
import org.fupin.reference.HeadlineWords.Where;
import org.fupin.reference.HeadlineWords.WordRule;

/**
 * The words that are a figure's own: those between the figure before it and the next one. A sentence of a report often
 * states ten figures, and a word beside one of them says nothing of the others.
 *
 * @param near from the figure before, or the last semicolon or bracket, or the begin of the sentence, to this one
 * @param item what is measured
 * @param after up to the next figure, comma, semicolon, bracket or "and"
 * @param lead from the last semicolon or the begin of the sentence to this figure, beyond other figures
 * @param tail up to the next figure or semicolon
 */
public record FigureWords(String near, String item, String after, String lead, String tail) {

    private static final List<String> STOPS = List.of(", ", ";", "(", " and ");

    private static final String BETWEEN = " | ";

    private static final int FEW_WORDS = 3;

    public static FigureWords of(Figure figure, FigureIndex index) {
        SourceSentence sentence = figure.sentence();
        String item = figure.observation().item();
        if (sentence == null) {
            return new FigureWords("", item, "", "", "");
        }
        String text = sentence.text();
        int begin = figure.observation().span().begin() - sentence.span().begin();
        int end = Math.min(figure.observation().span().end() - sentence.span().begin(), text.length());
        int from = Math.max(text.lastIndexOf(';', begin), text.lastIndexOf(')', begin)) + 1;
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
        String tail = text.substring(end, Math.max(end, to));
        String after = tail;
        for (String stop : STOPS) {
            int at = after.indexOf(stop);
            if (at >= 0) {
                after = after.substring(0, at);
            }
        }
        int semicolon = tail.indexOf(';');
        return new FigureWords(
                text.substring(Math.min(from, begin), begin),
                item,
                after,
                text.substring(text.lastIndexOf(';', begin) + 1, begin),
                semicolon < 0 ? tail : tail.substring(0, semicolon));
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
            case AFTER -> tail.contains(", ") ? tail.substring(0, tail.indexOf(", ")) : tail;
            case SENTENCE -> lead + BETWEEN + tail;
        };
    }

    private String before() {
        return near.substring(near.lastIndexOf(", ") + 1);
    }
}
