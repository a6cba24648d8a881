package org.fupin.warehouse.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fupin.observation.Coded;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Period;
import org.fupin.observation.PeriodType;
import org.fupin.observation.Programme;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Span;
import org.fupin.observation.Status;
import org.fupin.reference.Units;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code fact_observation}, as it is written.
 *
 * @param ids from begin to obs_id of the figures of the article
 */
public record ObservationRow(
        long articleId,
        int number,
        String documentId,
        int sectionNumber,
        @Nullable Integer sentenceNumber,
        String region,
        Programme programme,
        Observation observation,
        Map<Integer, String> ids,
        long validFrom,
        @Nullable Long validTo) {

    private static final String SEPARATOR = ";";

    public static final BatchInsert<ObservationRow> INSERT = BatchInsert.<ObservationRow>into("fact_observation")
            .column("article_id", ObservationRow::articleId)
            .column("obs_no", ObservationRow::number)
            .column("obs_id", row -> row.ids().get(row.observation().begin()))
            .column("document_id", ObservationRow::documentId)
            .column("section_no", ObservationRow::sectionNumber)
            .column("sentence_no", ObservationRow::sentenceNumber)
            .column("ref_area", ObservationRow::region)
            .column(
                    "sub_area",
                    row -> row.observation().region().equals(row.region())
                            ? null
                            : row.observation().region())
            .column("time_period", row -> row.observation().period().iso())
            .column("time_period_start", row -> row.observation().period().start())
            .column("time_period_end", row -> row.observation().period().end())
            .column("period_type", row -> row.observation().period().type().code())
            .column("programme", row -> row.programme().code())
            .column("measure", row -> row.observation().measure().code())
            .column("funding_source", row -> code(row.observation().source()))
            .column("per_unit", row -> code(row.observation().per()))
            .column("kind", row -> row.observation().kind().code())
            .column("direction", row -> code(row.observation().direction()))
            .column(
                    "obs_value",
                    row -> ExactQuantity.column(row.observation().quantity().value()))
            .column(
                    "obs_low",
                    row -> ExactQuantity.column(row.observation().quantity().low()))
            .column(
                    "obs_high",
                    row -> ExactQuantity.column(row.observation().quantity().high()))
            .column("obs_exact", row -> ExactQuantity.exact(row.observation().quantity()))
            .column("unit_measure", row -> row.observation().quantity().unit().code())
            .column(
                    "base_value",
                    row -> ExactQuantity.column(row.observation().quantity().baseValue()))
            .column("base_unit", row -> row.observation().quantity().unit().base())
            .column("status", row -> row.observation().status().code())
            .column("qualifier", row -> row.observation().qualifier().code())
            .column("item", row -> row.observation().item())
            .column("part_of_begin", row -> row.observation().partOf())
            .column("part_of_obs", row -> row.idAt(row.observation().partOf()))
            .column("about_begin", row -> row.observation().about())
            .column("about_obs", row -> row.idAt(row.observation().about()))
            .column("quoted_text", row -> row.observation().text())
            .column("span_begin", row -> row.observation().span().begin())
            .column("span_end", row -> row.observation().span().end())
            .column("rules", row -> joined(row.observation().rules()))
            .column("flags", row -> joined(row.observation().flags()))
            .column("doubt", row -> joined(row.observation().doubt()))
            .column("valid_from_run", ObservationRow::validFrom)
            .column("valid_to_run", ObservationRow::validTo);

    /** The columns that {@link #read} wants, of {@code fact_observation f}. */
    public static final String COLUMNS = """
            f.ref_area, f.sub_area, f.time_period, f.time_period_start, f.time_period_end, f.period_type, f.measure,
            f.funding_source, f.per_unit, f.kind, f.direction, f.obs_value, f.obs_low, f.obs_high, f.obs_exact,
            f.unit_measure, f.status, f.qualifier, f.item, f.part_of_begin, f.about_begin, f.quoted_text,
            f.span_begin, f.span_end, f.rules, f.flags, f.doubt""";

    /** The observation of the current row, which has {@link #COLUMNS}. */
    public static Observation read(ResultSet row, Units units) throws SQLException {
        String subArea = row.getString("sub_area");
        return new Observation(
                new Span(row.getInt("span_begin"), row.getInt("span_end")),
                row.getString("quoted_text"),
                ExactQuantity.read(
                        row.getString("obs_exact"),
                        row.getBigDecimal("obs_value"),
                        row.getBigDecimal("obs_low"),
                        row.getBigDecimal("obs_high"),
                        units.unit(row.getString("unit_measure"))),
                Coded.of(Kind.class, row.getString("kind")),
                nullable(Direction.class, row.getString("direction")),
                Coded.of(Measure.class, row.getString("measure")),
                nullable(FundingSource.class, row.getString("funding_source")),
                nullable(PerUnit.class, row.getString("per_unit")),
                Coded.of(Status.class, row.getString("status")),
                Coded.of(Qualifier.class, row.getString("qualifier")),
                new Period(
                        Coded.of(PeriodType.class, row.getString("period_type")),
                        row.getObject("time_period_start", LocalDate.class),
                        row.getObject("time_period_end", LocalDate.class),
                        row.getString("time_period")),
                subArea == null ? row.getString("ref_area") : subArea,
                row.getString("item"),
                row.getObject("part_of_begin", Integer.class),
                row.getObject("about_begin", Integer.class),
                split(row.getString("rules")),
                split(row.getString("flags")),
                split(row.getString("doubt")));
    }

    private @Nullable String idAt(@Nullable Integer begin) {
        return begin == null ? null : ids.get(begin);
    }

    private static @Nullable String code(@Nullable Coded value) {
        return value == null ? null : value.code();
    }

    private static <E extends Enum<E> & Coded> @Nullable E nullable(Class<E> type, @Nullable String code) {
        return code == null ? null : Coded.of(type, code);
    }

    private static String joined(List<String> names) {
        for (String name : names) {
            if (name.isEmpty() || name.contains(SEPARATOR)) {
                throw new IllegalArgumentException("not the name of a rule, flag or doubt: '" + name + "'");
            }
        }
        return String.join(SEPARATOR, names);
    }

    private static List<String> split(@Nullable String names) {
        return names == null || names.isEmpty() ? List.of() : List.of(names.split(SEPARATOR));
    }
}
