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

    public static final byte WORD = 0;
    public static final byte NUMBER = 1;
    public static final byte MARK = 2;

    private static final Word[] NO_WORDS = {};

    public final String text;
    public final int offset;
    public int count;
    public int[] begin;
    public int[] end;
    public byte[] type;
    /** Lower case, typographic quotes and dashes as their plain forms. */
    public String[] norm;
    /** What {@link #vocabulary} knows of each; looked up with the token, or when first asked for. */
    private Word[] words;

    private @Nullable Vocabulary vocabulary;
    /** The footnote marks, which are no tokens, in order. */
    public List<Span> footnotes = List.of();

    private Tokens(String text, int offset, @Nullable Vocabulary vocabulary) {
        this.text = text;
        this.offset = offset;
        int expected = text.length() / 5 + 4; // a word has about five letters and a space
        begin = new int[expected];
        end = new int[expected];
        type = new byte[expected];
        norm = new String[expected];
        this.vocabulary = vocabulary;
        words = vocabulary == null ? NO_WORDS : new Word[expected];
    }

    /** The tokens of {@code text}, which begins at {@code offset} of the document. */
    public static Tokens of(String text, int offset) {
        return of(text, offset, Glue.NONE);
    }

    /** The tokens of {@code text}, which begins at {@code offset} of the document, with glued words taken apart. */
    public static Tokens of(String text, int offset, Glue glue) {
        Tokens tokens = new Tokens(text, offset, glue.vocabulary());
        new Tokenizer(tokens, glue).read();
        return tokens;
    }

    /** Adds a token, the text's characters {@code from} to before {@code to}. */
    void add(int from, int to, byte kind) {
        if (count == begin.length) {
            int size = count * 2;
            begin = Arrays.copyOf(begin, size);
            end = Arrays.copyOf(end, size);
            type = Arrays.copyOf(type, size);
            norm = Arrays.copyOf(norm, size);
            words = vocabulary == null ? words : Arrays.copyOf(words, size);
        }
        begin[count] = offset + from;
        end[count] = offset + to;
        type[count] = kind;
        if (vocabulary == null) {
            norm[count] = norm(text.substring(from, to), kind);
        } else {
            words[count] = word(vocabulary, from, to, kind);
            norm[count] = words[count].text;
        }
        count++;
    }

    private Word word(Vocabulary vocabulary, int from, int to, byte kind) {
        Word word = vocabulary.find(text, from, to);
        if (word != null) {
            return word;
        }
        String token = text.substring(from, to);
        String norm = norm(token, kind);
        return kind != MARK && isPlain(token) ? vocabulary.unknown(norm) : vocabulary.of(norm);
    }

    private static String norm(String token, byte kind) {
        return kind == NUMBER ? ascii(token) : normal(token);
    }

    void addFootnote(int from, int to) {
        footnotes = footnotes.isEmpty() ? new ArrayList<>(2) : footnotes;
        footnotes.add(new Span(offset + from, offset + to));
    }

    /** Whether a word or number has no other letters and digits than those of ASCII. */
    private static boolean isPlain(String token) {
        for (int i = 0; i < token.length(); i++) {
            if (token.charAt(i) >= '·') {
                return false;
            }
        }
        return true;
    }

    /** Digits and separators as plain ASCII. */
    public static String ascii(String digits) {
        if (isPlain(digits)) {
            return digits;
        }
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

    /** Lower case, typographic quotes and dashes as their plain forms. */
    static String normal(String token) {
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

    public static boolean isSpace(char c) {
        return c == ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
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

    /** What the vocabulary knows of each token; at least as many as there are tokens. */
    public Word[] words(Vocabulary of) {
        if (vocabulary != of) {
            Word[] looked = new Word[count];
            for (int i = 0; i < count; i++) {
                looked[i] = of.of(norm[i]);
            }
            words = looked;
            vocabulary = of;
        }
        return words;
    }

    /** Whether the token is known to be a magnitude; never where no words are known. */
    boolean isMagnitude(int token) {
        return vocabulary != null && words[token].isMagnitude();
    }

    /** Whether the token is a word, or a number or mark, and looks like a plural. */
    public boolean isPlural(int token) {
        return vocabulary == null ? Lemma.isPlural(norm[token]) : words[token].isPlural();
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
