package org.fupin.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fupin.observation.ProvinceYear;
import org.fupin.observation.SourceFile;
import org.fupin.observation.Span;
import org.jspecify.annotations.Nullable;

/**
 * A headline for machines, with codes in place of words.
 *
 * @param document name of the document of the figure; of the province's first where none is shown, empty if there is none
 * @param region ISO 3166-2 code
 * @param indicator {@link Indicator#code()}
 * @param span of the figure in the document; null where none is shown
 * @param text the figure as the document has it; empty where none is shown
 * @param value in {@code unit}, negative for a growth that is a decline; null where none is shown
 * @param unit {@link org.fupin.observation.Unit#code()}; empty where none is shown
 * @param doubt codes of the reasons to doubt the reading of the figure
 * @param finding the message of the worst finding that involves the figure; empty if none does
 */
public record HeadlineRecord(
        String document,
        String region,
        int year,
        String indicator,
        @Nullable Span span,
        String text,
        @Nullable BigDecimal value,
        String unit,
        List<String> doubt,
        String finding) {

    public HeadlineRecord {
        doubt = List.copyOf(doubt);
    }

    /** The headlines of a province and year, in the order of {@link Indicator}. */
    public static List<HeadlineRecord> of(ProvinceYear source) {
        FigureIndex index = new FigureIndex(source);
        HeadlineChooser chooser = new HeadlineChooser(index, source.region(), source.year());
        String first = source.files().stream().map(SourceFile::name).findFirst().orElse("");
        List<HeadlineRecord> records = new ArrayList<>();
        for (Indicator indicator : Indicator.values()) {
            Figure figure = chooser.figure(indicator);
            if (figure == null) {
                if (indicator.alwaysShown()) {
                    records.add(new HeadlineRecord(
                            first, source.region(), source.year(), indicator.code(), null, "", null, "", List.of(), ""));
                }
                continue;
            }
            records.add(new HeadlineRecord(
                    index.file(figure.ref().documentId()).name(),
                    source.region(),
                    source.year(),
                    indicator.code(),
                    figure.observation().span(),
                    figure.observation().text(),
                    figure.observation().quantity().value(),
                    figure.observation().quantity().unit().code(),
                    figure.observation().doubt(),
                    ""));
        }
        return records;
    }
}
