package org.fupin.reading.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Span;
import org.fupin.observation.document.Warning;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.reading.text.Paragraphs;
import org.fupin.reading.text.TextCheck;

/** Tells text in Chinese, simplified or traditional, which is recognised and not read. */
final class ChineseText {

    /** A character of Chinese says as much as this many letters of English. */
    private static final int LETTERS_PER_CHARACTER = 3;

    /** No character of Chinese comes before it. */
    private static final char FIRST_CHARACTER = '\u2E80';

    /** Fewer characters than this are a name or a title, not a text. */
    private static final int SHORTEST_TEXT = 12;

    private ChineseText() {}

    /** Whether most of the text is in Chinese. */
    static boolean isMain(String text) {
        int chinese = 0;
        int latin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isIdeographic(c)) {
                chinese++;
            } else if (Character.isLetter(c)) {
                latin++;
            }
        }
        return chinese > 0 && chinese * LETTERS_PER_CHARACTER > latin;
    }

    /** Whether a line has more Chinese characters than letters. */
    static boolean is(String text, Span line) {
        int first = line.begin();
        while (first < line.end() && text.charAt(first) < FIRST_CHARACTER) {
            first++;
        }
        if (first == line.end()) {
            return false; // as most lines
        }
        int balance = 0;
        for (int i = line.begin(); i < line.end(); i++) {
            char c = text.charAt(i);
            balance += Character.isIdeographic(c) ? 1 : Character.isLetter(c) ? -1 : 0;
        }
        return balance > 0;
    }

    static UnreadableDocumentException rejection(String text) {
        return new UnreadableDocumentException(
                RejectionReason.NOT_ENGLISH,
                "the text is in Chinese, which is not read: the reports are read in English; the text begins (line %d) with \"%s\""
                        .formatted(TextCheck.line(text, begin(text)), shown(text.substring(begin(text)))));
    }

    /** One warning for each run of paragraphs in Chinese that are neither a title nor what pages have around their text. */
    static List<Warning> warnings(String text, List<Span> paragraphs, PageFurniture furniture, Set<Integer> titles) {
        List<Warning> warnings = new ArrayList<>();
        int line = 1;
        int counted = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            int first = i;
            int characters = 0;
            boolean states = false;
            while (i < paragraphs.size() && !titles.contains(i) && furniture.isChineseText(text, paragraphs.get(i))) {
                String paragraph = paragraphs.get(i).in(text);
                characters +=
                        (int) paragraph.chars().filter(Character::isIdeographic).count();
                states |= paragraph.indexOf('\u3002') >= 0 || paragraph.chars().anyMatch(Character::isDigit);
                i++;
            }
            if (characters >= SHORTEST_TEXT && states) {
                Span span = new Span(
                        paragraphs.get(first).begin(), paragraphs.get(i - 1).end());
                while (counted < span.begin()) {
                    line += text.charAt(counted) == '\n' ? 1 : 0;
                    counted++;
                }
                warnings.add(new Warning(
                        span,
                        LeftOutReason.NOT_READ,
                        "line %d: %s in Chinese, which is not read; numbers in it are left out (not_read): \"%s\""
                                .formatted(
                                        line,
                                        i - first == 1 ? "a paragraph" : (i - first) + " paragraphs",
                                        shown(span.in(text)))));
            }
        }
        return warnings;
    }

    private static int begin(String text) {
        int begin = 0;
        while (begin < text.length() && Paragraphs.isBlank(text.charAt(begin))) {
            begin++;
        }
        return begin;
    }

    private static String shown(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.length() > 30 ? line.substring(0, 30) + "..." : line;
    }
}
