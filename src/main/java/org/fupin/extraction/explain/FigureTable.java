package org.fupin.extraction.explain;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Reasons.Reason;
import org.fupin.observation.Coded;
import org.fupin.observation.Dimension;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Status;
import org.fupin.reference.ExtractionRules;
import org.fupin.reference.ExtractionRules.Basis;
import org.fupin.reference.ExtractionRules.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Tells of a figure each field, its value, and why it has it: by the last rule that concluded the field, with the words or
 * the figure that the rule went by. Fields that no rule concluded have what figures have where the text says nothing else.
 */
public final class FigureTable {

    /** The fields that have a value where no rule concludes one; that of the status is told as a fact. */
    private static final Set<String> BY_DEFAULT = Set.of("measure", "period", "region");

    private final ExtractionRules rules;
    private final Mention mention;
    private final List<List<String>> rows = new ArrayList<>();

    private FigureTable(ExtractionRules rules, Mention mention) {
        this.rules = rules;
        this.mention = mention;
    }

    /** Rows of field, value and why. */
    public static List<List<String>> of(ExtractionRules rules, Mention mention) {
        FigureTable table = new FigureTable(rules, mention);
        table.quantity();
        table.meaning();
        table.circumstances();
        table.links();
        return table.rows;
    }

    private void quantity() {
        String written =
                "As written: " + quoted(mention.sentence.tokens.raw(mention.firstNumber, mention.lastNumber + 1));
        String reason = why("value", "");
        String value = mention.isRange ? plain(mention.low) + " to " + plain(mention.high) : plain(mention.value);
        row("value", value, reason.isEmpty() ? written : reason);
        String unit = mention.unit == null ? "" : mention.unit.code();
        boolean label = mention.unit != null
                && !mention.unit.label().isEmpty()
                && !mention.unit.label().equalsIgnoreCase(unit);
        row("unit", label ? unit + " (" + mention.unit.label() + ")" : unit, why("unit", unitByDefault()));
        boolean exact = mention.qualifier == Qualifier.EXACT;
        row(
                "qualifier",
                mention.qualifier,
                exact ? "No word such as about, over or under stands before the number" : why("qualifier", ""));
    }

    private String unitByDefault() {
        if (mention.noun != null) {
            return "No unit is written: things are counted";
        }
        if (mention.partOf != null) {
            return "As the total that it is a part of";
        }
        return mention.about != null ? "As the figure that it describes" : "No unit is written";
    }

    private void meaning() {
        String counted = counted(mention);
        if (counted != null && mention.noun != null) {
            row("counted", counted, why("counted", "The noun of the unit"));
        }
        row("kind", mention.kind, why("kind", "The amount itself: no word makes it a share, a change or a completion"));
        if (mention.direction != null) {
            row("direction", mention.direction, "By the same words as the kind");
        }
        row("measure", mention.measure, why("measure", measureByDefault()));
        row("item", quoted(mention.item), why("item", "The words for it in the sentence"));
        boolean paid = mention.measure == Measure.FUNDS
                || mention.measure == Measure.LOANS
                || mention.measure == Measure.INTEREST_SUBSIDY;
        if (mention.source != null) {
            row("source", mention.source, why("source", ""));
        } else if (paid && mention.unit != null && mention.unit.dimension() == Dimension.MONEY) {
            row("source", "-", why("source", "The text does not say who pays"));
        }
        if (mention.per != null) {
            row("per", mention.per, why("per", ""));
        }
    }

    private String measureByDefault() {
        if (mention.measure == Measure.FUNDS) {
            return "Money that no word names otherwise";
        }
        if (mention.measure == Measure.RATE) {
            return "A percentage that is no share, change or completion of an amount";
        }
        return mention.measure == Measure.OTHER ? "No word or figure beside it tells what is measured" : "";
    }

    private void circumstances() {
        row("status", mention.status, why("status", "Told as a fact: no plan, target or norm"));
        int year = mention.sentence.article.year();
        boolean usual = mention.period != null && mention.period.iso().equals(String.valueOf(year));
        row(
                "period",
                mention.period == null ? "" : mention.period.iso(),
                why("period", usual ? "The year reported on: no other time is given for it" : ""));
        boolean own = mention.sentence.article.place().equals(mention.region);
        row(
                "region",
                mention.region == null ? "" : mention.region,
                why("region", own ? "The report's region: no one other place is named for it" : ""));
    }

    private void links() {
        if (mention.partOf != null && !mention.partOf.isLeftOut()) {
            row("part_of", reference(mention.partOf), why("part_of", ""));
        }
        if (mention.about != null && !mention.about.isLeftOut()) {
            row("about", reference(mention.about), why("about", ""));
        } else if (mention.kind != Kind.LEVEL) {
            row("about", "-", "The level that it describes is not stated");
        }
        if (!mention.flags.isEmpty()) {
            row("flags", String.join(", ", mention.flags), "A mark on the quality of the source");
        }
    }

    private void row(String field, @Nullable Coded value, String why) {
        row(field, value == null ? "" : value.code(), why);
    }

    private void row(String field, String value, String why) {
        rows.add(List.of(field, value, why));
    }

    /** Why the field has its value, {@code otherwise} if no rule concluded it, and how sure that is if it is not stated. */
    private String why(String field, String otherwise) {
        String found = BY_DEFAULT.contains(field) && !otherwise.isEmpty() ? otherwise + " (default)" : otherwise;
        for (Reason reason : mention.rules.all()) {
            Rule rule = rules.find(reason.rule())
                    .filter(known -> known.fields().contains(field))
                    .orElse(null);
            if (rule != null) {
                String basis =
                        rule.basis() == Basis.STATED ? "" : " (" + rule.basis().code() + ")";
                found = text(rules, mention, reason) + basis;
            }
        }
        return found;
    }

    /** A reason as a sentence, with the words or the figure that it went by, and the guide's ruling. */
    static String text(ExtractionRules rules, Mention mention, Reason reason) {
        StringBuilder text = new StringBuilder(
                rules.find(reason.rule()).map(rule -> rule.why(reason.rule())).orElse("By the rule " + reason.rule()));
        if (reason.to() > reason.from()) {
            text.append(": ").append(quoted(mention.sentence.tokens.raw(reason.from(), reason.to())));
        } else if (reason.of() != null) {
            text.append(": ").append(reference(reason.of()));
        }
        rules.find(reason.rule()).filter(rule -> !rule.ruling().isEmpty()).ifPresent(rule -> text.append(". Ruling: ")
                .append(rule.ruling()));
        return text.toString();
    }

    /** The figure in one line: "change up, funds, fiscal, 2012". */
    static String brief(Mention mention) {
        List<String> parts = new ArrayList<>();
        String value = mention.isRange ? plain(mention.low) + " to " + plain(mention.high) : plain(mention.value);
        parts.add(mention.unit == null || mention.unit.is("1") ? value : value + " " + mention.unit.code());
        String kind = mention.kind.code() + (mention.direction == null ? "" : " " + mention.direction.code());
        parts.add(kind);
        add(parts, mention.measure);
        add(parts, mention.source);
        if (mention.status != Status.ACTUAL) {
            parts.add(mention.status.code());
        }
        if (mention.qualifier != Qualifier.EXACT) {
            parts.add(mention.qualifier.code());
        }
        parts.add(mention.period == null ? "" : mention.period.iso());
        if (mention.partOf != null && !mention.partOf.isLeftOut()) {
            parts.add("part of " + mention.partOf.begin());
        }
        if (mention.about != null && !mention.about.isLeftOut()) {
            parts.add("about " + mention.about.begin());
        }
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, @Nullable Coded value) {
        if (value != null) {
            parts.add(value.code());
        }
    }

    /** The noun that is counted, as written; null if there is none. */
    static @Nullable String counted(Mention mention) {
        return mention.nounTo > mention.nounFrom
                ? quoted(mention.sentence.tokens.raw(mention.nounFrom, mention.nounTo))
                : null;
    }

    /** Another number by its text and place. */
    public static String reference(Mention other) {
        return quoted(other.sentence.tokens.raw(other.from, other.to)) + " at " + other.begin();
    }

    static String quoted(String text) {
        return "\"" + text.replaceAll("\\s+", " ") + "\"";
    }

    /** 2352000000.000 as 2,352,000,000. */
    static String plain(@Nullable BigDecimal number) {
        if (number == null) {
            return "";
        }
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(Math.max(0, number.stripTrailingZeros().scale()));
        return format.format(number);
    }
}
