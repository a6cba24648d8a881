package org.fupin.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives a figure to the one other place that its sentence names, else to the article's region. */
final class RegionPass implements Pass {

    private record Place(int from, int to, String name) {}

    @Override
    public String name() {
        return "region";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        if (figures.isEmpty()) {
            return;
        }
        List<Place> places = places(sentence);
        for (Mention mention : figures) {
            mention.region = sentence.article.region();
            Place place = place(sentence, places, mention);
            if (place != null) {
                mention.region = place.name();
                mention.rules.add("region:named");
            }
        }
    }

    private static @Nullable Place place(SentenceContext sentence, List<Place> places, Mention mention) {
        Place found = null;
        for (Place place : places) {
            if (found != null && !found.name().equals(place.name())) {
                return null; // several places named together keep the province
            }
            found = place;
        }
        return found;
    }

    private static List<Place> places(SentenceContext sentence) {
        Tokens tokens = sentence.tokens;
        List<Place> places = new ArrayList<>();
        for (int i = 1; i < tokens.count; i++) {
            if (!isKind(tokens, i) || !tokens.isCapitalised(i) || !tokens.isCapitalised(i - 1)) {
                continue;
            }
            int from = i - 1;
            while (from > 0
                    && tokens.isCapitalised(from - 1)
                    && i - from < 4
                    && !sentence.cueAt(CueType.FUNCTION, from - 1)) {
                from--;
            }
            if (isOffice(tokens, i + 1) || sentence.quoted[i] || !isLocated(sentence, from)) {
                continue;
            }
            places.add(new Place(from, i + 1, tokens.raw(from, i + 1)));
        }
        return places;
    }

    private static boolean isKind(Tokens tokens, int at) {
        return switch (tokens.norm[at]) {
            case "county", "city", "prefecture", "village", "town", "township", "district", "banner", "league" -> true;
            default -> false;
        };
    }

    /** "County Government", "County Poverty Alleviation Office": an office there, not the place. */
    private static boolean isOffice(Tokens tokens, int at) {
        return tokens.isCapitalised(at);
    }

    private static boolean isLocated(SentenceContext sentence, int from) {
        Tokens tokens = sentence.tokens;
        return from == 0
                || tokens.is(from - 1, "in")
                || tokens.is(from - 1, "of")
                || tokens.is(from - 1, "at")
                || tokens.is(from - 1, "to")
                || tokens.is(from - 1, ",")
                || tokens.is(from - 1, "for")
                || tokens.is(from - 1, "help")
                || tokens.is(from - 1, "helped");
    }
}
