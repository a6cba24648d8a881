package org.fupin.report.headline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.fupin.reference.ReportWords;
import org.fupin.report.figure.Figure;

/** The group of counties that a sentence names before a figure: "58 poor counties", "national and provincial key counties". */
final class CountyGroup {

    /** What ends a group's name. */
    private static final Set<String> PLACES = ReportWords.load().of(ReportWords.Use.GROUP_PLACE);

    /** Without a number, one of these makes the places a group. */
    private static final Set<String> POOR = ReportWords.load().of(ReportWords.Use.GROUP_POOR);

    private static final Set<String> STOPS = ReportWords.load().of(ReportWords.Use.GROUP_STOP);

    private static final Set<String> ARTICLES = ReportWords.load().of(ReportWords.Use.GROUP_ARTICLE);

    /** More words than a name has. */
    private static final int MOST_WORDS = 16;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final Pattern NUMBER = Pattern.compile("[\\d,]+");

    private static final Pattern MARK = Pattern.compile("[,;:.()]");

    private CountyGroup() {}

    /** The name of the group; empty if the sentence has none before the figure, from the last semicolon on. */
    static String of(Figure figure) {
        if (figure.sentence() == null) {
            return "";
        }
        String text = figure.sentenceText();
        int begin =
                figure.observation().span().begin() - figure.sentence().span().begin();
        String before = text.substring(0, Math.min(begin, text.length()));
        List<String> words = Arrays.asList(
                BLANKS.split(before.substring(before.lastIndexOf(';') + 1).strip()));
        for (int at = words.size() - 1; at > 0; at--) {
            if (PLACES.contains(bare(words.get(at)))) {
                return name(words, at);
            }
        }
        return "";
    }

    private static String name(List<String> words, int last) {
        List<String> name = new ArrayList<>(List.of(bare(words.get(last))));
        for (int at = last - 1; at >= Math.max(0, last - MOST_WORDS); at--) {
            String word = words.get(at);
            if (NUMBER.matcher(word).matches()) {
                name.add(word);
                return inOrder(name);
            }
            if (MARK.matcher(word).find() || STOPS.contains(word.toLowerCase(Locale.ROOT))) {
                break;
            }
            name.add(word);
        }
        while (ARTICLES.contains(name.get(name.size() - 1).toLowerCase(Locale.ROOT))) {
            name.remove(name.size() - 1);
        }
        boolean poor = name.stream().anyMatch(word -> POOR.contains(word.toLowerCase(Locale.ROOT)));
        return poor ? inOrder(name) : "";
    }

    private static String inOrder(List<String> backwards) {
        Collections.reverse(backwards);
        return String.join(" ", backwards);
    }

    private static String bare(String word) {
        return MARK.matcher(word).replaceAll("");
    }
}
