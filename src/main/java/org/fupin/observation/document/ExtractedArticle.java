package org.fupin.observation.document;

import java.util.List;
import java.util.stream.Stream;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.Observation;

/**
 * What was found in an article.
 *
 * @param outside numbers of its title, headings and attribution
 */
public record ExtractedArticle(Article article, List<ExtractedSection> sections, List<LeftOutNumber> outside) {

    public ExtractedArticle {
        sections = List.copyOf(sections);
        outside = List.copyOf(outside);
    }

    /** All observations, in the order of the text. */
    public Stream<Observation> observations() {
        return sections.stream().flatMap(section -> section.observations().stream());
    }

    /** All left-out numbers: those of the sections, then those outside of them. */
    public Stream<LeftOutNumber> leftOut() {
        return Stream.concat(sections.stream().flatMap(section -> section.leftOut().stream()), outside.stream());
    }
}
