package org.fupin.extraction;

import java.util.Arrays;

/**
 * A sentence as tokens: words (with inner hyphens and apostrophes), numbers (digits with inner separators) and single
 * other characters. Text that is glued together ("of18.4 million", "in368 villages", "12th") is taken apart where letters
 * meet digits. Offsets are those of the document.
 */
final class Tokens {

    /** Longest word, in characters; a longer run of letters is no word and is taken apart, so that no token is expensive. */
    private static final int LONGEST_WORD = 100;

    static final byte WORD = 0;
    static final byte NUMBER = 1;
    static final byte MARK = 2;

    final String text;
    final int offset;
    int count;
    int[] begin;
    int[] end;
    byte[] type;
    /** Lower case, typographic quotes and dashes as their plain forms. */
    String[] norm;

    private Tokens(String text, int offset) {
        this.text = text;
        this.offset = offset;
        int expected = text.length() / 5 + 4; // a word has about five letters and a space
        begin = new int[expected];
        end = new int[expected];
        type = new byte[expected];
        norm = new String[expected];
    }

    /** The tokens of {@code text}, which begins at {@code offset} of the document. */
    static Tokens of(String text, int offset) {
        Tokens tokens = new Tokens(text, offset);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isSpace(c)) {
                at++;
            } else if (isDigit(c)) {
                at = tokens.number(at);
            } else if (Character.isLetter(c)) {
                at = tokens.word(at);
            } else {
                tokens.add(at, at + 1, MARK);
                at++;
            }
        }
        return tokens;
    }

    private int number(int from) {
        int at = from + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean separator = (c == '.' || c == ',') && at + 1 < text.length() && isDigit(text.charAt(at + 1));
            if (!separator && !isDigit(c)) {
                break;
            }
            at++;
        }
        add(from, at, NUMBER);
        return at;
    }

    private int word(int from) {
        int at = from + 1;
        while (at < text.length() && at - from < LONGEST_WORD) {
            char c = text.charAt(at);
            if (Character.isLetter(c)) {
                at++;
            } else if ((c == '-' || c == '\'' || c == '’')
                    && at + 1 < text.length()
                    && Character.isLetter(text.charAt(at + 1))) {
                at += 2;
            } else {
                break;
            }
        }
        add(from, at, WORD);
        return at;
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
        norm[count] = normal(text.substring(from, to));
        count++;
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

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9' || c >= '０' && c <= '９';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    /** The source's characters from token {@code from} to before token {@code to}. */
    String raw(int from, int to) {
        return from >= to ? "" : text.substring(begin[from] - offset, end[to - 1] - offset);
    }

    boolean is(int token, String norm) {
        return token >= 0 && token < count && this.norm[token].equals(norm);
    }

    boolean isWord(int token) {
        return token >= 0 && token < count && type[token] == WORD;
    }

    boolean isNumber(int token) {
        return token >= 0 && token < count && type[token] == NUMBER;
    }

    /** Whether no white space stands between this token and the one before. */
    boolean isGlued(int token) {
        return token > 0 && token < count && begin[token] == end[token - 1];
    }

    boolean isCapitalised(int token) {
        return isWord(token) && Character.isUpperCase(text.charAt(begin[token] - offset));
    }
}
