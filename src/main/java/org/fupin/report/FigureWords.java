package org.fupin.report;

import java.util.List;
import org.fupin.reference.HeadlineWords.Where;
import org.fupin.reference.HeadlineWords.WordRule;

/**
 * The words that are a figure's own: those of its clause between the figure before it and the next one. A sentence of a
 * report often states ten figures, and a word beside one of them says nothing of the others.
 *
 * @param before from the figure before, or the last semicolon, or the begin of the sentence
 * @param item what is measured
 * @param after up to the next figure, semicolon, bracket or "and"
 */
record FigureWords(String before, String item, String after) {

    static FigureWords of(Figure figure, FigureIndex index) {
        SourceSentence sentence = figure.sentence();
        String item = figure.observation().item();
        if (sentence == null) {
            return new FigureWords("", item, "");
        }
        int from = 0;
        int to = sentence.text().length();
        int begin = figure.observation().span().begin() - sentence.span().begin();
        int end = Math.min(figure.observation().span().end() - sentence.span().begin(), to);
        for (int number : sentence.figures()) {
            Figure other = index.figures().get(number - 1);
            int otherBegin = other.observation().span().begin() - sentence.span().begin();
            int otherEnd = other.observation().span().end() - sentence.span().begin();
            if (otherEnd <= begin) {
                from = Math.max(from, otherEnd);
            } else if (otherBegin >= end) {
                to = Math.min(to, otherBegin);
            }
        }
        from = Math.max(from, sentence.text().lastIndexOf(';', begin) + 1);
        String after = sentence.text().substring(end, Math.max(end, to));
        for (String stop : List.of(";", "(", " and ", ", of which", ", including")) {
            int at = after.indexOf(stop);
            if (at >= 0) {
                after = after.substring(0, at);
            }
        }
        return new FigureWords(sentence.text().substring(Math.min(from, begin), begin), item, after);
    }

    boolean match(WordRule rule) {
        return rule.matches(rule.where() == Where.BEFORE ? before : before + " | " + item + " | " + after);
    }
}
