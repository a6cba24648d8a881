package org.fupin.reading.title;

import java.util.Locale;
import org.fupin.observation.Region;
import org.fupin.reference.ReadingWords;
import org.fupin.reference.RegionNames;
import org.fupin.reference.Regions;

/** Reads the names of places as titles write them. */
public final class TitleReader {

    /**
     * What a report is about.
     *
     * @param region ISO 3166-2 code of the province
     * @param subArea the county, prefecture or city of it, empty for the province
     */
    public record Area(String region, String subArea) {}

    private final ReadingWords words;
    private final RegionNames names;
    private final Regions regions;

    private TitleReader(ReadingWords words, RegionNames names, Regions regions) {
        this.words = words;
        this.names = names;
        this.regions = regions;
    }

    /** A reader with the reference tables of the class path. */
    public static TitleReader create() {
        return new TitleReader(ReadingWords.load(), RegionNames.load(), Regions.load());
    }

    /**
     * The area that a text names: "CN-GS", "Gansu", "Gansu Province", "Tongwei County, Gansu", "Tongwei County, CN-GS".
     *
     * @throws IllegalArgumentException saying what is expected, if it is none
     */
    public Area area(String text) {
        String line = text;
        for (Region region : regions.all()) {
            int at = line.length() - region.code().length();
            boolean ends = line.toUpperCase(Locale.ROOT).endsWith(region.code())
                    && (at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1)));
            if (ends) {
                line = line.substring(0, line.length() - region.code().length()) + region.name();
                break;
            }
        }
        TitlePlaces places = TitlePlaces.in(line, words, names);
        boolean one = places.regions().size() == 1
                || places.regions().isEmpty() && !places.subAreaRegion().isEmpty();
        StringBuilder rest = new StringBuilder(line);
        places.all().forEach(span -> {
            for (int i = span.begin(); i < span.end(); i++) {
                rest.setCharAt(i, ' ');
            }
        });
        boolean whole = rest.toString()
                .replaceAll("(?i)\\b(?:of|in|the|province|city)\\b|\u7701|\u5E02", "")
                .chars()
                .noneMatch(Character::isLetterOrDigit);
        if (!one || !whole) {
            throw new IllegalArgumentException("unknown area '" + text
                    + "': expected one province by code or name (CN-GS, Gansu), alone or behind a county or prefecture of it"
                    + " (Tongwei County, Gansu)");
        }
        String region = places.regions().isEmpty()
                ? places.subAreaRegion()
                : places.regions().get(0);
        return new Area(region, places.subArea());
    }
}
