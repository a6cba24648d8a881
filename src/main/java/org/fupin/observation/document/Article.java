package org.fupin.observation.document;

import java.util.List;
import org.fupin.observation.Span;

/**
 * The report on one year of one province, or of a county or prefecture in it.
 *
 * @param documentId {@link SourceFile#id()} of the document it stands in
 * @param title as written, or as an operator stated it
 * @param region ISO 3166-2 code of the province reported on (CN-XJ-XPCC for the Xinjiang Production and Construction
 *     Corps)
 * @param subArea the county, prefecture or city of the province that alone is reported on ("Tongwei County"), empty where it is
 *     the province
 * @param partner ISO 3166-2 code of the province that it is paired with, empty if none
 * @param year the year reported on
 * @param span from the title's first character to the end of the article
 * @param author the attribution line without its parentheses, empty if there is none
 * @param stated what an operator stated of it and where ("area, year (gansu.txt.meta.yml)"), empty where the text says it all
 * @param sections in the order of the text
 */
public record Article(
        String documentId,
        String title,
        String region,
        String subArea,
        String partner,
        int year,
        Span span,
        String author,
        String stated,
        List<Section> sections) {

    public Article {
        sections = List.copyOf(sections);
    }

    /** The report of a province whose text says all that is known of it. */
    public Article(
            String documentId,
            String title,
            String region,
            String partner,
            int year,
            Span span,
            String author,
            List<Section> sections) {
        this(documentId, title, region, "", partner, year, span, author, "", sections);
    }

    /** What a figure is of whose sentence names no place: the county, or else the province's code. */
    public String place() {
        return subArea.isEmpty() ? region : subArea;
    }
}
