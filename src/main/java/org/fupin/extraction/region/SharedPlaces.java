package org.fupin.extraction.region;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Layout;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;

/**
 * Shares out the places of a list that "respectively" pairs with figures: with one list or several of as many like figures ("A
 * and B built 3 and 5 wells with 2 and 4 million yuan respectively"), or with as many groups of like figures ("3 wells of 2
 * million yuan and 5 wells of 4 million yuan respectively to A and B").
 */
final class SharedPlaces {

    /** Longest list of places, and most figures that are shared out among them. */
    private static final int MOST = 8;

    private static final int MOST_FIGURES = 24;

    /** Parts a sentence so that a list and its figures stand in one part. */
    private static final Layout.Landmark PART =
            (sentence, token) -> sentence.tokens.is(token, ";") || sentence.tokens.is(token, ":");

    private final SentenceContext sentence;
    private final List<Mention> figures;
    private final Map<Mention, Place> shared = new IdentityHashMap<>();

    private SharedPlaces(SentenceContext sentence, List<Mention> figures) {
        this.sentence = sentence;
        this.figures = figures;
    }

    /** The place of each figure that has one of a list. */
    static Map<Mention, Place> of(SentenceContext sentence, List<Place> named, List<Mention> figures) {
        List<Hit<Cue>> cues = sentence.cues(CueType.RESPECTIVELY);
        if (cues.isEmpty() || named.size() < 2) {
            return Map.of();
        }
        List<Place> places = named.stream().filter(Place::hasName).toList();
        SharedPlaces sharing = new SharedPlaces(sentence, figures);
        int cue = 0;
        int from = 0;
        for (int first = 0; first < places.size(); first++) {
            List<Place> list = sharing.list(places, first);
            int begin = list.get(0).from();
            while (sentence.next(PART, from) < begin) {
                from = sentence.next(PART, from) + 1;
            }
            int to = list.get(list.size() - 1).to();
            int end = sentence.next(PART, to);
            while (cue < cues.size() && cues.get(cue).begin() < from) {
                cue++;
            }
            boolean paired = cue < cues.size() && cues.get(cue).begin() < end && list.size() > 1 && !sharing.goesOn(to);
            if (paired
                    && !sharing.share(list, sharing.between(to, end))
                    && !sharing.share(
                            list, sharing.between(Math.max(to, cues.get(cue).end()), end))) {
                sharing.share(list, sharing.between(from, begin));
            }
            first += list.size() - 1;
        }
        return sharing.shared;
    }

    /** The places that are named one behind the other, from one on; that one alone where it stands in no list. */
    private List<Place> list(List<Place> places, int first) {
        List<Place> list = new ArrayList<>(List.of(places.get(first)));
        for (int i = first + 1; i < places.size() && list.size() <= MOST; i++) {
            Place last = list.get(list.size() - 1);
            Place place = places.get(i);
            if (!isJoined(last.to(), place.from())) {
                break;
            }
            list.add(place);
        }
        return list;
    }

    /** "A, B County and C": a name of unknown kind belongs to the list, too. */
    private boolean goesOn(int at) {
        int next = sentence.tokens.is(at, ",") ? at + 1 : at;
        next = sentence.cueAt(CueType.CONJUNCTION, next) ? next + 1 : next;
        return next > at && sentence.tokens.isCapitalised(next);
    }

    private boolean isJoined(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!sentence.tokens.is(i, ",") && !sentence.cueAt(CueType.CONJUNCTION, i)) {
                return false;
            }
        }
        return to > from;
    }

    private List<Mention> between(int from, int to) {
        int first = SentenceContext.firstFrom(figures, from);
        int last = first;
        while (last < figures.size() && figures.get(last).to <= to && last - first <= MOST_FIGURES) {
            last++;
        }
        return figures.subList(first, last);
    }

    private boolean share(List<Place> list, List<Mention> ofThem) {
        int places = list.size();
        if (ofThem.isEmpty() || ofThem.size() > MOST_FIGURES || ofThem.size() % places != 0) {
            return false;
        }
        int each = ofThem.size() / places;
        boolean series = true;
        boolean groups = true;
        for (int i = 0; i < ofThem.size(); i++) {
            Mention figure = ofThem.get(i);
            series &= i % places == 0
                    || isLike(ofThem.get(i - 1), figure) && sentence.isListed(ofThem.get(i - 1), figure);
            groups &= i < each || isLike(ofThem.get(i - each), figure);
        }
        if (!series && !groups) {
            return false;
        }
        for (int i = 0; i < ofThem.size(); i++) {
            shared.put(ofThem.get(i), list.get(series ? i % places : i / each));
        }
        return true;
    }

    private static boolean isLike(Mention left, Mention right) {
        return Objects.equals(left.unit, right.unit) && left.kind == right.kind;
    }
}
