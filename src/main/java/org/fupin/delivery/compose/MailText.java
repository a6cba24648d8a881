package org.fupin.delivery.compose;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text for mail: what comes from elsewhere made harmless, lines measured and broken as terminals and mail readers do. */
public final class MailText {

    /** RFC 5322 and 3676 want at most 78, and room for marks of quotation. */
    static final int WIDTH = 76;

    private static final String BULLET = "- ";
    private static final String SIGNATURE = "-- ";

    private MailText() {}

    /**
     * Text of any origin as a part of one line: white space and control characters become blanks, halves of characters a
     * mark, and the invisible characters that turn the direction of text go.
     */
    public static String line(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                if (clean.length() > 0 && clean.charAt(clean.length() - 1) != ' ') {
                    clean.append(' ');
                }
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                clean.append('\uFFFD');
            } else if (!turns(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString().strip();
    }

    /** {@link #line}, with an ellipsis where it is longer than {@code most} characters. */
    public static String shortLine(String text, int most) {
        String line = line(text);
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }

    /** Columns that a text takes on a terminal: two for the characters of East Asia. */
    static int width(String text) {
        return text.codePoints().map(MailText::width).sum();
    }

    /** With blanks behind it up to a width. */
    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /**
     * Breaks lines that are longer than {@link #WIDTH}; what continues one begins below the text of its beginning. Words,
     * addresses of pages among them, are not broken.
     */
    static String wrapped(String text) {
        List<String> lines = new ArrayList<>();
        // "-- " is what readers know a signature by (RFC 3676).
        text.lines().forEach(line -> wrap(line.equals(SIGNATURE) ? line : line.stripTrailing(), lines));
        return String.join("\n", lines) + "\n";
    }

    private static void wrap(String line, List<String> lines) {
        int begin = line.length() - line.stripLeading().length();
        String indent = " ".repeat(begin + (line.startsWith(BULLET, begin) ? BULLET.length() : 0));
        String rest = line;
        while (width(rest) > WIDTH) {
            int end = lastBreak(rest, indent.length());
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end).stripTrailing());
            rest = indent + rest.substring(end).stripLeading();
        }
        lines.add(rest);
    }

    /** The last place to break that fits, or else the first; behind the indentation; -1 if there is none. */
    private static int lastBreak(String line, int indent) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(line);
        int last = -1;
        for (int at = breaks.first(); at != BreakIterator.DONE && at < line.length(); at = breaks.next()) {
            if (at <= indent || !mayBreak(line, at)) {
                continue;
            }
            if (last >= 0 && width(line.substring(0, at).stripTrailing()) > WIDTH) {
                break;
            }
            last = at;
        }
        return last;
    }

    /** Behind a blank or beside a wide character, not within a word of Latin letters and signs. */
    private static boolean mayBreak(String line, int at) {
        return line.charAt(at - 1) == ' ' || width(line.codePointBefore(at)) == 2 || width(line.codePointAt(at)) == 2;
    }

    private static int width(int c) {
        int width = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
        if (width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH) {
            return 2;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK ? 0 : 1;
    }

    private static boolean turns(int c) {
        return c == 0x200E || c == 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }
}
