package org.fupin.extraction.text;

import java.math.BigDecimal;
import org.fupin.reference.Language.NumberWord;
import org.jspecify.annotations.Nullable;

/**
 * Reads English cardinal numbers in words: "seventy-eight", "two hundred and forty-five", "nine million three hundred
 * thousand". The magnitudes at the end of a number of one group ("four million", "two hundred") are not read with it: they
 * multiply a number in words as they do one in digits.
 */
public final class Cardinals {

    /** Most magnitude words of one group, so that a number stays short enough to calculate with. */
    private static final int MOST_MAGNITUDES = 4;

    private static final int MOST_DECIMALS = 6;

    /** Letters of the magnitudes that names look like: "a Yi village". */
    private static final int SHORT = 3;

    private static final String POINT = "point";
    private static final String ZERO = "zero";

    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal TWENTY = new BigDecimal(20);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /**
     * A number in words.
     *
     * @param last its last token
     * @param isSum whether it has several groups, and its magnitudes are read
     */
    public record Cardinal(BigDecimal value, int last, boolean isSum) {}

    /** A number with the token behind it. */
    public record Group(BigDecimal value, int end) {}

    private final Lexicon lexicon;

    public Cardinals(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Whether a word can begin a number or be the first part of a compound, "three-year": a cheap test before {@link #read}. */
    public boolean canBegin(Tokens tokens, int at) {
        return number(tokens, at) != null
                || tokens.norm[at].indexOf('-') > 0
                || tokens.is(at, "a")
                || tokens.is(at, ZERO);
    }

    /** The number that begins at the token, null if none does. */
    @Nullable
    public Cardinal read(Tokens tokens, int at) {
        boolean zero = tokens.is(at, ZERO) && tokens.is(at + 1, POINT);
        Group first = zero ? new Group(BigDecimal.ZERO, at + 1) : belowThousand(tokens, at);
        if (first == null) {
            return null;
        }
        Cardinal decimal = tokens.is(first.end(), POINT) ? withDecimals(tokens, first) : null;
        if (decimal != null || zero) {
            return decimal;
        }
        BigDecimal total = BigDecimal.ZERO;
        int groups = 0;
        Group group = first;
        int end = at;
        BigDecimal scale = null;
        while (group != null) {
            Group magnitudes = magnitudes(tokens, group.end());
            BigDecimal value = group.value().multiply(magnitudes.value());
            if (scale != null && value.compareTo(scale) >= 0) {
                break; // "one million and five billion" are two numbers
            }
            total = total.add(value);
            groups++;
            end = magnitudes.end();
            scale = magnitudes.value();
            if (scale.compareTo(HUNDRED) < 0) {
                break;
            }
            group = tokens.is(end, "and") ? belowHundred(tokens, end + 1) : belowThousand(tokens, end);
        }
        if (groups > 1) {
            return new Cardinal(total, end - 1, true);
        }
        Group few = belowHundred(tokens, at);
        boolean roundHundred = few != null
                && isMagnitude(tokens, few.end())
                && first.value().compareTo(few.value().multiply(HUNDRED)) == 0;
        return roundHundred
                ? new Cardinal(few.value(), few.end() - 1, false)
                : new Cardinal(first.value(), first.end() - 1, false);
    }

    /** "one point two", "zero point two five", "twelve point twenty-five": the digits behind the point; null if none are. */
    private @Nullable Cardinal withDecimals(Tokens tokens, Group whole) {
        StringBuilder digits = new StringBuilder();
        int at = whole.end() + 1;
        while (digits.length() < MOST_DECIMALS) {
            BigDecimal digit = tokens.is(at, ZERO) ? BigDecimal.ZERO : unit(number(tokens, at));
            if (digit == null || digit.compareTo(TEN) >= 0) {
                break;
            }
            digits.append(digit.toPlainString());
            at++;
        }
        if (digits.length() == 0) {
            Group two = belowHundred(tokens, at);
            if (two == null) {
                return null;
            }
            digits.append(two.value().toPlainString());
            at = two.end();
        }
        return new Cardinal(whole.value().add(new BigDecimal("0." + digits)), at - 1, false);
    }

    /** Whether a number that begins with "a" says more than one magnitude: "a hundred and twenty", but not "a hundred". */
    public boolean hasRest(Cardinal cardinal) {
        return cardinal.value().compareTo(BigDecimal.ONE) > 0;
    }

    /** The product of the magnitude words from the token on, 1 if there are none. "Yi villages" are those of a people. */
    public Group magnitudes(Tokens tokens, int from) {
        BigDecimal product = BigDecimal.ONE;
        int at = from;
        while (at < from + MOST_MAGNITUDES && isMagnitude(tokens, at) && !isName(tokens, at)) {
            product = product.multiply(number(tokens, at).value());
            at++;
        }
        return new Group(product, at);
    }

    private static boolean isName(Tokens tokens, int at) {
        return tokens.norm[at].length() <= SHORT && tokens.isCapitalised(at);
    }

    /** "two hundred and forty-five", "twelve hundred". */
    private @Nullable Group belowThousand(Tokens tokens, int at) {
        Group hundreds = belowHundred(tokens, at);
        if (hundreds == null || !isHundred(tokens, hundreds.end())) {
            return hundreds;
        }
        BigDecimal value = hundreds.value().multiply(HUNDRED);
        int end = hundreds.end() + 1;
        Group rest = belowHundred(tokens, tokens.is(end, "and") ? end + 1 : end);
        return rest == null || isHundred(tokens, rest.end())
                ? new Group(value, end)
                : new Group(value.add(rest.value()), rest.end());
    }

    private boolean isHundred(Tokens tokens, int at) {
        NumberWord word = number(tokens, at);
        return word != null
                && word.kind() == NumberWord.Kind.MAGNITUDE
                && word.value().compareTo(HUNDRED) == 0;
    }

    /** "seven", "seventy-seven", "seventy seven". */
    private @Nullable Group belowHundred(Tokens tokens, int at) {
        String word = norm(tokens, at);
        int hyphen = word.indexOf('-');
        if (hyphen > 0) {
            return hyphenated(word, hyphen, at);
        }
        if (word.equals("a")
                && isMagnitude(tokens, at + 1)
                && norm(tokens, at + 1).length() > SHORT) {
            return new Group(BigDecimal.ONE, at + 1); // "a hundred and twenty"
        }
        BigDecimal tens = unit(number(tokens, at));
        if (tens == null) {
            return null;
        }
        boolean hasOnes = tens.compareTo(TWENTY) >= 0;
        BigDecimal ones = hasOnes ? unit(number(tokens, at + 1)) : null;
        return ones != null && ones.compareTo(TEN) < 0 ? new Group(tens.add(ones), at + 2) : new Group(tens, at + 1);
    }

    private @Nullable Group hyphenated(String word, int hyphen, int at) {
        BigDecimal tens = unit(lexicon.numberWords.get(word.substring(0, hyphen)));
        if (tens == null || tens.compareTo(TWENTY) < 0) {
            return null;
        }
        BigDecimal ones = unit(lexicon.numberWords.get(word.substring(hyphen + 1)));
        return ones != null && ones.compareTo(TEN) < 0 ? new Group(tens.add(ones), at + 1) : null;
    }

    private static @Nullable BigDecimal unit(@Nullable NumberWord number) {
        return number != null && number.kind() == NumberWord.Kind.UNIT ? number.value() : null;
    }

    private @Nullable NumberWord number(Tokens tokens, int at) {
        return at < tokens.count ? tokens.words(lexicon.vocabulary)[at].number() : null;
    }

    private boolean isMagnitude(Tokens tokens, int at) {
        return at < tokens.count && tokens.words(lexicon.vocabulary)[at].isMagnitude();
    }

    private static String norm(Tokens tokens, int at) {
        return at < tokens.count ? tokens.norm[at] : "";
    }
}
