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

    public final String text;
    public final int offset;
    public int count;
    public int[] begin;
    public int[] end;
    public byte[] type;
    /** Lower case, typographic quotes and dashes as their plain forms. */
    public String[] norm;
    /** The words' numbers in {@link #numbered}, and those of their singulars. */
    private int[] words;

    private int[] lemmas;
    private @Nullable Vocabulary numbered;
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
        numbered = vocabulary;
        words = new int[expected];
        lemmas = new int[expected];
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
            words = Arrays.copyOf(words, size);
            lemmas = Arrays.copyOf(lemmas, size);
        }
        begin[count] = offset + from;
        end[count] = offset + to;
        type[count] = kind;
        Vocabulary.Word word = numbered == null ? null : numbered.find(text, from, to);
        if (word != null) {
            norm[count] = word.text();
        } else {
            String token = text.substring(from, to);
            norm[count] = kind == NUMBER ? ascii(token) : normal(token);
            word = numbered == null || kind != MARK && isPlain(token) ? null : numbered.find(norm[count]);
        }
        if (numbered != null) {
            number(count, word, numbered);
        }
        count++;
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
        number(vocabulary);
        return words;
    }

    /** The number of each word's singular. */
    int[] lemmas(Vocabulary vocabulary) {
        number(vocabulary);
        return lemmas;
    }

    private void number(Vocabulary vocabulary) {
        if (numbered != vocabulary) {
            for (int i = 0; i < count; i++) {
                number(i, vocabulary.find(norm[i]), vocabulary);
            }
            numbered = vocabulary;
        }
    }

    private void number(int token, Vocabulary.@Nullable Word word, Vocabulary vocabulary) {
        if (word != null) {
            words[token] = word.number();
            lemmas[token] = word.lemma();
        } else {
            Vocabulary.Word singular = norm[token].endsWith("s") ? vocabulary.find(Lemma.of(norm[token])) : null;
            words[token] = Vocabulary.UNKNOWN;
            lemmas[token] = singular == null ? Vocabulary.UNKNOWN : singular.number();
        }
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
