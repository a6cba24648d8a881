package org.fupin.extraction.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Coded;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.Qualifier;

/** Makes quantities of numbers: magnitude words, units and currencies, shares, ranges, ratios and qualifiers. */
public final class QuantityPass implements Pass {

    private static final String NAME = "quantities";

    private static final String COUNTED = "counted";

    /** Digits behind the point that are thousands. */
    private static final int THOUSANDS = 3;

    private static final Pattern THOUSANDS_POINT = Pattern.compile("[0-9]{1,3}\\.[0-9]{3}");

    private final Lexicon lexicon;
    private final RuleTable table;
    private final MeasuredUnits units;
    private final Magnitudes magnitudes;
    private final BracketedUnits bracketed;

    public QuantityPass(Lexicon lexicon, RuleTable.Compiler rules) {
        this.lexicon = lexicon;
        units = new MeasuredUnits(lexicon);
        magnitudes = new Magnitudes(lexicon, units);
        bracketed = new BracketedUnits(lexicon);
        Keys keys = SharesOfMany.keys(SharedUnits.keys(Ranges.keys(LeaveOutPass.keys())));
        table = rules.table(NAME, units.keys(keys).withFlag(COUNTED));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(SentenceContext sentence) {
        RuleTable.InSentence rules = table.in(sentence);
        measure(sentence, rules);
        bracketed.header(sentence);
        SharesOfMany.join(sentence, rules, lexicon.percent);
        Ranges.join(sentence, rules);
        Ratios.join(sentence, rules, lexicon.ratio);
        SharedUnits.share(sentence.mentions, rules);
        for (Mention mention : sentence.mentions) {
            repairThousands(mention);
            Qualifiers.read(sentence, mention);
            repetition(rules, mention);
        }
        sentence.settleNumbers();
    }

    /** Magnitude, unit and sign of each number; the 2 of "500 m2" belongs to the unit before it. */
    private void measure(SentenceContext sentence, RuleTable.InSentence rules) {
        int taken = 0;
        List<Mention> kept = new ArrayList<>(sentence.mentions.size());
        for (Mention mention : sentence.mentions) {
            if (mention.firstNumber < taken) {
                continue;
            }
            mention.written = mention.value;
            if (mention.unit == null) {
                qualifierInside(sentence, mention);
                magnitudes.read(sentence, mention, taken);
                units.read(sentence, rules, mention, taken);
                bracketed.unit(sentence, mention);
            }
            Signs.negative(sentence, mention, taken);
            taken = mention.to;
            kept.add(mention);
        }
        sentence.mentions.clear();
        sentence.mentions.addAll(kept);
    }

    /** "20+ million yuan", "5+ mu": between the number and its magnitude or unit. */
    private void qualifierInside(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        Hit<Cue> hit = tokens.isGlued(mention.to) ? sentence.cueBeginningAt(CueType.QUALIFIER_AFTER, mention.to) : null;
        boolean measured = hit != null
                && tokens.isWord(hit.end())
                && (lexicon.isMagnitude(tokens.norm[hit.end()]) || units.at(tokens, hit.end()) != null);
        if (measured) {
            mention.to = hit.end();
            Qualifiers.set(mention, Coded.of(Qualifier.class, hit.value().value()), hit.begin(), hit.end());
        }
    }

    /** "62.100 people", "3,20 households": things that come in ones have no decimals, the mark parts thousands. */
    private static void repairThousands(Mention mention) {
        Tokens tokens = mention.sentence.tokens;
        boolean counts = mention.form == Mention.Form.DIGITS
                && (mention.unit == null || mention.nounTo > mention.nounFrom)
                && !mention.hasMagnitude
                && !mention.isRange
                && tokens.isWord(mention.to);
        if (!counts) {
            return;
        }
        String digits = tokens.norm[mention.firstNumber];
        boolean comma = digits.indexOf('.') < 0 && digits.indexOf(',') > 0;
        boolean whole = mention.firstNumber == mention.lastNumber;
        if (comma && whole && mention.value.stripTrailingZeros().scale() > 0) {
            mention.value = new BigDecimal(digits.replace(",", ""));
        } else if (THOUSANDS_POINT.matcher(digits).matches()) {
            mention.value = mention.value.movePointRight(THOUSANDS);
            mention.flags.add(Observation.REPAIRED);
            mention.rules.add("thousands-point");
        }
    }

    /** "inspected the site 14 times": nothing is compared, so that the times are counted. */
    private void repetition(RuleTable.InSentence rules, Mention mention) {
        RuleTable.Applied row = mention.isRange ? null : rules.first(mention, COUNTED);
        if (row != null) {
            mention.unit = null;
            mention.to--;
            mention.nounFrom = mention.to;
            mention.nounTo = mention.to + 1;
            mention.noun = new Lexicon.Noun(Measure.OTHER, lexicon.count);
            mention.rules.add(row.rule(), mention.nounFrom, mention.nounTo);
        }
    }
}
