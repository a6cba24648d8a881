package org.fupin.observation.document;

import java.util.List;
import java.util.stream.Stream;
import org.fupin.observation.Correction;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.Observation;

/**
 * What was found in an article.
 *
 * @param outside numbers of its title, headings and attribution
 * @param corrections that people made of it, applied or not, by document, place and field
 */
public record ExtractedArticle(
        Article article, List<ExtractedSection> sections, List<LeftOutNumber> outside, List<Correction> corrections) {

    public ExtractedArticle {
        corrections = List.copyOf(corrections);
        sections = List.copyOf(sections);
        outside = List.copyOf(outside);
    }

    /** One as the program read it. */
    public ExtractedArticle(Article article, List<ExtractedSection> sections, List<LeftOutNumber> outside) {
        this(article, sections, outside, List.of());
    }

    public ExtractedArticle withCorrections(List<Correction> made) {
        return new ExtractedArticle(article, sections, outside, made);
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
