package org.fupin.reading.title;

import java.util.List;
import org.fupin.observation.Span;

/**
 * A line that can be the title of an article.
 *
 * @param text as written, white space collapsed
 * @param region ISO 3166-2 code of the region reported on; empty where only a county is named that nobody knows
 * @param subArea the county, prefecture or city of the region that alone is reported on, empty where it is the region
 * @param partner ISO 3166-2 code of the region that it is paired with, or empty
 * @param several the regions, where it names more than one that are not a donor and a recipient; else empty
 * @param years the years that it names
 * @param paragraphs how many paragraphs it takes
 * @param strength how sure it is
 * @param shape its other words: titles of a series have the same
 */
public record Title(
        String text,
        Span span,
        String region,
        String subArea,
        String partner,
        List<String> several,
        TitleYears years,
        int paragraphs,
        Strength strength,
        String shape) {

    public enum Strength {
        /** Nothing else looks like it: "Poverty Alleviation and Development in X". */
        CERTAIN,
        /** A heading may read the same: "X-Y Pairing-off Poverty Alleviation". */
        LIKELY,
        /** Only a name: "X Province". */
        BARE
    }

    /** The year that the title names, 0 if none. */
    public int year() {
        return years.year();
    }

    /** Whether both are about the same place. */
    public boolean samePlace(Title other) {
        return region.equals(other.region)
                && subArea.equals(other.subArea)
                && partner.equals(other.partner)
                && several.equals(other.several);
    }

    /** The same title with what stands in more paragraphs of it. */
    Title with(String newText, Span newSpan, TitleYears newYears, int newParagraphs) {
        return new Title(newText, newSpan, region, subArea, partner, several, newYears, newParagraphs, strength, shape);
    }

    /** A title that an operator states of a text that has none, or none that can be understood. */
    public static Title stated(String text, Span span, String region, String subArea, int paragraphs) {
        return new Title(text, span, region, subArea, "", List.of(), TitleYears.NONE, paragraphs, Strength.CERTAIN, "");
    }

    /** The title with what an operator states instead of what it says; a county that it names stays, within the stated province. */
    public Title stated(StatedFacts facts) {
        boolean area = !facts.region().isEmpty();
        boolean sameRegion = region.isEmpty() || region.equals(facts.region());
        String county = !area ? subArea : !facts.subArea().isEmpty() ? facts.subArea() : sameRegion ? subArea : "";
        return new Title(
                facts.title().isEmpty() ? text : facts.title(),
                span,
                area ? facts.region() : region,
                county,
                area && !sameRegion ? "" : partner,
                area ? List.of() : several,
                years,
                paragraphs,
                strength,
                shape);
    }

    /** The title of a county whose province is found. */
    public Title inRegion(String code) {
        return new Title(text, span, code, subArea, partner, several, years, paragraphs, strength, shape);
    }
}
