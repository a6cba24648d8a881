package org.fupin.extraction.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.Scene;
import org.fupin.extraction.structure.Figure;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Measure;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Period;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Status;
import org.fupin.observation.Unit;
import org.fupin.reference.Language.NumberWord;
import org.fupin.reference.Units;
import org.jspecify.annotations.Nullable;

/** A number of a sentence on its way to an observation: each pass fills in what it concludes. Lives within one sentence. */
public final class Mention implements Figure, Scene.Figure {

    /** How the number is written. */
    public enum Form {
        DIGITS,
        WORD,
        FRACTION,
        MULTIPLE;

        final String code = name().toLowerCase(Locale.ROOT);
    }

    public final SentenceContext sentence;
    public final Form form;
    /** Tokens of the number alone, first and last. */
    public final int firstNumber;

    public int lastNumber;
    /** Tokens of the quantity expression: from, to before. */
    public int from;

    public int to;

    @Nullable
    public BigDecimal value;

    /** The number alone, before its magnitude and unit multiply it. */
    @Nullable
    public BigDecimal written;

    @Nullable
    public BigDecimal low;

    @Nullable
    public BigDecimal high;

    /** What the magnitude words behind the number multiply it with, and what its unit does. */
    public BigDecimal magnitude = BigDecimal.ONE;

    public BigDecimal factor = BigDecimal.ONE;
    public boolean hasMagnitude;
    public boolean isRange;
    /** Whether it was written as so many of so many. */
    public boolean isShare;
    /** Whether a minus sign or a word for it stands before it. */
    public boolean isNegative;

    @Nullable
    public Unit unit;

    /** Whether a number word is the first part of a compound that is no number: "three-year", "two-way". */
    public boolean gluedToWord;

    public Qualifier qualifier = Qualifier.EXACT;
    /** First token of what stands before the quantity and belongs to it: a qualifier. */
    public int lead;

    @Nullable
    public LeftOutReason leftOut;

    /** The number before it in the sentence, null if there is none; known to the passes that leave numbers out. */
    @Nullable
    public Mention before;

    /** Tokens of the noun phrase that is counted, or that names what is measured; equal when there is none. */
    public int nounFrom;

    public int nounTo;
    public Lexicon.@Nullable Noun noun;
    /** Whether the noun phrase was found before the number ("villages reached 1,161"). */
    public boolean nounBefore;

    /** Tokens of the subject that a list gives this figure with "respectively"; equal when there is none. */
    public int subjectFrom;

    public int subjectTo;

    /** The year that a list of years gives this figure with "respectively". */
    @Nullable
    public Period sharedPeriod;

    public Kind kind = Kind.LEVEL;

    @Nullable
    public Direction direction;

    @Nullable
    public Measure measure;

    @Nullable
    public FundingSource source;

    @Nullable
    public PerUnit per;

    public Status status = Status.ACTUAL;

    @Nullable
    public Period period;

    @Nullable
    public String region;

    public String item = "";

    /** A figure before it whose things this one counts again: "rose from X to Y", "a target of Y". */
    @Nullable
    public Mention sameAs;

    /** The count of the things each of which this amount measures: "four 500,000 yuan workshops". */
    @Nullable
    public Mention sizeOf;

    /** Whether it is a share of a whole that the sentence opens with: no level is told that it describes. */
    public boolean ofWhole;

    /** Whether it is the earlier one of two levels that are compared. */
    public boolean isBase;

    @Nullable
    public Mention partOf;

    @Nullable
    public Mention about;

    public final Reasons rules = new Reasons();
    public final List<String> flags = new ArrayList<>(1);
    /** Codes of the reasons to doubt it, in the order of the fields. */
    public final List<String> doubt = new ArrayList<>(1);

    public Mention(SentenceContext sentence, Form form, int firstNumber, int lastNumber) {
        this.sentence = sentence;
        this.form = form;
        this.firstNumber = firstNumber;
        this.lastNumber = lastNumber;
        this.from = firstNumber;
        this.to = lastNumber + 1;
        this.lead = firstNumber;
    }

    @Override
    public boolean isLeftOut() {
        return leftOut != null;
    }

    public void leaveOut(LeftOutReason reason, String rule) {
        leftOut = reason;
        rules.add(rule);
    }

    public boolean isUnit(String code) {
        return unit != null && unit.is(code);
    }

    @Override
    public int behindNoun() {
        return nounBefore ? to : Math.max(to, nounTo);
    }

    public boolean hasSubject() {
        return subjectTo > subjectFrom;
    }

    /** How often people or households took part: "3,000 person-times". */
    public boolean isTimes() {
        return isUnit("person-time") || isUnit("household-time");
    }

    public boolean isPercent() {
        return isUnit("percent");
    }

    /** A number without a unit of its own: a count of something. */
    public boolean isCount() {
        return unit == null;
    }

    public boolean isLevel() {
        return kind == Kind.LEVEL;
    }

    /** The year that it is, null if it was not left out as one. */
    public @Nullable Period year() {
        String digits = sentence.tokens.norm[firstNumber];
        boolean year = leftOut == LeftOutReason.DATE && !isRange && DigitString.isYear(digits);
        return year ? Period.ofYear(Integer.parseInt(digits)) : null;
    }

    /** The value, which must be known, with the place value of its last stated digit. */
    public Arithmetic.Stated stated() {
        int decimals = written == null ? 0 : Math.max(0, written.scale());
        return new Arithmetic.Stated(value, magnitude.multiply(factor).movePointLeft(decimals));
    }

    public int begin() {
        return sentence.tokens.begin[from];
    }

    public int end() {
        return sentence.tokens.end[to - 1];
    }

    /** A magnitude of several words right behind digits ("12 ten thousand"); behind a year it is a number of its own. */
    @Nullable
    public Hit<NumberWord> magnitudePhrase(Lexicon lexicon) {
        if (form != Form.DIGITS || DigitString.isYear(sentence.tokens.norm[firstNumber])) {
            return null;
        }
        Hit<NumberWord> hit = lexicon.numberPhrases.longest(sentence.tokens, to, sentence.tokens.count);
        return hit != null && hit.value().kind() == NumberWord.Kind.MAGNITUDE ? hit : null;
    }

    @Override
    public int lead() {
        return lead;
    }

    @Override
    public int from() {
        return from;
    }

    @Override
    public int to() {
        return to;
    }

    @Override
    public @Nullable Unit unit() {
        return unit;
    }

    @Override
    public @Nullable BigDecimal value() {
        return value;
    }

    /** What the conditions of rules may ask of a figure. */
    public static Keys facts(Units units) {
        return FigureFacts.keys(units);
    }

    @Override
    public String fact(String key) {
        return FigureFacts.of(this, key);
    }

    /** Leaves out a count of nothing, after the links have had their say. */
    public void leaveOutBare() {
        leaveOut(LeftOutReason.OTHER, "counts-nothing");
    }
}
