package org.fupin.extraction.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fupin.extraction.region.Place.Role;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Clause;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Sorted;
import org.fupin.extraction.text.Tokens;
import org.jspecify.annotations.Nullable;

/** The smaller and other places that a sentence names, in its order, each with what it is to the figures around it. */
final class Places {

    /** Name of what stands for further places of a list that have no word for their kind: "A, B and C County". */
    private static final String FURTHER = "";

    /** Longest name before the word for its kind, in tokens. */
    private static final int LONGEST_NAME = 4;

    private final SentenceContext sentence;
    private final Tokens tokens;
    private final Lexicon lexicon;
    private final Gazetteer gazetteer;
    private final Quarters quarters;
    private final List<Place> found = new ArrayList<>();

    private Places(SentenceContext sentence, Lexicon lexicon) {
        this.sentence = sentence;
        this.tokens = sentence.tokens;
        this.lexicon = lexicon;
        gazetteer = new Gazetteer(sentence, lexicon);
        quarters = new Quarters(sentence, gazetteer);
    }

    /** The places of the sentence; those of a list with names of unknown kind are followed by one without a name. */
    static List<Place> of(SentenceContext sentence, Lexicon lexicon) {
        Places places = new Places(sentence, lexicon);
        places.find();
        return places.found;
    }

    /** The class of phrases that rules may name, by role. */
    static List<Hit<String>> phrases(List<Place> places) {
        return places.isEmpty()
                ? List.of()
                : places.stream()
                        .filter(Place::hasName)
                        .map(place -> new Hit<>(place.role().name().toLowerCase(Locale.ROOT), place.from(), place.to()))
                        .toList();
    }

    /** The place of the tokens, if it is one and no list; null if there is none or there are several. */
    static @Nullable Place only(List<Place> places, int from, int to) {
        Place only = null;
        String name = null;
        for (int i = Sorted.firstFrom(places, Place::from, from);
                i < places.size() && places.get(i).from() < to;
                i++) {
            Place place = places.get(i);
            if (place.to() > to || place.role() == Role.ELSEWHERE) {
                continue;
            }
            if (name != null && !name.equals(place.name())) {
                return null;
            }
            name = place.name();
            only = only == null && place.isAlone() ? place : only;
        }
        return only;
    }

    private void find() {
        for (int i = 0; i < tokens.count; i++) {
            if (!tokens.isCapitalised(i) && !sentence.cues.isAnyAt(i)) {
                continue; // as most words
            }
            int bare = bareName(i);
            if (bare > 0) {
                boolean listed = isListed(i, bare);
                add(i, bare, listed ? Role.LISTED : isNear(i) ? Role.LOCATED : role(i, bare));
                i = bare - 1;
                continue;
            }
            elsewhere(i);
            if (i == 0) {
                continue;
            }
            groupOfPrefectures(i);
            int quarter = quarters.end(i);
            if (quarter > 0) {
                boolean located = sentence.cueAt(CueType.LOCATED, quarters.before(i));
                if (quarters.isNamed(i)) {
                    add(i, quarter, located ? Role.LOCATED : role(i, quarter));
                }
                i = quarter - 1;
                continue;
            }
            if (tokens.isCapitalised(i) && tokens.isCapitalised(i - 1) && !sentence.quoted[i] && isKind(i)) {
                i = named(i);
            }
        }
    }

    private void add(int from, int to, Role role) {
        String name = tokens.raw(from, to);
        boolean possessive = tokens.norm[to - 1].endsWith("'s");
        found.add(new Place(from, to, possessive ? name.substring(0, name.length() - 2) : name, role));
    }

    /** The name that ends with the word for a kind of places; returns the last token that is done with. */
    private int named(int kind) {
        int from = kind - 1;
        while (from > 0
                && tokens.isCapitalised(from - 1)
                && kind - from < LONGEST_NAME
                && !sentence.cueAt(CueType.FUNCTION, from - 1)) {
            from--;
        }
        boolean office = tokens.isCapitalised(kind + 1) && !isPark(kind + 1);
        boolean listed = isListed(from, kind + 1);
        Role role = listed ? Role.LISTED : role(from, kind + 1);
        int containing = containing(kind + 1);
        if (!office && !gazetteer.isElsewhere(from, containing)) {
            add(from, kind + 1, role);
        }
        if (listed) {
            found.add(new Place(from, kind + 1, FURTHER, Role.LISTED));
        }
        boolean within = !office && role != Role.NAMED && !listed && containing > 0;
        return within ? skipName(containing) : kind; // "X Village of Y County": the smaller one
    }

    private Role role(int from, int to) {
        if (sentence.cueAt(CueType.LOCATED, from - 1)) {
            return Role.LOCATED;
        }
        return from == 0 || isSubject(from, to) ? Role.SUBJECT : Role.NAMED;
    }

    /** Whether the name opens the subject of its clause and is its head, or that of its government. */
    private boolean isSubject(int from, int to) {
        Clause clause = sentence.structure().clauseAt(from);
        if (clause == null || !clause.hasPredicate() || clause.sharesSubject() || from >= clause.verbFrom()) {
            return false;
        }
        boolean opens = from == clause.subjectFrom()
                || from == clause.subjectFrom() + 1 && sentence.cueAt(CueType.ARTICLE, from - 1);
        boolean possessive = tokens.norm[to - 1].endsWith("'s") || tokens.is(to, "'s");
        return opens && (possessive || to >= clause.verbFrom() - 1 || sentence.cueAt(CueType.AUTHORITY, to));
    }

    /** The capitalised name behind "of", for "X Village of Y County"; 0 if none stands there. */
    private int containing(int at) {
        return sentence.cueAt(CueType.OF, at) && tokens.isCapitalised(at + 1) ? at + 1 : 0;
    }

    private int skipName(int at) {
        int i = at;
        while (tokens.isCapitalised(i + 1)) {
            i++;
        }
        return i;
    }

    /** "1,500 enterprises of Zhejiang", "168 organs in Shandong": another province right behind what is counted. */
    private void elsewhere(int at) {
        boolean located = tokens.isCapitalised(at) && sentence.cueAt(CueType.LOCATED, at - 1);
        Hit<String> hit = located ? gazetteer.at(at) : null;
        if (hit == null || gazetteer.isWithin(hit)) {
            return;
        }
        int to = hit.end();
        if (tokens.isCapitalised(to) && isKind(to)) {
            to++;
        }
        if (!tokens.isCapitalised(to) && !(isJoint(to) && tokens.isCapitalised(to + 1))) {
            add(at, to, Role.ELSEWHERE);
        }
    }

    /** The token behind a name of the gazetteer that stands alone and lies in the article's region, 0 if none begins here. */
    private int bareName(int at) {
        if (!tokens.isCapitalised(at)
                || sentence.quoted[at]
                || sentence.cueAt(CueType.OF, at - 1) && tokens.isCapitalised(at - 2) // "the Bank of Lanzhou"
                || tokens.isCapitalised(at - 1) && !sentence.cueAt(CueType.FUNCTION, at - 1)) {
            return 0;
        }
        Hit<String> hit = gazetteer.at(at);
        boolean smaller = hit != null && gazetteer.isOwn(hit) && !gazetteer.isRegion(hit);
        return smaller && !tokens.isCapitalised(hit.end()) && !isVenue(at) ? hit.end() : 0;
    }

    /** "held a fair in Guiyang": where something took place, not what the figures are of. */
    private boolean isVenue(int at) {
        return sentence.cueAt(CueType.LOCATED, at - 1)
                && sentence.hasCue(CueType.EVENT_VERB, sentence.clauseStart(at), at);
    }

    /** "the three prefectures of Southern Xinjiang". */
    private void groupOfPrefectures(int at) {
        Hit<Cue> opener = sentence.cueBeginningAt(CueType.PREFECTURES_OF, at);
        if (opener == null || !sentence.cueAt(CueType.ARTICLE, at - 2) || sentence.quoted[at]) {
            return;
        }
        int to = opener.end();
        while (tokens.isCapitalised(to) || sentence.cueAt(CueType.COMPASS, to)) {
            to++;
        }
        if (to > opener.end()) {
            boolean located = at - 2 == 0 || sentence.cueAt(CueType.LOCATED, at - 3);
            add(at - 1, to, located ? Role.LOCATED : Role.NAMED);
        }
    }

    /** "in X County Industrial Park": within the county. */
    private boolean isPark(int at) {
        for (int i = at; i < at + LONGEST_NAME && tokens.isCapitalised(i); i++) {
            if (sentence.cueAt(CueType.PARK, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isKind(int at) {
        return isKind(tokens, at, lexicon) && !sentence.cueAt(CueType.PROVINCE, at - 1); // "Autonomous Region"
    }

    private static boolean isKind(Tokens tokens, int at, Lexicon lexicon) {
        if (!tokens.isWord(at)) {
            return false;
        }
        String word = tokens.norm[at];
        String kind = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        return lexicon.is(kind, CueType.PLACE_KIND);
    }

    /** Whether names stand beside it as in a list: "A, B County and C". */
    private boolean isListed(int from, int to) {
        boolean before = isJoint(from - 1) && tokens.isCapitalised(from - 2);
        // "In X County, Tianjin built ...": the comma ends the adverbial
        boolean opens = tokens.is(to, ",") && sentence.cueAt(CueType.ADVERBIAL, from - 1) && opensPart(from - 1);
        boolean after = !opens && isJoint(to) && tokens.isCapitalised(to + 1);
        return before || after;
    }

    private boolean isJoint(int at) {
        return tokens.is(at, ",") || sentence.cueAt(CueType.CONJUNCTION, at);
    }

    private boolean opensPart(int at) {
        return at == 0 || sentence.isClauseMark(at - 1) || sentence.cueAt(CueType.CONJUNCTION, at - 1);
    }

    /** "in Kashi", "students from Kashi", "agreements with Kashi", "to visit Kashi". */
    private boolean isNear(int from) {
        return from > 0
                && (sentence.cueAt(CueType.LOCATED, from - 1) || sentence.cueAt(CueType.LOCATED_NAME, from - 1));
    }

    /** Whether a heading can name a place at all: it has a word for a kind of places, as in a name. */
    static boolean mayNameOne(Tokens heading, Lexicon lexicon) {
        for (int i = 1; i < heading.count; i++) {
            if (heading.isCapitalised(i) && isKind(heading, i, lexicon)) {
                return true;
            }
        }
        return false;
    }
}
