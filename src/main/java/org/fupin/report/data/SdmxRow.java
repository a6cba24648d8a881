package org.fupin.report.data;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fupin.observation.Coded;
import org.fupin.observation.Observation;
import org.fupin.observation.Period;
import org.fupin.observation.PeriodType;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.data.DataField.Type;
import org.fupin.report.figure.Figure;
import org.jspecify.annotations.Nullable;

/**
 * A figure as an observation of SDMX-CSV 2.0, the data format that goes with SDMX 3.0: the structure's columns, the dimensions,
 * the measure, the attributes.
 *
 * <p>Every dimension has a value in each row, as the format wants it: {@code _Z} where it does not apply, {@code _X} where the
 * text does not say. Reports state many amounts of the same thing, so the figure itself is a dimension.
 *
 * @param region ISO 3166-2 code of the province reported on
 * @param partOf id of the total that this is a part of; null if there is none
 * @param about id of the level that this describes; null if there is none
 */
record SdmxRow(
        String region,
        String document,
        Figure figure,
        @Nullable String partOf,
        @Nullable String about) {

    static final String STRUCTURE = "FUPIN:POVERTY_FIGURES(1.0.0)";
    static final String NOT_APPLICABLE = "_Z";
    static final String NOT_STATED = "_X";
    static final String WHOLE = "_T";
    static final String OTHER = "_O";
    static final String SEPARATOR = ";";

    private static final String CODE = "[A-Za-z0-9_@$-]+";

    private static final List<DataField<SdmxRow>> HEAD = List.of(
            DataField.required(
                    "STRUCTURE[;]", Type.STRING, "The kind of structure: datastructure", row -> "datastructure"),
            DataField.required("STRUCTURE_ID", Type.STRING, "Its identification", row -> STRUCTURE),
            DataField.required("ACTION", Type.STRING, "I, for information", row -> "I"));

    static final List<DataField<SdmxRow>> DIMENSIONS = List.of(
            dimension("REF_AREA", "The province reported on", SdmxRow::region),
            dimension(
                    "AREA_PART",
                    "Whether the figure is of the whole reference area or of another place, which the attribute PLACE names",
                    row -> row.isOfOtherPlace() ? OTHER : WHOLE),
            dimension("PROGRAMME", "Programme of the section", row -> row.figure()
                    .programme()
                    .code()),
            dimension("MEASURE", "What is measured", row -> row.observation()
                    .measure()
                    .code()),
            dimension(
                    "FUNDING_SOURCE",
                    "Source of funds: who pays or lends",
                    row -> code(row.observation().source(), NOT_STATED)),
            dimension("KIND", "How the figure speaks of what it measures", row -> row.observation()
                    .kind()
                    .code()),
            dimension(
                    "DIRECTION",
                    "Of a change, growth or gap",
                    row -> code(row.observation().direction(), NOT_APPLICABLE)),
            dimension(
                    "PER_UNIT",
                    "What an amount per unit is per",
                    row -> code(row.observation().per(), NOT_APPLICABLE)),
            dimension("STATUS", "Fact, plan or standard", row -> row.observation()
                    .status()
                    .code()),
            dimension(
                    "UNIT_MEASURE",
                    "Unit of measure; 1 is a count",
                    row -> row.observation().quantity().unit().code()),
            DataField.<SdmxRow>required(
                            "FIGURE",
                            Type.STRING,
                            "Id of the figure: the same in the warehouse and in addresses of the review page (#o-FIGURE)",
                            row -> row.figure().id())
                    .matching("[0-9a-f]{32}"),
            DataField.required(
                    "TIME_PERIOD",
                    Type.STRING,
                    "The time: a year, a month, a day, or a first day and a duration, 2008-01-01/P3Y",
                    row -> time(row.observation().period())));

    static final DataField<SdmxRow> OBS_VALUE = DataField.optional(
            "OBS_VALUE",
            Type.NUMBER,
            "The amount, empty for a range; a decrease is a positive number",
            row -> ObservationRow.plain(row.observation().quantity().value()));

    static final List<DataField<SdmxRow>> ATTRIBUTES = List.of(
            DataField.optional(
                    "OBS_LOW",
                    Type.NUMBER,
                    "The lower end of a range",
                    row -> ObservationRow.plain(row.observation().quantity().low())),
            DataField.optional(
                    "OBS_HIGH",
                    Type.NUMBER,
                    "The upper end of a range",
                    row -> ObservationRow.plain(row.observation().quantity().high())),
            DataField.<SdmxRow>required("QUALIFIER", Type.STRING, "How exactly it is stated", row -> row.observation()
                            .qualifier()
                            .code())
                    .of("QUALIFIER"),
            DataField.optional(
                    "DOUBT[]",
                    Type.STRING,
                    "Codes of the reasons to doubt the figure, separated by semicolons",
                    row -> row.observation().doubt()),
            DataField.optional(
                    "PLACE",
                    Type.STRING,
                    "Name of the other place that the figure is of",
                    row -> row.isOfOtherPlace() ? row.observation().region() : null),
            DataField.optional("ITEM", Type.STRING, "What is measured, in words of the text", row -> row.observation()
                    .item()),
            DataField.optional("PART_OF", Type.STRING, "FIGURE of the total that this is a part of", SdmxRow::partOf),
            DataField.optional("ABOUT", Type.STRING, "FIGURE of the level that this describes", SdmxRow::about),
            DataField.required("DOCUMENT", Type.STRING, "The document: its path in the inbox", SdmxRow::document),
            DataField.required("TEXT", Type.STRING, "The figure's characters", row -> row.observation()
                    .text()),
            DataField.optional("SENTENCE", Type.STRING, "The sentence that states it", row -> row.figure()
                    .sentenceText()));

    /** In the order of the format. */
    static final List<DataField<SdmxRow>> FIELDS = Stream.of(HEAD, DIMENSIONS, List.of(OBS_VALUE), ATTRIBUTES)
            .flatMap(List::stream)
            .toList();

    private static DataField<SdmxRow> dimension(
            String name, String description, Function<SdmxRow, @Nullable Object> value) {
        return DataField.required(name, Type.STRING, description, value)
                .of(name)
                .matching(CODE);
    }

    /** The figures of a report, in its order. */
    static List<SdmxRow> of(ProvinceYearReport report) {
        Map<ObservationRef, String> ids = new HashMap<>();
        report.figures().forEach(figure -> ids.put(figure.ref(), figure.id()));
        return report.figures().stream()
                .map(figure -> new SdmxRow(
                        report.region().code(),
                        DataFiles.document(report, figure),
                        figure,
                        id(ids, figure, figure.observation().partOf()),
                        id(ids, figure, figure.observation().about())))
                .toList();
    }

    private static @Nullable String id(Map<ObservationRef, String> ids, Figure of, @Nullable Integer begin) {
        return begin == null ? null : ids.get(new ObservationRef(of.ref().documentId(), begin));
    }

    private Observation observation() {
        return figure.observation();
    }

    private boolean isOfOtherPlace() {
        return !observation().region().equals(region);
    }

    private static String code(@Nullable Coded value, String otherwise) {
        return value == null ? otherwise : value.code();
    }

    /** SDMX writes an interval as its first day and how long it lasts. */
    static String time(Period period) {
        if (period.type() != PeriodType.INTERVAL) {
            return period.iso();
        }
        LocalDate start = period.start();
        LocalDate after = period.end().plusDays(1);
        long years = ChronoUnit.YEARS.between(start, after);
        long months = ChronoUnit.MONTHS.between(start, after);
        String duration;
        if (years > 0 && start.plusYears(years).equals(after)) {
            duration = years + "Y";
        } else if (months > 0 && start.plusMonths(months).equals(after)) {
            duration = months + "M";
        } else {
            duration = ChronoUnit.DAYS.between(start, after) + "D";
        }
        return start + "/P" + duration;
    }
}
