package org.fupin.extraction.text;

/**
 * Takes a text apart into tokens. Digits and letters that are glued together are parted where they meet, and with the help of
 * known words where a year meets a count or a magnitude its unit.
 */
final class Tokenizer {

    /** Shortest and longest magnitude word that is looked for at the beginning of a word. */
    private static final int SHORTEST_MAGNITUDE = 5;

    private static final int LONGEST_MAGNITUDE = 8;

    /** Most digits of a year and a count that run together. */
    private static final int LONGEST_YEAR_AND_COUNT = 8;

    private static final int YEAR = 4;

    /** Longest word, in characters; a longer run of letters is no word and is taken apart, so that no token is expensive. */
    private static final int LONGEST_WORD = 100;

    private final Tokens tokens;
    private final String text;
    private final Glue glue;

    /** @param tokens where to add the tokens of its text */
    Tokenizer(Tokens tokens, Glue glue) {
        this.tokens = tokens;
        this.text = tokens.text;
        this.glue = glue;
    }

    void read() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isAsciiLetter(c)) {
                at = word(at);
            } else if (Tokens.isSpace(c)) {
                at++;
            } else if (Tokens.isDigit(c)) {
                at = number(at);
            } else if (Character.isLetter(c)) {
                at = isHan(c) ? single(at, Tokens.WORD) : word(at);
            } else {
                at = mark(at);
            }
        }
    }

    private int single(int at, byte kind) {
        tokens.add(at, at + 1, kind);
        return at + 1;
    }

    /** One character that is neither letter nor digit; a footnote mark is no token, only its place is remembered. */
    private int mark(int from) {
        int end = FootnoteMark.end(text, from, glue);
        if (end == from) {
            return single(from, Tokens.MARK);
        }
        tokens.addFootnote(from, end);
        return end;
    }

    private int number(int from) {
        int at = from + 1;
        int group = 1;
        while (at < text.length()) {
            if (Tokens.isDigit(text.charAt(at))) {
                at++;
                group++;
                continue;
            }
            int separator = separator(at, group);
            if (separator == 0 || isYearAndCount(from, at)) {
                break;
            }
            at += separator;
            group = 0;
        }
        if (group == at - from
                && group > YEAR
                && group <= LONGEST_YEAR_AND_COUNT
                && isYearAndCount(from, from + YEAR)) {
            at = from + YEAR;
        }
        tokens.add(from, at, Tokens.NUMBER);
        return at;
    }

    /**
     * How many characters part the digits before {@code at} from more digits of the same number, 0 for none: a point or a
     * comma, two by mistake, or the Chinese comma where it stands between thousands.
     */
    private int separator(int at, int group) {
        char c = text.charAt(at);
        if (c == '，') {
            return group <= 3 && digitsFrom(at + 1) == 3 ? 1 : 0;
        }
        if (c == '．') {
            return digitsFrom(at + 1) > 0 ? 1 : 0;
        }
        if (c == '·' || c == '・') {
            return group <= 3 && digitsFrom(at + 1) > 0 ? 1 : 0; // "3·5 million"
        }
        if (c != '.' && c != ',') {
            return 0;
        }
        if (digitsFrom(at + 1) > 0) {
            return 1;
        }
        boolean twice = at + 1 < text.length() && (text.charAt(at + 1) == '.' || text.charAt(at + 1) == ',');
        return twice && digitsFrom(at + 2) > 0 ? 2 : 0;
    }

    /** Number of digits at {@code at}, counted up to four. */
    private int digitsFrom(int at) {
        int digits = 0;
        while (digits < YEAR && at + digits < text.length() && Tokens.isDigit(text.charAt(at + digits))) {
            digits++;
        }
        return digits;
    }

    /**
     * Whether the digits {@code from} to before {@code at} are a year, and those behind them a count: behind a word that
     * opens a year ("in 2012,39 counties"), and where nothing parts them only at the beginning of a clause.
     */
    private boolean isYearAndCount(int from, int at) {
        if (at - from != YEAR
                || !isYear(text, from)
                || !tokens.isWord(tokens.count - 1)
                || !glue.opensYear(tokens.norm[tokens.count - 1])) {
            return false;
        }
        if (Tokens.isDigit(text.charAt(at))) {
            boolean opens = tokens.count == 1 || tokens.type[tokens.count - 2] == Tokens.MARK;
            return opens && text.charAt(at) != '0';
        }
        return text.charAt(at) == ',' && digitsFrom(at + 1) > 0;
    }

    private static boolean isYear(String text, int from) {
        return text.startsWith("19", from) || text.startsWith("20", from);
    }

    private int word(int from) {
        int at = from + 1;
        while (at < text.length() && at - from < LONGEST_WORD) {
            char c = text.charAt(at);
            if (isAsciiLetter(c) || Character.isLetter(c) && !isHan(c)) {
                at++;
            } else if ((c == '-' || c == '\'' || c == '’')
                    && at + 1 < text.length()
                    && Character.isLetter(text.charAt(at + 1))) {
                at += 2;
            } else {
                break;
            }
        }
        at = from + gluedMagnitude(from, at);
        tokens.add(from, at, Tokens.WORD);
        return at;
    }

    /**
     * Length of the magnitude behind a number that the word begins with and that must be parted from its rest
     * ("millionyuan", "million-yuan"), else the length of the whole word.
     */
    private int gluedMagnitude(int from, int to) {
        if (to - from <= SHORTEST_MAGNITUDE || !continuesNumber()) {
            return to - from;
        }
        String word = Tokens.normal(text.substring(from, to));
        boolean glued = tokens.end[tokens.count - 1] == tokens.offset + from;
        for (int length = SHORTEST_MAGNITUDE; length <= Math.min(LONGEST_MAGNITUDE, word.length() - 1); length++) {
            String rest = word.substring(length);
            boolean parted = rest.charAt(0) == '-' || glue.opensUnit(rest) || glued && rest.length() > 2;
            if (parted && glue.isMagnitude(word.substring(0, length))) {
                return length;
            }
        }
        return to - from;
    }

    /** Whether the last token is a number, a magnitude, or a hyphen behind a number. */
    private boolean continuesNumber() {
        int last = tokens.count - 1;
        if (last < 0 || tokens.type[last] == Tokens.NUMBER) {
            return last >= 0;
        }
        return tokens.type[last] == Tokens.WORD
                ? tokens.isMagnitude(last)
                : tokens.is(last, "-") && tokens.isNumber(last - 1) && tokens.isGlued(last);
    }

    /** The letters of nearly all words: told first. */
    private static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** Chinese characters, which are written without blanks: each is a token. */
    private static boolean isHan(char c) {
        return c >= '\u3400' && c <= '\u9FFF';
    }
}
