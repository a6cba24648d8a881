package org.fupin.extraction.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Reasons.Reason;
import org.fupin.observation.Coded;
import org.fupin.observation.Digits;
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

    private static final String NONE = "-";

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
        String written = quoted(mention.sentence.tokens.raw(mention.firstNumber, mention.lastNumber + 1));
        row("value", amount(mention), why("value", unsaid("value") + ": " + written));
        String unit = mention.unit == null ? "" : mention.unit.code();
        boolean label = mention.unit != null
                && !mention.unit.label().isEmpty()
                && !mention.unit.label().equalsIgnoreCase(unit);
        row("unit", label ? unit + " (" + mention.unit.label() + ")" : unit);
        row("qualifier", mention.qualifier);
    }

    private void meaning() {
        if (mention.noun != null) {
            row("counted", counted(mention));
        }
        row("kind", mention.kind);
        if (mention.direction != null) {
            row("direction", mention.direction.code(), unsaid("direction"));
        }
        row("measure", mention.measure);
        row("item", quoted(mention.item));
        boolean paid = mention.measure == Measure.FUNDS
                || mention.measure == Measure.LOANS
                || mention.measure == Measure.INTEREST_SUBSIDY;
        if (mention.source != null) {
            row("source", mention.source);
        } else if (paid && mention.unit != null && mention.unit.dimension() == Dimension.MONEY) {
            row("source", NONE);
        }
        row("per", mention.per);
    }

    private void circumstances() {
        row("status", mention.status);
        row("period", mention.period == null ? "" : mention.period.iso());
        row("region", mention.region == null ? "" : mention.region);
    }

    private void links() {
        if (mention.partOf != null && !mention.partOf.isLeftOut()) {
            row("part_of", reference(mention.partOf));
        }
        if (mention.about != null && !mention.about.isLeftOut()) {
            row("about", reference(mention.about));
        } else if (mention.kind != Kind.LEVEL) {
            row("about", NONE, unsaid("about"));
        }
        if (!mention.flags.isEmpty()) {
            row("flags", String.join(", ", mention.flags));
        }
    }

    private void row(String field, @Nullable Coded value) {
        if (value != null) {
            row(field, value.code());
        }
    }

    private void row(String field, @Nullable String value) {
        if (value != null) {
            row(field, value, why(field, unsaid(field)));
        }
    }

    private void row(String field, String value, String why) {
        rows.add(List.of(field, value, why));
    }

    /** Why the field has a value that no rule concluded. */
    private String unsaid(String field) {
        return rules.unsaid(field, this::fact);
    }

    private String fact(String key) {
        return switch (key) {
            case "own_year" ->
                yes(mention.period != null
                        && mention.period.iso().equals(String.valueOf(mention.sentence.article.year())));
            case "own_region" -> yes(mention.sentence.article.place().equals(mention.region));
            default -> mention.fact(key);
        };
    }

    private static String yes(boolean holds) {
        return holds ? "yes" : "";
    }

    /** Why the field has its value, {@code otherwise} if no rule concluded it, and how sure that is if it is not stated. */
    private String why(String field, String otherwise) {
        String found = otherwise;
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
        String value = amount(mention);
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

    private static String amount(Mention mention) {
        return mention.isRange ? plain(mention.low) + " to " + plain(mention.high) : plain(mention.value);
    }

    /** 2352000000.000 as 2,352,000,000. */
    static String plain(@Nullable BigDecimal number) {
        return number == null
                ? ""
                : Digits.grouped(
                        number, 0, Math.max(0, number.stripTrailingZeros().scale()));
    }
}
