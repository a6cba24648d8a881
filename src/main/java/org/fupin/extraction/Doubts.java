package org.fupin.extraction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fupin.extraction.Reasons.Reason;
import org.fupin.extraction.text.CueType;
import org.fupin.observation.Kind;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Programme;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Status;
import org.fupin.reference.DoubtReasons;
import org.fupin.reference.DoubtReasons.DoubtReason;
import org.fupin.reference.ExtractionRules;
import org.fupin.reference.ExtractionRules.Basis;
import org.fupin.reference.ExtractionRules.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Tells of the figures of a sentence that is done with which are doubtful, and why: from how sure the rules are that
 * concluded their fields, and from what stands around them. Changes nothing else of them. The codes are documented in
 * {@code reference/doubts.csv}; {@code quality.md} has how often figures with them were wrong.
 */
final class Doubts {

    /** Fewer yuan than a programme pays out at once: such an amount is mostly one for each. */
    private static final BigDecimal SMALL = BigDecimal.valueOf(20_000);

    /** How many sentences back the place stands at most that this one may go on about. */
    private static final int PLACE_BACK = 3;

    /** What a stated share may be off, in percentage points: more than any rounding of it. */
    private static final BigDecimal SHARE_OFF = BigDecimal.valueOf(2);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The programmes in whose sections people are counted for what was done with them. */
    private static final Map<Measure, Programme> PROGRAMMES = new EnumMap<>(Map.of(
            Measure.RELOCATED, Programme.RELOCATION,
            Measure.TRAINED, Programme.TRAINING,
            Measure.TRANSFERRED, Programme.TRAINING));

    private final ExtractionRules rules;
    private final DoubtReasons reasons;

    Doubts(ExtractionRules rules, DoubtReasons reasons) {
        this.rules = rules;
        this.reasons = reasons;
    }

    /** Concludes {@link Mention#doubt} of the figures of a sentence that all passes are done with. */
    void conclude(SentenceContext sentence) {
        List<Mention> mentions = sentence.mentions;
        for (int i = 0; i < mentions.size(); i++) {
            if (!mentions.get(i).isLeftOut()) {
                ofBasis(mentions.get(i));
                ofSurroundings(sentence, i);
            }
        }
        for (Mention mention : mentions) {
            if (!mention.isLeftOut()) {
                inherit(mention);
            }
        }
    }

    /** The basis of the field: that of the rule that concluded it last, the default where none did. */
    Basis basis(Mention mention, String field) {
        Reason last = last(mention, field);
        return last == null ? Basis.DEFAULT : rules.find(last.rule()).map(Rule::basis).orElse(Basis.DEFAULT);
    }

    private @Nullable Reason last(Mention mention, String field) {
        List<Reason> all = mention.rules.all();
        for (int i = all.size() - 1; i >= 0; i--) {
            Optional<Rule> rule = rules.find(all.get(i).rule());
            if (rule.isPresent() && rule.get().fields().contains(field)) {
                return all.get(i);
            }
        }
        return null;
    }

    private boolean isByDefault(Mention mention, String field) {
        return basis(mention, field) == Basis.DEFAULT;
    }

    private void ofBasis(Mention mention) {
        for (DoubtReason reason : reasons.all()) {
            boolean weak = reason.basis().isPresent()
                    && basis(mention, reason.field()) == reason.basis().get();
            add(mention, reason.code(), weak);
        }
    }

    private void ofSurroundings(SentenceContext sentence, int index) {
        Mention mention = sentence.mentions.get(index);
        add(mention, "repaired", mention.flags.contains(Observation.REPAIRED));
        add(mention, "digits_beside", hasDigitsBeside(sentence, index));
        add(mention, "relation_fails", isLargerThanTotal(mention) || givesOtherShare(mention));
        boolean isOther = mention.measure == Measure.OTHER && mention.noun == null;
        add(mention, "unknown_noun", isOther && !isByDefault(mention, "measure"));
        add(mention, "programme_differs", differsFromProgramme(mention));
        boolean derived = !mention.isLevel() && mention.kind != Kind.SHARE && mention.kind != Kind.GROWTH;
        add(mention, "no_level", derived && (mention.about == null || mention.about.isLeftOut()));
        add(mention, "amount_for_each", isAmountForEach(mention));
        boolean undated = mention.status == Status.PLANNED && isByDefault(mention, "period");
        add(mention, "planning_scope", undated && basis(mention, "status") == Basis.GUESSED);
        boolean ofYear = isByDefault(mention, "period") && mention.status != Status.STANDARD; // norms have no time
        add(mention, "other_time", sentence.tellsOtherTime && ofYear);
        boolean ownPlace = sentence.article.place().equals(mention.region);
        add(mention, "place_named", ownPlace && sentence.placesNamed == 1);
        add(mention, "place_before", ownPlace && sentence.placesNamed == 0 && isBehindPlace(sentence));
        add(mention, "far_level", mention.about != null && mention.about.sentence != sentence);
    }

    private static void add(Mention mention, String code, boolean applies) {
        if (applies) {
            mention.doubt.add(code);
        }
    }

    /** What a figure has from another one is as doubtful as it is there. */
    private void inherit(Mention mention) {
        for (DoubtReason reason : reasons.all()) {
            Reason last = reason.field().equals("source") ? null : last(mention, reason.field());
            if (last != null && last.of() != null && last.of().doubt.contains(reason.code())) {
                add(mention, reason.code(), !mention.doubt.contains(reason.code()));
            }
        }
        List<String> ordered = reasons.ordered(mention.doubt);
        mention.doubt.clear();
        mention.doubt.addAll(ordered);
    }

    /** "45 (7) wells": digits that were left out for no reason that explains them. */
    private static boolean hasDigitsBeside(SentenceContext sentence, int index) {
        Mention mention = sentence.mentions.get(index);
        Mention before = index == 0 ? null : sentence.mentions.get(index - 1);
        Mention behind = index + 1 == sentence.mentions.size() ? null : sentence.mentions.get(index + 1);
        return before != null && isUnexplained(before) && mention.from - before.to <= 1
                || behind != null && isUnexplained(behind) && behind.from - mention.to <= 1;
    }

    private static boolean isUnexplained(Mention number) {
        return number.leftOut == LeftOutReason.OTHER && number.form == Mention.Form.DIGITS;
    }

    private static boolean isLargerThanTotal(Mention mention) {
        Mention total = mention.partOf;
        return total != null
                && isComparable(mention, total)
                && total.qualifier != Qualifier.OVER
                && mention.value.compareTo(total.value) > 0;
    }

    /** A share of a part that is not what the part is of its total. */
    private static boolean givesOtherShare(Mention mention) {
        Mention part = mention.about;
        Mention total = part == null ? null : part.partOf;
        if (mention.kind != Kind.SHARE || mention.value == null || total == null || !isComparable(part, total)) {
            return false;
        }
        BigDecimal share = part.value.multiply(HUNDRED).divide(total.value, 2, RoundingMode.HALF_UP);
        return share.subtract(mention.value).abs().compareTo(SHARE_OFF) > 0;
    }

    private static boolean isComparable(Mention part, Mention total) {
        return part.value != null
                && total.value != null
                && total.value.signum() > 0
                && part.unit != null
                && part.unit.equals(total.unit)
                && part.per == total.per;
    }

    /** Merely people in a section on relocation or training, and people relocated or trained, by words, in another. */
    private boolean differsFromProgramme(Mention mention) {
        Programme programme = mention.sentence.section.programme();
        if (mention.measure == Measure.PEOPLE || mention.measure == Measure.HOUSEHOLDS) {
            return PROGRAMMES.containsValue(programme);
        }
        Programme own = mention.measure == null ? null : PROGRAMMES.get(mention.measure);
        return own != null && own != programme && basis(mention, "measure") == Basis.GUESSED;
    }

    private boolean isAmountForEach(Mention mention) {
        if (mention.status != Status.ACTUAL || !mention.isLevel() || mention.value == null) {
            return false;
        }
        SentenceContext sentence = mention.sentence;
        boolean each = mention.per != null && mention.per != PerUnit.YEAR && mention.measure != Measure.INCOME;
        boolean small =
                mention.measure == Measure.FUNDS && mention.isUnit("CNY") && mention.value.compareTo(SMALL) < 0;
        boolean average = basis(mention, "counted") == Basis.INHERITED; // of an amount before it
        return (each || small)
                && !average
                && !sentence.hasCue(
                        CueType.AVERAGE, sentence.clauseStart(mention.lead), sentence.clauseEnd(mention.to));
    }

    private static boolean isBehindPlace(SentenceContext sentence) {
        SentenceContext before = sentence.previous;
        for (int i = 0; before != null && i < PLACE_BACK; i++) {
            if (before.place != null) {
                return true;
            }
            before = before.previous;
        }
        return false;
    }
}
