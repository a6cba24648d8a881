package org.fupin.report.figure;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.reference.HeadlineWords.Where;
import org.fupin.reference.HeadlineWords.WordRule;

/**
 * The words that are a figure's own: those between the figure before it and the next one. A sentence of a report often
 * states ten figures, and a word beside one of them says nothing of the others; nor does what a sentence says that it excludes.
 *
 * @param near from the figure before, or the last semicolon or bracket with a number, or the begin of the sentence, to this one, without
 *     what stands in other brackets
 * @param item what is measured, empty where it is named in such brackets alone
 * @param after up to the next figure, or from a twin of this one in another unit up to the next, comma, semicolon, bracket or "and"
 * @param lead from the last semicolon or the begin of the sentence to this figure, beyond other figures
 * @param tail up to the next figure or semicolon
 */
public record FigureWords(String near, String item, String after, String lead, String tail) {

    private static final List<String> STOPS = List.of(", ", ";", "(", " and ");

    /** What stands in brackets without a number, such as "(cities)", is not said of the figure, nor does it end anything. */
    private static final Pattern ASIDE = Pattern.compile("\\([^()\\d]*\\)");

    private static final String BETWEEN = " | ";

    private static final int FEW_WORDS = 3;

    public static FigureWords of(Figure figure, FigureIndex index) {
        SourceSentence sentence = figure.sentence();
        if (sentence == null) {
            return new FigureWords("", figure.observation().item(), "", "", "");
        }
        String item = figure.observation().item().replace(" (" + sentence.heading() + ")", "");
        String text = Excluded.blanked(sentence.text());
        int begin = figure.observation().span().begin() - sentence.span().begin();
        int end = Math.min(figure.observation().span().end() - sentence.span().begin(), text.length());
        String head = ASIDE.matcher(text.substring(0, begin))
                .replaceAll(aside -> " ".repeat(aside.group().length()));
        int from = Math.max(head.lastIndexOf(';'), head.lastIndexOf(')')) + 1;
        int to = text.length();
        int start = end;
        for (int number : sentence.figures()) {
            Figure other = index.figures().get(number - 1);
            int otherBegin =
                    other.observation().span().begin() - sentence.span().begin();
            int otherEnd = other.observation().span().end() - sentence.span().begin();
            if (otherEnd <= begin && !continues(figure, other, text.substring(otherEnd, begin))) {
                from = Math.max(from, otherEnd);
            } else if (otherBegin >= end
                    && to == text.length()
                    && isTwin(figure, other, text.substring(end, Math.min(otherBegin, text.length())))) {
                start = Math.min(otherEnd, text.length());
            } else if (otherBegin >= end) {
                to = Math.min(to, otherBegin);
            }
        }
        String tail = text.substring(start, Math.max(start, to));
        String after = tail;
        for (String stop : STOPS) {
            int at = after.indexOf(stop);
            if (at >= 0) {
                after = after.substring(0, at);
            }
        }
        String near = head.substring(Math.min(from, begin)).replaceAll("\\s+", " ");
        boolean isAside = !head.contains(item)
                && ASIDE.matcher(text.substring(0, begin)).results().anyMatch(aside -> aside.group()
                        .contains(item));
        int semicolon = tail.indexOf(';');
        return new FigureWords(
                near,
                isAside ? "" : item,
                after,
                text.substring(text.lastIndexOf(';', begin) + 1, begin),
                semicolon < 0 ? tail : tail.substring(0, semicolon));
    }

    /** Whether a figure goes on about what the one before is: "income in key counties rose from 2,684 yuan to 3,028 yuan". */
    private static boolean continues(Figure figure, Figure before, String between) {
        return isTwin(figure, before, between)
                || figure.observation().measure() == before.observation().measure()
                        && (figure.observation().measure() == Measure.INCOME || between.endsWith(" to "))
                        && isShort(between);
    }

    /** Whether two figures count the same in two units: "900 households and 3,100 people". */
    private static boolean isTwin(Figure figure, Figure other, String between) {
        return figure.observation().measure() == other.observation().measure()
                && !figure.observation()
                        .quantity()
                        .unit()
                        .equals(other.observation().quantity().unit())
                && figure.observation().kind() == Kind.LEVEL
                && other.observation().kind() == Kind.LEVEL
                && isShort(between)
                && between.contains(" and ");
    }

    private static boolean isShort(String between) {
        return between.strip().split("\\s+").length <= FEW_WORDS + 1;
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
