package org.fupin.extraction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fupin.extraction.Lexicon.Cue;
import org.fupin.extraction.Lexicon.UnitWord;
import org.fupin.extraction.PhraseIndex.Hit;
import org.fupin.observation.Coded;
import org.fupin.observation.Dimension;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Observation;
import org.fupin.observation.Qualifier;
import org.fupin.reference.Language.NumberWord;
import org.jspecify.annotations.Nullable;

/** Makes quantities of numbers: magnitude words, units and currencies, ranges, ratios and qualifiers. */
final class QuantityPass implements Pass {

    /** Most magnitude words of a number ("hundred million" has two): a number stays short enough to calculate with. */
    private static final int MOST_MAGNITUDES = 4;

    /** Longest number of number words, in digits, for the same reason. */
    private static final int MOST_DIGITS = 24;

    private static final Pattern THOUSANDS_POINT = Pattern.compile("[0-9]{1,3}\\.[0-9]{3}");

    private final Lexicon lexicon;

    QuantityPass(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public String name() {
        return "quantities";
    }

    @Override
    public void apply(SentenceContext sentence) {
        joinNumberWords(sentence);
        int taken = 0;
        List<Mention> kept = new ArrayList<>(sentence.mentions.size());
        for (Mention mention : sentence.mentions) {
            if (mention.firstNumber < taken) {
                // the 2 of "500 m2" belongs to the unit before it
                continue;
            }
            mention.written = mention.value;
            if (mention.unit == null) {
                magnitude(sentence, mention);
                unit(sentence, mention, taken);
            } else {
                halfOfTime(sentence.tokens, mention);
            }
            taken = mention.to;
            kept.add(mention);
        }
        sentence.mentions.clear();
        sentence.mentions.addAll(kept);
        ranges(sentence);
        ratios(sentence);
        sharedUnits(sentence);
        for (Mention mention : sentence.mentions) {
            repairThousandsPoint(mention);
            qualifier(sentence, mention);
        }
    }

    /** "one hundred and twenty", "two hundred fifty" are one number. */
    private void joinNumberWords(SentenceContext sentence) {
        List<Mention> joined = new ArrayList<>();
        Tokens tokens = sentence.tokens;
        for (Mention mention : sentence.mentions) {
            Mention last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null
                    && last.form == Mention.Form.WORD
                    && mention.form == Mention.Form.WORD
                    && last.value != null
                    && mention.value != null) {
                int next = last.lastNumber + 1;
                NumberWord between = lexicon.numberWords.get(tokens.norm[next]);
                boolean hundreds = between != null
                        && between.kind() == NumberWord.Kind.MAGNITUDE
                        && between.value().compareTo(mention.value) > 0;
                int follow = hundreds && tokens.is(next + 1, "and") ? next + 2 : next + 1;
                if (hundreds && follow == mention.firstNumber && last.value.precision() < MOST_DIGITS) {
                    last.value = last.value.multiply(between.value()).add(mention.value);
                    last.lastNumber = mention.lastNumber;
                    last.to = mention.to;
                    continue;
                }
            }
            joined.add(mention);
        }
        sentence.mentions.clear();
        sentence.mentions.addAll(joined);
    }

    private void magnitude(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int at = afterHyphen(tokens, mention.to);
        for (int words = 0; words < MOST_MAGNITUDES && tokens.isWord(at); words++) {
            String word = tokens.norm[at];
            int hyphen = word.indexOf('-');
            NumberWord magnitude = lexicon.numberWords.get(word);
            if (magnitude == null || magnitude.kind() != NumberWord.Kind.MAGNITUDE || hyphen >= 0) {
                break;
            }
            mention.value = mention.value.multiply(magnitude.value());
            mention.hasMagnitude = true;
            mention.lastNumber = at;
            mention.to = at + 1;
            at++;
        }
    }

    /** @param taken the first token that does not belong to the quantity before */
    private void unit(SentenceContext sentence, Mention mention, int taken) {
        Tokens tokens = sentence.tokens;
        int at = afterHyphen(tokens, mention.to);
        Hit<UnitWord> hit = unitAt(tokens, at);
        if (hit == null && tokens.isWord(at)) {
            hit = hyphenated(tokens, at);
        }
        if (hit != null && isAmbiguousLetter(tokens, hit, mention)) {
            hit = null;
        }
        if (hit != null) {
            UnitWord word = hit.value();
            mention.unit = word.unit();
            mention.value = mention.value.multiply(word.factor());
            boolean counted = word.unit().is("person-time") || word.unit().is("household-time");
            mention.to = counted ? mention.to : hit.end();
            if (counted) {
                mention.nounFrom = hit.begin();
                mention.nounTo = hit.end();
            }
            mention.rules.add("unit:" + word.unit().code(), hit);
            if (word.unit().is("CNY")) {
                yuanMarks(tokens, mention);
            }
            return;
        }
        currencyBefore(tokens, mention, taken);
    }

    /** "500 m2" are square meters, "28 m 2 wells" are not: the digit of a unit stands right behind its letters. */
    private @Nullable Hit<UnitWord> unitAt(Tokens tokens, int at) {
        Hit<UnitWord> hit = lexicon.unitWords.longest(tokens, at, tokens.count);
        for (int i = at + 1; hit != null && i < hit.end(); i++) {
            if (tokens.isNumber(i) && !tokens.isGlued(i)) {
                return lexicon.unitWords.longest(tokens, at, i);
            }
        }
        return hit;
    }

    /** "half an hour" is no fraction of a whole but a time. */
    private void halfOfTime(Tokens tokens, Mention mention) {
        if (!tokens.is(mention.from, "half") || !tokens.is(mention.to, "a") && !tokens.is(mention.to, "an")) {
            return;
        }
        Hit<UnitWord> hit = lexicon.unitWords.longest(tokens, mention.to + 1, tokens.count);
        if (hit != null && hit.value().unit().dimension() == Dimension.TIME) {
            mention.unit = hit.value().unit();
            mention.value = new BigDecimal("0.5");
            mention.to = hit.end();
            mention.rules.add("half-of-time", hit);
        }
    }

    /** "RMB" or "(RMB)" behind the Yuan belongs to it. */
    private static void yuanMarks(Tokens tokens, Mention mention) {
        if (tokens.is(mention.to, "rmb")) {
            mention.to++;
        }
    }

    /** "US$ 1.2 million", "RMB 200", "$5,000". */
    private void currencyBefore(Tokens tokens, Mention mention, int taken) {
        for (int length = 3; length >= 1; length--) {
            int begin = mention.firstNumber - length;
            if (begin < taken) {
                continue;
            }
            Hit<UnitWord> hit = lexicon.unitWords.longest(tokens, begin, mention.firstNumber);
            if (hit != null
                    && hit.end() == mention.firstNumber
                    && hit.value().unit().dimension() == Dimension.MONEY) {
                mention.unit = hit.value().unit();
                mention.from = begin;
                mention.lead = begin;
                mention.rules.add("unit-before:" + mention.unit.code(), hit);
                return;
            }
        }
    }

    /** "10-kilometer-long": the unit is the first part of a compound. */
    private @Nullable Hit<UnitWord> hyphenated(Tokens tokens, int at) {
        String word = tokens.norm[at];
        int hyphen = word.indexOf('-');
        if (hyphen <= 0) {
            return null;
        }
        Tokens part = Tokens.of(word.substring(0, hyphen), 0);
        Hit<UnitWord> hit = lexicon.unitWords.longest(part, 0, part.count);
        return hit == null ? null : new Hit<>(hit.value(), at, at + 1);
    }

    /** One letter is a unit only where it stands right behind the digits: "35 m" but not "3 M". */
    private static boolean isAmbiguousLetter(Tokens tokens, Hit<UnitWord> hit, Mention mention) {
        if (hit.length() != 1 || !tokens.isWord(hit.begin())) {
            return false;
        }
        String raw = tokens.raw(hit.begin(), hit.end());
        return raw.length() == 1 && Character.isUpperCase(raw.charAt(0));
    }

    private static int afterHyphen(Tokens tokens, int at) {
        return tokens.is(at, "-") && tokens.isGlued(at) && tokens.isGlued(at + 1) && tokens.isWord(at + 1)
                ? at + 1
                : at;
    }

    /** "5-10 million Yuan" is 5,000,000 to 10,000,000: the lower end shares magnitude and unit of the upper. */
    private void ranges(SentenceContext sentence) {
        Tokens tokens = sentence.tokens;
        List<Mention> kept = new ArrayList<>(sentence.mentions.size());
        Mention lower = null;
        for (Mention upper : sentence.mentions) {
            if (lower != null && isRange(sentence, lower, upper)) {
                lower.high = upper.value;
                lower.low = lower.value;
                if (!lower.hasMagnitude && upper.hasMagnitude && lower.low.compareTo(upper.written) <= 0) {
                    lower.low = lower.low.multiply(upper.value.divide(upper.written));
                }
                lower.value = null;
                lower.isRange = true;
                lower.unit = upper.unit;
                lower.hasMagnitude = upper.hasMagnitude;
                lower.lastNumber = upper.lastNumber;
                lower.to = upper.to;
                lower.nounFrom = upper.nounFrom;
                lower.nounTo = upper.nounTo;
                if (lower.rules.size() == 0) {
                    lower.rules.addAll(upper.rules);
                }
                lower.rules.add("range");
            } else {
                kept.add(upper);
                lower = upper;
            }
        }
        sentence.mentions.clear();
        sentence.mentions.addAll(kept);
    }

    /** "6.9 and 6.2 percentage points": the unit behind the last number of a list is that of all of them. */
    private static void sharedUnits(SentenceContext sentence) {
        Tokens tokens = sentence.tokens;
        for (int i = sentence.mentions.size() - 2; i >= 0; i--) {
            Mention left = sentence.mentions.get(i);
            Mention right = sentence.mentions.get(i + 1);
            boolean and = tokens.is(left.to, "and") && right.from == left.to + 1;
            boolean bare = left.unit == null && left.form == Mention.Form.DIGITS && !left.hasMagnitude && !left.isRange;
            boolean relative = right.isUnit("pp") || right.isPercent() || right.isUnit("times");
            boolean amount = right.unit != null && right.unit.dimension() == Dimension.MONEY;
            boolean decimal = tokens.norm[left.firstNumber].indexOf('.') > 0;
            if (and
                    && bare
                    && !DatePass.isYear(tokens, left)
                    && (relative && decimal || amount && !right.hasMagnitude)) {
                left.unit = right.unit;
                left.rules.add("unit-shared:" + left.unit.code(), right);
            }
        }
    }

    private static boolean isRange(SentenceContext sentence, Mention lower, Mention upper) {
        Tokens tokens = sentence.tokens;
        int between = lower.to;
        if (lower.form != upper.form
                || lower.form != Mention.Form.DIGITS && lower.form != Mention.Form.WORD
                || lower.isRange
                || upper.from != between + 1
                || lower.value.compareTo(upper.value) >= 0) {
            return false;
        }
        boolean sameUnit = lower.unit == null || lower.unit.equals(upper.unit);
        if (tokens.is(between, "-")) {
            return sameUnit && !(DatePass.isYear(tokens, lower) && upper.unit == null);
        }
        if (lower.form == Mention.Form.WORD) {
            // "three to five towns"
            return tokens.is(between, "to") && sameUnit && (upper.unit != null || tokens.isWord(upper.to));
        }
        boolean changes = tokens.is(lower.from - 1, "from") || tokens.is(lower.from - 1, "between");
        return tokens.is(between, "to")
                && sameUnit
                && !DatePass.isYear(tokens, lower)
                && (!changes || tokens.is(lower.from - 2, "ranging") || tokens.is(lower.from - 2, "range"))
                && (lower.unit != null || upper.unit != null || tokens.isWord(upper.to))
                && !sentence.cueAt(CueType.MONTH, lower.from - 1);
    }

    /** "2.37:1" is a ratio, "4:3:1:1" are weights. */
    private void ratios(SentenceContext sentence) {
        Tokens tokens = sentence.tokens;
        List<Mention> kept = new ArrayList<>();
        int at = 0;
        while (at < sentence.mentions.size()) {
            int last = at;
            while (last + 1 < sentence.mentions.size() && isRatioStep(tokens, sentence.mentions, last)) {
                last++;
            }
            Mention first = sentence.mentions.get(at);
            if (last == at + 1) {
                Mention second = sentence.mentions.get(last);
                boolean oneFirst = first.value.compareTo(BigDecimal.ONE) == 0;
                first.value = oneFirst || second.value.signum() == 0
                        ? second.value
                        : first.value
                                .divide(second.value, 6, java.math.RoundingMode.HALF_UP)
                                .stripTrailingZeros();
                first.unit = lexicon.ratio;
                first.lastNumber = second.lastNumber;
                first.to = second.to;
                first.rules.add("ratio");
                kept.add(first);
            } else {
                for (int i = at; i <= last; i++) {
                    if (last > at) {
                        sentence.mentions.get(i).leaveOut(LeftOutReason.WEIGHT, "weights");
                    }
                    kept.add(sentence.mentions.get(i));
                }
            }
            at = last + 1;
        }
        sentence.mentions.clear();
        sentence.mentions.addAll(kept);
    }

    private static boolean isRatioStep(Tokens tokens, List<Mention> mentions, int index) {
        Mention left = mentions.get(index);
        Mention right = mentions.get(index + 1);
        return left.form == Mention.Form.DIGITS
                && right.form == Mention.Form.DIGITS
                && left.unit == null
                && left.value != null
                && right.value != null
                && tokens.is(left.to, ":")
                && right.from == left.to + 1;
    }

    /** "62.100 people": three decimals of things that come in ones are a thousand's point. */
    private void repairThousandsPoint(Mention mention) {
        Tokens tokens = mention.sentence.tokens;
        if (mention.unit != null && !mention.isUnit("person-time") || mention.hasMagnitude || mention.isRange) {
            return;
        }
        String digits = tokens.norm[mention.firstNumber];
        if (mention.form == Mention.Form.DIGITS
                && digits.indexOf(',') < 0
                && THOUSANDS_POINT.matcher(digits).matches()
                && tokens.isWord(mention.to)) {
            mention.value = mention.value.movePointRight(3);
            mention.flags.add(Observation.REPAIRED);
            mention.rules.add("thousands-point");
        }
    }

    private static void qualifier(SentenceContext sentence, Mention mention) {
        for (int length = 4; length >= 1; length--) {
            Hit<Cue> hit = sentence.cueBeginningAt(CueType.QUALIFIER, mention.from - length);
            if (hit != null && hit.end() == mention.from) {
                mention.lead = hit.begin();
                mention.qualifier = Coded.of(Qualifier.class, hit.value().value());
                if (isBase(sentence, hit, mention)) {
                    mention.qualifier = Qualifier.EXACT;
                }
                if (mention.qualifier != Qualifier.EXACT) {
                    mention.rules.add("qualifier:" + mention.qualifier.code(), hit);
                }
                return;
            }
        }
    }

    /** "up 15% over 2011": here "over" introduces the base of a comparison. */
    private static boolean isBase(SentenceContext sentence, Hit<Cue> hit, Mention mention) {
        return mention.unit == null && DatePass.isYear(sentence.tokens, mention);
    }
}
