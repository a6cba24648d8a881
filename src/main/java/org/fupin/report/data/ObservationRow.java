package org.fupin.report.data;

import java.math.BigDecimal;
import java.util.List;
import org.fupin.observation.Coded;
import org.fupin.observation.Observation;
import org.fupin.observation.Programme;
import org.fupin.report.data.DataField.Type;
import org.jspecify.annotations.Nullable;

/**
 * A figure as a record for machines: what {@code check}, {@code export} and the data files write of it.
 *
 * @param document path of the file in the inbox
 * @param article title
 * @param section heading
 * @param programme the section's
 */
public record ObservationRow(
        String document, String article, String section, Programme programme, Observation observation) {

    private static final String TIME = "\\d{4}(-\\d{2}(-\\d{2})?)?";

    /** In this order. Fields may be added at the end; those here stay. */
    public static final List<DataField<ObservationRow>> FIELDS = List.of(
            DataField.required(
                    "document", Type.STRING, "The document: its path in the inbox", ObservationRow::document),
            DataField.required("article", Type.STRING, "Title of the article", ObservationRow::article),
            DataField.optional(
                    "section",
                    Type.STRING,
                    "Heading of the section, empty before the first one",
                    ObservationRow::section),
            DataField.<ObservationRow>required(
                            "programme", Type.STRING, "Programme of the section", row -> row.programme()
                                    .code())
                    .of("programme"),
            DataField.required(
                    "begin",
                    Type.INTEGER,
                    "Offset in the document's text where the figure begins, in UTF-16 code units from 0",
                    row -> row.observation().span().begin()),
            DataField.required("end", Type.INTEGER, "Offset where it ends, not included", row -> row.observation()
                    .span()
                    .end()),
            DataField.required("text", Type.STRING, "The characters there", row -> row.observation()
                    .text()),
            DataField.optional(
                    "value",
                    Type.NUMBER,
                    "The amount in the unit of the column unit, empty for a range; a decrease is a positive number",
                    row -> plain(row.observation().quantity().value())),
            DataField.optional(
                    "low",
                    Type.NUMBER,
                    "The lower end of a range, in the same unit",
                    row -> plain(row.observation().quantity().low())),
            DataField.optional(
                    "high",
                    Type.NUMBER,
                    "The upper end of a range, in the same unit",
                    row -> plain(row.observation().quantity().high())),
            DataField.<ObservationRow>required(
                            "unit",
                            Type.STRING,
                            "Unit of measure; 1 is a count",
                            row -> row.observation().quantity().unit().code())
                    .of("unit"),
            DataField.<ObservationRow>required(
                            "kind",
                            Type.STRING,
                            "How the figure speaks of what it measures",
                            row -> code(row.observation().kind()))
                    .of("kind"),
            DataField.<ObservationRow>optional(
                            "direction",
                            Type.STRING,
                            "Of a change, growth or gap",
                            row -> code(row.observation().direction()))
                    .of("direction"),
            DataField.<ObservationRow>required(
                            "measure",
                            Type.STRING,
                            "What is measured",
                            row -> code(row.observation().measure()))
                    .of("measure"),
            DataField.<ObservationRow>optional(
                            "source",
                            Type.STRING,
                            "Source of funds: who pays or lends, empty where it is not stated",
                            row -> code(row.observation().source()))
                    .of("source"),
            DataField.<ObservationRow>optional(
                            "per",
                            Type.STRING,
                            "What an amount per unit is per",
                            row -> code(row.observation().per()))
                    .of("per"),
            DataField.<ObservationRow>required(
                            "status",
                            Type.STRING,
                            "Fact, plan or standard",
                            row -> code(row.observation().status()))
                    .of("status"),
            DataField.<ObservationRow>required(
                            "qualifier",
                            Type.STRING,
                            "How exactly it is stated",
                            row -> code(row.observation().qualifier()))
                    .of("qualifier"),
            DataField.<ObservationRow>required(
                            "period",
                            Type.STRING,
                            "The time, ISO 8601: a year, a month, a day, or an interval whose ends are included",
                            row -> row.observation().period().iso())
                    .matching(TIME + "(/" + TIME + ")?"),
            DataField.required(
                    "region",
                    Type.STRING,
                    "Reference area: the province's ISO 3166-2 code, or the name of the other place that the figure is of",
                    row -> row.observation().region()),
            DataField.optional(
                    "item",
                    Type.STRING,
                    "What is measured, in words of the text; to be read, not to be grouped by",
                    row -> row.observation().item()),
            DataField.optional(
                    "part_of",
                    Type.INTEGER,
                    "Column begin of the total that this is a part of, in the same document",
                    row -> row.observation().partOf()),
            DataField.optional(
                    "about",
                    Type.INTEGER,
                    "Column begin of the level that this share, change, growth, gap, multiple, completion or ratio describes",
                    row -> row.observation().about()),
            DataField.optional(
                    "rules",
                    Type.STRING,
                    "The rules that made it, in the order in which they applied, separated by blanks",
                    row -> row.observation().rules()),
            DataField.optional(
                    "flags",
                    Type.STRING,
                    "Marks, separated by blanks: repaired is a number that was malformed in the source",
                    row -> row.observation().flags()),
            DataField.optional(
                    "doubt",
                    Type.STRING,
                    "Codes of the reasons to doubt the figure, separated by blanks; empty for a plain figure",
                    row -> row.observation().doubt()));

    /** Its code; null for null. */
    static @Nullable String code(@Nullable Coded value) {
        return value == null ? null : value.code();
    }

    /** In plain notation: 1E+3 and 1000.000000 are one number, and a database may give either. */
    public static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }
}
