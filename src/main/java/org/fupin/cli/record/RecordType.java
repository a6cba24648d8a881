package org.fupin.cli.record;

import java.util.List;
import java.util.function.Function;
import org.fupin.observation.Coded;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.report.data.ObservationRow;
import org.fupin.report.headline.HeadlineRecord;
import org.fupin.warehouse.query.WarehouseExport.ArticleRecord;
import org.fupin.warehouse.query.WarehouseExport.CorrectionRecord;
import org.fupin.warehouse.query.WarehouseExport.FindingRecord;
import org.fupin.warehouse.query.WarehouseExport.LeftOutRecord;
import org.fupin.warehouse.query.WarehouseExport.ObservationRecord;
import org.fupin.warehouse.query.WarehouseExport.SectionRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records that {@code check} and {@code export} write, field by field, in this order. A field is a text, a whole
 * number, a truth value or a list of texts or whole numbers; what is not stated is the empty text. Figures are texts in
 * plain decimal notation, so that no reader rounds them.
 *
 * @param <T> what a record is made from
 * @param name the name of the records and, with an ending, of the file that holds them
 */
public record RecordType<T>(String name, List<Field<T>> fields) {

    /** @param value null for what is not stated */
    public record Field<T>(String name, Function<T, @Nullable Object> value) {}

    public static final RecordType<ArticleRecord> ARTICLES = new RecordType<>(
            "articles",
            List.of(
                    new Field<>("document", ArticleRecord::document),
                    new Field<>("title", ArticleRecord::title),
                    new Field<>("region", ArticleRecord::region),
                    new Field<>("year", ArticleRecord::year),
                    new Field<>("begin", record -> record.span().begin()),
                    new Field<>("end", record -> record.span().end()),
                    new Field<>("author", ArticleRecord::author),
                    new Field<>("sub_area", ArticleRecord::subArea),
                    new Field<>("stated", ArticleRecord::stated)));

    public static final RecordType<SectionRecord> SECTIONS = new RecordType<>(
            "sections",
            List.of(
                    new Field<>("document", SectionRecord::document),
                    new Field<>("heading", SectionRecord::heading),
                    new Field<>("programme", record -> record.programme().code()),
                    new Field<>("begin", SectionRecord::begin)));

    public static final RecordType<ObservationRecord> OBSERVATIONS = new RecordType<>(
            "observations",
            ObservationRow.FIELDS.stream()
                    .map(field -> new Field<ObservationRecord>(
                            field.name(), record -> field.value().apply(row(record))))
                    .toList());

    public static final RecordType<LeftOutRecord> LEFT_OUT = new RecordType<>(
            "left-out",
            List.of(
                    new Field<>("document", LeftOutRecord::document),
                    new Field<>("begin", record -> record.number().span().begin()),
                    new Field<>("end", record -> record.number().span().end()),
                    new Field<>("text", record -> record.number().text()),
                    new Field<>("reason", record -> code(record.number().reason()))));

    public static final RecordType<FindingRecord> FINDINGS = new RecordType<>(
            "findings",
            List.of(
                    new Field<>("document", FindingRecord::document),
                    new Field<>("rule", record -> code(record.finding().rule())),
                    new Field<>("severity", record -> code(record.finding().severity())),
                    new Field<>("holds", record -> record.finding().holds()),
                    new Field<>(
                            "begin",
                            record -> offsets(record.finding(), record.finding().observations())),
                    new Field<>(
                            "doubted",
                            record -> offsets(record.finding(), record.finding().doubted())),
                    new Field<>("stated", record -> record.finding().stated()),
                    new Field<>("expected", record -> record.finding().expected()),
                    new Field<>("message", record -> record.finding().message())));

    /** The columns of a corrections file, and what became of the correction. */
    public static final RecordType<CorrectionRecord> CORRECTIONS = new RecordType<>(
            "corrections",
            List.of(
                    new Field<>("document_sha256", record -> record.correction().documentId()),
                    new Field<>("begin", record -> record.correction().span().begin()),
                    new Field<>("end", record -> record.correction().span().end()),
                    new Field<>("text", record -> record.correction().text()),
                    new Field<>("field", record -> code(record.correction().field())),
                    new Field<>("value", record -> record.correction().value()),
                    new Field<>("reason", record -> record.correction().reason()),
                    new Field<>("by", record -> record.correction().by()),
                    new Field<>("at", record -> record.correction().at().toString()),
                    new Field<>("document", CorrectionRecord::document),
                    new Field<>("article", CorrectionRecord::article),
                    new Field<>("read", record -> record.correction().read()),
                    new Field<>("applied", record -> record.correction().applied()),
                    new Field<>("problem", record -> record.correction().problem())));

    public static final RecordType<HeadlineRecord> HEADLINES = new RecordType<>(
            "headlines",
            List.of(
                    new Field<>("document", HeadlineRecord::document),
                    new Field<>("region", HeadlineRecord::region),
                    new Field<>("year", HeadlineRecord::year),
                    new Field<>("indicator", HeadlineRecord::indicator),
                    new Field<>(
                            "begin",
                            record ->
                                    record.span() == null ? null : record.span().begin()),
                    new Field<>(
                            "end",
                            record ->
                                    record.span() == null ? null : record.span().end()),
                    new Field<>("text", HeadlineRecord::text),
                    new Field<>("value", record -> ObservationRow.plain(record.value())),
                    new Field<>("unit", HeadlineRecord::unit),
                    new Field<>("scope", HeadlineRecord::scope),
                    new Field<>("class", HeadlineRecord::money),
                    new Field<>("doubt", HeadlineRecord::doubt),
                    new Field<>("finding", HeadlineRecord::finding),
                    new Field<>("status", HeadlineRecord::status),
                    new Field<>("note", HeadlineRecord::note)));

    public RecordType {
        fields = List.copyOf(fields);
    }

    private static @Nullable String code(@Nullable Coded value) {
        return value == null ? null : value.code();
    }

    private static ObservationRow row(ObservationRecord record) {
        return new ObservationRow(
                record.document(), record.article(), record.section(), record.programme(), record.observation());
    }

    /** Offsets mean something in one document only: the finding's first. The message names the others. */
    private static List<Integer> offsets(Finding finding, List<ObservationRef> references) {
        if (finding.observations().isEmpty()) {
            return List.of();
        }
        String document = finding.observations().get(0).documentId();
        return references.stream()
                .filter(reference -> reference.documentId().equals(document))
                .map(ObservationRef::begin)
                .toList();
    }
}
