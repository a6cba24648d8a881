package org.fupin.extraction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Reasons.Reason;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.observation.Kind;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Period;
import org.fupin.observation.PeriodType;
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
 * Tells which figures of a sentence are doubtful, and why, when all passes are done with it: from how sure the rules are that
 * concluded their fields, and from what stands around them. The reasons are documented in {@code reference/doubts.csv}; the
 * handbook's page on quality has how often figures with each of them were wrong.
 */
final class Doubts {

    /** Fewer yuan than a programme pays out at once: so little is mostly told for each. */
    private static final BigDecimal SMALL = BigDecimal.valueOf(20_000);

    /** How many sentences back the place stands at most that the text may go on about. */
    private static final int PLACE_BACK = 3;

    /** What a share may differ from the quotient of its part and total, in percentage points: more than any rounding. */
    private static final BigDecimal SHARE_OFF = BigDecimal.valueOf(2);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** In which programme's sections people are counted for what was done with them. */
    private static final Map<Measure, Programme> PROGRAMMES = new EnumMap<>(Map.of(
            Measure.RELOCATED, Programme.RELOCATION,
            Measure.TRAINED, Programme.TRAINING,
            Measure.TRANSFERRED, Programme.TRAINING));

    /** What is done in a year: seldom told as what there is on a day. */
    private static final Set<Measure> WORKS = EnumSet.of(
            Measure.FACILITIES,
            Measure.PROJECTS,
            Measure.VILLAGES,
            Measure.LENGTH,
            Measure.AREA,
            Measure.RELOCATED,
            Measure.TRAINED,
            Measure.TRANSFERRED,
            Measure.COURSES);

    /** A rule that applied to a figure, with what it went by. */
    private record Concluded(Reason reason, Rule rule) {}

    /** The rule that concluded each field of a figure. */
    private final class Conclusions {

        private final Map<String, Concluded> last = new HashMap<>();

        private Conclusions(Mention mention) {
            for (Reason reason : mention.rules.all()) {
                Rule rule = rules.find(reason.rule()).orElse(null);
                for (String field : rule == null ? List.<String>of() : rule.fields()) {
                    last.put(field, new Concluded(reason, rule));
                }
            }
        }

        private @Nullable Reason of(String field) {
            Concluded concluded = last.get(field);
            return concluded == null ? null : concluded.reason();
        }

        private boolean is(String field, Basis basis) {
            Concluded concluded = last.get(field);
            return basis
                    == (concluded == null ? Basis.DEFAULT : concluded.rule().basis());
        }
    }

    private final ExtractionRules rules;
    private final List<DoubtReason> all;
    /** Those told by how sure a rule is. */
    private final List<DoubtReason> ofBasis;
    /** By the name of a rule the codes of those that it gives. */
    private final Map<String, List<String>> byRule = new HashMap<>();

    private final Comparator<String> order;

    Doubts(ExtractionRules rules, DoubtReasons reasons) {
        this.rules = rules;
        all = reasons.all();
        ofBasis = all.stream().filter(reason -> reason.basis() != null).toList();
        for (DoubtReason reason : all) {
            for (String rule : reason.rules()) {
                if (rules.find(rule).isEmpty()) {
                    throw new IllegalStateException("doubts.csv: " + reason.code() + " names the rule '" + rule
                            + "': expected one of reference/rules");
                }
                byRule.computeIfAbsent(rule, name -> new ArrayList<>(1)).add(reason.code());
            }
        }
        order = Comparator.comparingInt(reasons::order);
    }

    /** Concludes {@link Mention#doubt} of the figures. */
    void conclude(SentenceContext sentence) {
        List<Mention> mentions = sentence.mentions;
        List<Conclusions> conclusions = new ArrayList<>(mentions.size());
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            Conclusions of = mention.isLeftOut() ? null : new Conclusions(mention);
            conclusions.add(of);
            if (of != null) {
                ofQuantity(sentence, i);
                ofMeaning(mention, of);
                ofCircumstances(mention, of);
            }
        }
        for (int i = 0; i < mentions.size(); i++) {
            if (conclusions.get(i) != null) {
                inherit(mentions.get(i), conclusions.get(i));
            }
        }
    }

    private void ofQuantity(SentenceContext sentence, int index) {
        Mention mention = sentence.mentions.get(index);
        add(mention, "repaired", mention.flags.contains(Observation.REPAIRED));
        add(mention, "digits_beside", hasDigitsBeside(sentence, index));
        add(mention, "relation_fails", isLargerThanTotal(mention) || givesOtherShare(mention));
    }

    private void ofMeaning(Mention mention, Conclusions of) {
        boolean unknown = mention.measure == Measure.OTHER && mention.noun == null;
        add(mention, "unknown_noun", unknown && !of.is("measure", Basis.DEFAULT));
        add(mention, "programme_differs", differsFromProgramme(mention, of));
        add(mention, "people_alone", mention.measure == Measure.PEOPLE);
        boolean share = mention.kind == Kind.SHARE;
        add(mention, "no_whole", share && (mention.about == null || mention.about.isLeftOut()));
        for (DoubtReason reason : ofBasis) {
            add(mention, reason.code(), of.is(reason.field(), reason.basis()));
        }
        for (Reason told : mention.rules.all()) {
            byRule.getOrDefault(told.rule(), List.of()).forEach(code -> add(mention, code, true));
        }
    }

    private void ofCircumstances(Mention mention, Conclusions of) {
        SentenceContext sentence = mention.sentence;
        add(mention, "amount_for_each", isAmountForEach(mention, of));
        add(mention, "planning_scope", mention.status == Status.PLANNED && of.is("period", Basis.DEFAULT));
        add(mention, "day_or_year", isYearEnd(mention.period) && WORKS.contains(mention.measure));
        SentenceContext before = sentence.previous;
        boolean goesOn = before != null && before.yearBefore != null && before.yearBefore.equals(sentence.yearBefore);
        add(mention, "year_before", goesOn && of.is("period", Basis.DEFAULT));
        boolean ownPlace = sentence.article.place().equals(mention.region);
        add(mention, "place_before", ownPlace && sentence.placesNamed == 0 && isBehindPlace(sentence));
    }

    private static void add(Mention mention, String code, boolean applies) {
        if (applies && !mention.doubt.contains(code)) {
            mention.doubt.add(code);
        }
    }

    /** What a figure has from another one is as doubtful as it is there; who pays is asked of the other one alone. */
    private void inherit(Mention mention, Conclusions of) {
        for (DoubtReason reason : all) {
            Reason last = of.of(reason.field());
            boolean from = last != null && last.of() != null && last.of().doubt.contains(reason.code());
            add(mention, reason.code(), from && !reason.field().equals("source"));
        }
        if (mention.doubt.size() > 1) {
            mention.doubt.sort(order);
        }
    }

    /** "45 (7) wells": digits that were left out for no reason that explains them. */
    private static boolean hasDigitsBeside(SentenceContext sentence, int index) {
        List<Mention> mentions = sentence.mentions;
        Mention mention = mentions.get(index);
        boolean before = index > 0 && isUnexplained(mentions.get(index - 1));
        boolean behind = index + 1 < mentions.size() && isUnexplained(mentions.get(index + 1));
        return before && mention.from - mentions.get(index - 1).to <= 1
                || behind && mentions.get(index + 1).from - mention.to <= 1;
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

    /** The share of a part is another than the part has in its total. */
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

    /** Merely people in a section on relocation or training; people relocated or trained, by words near them, in another. */
    private static boolean differsFromProgramme(Mention mention, Conclusions of) {
        Programme programme = mention.sentence.section.programme();
        if (mention.measure == Measure.PEOPLE || mention.measure == Measure.HOUSEHOLDS) {
            return PROGRAMMES.containsValue(programme);
        }
        Programme own = mention.measure == null ? null : PROGRAMMES.get(mention.measure);
        // An overview tells of all programmes.
        return own != null && own != programme && programme != Programme.OVERVIEW && of.is("measure", Basis.GUESSED);
    }

    private static boolean isAmountForEach(Mention mention, Conclusions of) {
        boolean average = of.is("counted", Basis.INHERITED); // of the amount before it
        if (mention.status != Status.ACTUAL || !mention.isLevel() || mention.value == null || average) {
            return false;
        }
        SentenceContext sentence = mention.sentence;
        boolean each = mention.per != null && mention.per != PerUnit.YEAR && mention.measure != Measure.INCOME;
        boolean small = mention.measure == Measure.FUNDS && mention.isUnit("CNY") && mention.value.compareTo(SMALL) < 0;
        int from = sentence.clauseStart(mention.lead);
        return (each || small) && !sentence.hasCue(CueType.AVERAGE, from, sentence.clauseEnd(mention.to));
    }

    private static boolean isYearEnd(@Nullable Period period) {
        return period != null
                && period.type() == PeriodType.DAY
                && period.end().getMonthValue() == 12
                && period.end().getDayOfMonth() == 31;
    }

    /** A report on a pairing-off tells of one place after another; one on a province comes back to the province. */
    private static boolean isBehindPlace(SentenceContext sentence) {
        SentenceContext before = sentence.article.partner().isEmpty() ? null : sentence.previous;
        for (int i = 0; before != null && i < PLACE_BACK; i++) {
            if (before.place != null) {
                return true;
            }
            before = before.previous;
        }
        return false;
    }
}
