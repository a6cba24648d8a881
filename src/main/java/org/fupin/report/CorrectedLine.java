package org.fupin.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fupin.observation.Coded;
import org.fupin.observation.CorrectedField;
import org.fupin.observation.Correction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Measure;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureIndex;
import org.fupin.report.figure.FigureText;
import org.fupin.report.figure.Labels;
import org.jspecify.annotations.Nullable;

/**
 * What a person corrected in one field.
 *
 * @param article its title
 * @param figure that is corrected; null for one that is none any more, and where the correction could not be applied
 * @param read the field as the program read it, for people; empty where it read none
 * @param corrected the field as corrected, for people
 */
public record CorrectedLine(
        Correction correction, String article, @Nullable Figure figure, String read, String corrected) {

    /** All of a province and year, in the order of articles. */
    static List<CorrectedLine> of(ProvinceYear source, FigureIndex index) {
        List<CorrectedLine> lines = new ArrayList<>();
        for (ExtractedArticle extracted : source.articles()) {
            for (Correction correction : extracted.corrections()) {
                lines.add(of(correction, index, extracted.article()));
            }
        }
        return lines;
    }

    private static CorrectedLine of(Correction correction, FigureIndex index, Article article) {
        String documentId = article.documentId();
        Figure figure = correction.applied() && correction.place() != null
                ? index.figure(documentId, correction.place().begin())
                : null;
        String read = correction.read() == null ? "" : text(correction, correction.read(), index, documentId);
        return new CorrectedLine(
                correction, article.title(), figure, read, text(correction, correction.value(), index, documentId));
    }

    private static String text(Correction correction, String value, FigureIndex index, String documentId) {
        return switch (correction.field()) {
            case FIGURE ->
                switch (value) {
                    case "confirmed" -> "Confirmed";
                    case "none" -> "No figure";
                    case "new" -> "A figure";
                    default -> value;
                };
            case VALUE, LOW, HIGH -> value.isEmpty() ? "None" : FigureText.grouped(new BigDecimal(value));
            case SOURCE -> Labels.payer(value.isEmpty() ? null : Coded.of(FundingSource.class, value));
            case MEASURE -> Coded.of(Measure.class, value).label();
            case PART_OF, ABOUT -> link(value, index, documentId);
            default -> value.isEmpty() ? "None" : value;
        };
    }

    private static String link(String begin, FigureIndex index, String documentId) {
        if (begin.isEmpty()) {
            return "None";
        }
        Figure other = index.figure(documentId, Integer.parseInt(begin));
        return other == null ? "The number at " + begin : "Figure " + other.number();
    }

    /** Whether it tells that the program read it rightly, and changes nothing. */
    public boolean isConfirmation() {
        return correction.applied()
                && correction.field() == CorrectedField.FIGURE
                && correction.value().equals("confirmed");
    }

    /** Whether what the report says is another than what the program read. */
    public boolean changes() {
        return correction.applied()
                && (correction.field() == CorrectedField.FIGURE
                        ? !isConfirmation()
                        : !correction.value().equals(correction.read()));
    }

    /** The number that it is about: equal for all its fields. */
    Object number() {
        return List.of(correction.documentId(), correction.span());
    }

    public String field() {
        return Labels.of(correction.field());
    }

    /** {@code applied}, {@code confirmed} or {@code needs review}. */
    public String state() {
        return correction.applied() ? isConfirmation() ? "confirmed" : "applied" : "needs review";
    }

    /** The day when it was corrected (UTC). */
    public LocalDate day() {
        return LocalDate.ofInstant(correction.at(), ZoneOffset.UTC);
    }

    /** Who and when: "Wang Fang on 2013-06-01". */
    public String signature() {
        return correction.by() + " on " + day();
    }

    /** Why it was corrected, and why it was not applied. */
    public String remark() {
        if (correction.applied()) {
            return correction.reason();
        }
        return "Needs review: " + correction.problem() + "."
                + (correction.reason().isEmpty() ? "" : " Reason: " + correction.reason());
    }

    /** "payer read as Not stated", "left out by the program". */
    public String asRead() {
        if (correction.read() == null) {
            return "left out by the program";
        }
        return (correction.field() == CorrectedField.FIGURE ? "read" : field().toLowerCase(Locale.ROOT) + " read")
                + " as " + read;
    }
}
