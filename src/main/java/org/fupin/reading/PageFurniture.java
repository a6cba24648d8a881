package org.fupin.reading;

import java.util.Locale;
import org.fupin.observation.Span;
import org.fupin.reference.ReadingWords;
import org.fupin.reference.ReadingWords.Part;

/**
 * Tells lines of the page that a report was taken from (download prompts, addresses, phone numbers, copyright, licence
 * numbers, navigation) from those of the report.
 */
final class PageFurniture {

    /** Furniture is short; a long paragraph that mentions a website is text. */
    private static final int MAX_LENGTH = 240;

    private final ReadingWords words;

    PageFurniture(ReadingWords words) {
        this.words = words;
    }

    boolean is(String text, Span paragraph) {
        if (paragraph.length() > MAX_LENGTH) {
            return false;
        }
        int chinese = 0;
        int latin = 0;
        int letters = 0;
        for (int i = paragraph.begin(); i < paragraph.end(); i++) {
            char c = text.charAt(i);
            if (Character.isIdeographic(c)) {
                chinese++;
            } else if (Character.isLetter(c)) {
                latin++;
            }
            if (Character.isLetterOrDigit(c)) {
                letters++;
            }
        }
        // The reports are in English: a line in Chinese is the page's. A rule or a row of dots is too.
        if (chinese > latin || letters == 0 || isPageNumber(paragraph.in(text))) {
            return true;
        }
        String line = paragraph.in(text).toLowerCase(Locale.ROOT);
        boolean sentence = line.endsWith(".") && line.length() > 100;
        if (sentence) {
            return false;
        }
        for (String word : words.of(Part.FURNITURE)) {
            int at = line.indexOf(word);
            if (at >= 0 && (startsWord(line, at) || !Character.isLetter(word.charAt(0)))) {
                boolean whole = Character.isLetterOrDigit(word.charAt(word.length() - 1))
                        && at + word.length() < line.length()
                        && Character.isLetter(line.charAt(at + word.length()));
                if (!whole) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean startsWord(String line, int at) {
        return at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1));
    }

    /** "12", "- 12 -", "Page 3 of 10". */
    private static boolean isPageNumber(String line) {
        if (line.length() > 24) {
            return false;
        }
        String bare = line.toLowerCase(Locale.ROOT)
                .replace("page", "")
                .replace("of", "")
                .replaceAll("[-\u2013\u2014\\s/|.]", "");
        return !bare.isEmpty() && bare.length() <= 8 && bare.chars().allMatch(Character::isDigit);
    }
}
