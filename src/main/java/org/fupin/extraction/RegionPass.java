package org.fupin.extraction;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex;
import org.fupin.extraction.text.Sorted;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Gives a figure to the one smaller or other place that its part of the sentence names, or that the text plainly goes on
 * about ("the county's GDP"); else to the place that the article reports on. Several places named together keep the region.
 */
final class RegionPass implements Pass {

    /** @param located whether a preposition or the sentence's begin makes it the place of what is told */
    record Place(int from, int to, String name, boolean located) {}

    /** Longest name of a place, in tokens. */
    private static final int LONGEST_NAME = 16;

    /** A part of the sentence, and the one place that it names; found once for all figures in it. */
    private record Segment(int from, int to, @Nullable String place) {}

    private final Lexicon lexicon;

    RegionPass(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public String name() {
        return "region";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Place> places = places(sentence);
        sentence.placesNamed = (int) places.stream().map(Place::name).distinct().count();
        sentence.place = onlyPlace(places, 0, sentence.tokens.count);
        String carried = sentence.place == null && goesOnAbout(sentence) ? carried(sentence) : null;
        if (carried != null) {
            sentence.place = carried;
        }
        Segment segment = new Segment(-1, -1, null);
        Mention owner = owner(sentence, places);
        for (Mention mention : sentence.figures()) {
            if (mention.from < segment.from || mention.to > segment.to) {
                segment = segment(sentence, places, mention);
            }
            String place = ownPlace(sentence, places, mention);
            if (place == null) {
                place = carried != null ? carried : place(sentence, places, segment, owner, mention);
            }
            if (place == null) {
                place = attached(sentence, mention);
            }
            mention.region = place == null ? sentence.article.place() : place;
            if (place != null) {
                mention.rules.add(carried != null && place.equals(carried) ? "region:carried" : "region:named");
            }
        }
    }

    /** "two villages of A County and three villages in B County": the place right behind what is counted. */
    private static @Nullable String ownPlace(SentenceContext sentence, List<Place> places, Mention mention) {
        Tokens tokens = sentence.tokens;
        int at = mention.behindNoun();
        if (mention.hasSubject()) {
            int subject = Sorted.firstFrom(places, Place::from, mention.subjectFrom);
            for (int i = subject; i < places.size() && places.get(i).from() < mention.subjectTo; i++) {
                Place place = places.get(i);
                if (place.to() <= mention.subjectTo && !place.name().equals("several")) {
                    return place.name();
                }
            }
        }
        int near = Sorted.firstFrom(places, Place::from, mention.lead - LONGEST_NAME);
        for (int i = near; i < places.size() && places.get(i).from() < mention.lead; i++) {
            Place place = places.get(i);
            boolean together = i > 0
                    && place.from() - places.get(i - 1).to() <= 1
                    && place.from() > places.get(i - 1).from();
            boolean before = !together
                    && (place.to() == mention.lead
                            || place.to() == mention.lead - 1 && sentence.cueAt(CueType.VERB, mention.lead - 1));
            if (before && places.size() > 1 && !place.name().equals("several")) {
                return place.name(); // "A County received 5 million yuan, B County 6 million"
            }
        }
        if (mention.noun == null || !mention.isLevel() || !tokens.is(at, "of") && !tokens.is(at, "in")) {
            return null;
        }
        for (int i = Sorted.firstFrom(places, Place::from, at + 1); i < places.size(); i++) {
            Place place = places.get(i);
            if (place.from() > at + 1) {
                break;
            }
            if (place.located()) {
                return place.name();
            }
        }
        return null;
    }

    /** "1,500 enterprises of Zhejiang", "168 organs in Shandong": another province right behind what is counted. */
    private @Nullable String attached(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int at = mention.behindNoun();
        boolean event = mention.measure == Measure.COURSES || mention.measure == Measure.MEETINGS;
        if (event || !mention.isLevel() || mention.noun == null || !tokens.is(at, "of") && !tokens.is(at, "in")) {
            return null;
        }
        PhraseIndex.Hit<String> hit = lexicon.places(sentence.article).longest(tokens, at + 1, tokens.count);
        if (hit == null || isWithin(sentence, hit.value()) || !tokens.isCapitalised(at + 1)) {
            return null;
        }
        int to = hit.end();
        if (to < tokens.count && isKind(tokens, to) && tokens.isCapitalised(to)) {
            to++;
        }
        boolean listed = tokens.is(to, ",") && tokens.isCapitalised(to + 1)
                || tokens.is(to, "and") && tokens.isCapitalised(to + 1);
        return listed || tokens.isCapitalised(to) ? null : tokens.raw(at + 1, to);
    }

    /** Whether the code is that of the article's region or of the region around it. */
    private static boolean isWithin(SentenceContext sentence, String code) {
        String region = sentence.article.region();
        return region.startsWith(code) || code.startsWith(region);
    }

    private static Segment segment(SentenceContext sentence, List<Place> places, Mention mention) {
        int from = segmentStart(sentence, mention.from);
        int to = segmentEnd(sentence, mention.to);
        return new Segment(from, to, onlyPlace(places, from, to));
    }

    private static @Nullable String place(
            SentenceContext sentence, List<Place> places, Segment segment, @Nullable Mention owner, Mention mention) {
        String only = sentence.place;
        boolean others = owner != null
                && owner != mention
                && sentence.clauseStart(owner.from) != sentence.clauseStart(mention.from);
        if (only != null && !others && !isBehindSemicolon(sentence, places, mention)) {
            return only;
        }
        return segment.place != null
                ? segment.place
                : onlyPlace(places, sentence.clauseStart(mention.from), sentence.clauseEnd(mention.to));
    }

    /** "six cities helped six counties in A Prefecture and sent 500 teams": the count that the only place is told of. */
    private static @Nullable Mention owner(SentenceContext sentence, List<Place> places) {
        if (places.size() != 1) {
            return null;
        }
        int at = places.get(0).from() - 1;
        for (Mention mention : sentence.mentions) {
            if (!mention.isLeftOut() && mention.noun != null && mention.behindNoun() == at) {
                return mention;
            }
        }
        return null;
    }

    /** Whether the sentence comes to its place only in a later part, when it has done with the figure. */
    private static boolean isBehindSemicolon(SentenceContext sentence, List<Place> places, Mention mention) {
        int first = places.get(0).from();
        return sentence.next(SentenceContext.SEMICOLON, mention.to) < first;
    }

    /** The place of the tokens, if it is one and located; null if there is none or there are several. */
    private static @Nullable String onlyPlace(List<Place> places, int from, int to) {
        String found = null;
        boolean located = false;
        for (int i = Sorted.firstFrom(places, Place::from, from);
                i < places.size() && places.get(i).from() < to;
                i++) {
            Place place = places.get(i);
            if (place.to() > to) {
                continue;
            }
            if (found != null && !found.equals(place.name())) {
                return null;
            }
            found = place.name();
            located |= place.located();
        }
        return located ? found : null;
    }

    private static int segmentStart(SentenceContext sentence, int token) {
        int at = token;
        while (at > 0 && !isSegmentMark(sentence, at - 1)) {
            at--;
        }
        return at;
    }

    private static int segmentEnd(SentenceContext sentence, int token) {
        int at = token;
        while (at < sentence.tokens.count && !isSegmentMark(sentence, at)) {
            at++;
        }
        return at;
    }

    private static boolean isSegmentMark(SentenceContext sentence, int token) {
        Tokens tokens = sentence.tokens;
        return tokens.is(token, ";") || tokens.is(token, "and") && tokens.is(token - 1, ",");
    }

    private List<Place> places(SentenceContext sentence) {
        Tokens tokens = sentence.tokens;
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < tokens.count; i++) {
            int bare = bareName(sentence, i);
            if (bare > 0) {
                places.add(new Place(i, bare, tokens.raw(i, bare), !isListed(tokens, i, bare) && isNear(sentence, i)));
                i = bare - 1;
                continue;
            }
            if (i == 0) {
                continue;
            }
            if (tokens.is(i, "prefectures") && !tokens.isCapitalised(i)) {
                groupOfPrefectures(sentence, i, places);
            }
            if (!isKind(tokens, i) || !tokens.isCapitalised(i) || !tokens.isCapitalised(i - 1) || sentence.quoted[i]) {
                continue;
            }
            int from = i - 1;
            while (from > 0
                    && tokens.isCapitalised(from - 1)
                    && i - from < 4
                    && !sentence.cueAt(CueType.FUNCTION, from - 1)) {
                from--;
            }
            boolean office = tokens.isCapitalised(i + 1) && !isPark(tokens, i + 1);
            boolean listed = isListed(tokens, from, i + 1);
            boolean located = !office && !listed && isLocated(sentence, from);
            if (!office && !isElsewhere(sentence, from)) {
                String name = tokens.raw(from, i + 1);
                boolean possessive = tokens.norm[i].endsWith("'s");
                places.add(new Place(from, i + 1, possessive ? name.substring(0, name.length() - 2) : name, located));
            }
            if (listed) {
                // the other names of the list are places too
                places.add(new Place(from, i + 1, "several", false));
            }
            if (located && tokens.is(i + 1, "of") && tokens.isCapitalised(i + 2)) {
                i = skipContainingPlace(tokens, i + 2); // "X Village of Y County": the smaller one
            }
        }
        return places;
    }

    /** "Zhuhai City" in a report of another province: who helps, not where. */
    private boolean isElsewhere(SentenceContext sentence, int from) {
        PhraseIndex.Hit<String> hit =
                lexicon.places(sentence.article).longest(sentence.tokens, from, sentence.tokens.count);
        if (hit != null && isProvince(sentence, hit) && isWithin(sentence, hit.value())) {
            return true; // "Chongqing City" in a report of Chongqing
        }
        return hit != null
                && sentence.article.partner().isEmpty()
                && !isWithin(sentence, hit.value())
                && isLocatedNowhere(sentence, from);
    }

    /** No preposition places the figure there. */
    private static boolean isLocatedNowhere(SentenceContext sentence, int from) {
        return from == 0 || !isLocated(sentence, from);
    }

    /** The token behind a name of the gazetteer that stands alone and lies in the article's region, 0 if none begins here. */
    private int bareName(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        if (!tokens.isCapitalised(at)
                || sentence.quoted[at]
                || tokens.is(at - 1, "of") && tokens.isCapitalised(at - 2) // "the Bank of Lanzhou"
                || tokens.isCapitalised(at - 1) && !sentence.cueAt(CueType.FUNCTION, at - 1)) {
            return 0;
        }
        PhraseIndex.Hit<String> hit = lexicon.places(sentence.article).longest(tokens, at, tokens.count);
        String region = sentence.article.region();
        boolean smaller = hit != null && hit.value().equals(region) && !isProvince(sentence, hit);
        return smaller && !tokens.isCapitalised(hit.end()) && !isVenue(sentence, at) ? hit.end() : 0;
    }

    /** "held a fair in Guiyang": where something took place, not what the figures are of. */
    private static boolean isVenue(SentenceContext sentence, int at) {
        if (!sentence.tokens.is(at - 1, "in") && !sentence.tokens.is(at - 1, "at")) {
            return false;
        }
        return sentence.hasCue(CueType.EVENT_VERB, sentence.clauseStart(at), at);
    }

    private boolean isProvince(SentenceContext sentence, PhraseIndex.Hit<String> hit) {
        return lexicon.isRegionName(sentence.tokens.raw(hit.begin(), hit.end()));
    }

    private static int skipContainingPlace(Tokens tokens, int at) {
        int i = at;
        while (tokens.isCapitalised(i + 1)) {
            i++;
        }
        return i;
    }

    /** "the three prefectures of Southern Xinjiang". */
    private static void groupOfPrefectures(SentenceContext sentence, int at, List<Place> places) {
        Tokens tokens = sentence.tokens;
        boolean named = (tokens.is(at + 1, "of") || tokens.is(at + 1, "in")) && tokens.isWord(at + 2);
        if (!named || !tokens.is(at - 2, "the") || sentence.quoted[at]) {
            return;
        }
        int to = at + 2;
        while (tokens.isCapitalised(to)
                || tokens.is(to, "south")
                || tokens.is(to, "southern")
                || tokens.is(to, "north")
                || tokens.is(to, "northern")) {
            to++;
        }
        if (to > at + 2) {
            boolean located = isLocated(sentence, at - 2) || isLocated(sentence, at - 1);
            places.add(new Place(at - 1, to, tokens.raw(at - 1, to), located));
        }
    }

    /** "in X County Industrial Park": within the county. */
    private static boolean isPark(Tokens tokens, int at) {
        for (int i = at; i < at + 4 && tokens.isCapitalised(i); i++) {
            if (tokens.is(i, "park") || tokens.is(i, "zone")) {
                return true;
            }
        }
        return false;
    }

    /** The word without a possessive ending. */
    private static String kind(Tokens tokens, int at) {
        String word = tokens.norm[at];
        return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }

    private boolean isKind(Tokens tokens, int at) {
        if (!tokens.isWord(at)) {
            return false;
        }
        String kind = kind(tokens, at);
        return lexicon.is(kind, CueType.PLACE_KIND) || kind.equals("region") && !tokens.is(at - 1, "autonomous");
    }

    /** Whether names stand beside it as in a list: "A, B County and C". */
    private static boolean isListed(Tokens tokens, int from, int to) {
        boolean before = (tokens.is(from - 1, ",") || tokens.is(from - 1, "and")) && tokens.isCapitalised(from - 2);
        // "In X County, Tianjin built ...": the comma ends the adverbial
        boolean opens = from == 1 && tokens.is(0, "in") && tokens.is(to, ",");
        boolean after = !opens && (tokens.is(to, ",") || tokens.is(to, "and")) && tokens.isCapitalised(to + 1);
        return before || after;
    }

    /** As {@link #isLocated}, and "students from Kashi", "agreements with Kashi", "to visit Kashi". */
    private static boolean isNear(SentenceContext sentence, int from) {
        Tokens tokens = sentence.tokens;
        return isLocated(sentence, from)
                || tokens.is(from - 1, "from")
                || tokens.is(from - 1, "with")
                || tokens.is(from - 1, "visit")
                || tokens.is(from - 1, "visited");
    }

    private static boolean isLocated(SentenceContext sentence, int from) {
        return from == 0 || sentence.cueAt(CueType.LOCATED, from - 1);
    }

    /** "the county's GDP", "in this village": one place meant that was named before. */
    private static boolean goesOnAbout(SentenceContext sentence) {
        Tokens tokens = sentence.tokens;
        for (int i = 1; i < tokens.count; i++) {
            boolean named = tokens.is(i + 1, "of"); // "the project of ...": told anew
            if (!named && tokens.is(i, "project") && (tokens.is(i - 1, "the") || tokens.is(i - 1, "this"))) {
                return true;
            }
            if (tokens.is(i, "project") && tokens.is(i - 2, "phase")) {
                return true;
            }
            boolean singular = sentence.cueAt(CueType.ONE_PLACE, i);
            if (singular && !tokens.isCapitalised(i) && (tokens.is(i - 1, "the") || tokens.is(i - 1, "this"))) {
                boolean possessive = tokens.norm[i].endsWith("'s");
                boolean placed = tokens.is(i - 2, "in") || tokens.is(i - 1, "this");
                boolean authority = tokens.is(i + 1, "government") && !tokens.isCapitalised(i + 1);
                if (possessive || authority || placed && !tokens.isWord(i + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable String carried(SentenceContext sentence) {
        int steps = 0;
        for (SentenceContext before = sentence.previous; before != null && steps < 4; before = before.previous) {
            if (before.place != null) {
                return before.place;
            }
            steps++;
        }
        return null;
    }
}
