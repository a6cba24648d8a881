package org.fupin.extraction.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fupin.observation.Span;
import org.jspecify.annotations.Nullable;

/**
 * A sentence as tokens: words (with inner hyphens and apostrophes), numbers (digits with inner separators) and single
 * other characters. Text that is glued together ("of18.4 million", "in368 villages", "12th") is taken apart where letters
 * meet digits, and with the help of known words where a year meets a count ("In 201239 counties") or a magnitude its unit
 * ("millionyuan"). Chinese characters are a word each. Footnote marks are no tokens: what stands before and behind them
 * stands together. Offsets are those of the document.
 */
public final class Tokens {

    /** What must be known of a language to take glued text apart. Words are in lower case. */
    public interface Glue {

        /** Whether a year may stand behind the word: "in". */
        boolean opensYear(String word);

        /** Whether it multiplies the number before it: "million". */
        boolean isMagnitude(String word);

        /** Whether it is a unit, or the first word of one. */
        boolean opensUnit(String word);
    }

    /** Takes nothing apart. */
    private static final Glue NO_GLUE = new Glue() {
        @Override
        public boolean opensYear(String word) {
            return false;
        }

        @Override
        public boolean isMagnitude(String word) {
            return false;
        }

        @Override
        public boolean opensUnit(String word) {
            return false;
        }
    };

    /** Shortest and longest magnitude word that is looked for at the beginning of a word. */
    private static final int SHORTEST_MAGNITUDE = 5;

    private static final int LONGEST_MAGNITUDE = 8;

    /** Most digits of a year and a count that run together. */
    private static final int LONGEST_YEAR_AND_COUNT = 8;

    private static final int YEAR = 4;

    /** Longest word, in characters; a longer run of letters is no word and is taken apart, so that no token is expensive. */
    private static final int LONGEST_WORD = 100;

    public static final byte WORD = 0;
    public static final byte NUMBER = 1;
    public static final byte MARK = 2;

    public final String text;
    public final int offset;
    private final Glue glue;
    public int count;
    public int[] begin;
    public int[] end;
    public byte[] type;
    /** Lower case, typographic quotes and dashes as their plain forms. */
    public String[] norm;
    /** The words' numbers in {@link #numbered}, and those of their singulars; filled when an index first asks. */
    private int[] words = {};

    private int[] lemmas = {};
    private @Nullable Vocabulary numbered;
    /** The footnote marks, which are no tokens, in order. */
    public List<Span> footnotes = List.of();

    private Tokens(String text, int offset, Glue glue) {
        this.text = text;
        this.offset = offset;
        this.glue = glue;
        int expected = text.length() / 5 + 4; // a word has about five letters and a space
        begin = new int[expected];
        end = new int[expected];
        type = new byte[expected];
        norm = new String[expected];
    }

    /** The tokens of {@code text}, which begins at {@code offset} of the document. */
    public static Tokens of(String text, int offset) {
        return of(text, offset, NO_GLUE);
    }

    /** The tokens of {@code text}, which begins at {@code offset} of the document, with glued words taken apart. */
    public static Tokens of(String text, int offset, Glue glue) {
        Tokens tokens = new Tokens(text, offset, glue);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isSpace(c)) {
                at++;
            } else if (isDigit(c)) {
                at = tokens.number(at);
            } else if (Character.isLetter(c)) {
                at = isHan(c) ? tokens.single(at, WORD) : tokens.word(at);
            } else {
                at = tokens.mark(at);
            }
        }
        return tokens;
    }

    private int single(int at, byte kind) {
        add(at, at + 1, kind);
        return at + 1;
    }

    /** One character that is neither letter nor digit; a footnote mark is no token, only its place is remembered. */
    private int mark(int from) {
        int end = FootnoteMark.end(text, from);
        if (end == from) {
            return single(from, MARK);
        }
        footnotes = footnotes.isEmpty() ? new ArrayList<>(2) : footnotes;
        footnotes.add(new Span(offset + from, offset + end));
        return end;
    }

    private int number(int from) {
        int at = from + 1;
        int group = 1;
        while (at < text.length()) {
            if (isDigit(text.charAt(at))) {
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
        add(from, at, NUMBER);
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
        while (digits < YEAR && at + digits < text.length() && isDigit(text.charAt(at + digits))) {
            digits++;
        }
        return digits;
    }

    /**
     * Whether the digits {@code from} to before {@code at} are a year, and those behind them a count: behind a word that
     * opens a year ("in 2012,39 counties"), and where nothing parts them only at the beginning of a clause.
     */
    private boolean isYearAndCount(int from, int at) {
        if (at - from != YEAR || !isYear(text, from) || !isWord(count - 1) || !glue.opensYear(norm[count - 1])) {
            return false;
        }
        if (isDigit(text.charAt(at))) {
            boolean opens = count == 1 || type[count - 2] == MARK;
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
            if (Character.isLetter(c) && !isHan(c)) {
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
        add(from, at, WORD);
        return at;
    }

    /**
     * Length of the magnitude behind a number that the word begins with and that must be parted from its rest
     * ("millionyuan", "million-yuan"), else the length of the whole word.
     */
    private int gluedMagnitude(int from, int to) {
        if (!continuesNumber()) {
            return to - from;
        }
        String word = normal(text.substring(from, to));
        boolean glued = end[count - 1] == offset + from;
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
        int last = count - 1;
        if (last < 0 || type[last] == NUMBER) {
            return last >= 0;
        }
        return type[last] == WORD ? glue.isMagnitude(norm[last]) : is(last, "-") && isNumber(last - 1) && isGlued(last);
    }

    private void add(int from, int to, byte kind) {
        if (count == begin.length) {
            int size = count * 2;
            begin = Arrays.copyOf(begin, size);
            end = Arrays.copyOf(end, size);
            type = Arrays.copyOf(type, size);
            norm = Arrays.copyOf(norm, size);
        }
        begin[count] = offset + from;
        end[count] = offset + to;
        type[count] = kind;
        String token = text.substring(from, to);
        norm[count] = kind == NUMBER ? ascii(token) : normal(token);
        count++;
    }

    /** Digits and separators as plain ASCII. */
    public static String ascii(String digits) {
        StringBuilder out = new StringBuilder(digits.length());
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            out.append(
                    switch (c) {
                        case '，' -> ',';
                        case '．', '·', '・' -> '.';
                        default -> c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c;
                    });
        }
        return out.toString();
    }

    private static String normal(String token) {
        if (token.length() == 1) {
            return switch (token.charAt(0)) {
                case '“', '”', '„' -> "\"";
                case '‘', '’' -> "'";
                case '–', '—', '−', '～', '~', '-', '‐', '‑' -> "-";
                case '，' -> ",";
                case '；' -> ";";
                case '：' -> ":";
                case '（' -> "(";
                case '）' -> ")";
                case '％' -> "%";
                default -> token.toLowerCase(java.util.Locale.ROOT);
            };
        }
        return token.replace('’', '\'').toLowerCase(java.util.Locale.ROOT);
    }

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9' || c >= '０' && c <= '９';
    }

    /** Chinese characters, which are written without blanks: each is a token. */
    private static boolean isHan(char c) {
        return c >= '\u3400' && c <= '\u9FFF';
    }

    public static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    /** The source's characters from token {@code from} to before token {@code to}. */
    public String exact(int from, int to) {
        return from >= to ? "" : text.substring(begin[from] - offset, end[to - 1] - offset);
    }

    /** As {@link #exact}, without the footnote marks in between. */
    public String raw(int from, int to) {
        if (footnotes.isEmpty() || from >= to) {
            return exact(from, to);
        }
        StringBuilder out = new StringBuilder();
        int at = begin[from];
        int stop = end[to - 1];
        for (int i = Sorted.firstFrom(footnotes, Span::begin, at);
                i < footnotes.size() && footnotes.get(i).begin() < stop;
                i++) {
            Span mark = footnotes.get(i);
            out.append(text, at - offset, mark.begin() - offset);
            at = mark.end();
            boolean blanks = out.length() > 0 && isSpace(out.charAt(out.length() - 1));
            if (blanks && at < stop && isSpace(text.charAt(at - offset))) {
                at++; // "villages [4] moved"
            }
        }
        return out.append(text, at - offset, stop - offset).toString();
    }

    /** The stretches of digits in the footnote marks. */
    public List<Span> footnoteDigits() {
        List<Span> digits = new ArrayList<>(footnotes.size());
        for (Span mark : footnotes) {
            int at = mark.begin();
            while (at < mark.end()) {
                int from = at;
                while (at < mark.end() && isDigit(text.charAt(at - offset))) {
                    at++;
                }
                if (at > from) {
                    digits.add(new Span(from, at));
                }
                at++;
            }
        }
        return digits;
    }

    /** The number of each word, {@link Vocabulary#UNKNOWN} for one that the vocabulary does not know. */
    public int[] words(Vocabulary vocabulary) {
        if (numbered != vocabulary) {
            number(vocabulary);
        }
        return words;
    }

    /** The number of each word's singular. */
    int[] lemmas(Vocabulary vocabulary) {
        if (numbered != vocabulary) {
            number(vocabulary);
        }
        return lemmas;
    }

    private void number(Vocabulary vocabulary) {
        words = new int[count];
        lemmas = new int[count];
        for (int i = 0; i < count; i++) {
            Vocabulary.Word word = vocabulary.find(norm[i]);
            if (word != null) {
                words[i] = word.number();
                lemmas[i] = word.lemma();
            } else if (norm[i].endsWith("s")) {
                Vocabulary.Word singular = vocabulary.find(Lemma.of(norm[i]));
                lemmas[i] = singular == null ? Vocabulary.UNKNOWN : singular.number();
            }
        }
        numbered = vocabulary;
    }

    public boolean is(int token, String norm) {
        return token >= 0 && token < count && this.norm[token].equals(norm);
    }

    public boolean isWord(int token) {
        return token >= 0 && token < count && type[token] == WORD;
    }

    public boolean isNumber(int token) {
        return token >= 0 && token < count && type[token] == NUMBER;
    }

    /** Whether no white space stands between this token and the one before. */
    public boolean isGlued(int token) {
        return token > 0 && token < count && begin[token] == end[token - 1];
    }

    public boolean isCapitalised(int token) {
        return isWord(token) && Character.isUpperCase(text.charAt(begin[token] - offset));
    }
}
