package org.fupin.observation;

import java.util.List;

/**
 * One province's report on one year.
 *
 * @param documentId {@link SourceFile#id()} of the document it stands in
 * @param title as written
 * @param region ISO 3166-2 code of the province reported on (CN-XJ-XPCC for the Xinjiang Production and Construction
 *     Corps)
 * @param partner ISO 3166-2 code of the province that it is paired with, empty if none
 * @param year the year reported on
 * @param span from the title's first character to the end of the article
 * @param author the attribution line without its parentheses, empty if there is none
 * @param sections in the order of the text
 */
public record Article(
        String documentId,
        String title,
        String region,
        String partner,
        int year,
        Span span,
        String author,
        List<Section> sections) {

    public Article {
        sections = List.copyOf(sections);
    }
}
