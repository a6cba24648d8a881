package org.fupin.report.headline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fupin.observation.Direction;
import org.fupin.observation.Observation;
import org.fupin.observation.Span;
import org.fupin.observation.document.SourceFile;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureIndex;
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
 * @param scope {@link Scope#code()}; empty where none is shown
 * @param money {@link MoneyClass#code()}; empty for all but the total of funds
 * @param doubt codes of the reasons to doubt the reading of the figure
 * @param finding the message of the worst finding that involves the figure; empty if none does
 * @param status {@link HeadlineStatus#code()}
 * @param note what a reader must know of the choice, or why no figure is shown
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
        String scope,
        String money,
        List<String> doubt,
        String finding,
        String status,
        String note) {

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
            Choice choice = chooser.choice(indicator);
            Figure figure = choice.figure();
            if (figure == null) {
                if (indicator.alwaysShown()) {
                    records.add(new HeadlineRecord(
                            first,
                            source.region(),
                            source.year(),
                            indicator.code(),
                            null,
                            "",
                            null,
                            "",
                            "",
                            "",
                            List.of(),
                            "",
                            choice.status().code(),
                            choice.note()));
                }
                continue;
            }
            Observation observation = figure.observation();
            BigDecimal value = observation.quantity().value();
            boolean falls = indicator == Indicator.INCOME_GROWTH && observation.direction() == Direction.DOWN;
            records.add(new HeadlineRecord(
                    index.file(figure.ref().documentId()).name(),
                    source.region(),
                    source.year(),
                    indicator.code(),
                    observation.span(),
                    observation.text(),
                    falls ? value.negate() : value,
                    observation.quantity().unit().code(),
                    choice.scope() == null ? "" : choice.scope().code(),
                    choice.money() == null ? "" : choice.money().code(),
                    observation.doubt(),
                    choice.finding() == null ? "" : choice.finding().message(),
                    choice.status().code(),
                    choice.note()));
        }
        return records;
    }
}
