package org.fupin.extraction.region;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.region.Place.Role;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Sorted;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.document.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Gives a figure to the one smaller or other place that it is told of: by the rows of {@code rules/region.csv}, else by the
 * place of its clause, of the subject or opening that its clause goes on with, of its sentence; else to the place that a
 * sentence before or the heading hands down, or that the article reports on. Several places named together keep the region.
 */
public final class RegionPass implements Pass {

    /** The class of phrases that rows name places by. */
    public static final String PLACE = "place";

    private static final String REGION = "region";

    /** What rows conclude: the place that they name, the article's, that of another province, or that of a sentence before. */
    private static final String ARTICLE = "article";

    private static final String ELSEWHERE = "elsewhere";

    private static final String BEFORE = "before";

    private static final Set<String> AT_FIGURE = Set.of(PLACE, ARTICLE);

    /** What holds where the sentence gives it no other place. */
    private static final Set<String> FARTHER = Set.of(ELSEWHERE, BEFORE);

    /** How many sentences back a place is looked for. */
    private static final int FARTHEST_SENTENCE = 4;

    private final Lexicon lexicon;
    private final RuleTable table;

    public RegionPass(RuleTable.Compiler rules, Lexicon lexicon) {
        this.lexicon = lexicon;
        table = rules.table(name(), Keys.NONE.with(REGION, Set.of(PLACE, ARTICLE, ELSEWHERE, BEFORE)));
    }

    @Override
    public String name() {
        return REGION;
    }

    @Override
    public boolean isForAll() {
        return true;
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        List<Place> all = Places.of(sentence, lexicon);
        List<Place> places = all.isEmpty() ? all : here(all);
        sentence.placesNamed = places.isEmpty()
                ? 0
                : (int) places.stream().map(Place::name).distinct().count();
        sentence.supply(PLACE, Places.phrases(all));
        Place only = Places.only(places, 0, sentence.tokens.count);
        sentence.place = only == null ? null : only.name();
        if (figures.isEmpty()) {
            return;
        }
        Scopes scopes = new Scopes(sentence, places, only);
        Map<Mention, Place> shared = SharedPlaces.of(sentence, places, figures);
        RuleTable.InSentence rules = table.in(sentence);
        for (Mention mention : figures) {
            Place place = shared.get(mention);
            if (place != null) {
                give(mention, place, "region:respectively");
                continue;
            }
            Applied applied = rules.first(mention, REGION, AT_FIGURE);
            if (applied == null) {
                scopes.give(mention);
                applied = mention.region == null ? rules.first(mention, REGION, FARTHER) : null;
            }
            if (applied != null) {
                go(sentence, mention, applied, all);
            }
        }
        String heading = null;
        for (Mention mention : figures) {
            if (mention.region == null) {
                heading = heading == null ? placeOfHeading(sentence) : heading;
                mention.region = heading.isEmpty() ? sentence.article.place() : heading;
                if (!heading.isEmpty()) {
                    mention.rules.add("region:heading");
                }
            }
        }
    }

    private static List<Place> here(List<Place> places) {
        return places.stream().filter(place -> place.role() != Role.ELSEWHERE).toList();
    }

    private static void go(SentenceContext sentence, Mention mention, Applied applied, List<Place> places) {
        switch (applied.value(REGION)) {
            case ARTICLE -> mention.region = sentence.article.place();
            case BEFORE -> {
                mention.region = carried(sentence);
                if (mention.region == null) {
                    return;
                }
                sentence.place = sentence.place == null ? mention.region : sentence.place;
            }
            default -> {
                give(mention, places.get(Sorted.firstFrom(places, Place::from, applied.from())), applied.rule());
                return;
            }
        }
        mention.rules.add(applied.rule(), applied.from(), applied.to());
    }

    private static void give(Mention mention, Place place, String rule) {
        mention.region = place.name();
        mention.rules.add(rule, place.from(), place.to());
    }

    private static @Nullable String carried(SentenceContext sentence) {
        int steps = 0;
        for (SentenceContext before = sentence.previous; before != null; before = before.previous) {
            if (before.place != null || ++steps > FARTHEST_SENTENCE) {
                return before.place;
            }
        }
        return null;
    }

    /** As {@link #ofHeading}; looked for once in a paragraph. */
    private String placeOfHeading(SentenceContext sentence) {
        String known = sentence.previous == null ? null : sentence.previous.placeOfHeading;
        sentence.placeOfHeading = known == null ? ofHeading(sentence) : known;
        return sentence.placeOfHeading;
    }

    /** The one place that the section's heading names, empty if it names none. */
    private String ofHeading(SentenceContext sentence) {
        String heading = sentence.section.heading();
        if (heading.isEmpty() || !Places.mayNameOne(Tokens.of(heading, 0), lexicon)) {
            return "";
        }
        Sentence source = new Sentence(sentence.section.body(), 0, heading);
        SentenceContext context = new SentenceContext(sentence.article, sentence.section, source, null, lexicon);
        Place place = Places.only(Places.of(context, lexicon), 0, context.tokens.count);
        return place == null ? "" : place.name();
    }
}
