package org.fupin.extraction.text;

import java.util.Locale;

/**
 * Finds the marks that lead from a text to its notes: raised digits, "[6]", "*", "†", "①", "(see note 7)". A mark stands
 * right behind what it is set to. It is no number, and hides neither the magnitude nor the noun behind it.
 */
public final class FootnoteMark {

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static final String SIGNS = "*†‡＊";

    /** Longest mark in brackets, in characters: "(see footnotes 12 and 13)". */
    private static final int LONGEST = 30;

    /** Most letters of a unit of length whose square or cube a raised digit makes: "hm²". */
    private static final int LONGEST_LENGTH = 2;

    private static final int MOST_DIGITS = 3;

    private FootnoteMark() {}

    /** Behind the mark that begins at {@code at}, {@code at} itself if none does. Looks at a bounded stretch of text. */
    public static int end(String text, int at, Glue words) {
        char c = text.charAt(at);
        if (c < '(' || at == 0) {
            return at;
        }
        return switch (c) {
            case '[', '［' -> bracketed(text, at, words);
            case '(', '（' -> note(text, at, words);
            default -> sign(text, at, c);
        };
    }

    private static int sign(String text, int at, char c) {
        boolean raised = isRaised(c);
        boolean circled = c >= '①' && c <= '⑳' || c >= '❶' && c <= '➓';
        boolean apart = raised && isApart(text, at);
        if (!raised && !circled && SIGNS.indexOf(c) < 0 || !apart && !isSetTo(text.charAt(at - 1))) {
            return at;
        }
        if (raised && isPower(text, at)) {
            return at;
        }
        int end = at + 1;
        while (end < text.length() && end - at < LONGEST && isOfKind(text.charAt(end), raised, circled)) {
            end++;
        }
        // "①build roads" is an item of a list, "5*3" a product
        boolean goesOn = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
        return goesOn && !raised ? at : end;
    }

    /** "320 ¹ million": one blank between a number and its mark, and another before the word behind. */
    private static boolean isApart(String text, int at) {
        if (at < 2 || !Tokens.isSpace(text.charAt(at - 1)) || !Tokens.isDigit(text.charAt(at - 2))) {
            return false;
        }
        int end = at;
        while (end < text.length() && end - at < MOST_DIGITS && isRaised(text.charAt(end))) {
            end++;
        }
        return end + 1 < text.length() && Tokens.isSpace(text.charAt(end)) && Character.isLetter(text.charAt(end + 1));
    }

    private static boolean isOfKind(char c, boolean raised, boolean circled) {
        return raised ? isRaised(c) : !circled && SIGNS.indexOf(c) >= 0;
    }

    /** The number of one raised digit, -1 for anything else. */
    public static int raised(String token) {
        return token.length() == 1 ? RAISED.indexOf(token) : -1;
    }

    public static boolean isRaised(char c) {
        return c >= '²' && RAISED.indexOf(c) >= 0;
    }

    /** "km²", "m³": the raised digit belongs to the unit; "×10⁴" and "(10⁴ yuan)" are powers. */
    private static boolean isPower(String text, int at) {
        char c = text.charAt(at);
        int from = at;
        while (from > 0 && at - from <= LONGEST_LENGTH && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        int letters = at - from;
        boolean length = letters > 0 && letters <= LONGEST_LENGTH && text.charAt(at - 1) == 'm';
        if (length && (c == '²' || c == '³')) {
            return true;
        }
        boolean ten = at >= 2 && text.startsWith("10", at - 2);
        char before = at >= 3 ? text.charAt(at - 3) : ' ';
        return ten && "×x*(（".indexOf(before) >= 0;
    }

    /** "60[6] million", "farmers[12]", "yuan[note 3]"; but not "No. [2012] 90" or "Zhengfa [98] 12". */
    private static int bracketed(String text, int at, Glue words) {
        boolean blank = text.charAt(at - 1) == ' ';
        int before = blank ? at - 2 : at - 1;
        if (before < 0 || !isSetTo(text.charAt(before))) {
            return at;
        }
        int end = closing(text, at, text.charAt(at) == '[' ? ']' : '］');
        if (end < 0 || !isReference(text, at + 1, end, true, words)) {
            return at;
        }
        boolean behindDigits = Tokens.isDigit(text.charAt(before));
        int next = end + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        boolean number = next < text.length() && (Tokens.isDigit(text.charAt(next)) || text.startsWith("No", next));
        return number && !behindDigits || blank && number ? at : end + 1;
    }

    /** "(see note 7)", "(Note 3)", "(footnotes 1 and 2)"; "320(1) million": one digit right behind a number. */
    private static int note(String text, int at, Glue words) {
        int end = closing(text, at, text.charAt(at) == '(' ? ')' : '）');
        if (end < 0) {
            return at;
        }
        char before = text.charAt(at - 1);
        boolean digit = end == at + 2 && Tokens.isDigit(text.charAt(at + 1)) && Tokens.isDigit(before);
        boolean goesOn =
                end + 2 < text.length() && text.charAt(end + 1) == ' ' && Character.isLetter(text.charAt(end + 2));
        return digit && goesOn || isReference(text, at + 1, end, false, words) ? end + 1 : at;
    }

    /** Where the bracket closes within a short stretch that opens no other, -1 if it does not. */
    private static int closing(String text, int at, char close) {
        char open = text.charAt(at);
        for (int i = at + 1; i < text.length() && i - at <= LONGEST; i++) {
            char c = text.charAt(i);
            if (c == close) {
                return i;
            }
            if (c == open) {
                return -1;
            }
        }
        return -1;
    }

    /**
     * Whether the stretch only names notes: "see note 7", "notes 1 and 2", and where {@code bare} also "6", "1, 2", "a".
     */
    private static boolean isReference(String text, int from, int to, boolean bare, Glue words) {
        boolean named = false;
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            int end = at + 1;
            if (Tokens.isDigit(c)) {
                while (end < to && Tokens.isDigit(text.charAt(end))) {
                    end++;
                }
                if (end - at > MOST_DIGITS) {
                    return false;
                }
            } else if (Character.isLetter(c)) {
                while (end < to && Character.isLetter(text.charAt(end))) {
                    end++;
                }
                String word = text.substring(at, end).toLowerCase(Locale.ROOT);
                named |= words.namesNote(word);
                if (!words.namesNote(word) && !words.leadsToNote(word) && (!bare || to - from > 1)) {
                    return false;
                }
            } else if (" ,.-–".indexOf(c) < 0) {
                return bare && to - from == 1 && SIGNS.indexOf(c) >= 0;
            }
            at = end;
        }
        return named || bare && to > from;
    }

    /** Whether a mark can stand behind the character: behind words, numbers and what closes them. */
    private static boolean isSetTo(char c) {
        return Character.isLetterOrDigit(c) || ")]%’”\"'.,;）］％‰".indexOf(c) >= 0 || isRaised(c);
    }
}
