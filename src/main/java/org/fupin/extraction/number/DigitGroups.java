package org.fupin.extraction.number;

import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Dimension;

/**
 * Finds numbers whose thousands are parted by blanks of any kind, by the end of a line or by apostrophes: "24 600",
 * "1'250'000". The first group has one to three digits, all others exactly three. Two numbers that only stand side by
 * side are told from them by what stands around: a date, a name's number, a list.
 */
final class DigitGroups {

    /** Most groups behind the first: hundreds of trillions. What goes on for longer is a list of numbers. */
    private static final int MOST = 4;

    static final int GROUP = 3;

    private final Lexicon lexicon;

    DigitGroups(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The last token of the number that begins at the token, the token itself where it has no such groups. */
    int last(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        if (!isFirstGroup(tokens.norm[at])) {
            return at;
        }
        if (tokens.is(at + 1, "'")) {
            return apostrophes(tokens, at);
        }
        if (!isNextGroup(tokens, at)) {
            return at;
        }
        int last = at + 1;
        while (isWholeGroup(tokens.norm[last]) && isNextGroup(tokens, last)) {
            last++;
            if (last - at > MOST) {
                return at;
            }
        }
        boolean list = tokens.isNumber(last + 1) && isGap(tokens, last);
        boolean otherNumber = tokens.is(last + 1, "%")
                || tokens.is(last + 1, "-") && tokens.isGlued(last + 1) && tokens.isWord(last + 2)
                || tokens.is(last + 1, "/") && tokens.isGlued(last + 1);
        return list || otherNumber || ownsNumber(sentence, at) ? at : last;
    }

    private static int apostrophes(Tokens tokens, int at) {
        int last = at;
        while (tokens.is(last + 1, "'")
                && tokens.isGlued(last + 1)
                && tokens.isNumber(last + 2)
                && tokens.isGlued(last + 2)
                && isGroup(tokens.norm[last + 2])
                && (last == at || isWholeGroup(tokens.norm[last]))
                && last - at < 2 * MOST) {
            last += 2;
        }
        boolean seconds = tokens.is(at - 1, "°") || tokens.is(last + 1, "\"") && tokens.isGlued(last + 1);
        return seconds ? at : last;
    }

    /** Whether what stands before makes the first digits a number of their own. */
    private boolean ownsNumber(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        int before = at - 1;
        if (before < 0) {
            return false;
        }
        if (tokens.isNumber(before)) {
            // "In 2012 12 500 farmers" are a year and a number, "12 12 500" is a list
            return !DigitString.isYear(tokens.norm[before])
                    || !sentence.cueAt(CueType.YEAR_BEFORE, before - 1) && !sentence.cueAt(CueType.MONTH, before - 1);
        }
        boolean month = sentence.cueAt(CueType.MONTH, before) && tokens.isCapitalised(before);
        boolean numbered = sentence.cueAt(CueType.NUMBERED, before)
                || sentence.cueAt(CueType.NAME_BEFORE, before)
                || tokens.is(before, ".") && tokens.is(before - 1, "no");
        boolean tied =
                tokens.isGlued(at) && (tokens.is(before, "-") || tokens.is(before, "/") || isCode(tokens, before));
        return month || numbered || tied;
    }

    /** "G312", "A4": capital letters right before the digits, unless they are a currency. */
    private boolean isCode(Tokens tokens, int at) {
        if (!tokens.isCapitalised(at) || tokens.end[at] - tokens.begin[at] > GROUP) {
            return false;
        }
        PhraseIndex.Hit<Lexicon.UnitWord> unit = lexicon.unitWords.longest(tokens, at, at + 1);
        return unit == null || unit.value().unit().dimension() != Dimension.MONEY;
    }

    private static boolean isFirstGroup(String digits) {
        return digits.length() <= GROUP && digits.charAt(0) != '0' && isDigits(digits, digits.length());
    }

    private static boolean isNextGroup(Tokens tokens, int at) {
        return tokens.isNumber(at + 1) && isGroup(tokens.norm[at + 1]) && isGap(tokens, at);
    }

    /** Three digits, with or without decimals behind a point or a comma. */
    private static boolean isGroup(String digits) {
        return isDigits(digits, GROUP)
                && (digits.length() == GROUP
                        || digits.charAt(GROUP) == '.'
                        || digits.charAt(GROUP) == ',' && digits.length() <= 2 * GROUP);
    }

    private static boolean isWholeGroup(String digits) {
        return digits.length() == GROUP;
    }

    private static boolean isDigits(String text, int length) {
        if (text.length() < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether one blank, or the end of a line with the blanks around it, parts the token from the next. */
    private static boolean isGap(Tokens tokens, int at) {
        int from = tokens.end[at] - tokens.offset;
        int to = tokens.begin[at + 1] - tokens.offset;
        boolean line = false;
        for (int i = from; i < to; i++) {
            char c = tokens.text.charAt(i);
            if (!Tokens.isSpace(c) || c == '\t') {
                return false;
            }
            line |= c == '\n' || c == '\r';
        }
        return line || to - from == 1;
    }
}
