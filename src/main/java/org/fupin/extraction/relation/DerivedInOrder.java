package org.fupin.extraction.relation;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.observation.Kind;

/** Pairs derived figures with what they describe by the word "respectively". */
final class DerivedInOrder {

    private static final String POINTS = "pp";

    private DerivedInOrder() {}

    /** "A, B and C respectively x, y and z": as many derived figures as levels before them, in the same order. */
    static void pair(SentenceContext sentence, List<Mention> figures) {
        if (sentence.cues(CueType.RESPECTIVELY).isEmpty()) {
            return;
        }
        int at = 0;
        int levels = 0;
        int behindLevels = 0;
        int before = 0;
        while (at < figures.size()) {
            int first = at;
            while (first < figures.size() && figures.get(first).isLevel()) {
                first++;
            }
            if (first > at) {
                levels = at;
                behindLevels = first; // else a second series, of the same levels as the first
            }
            int last = first;
            while (last < figures.size() && isSameList(sentence, figures, first, last)) {
                last++;
            }
            int derived = last - first;
            boolean another = first == at && derived != before;
            before = derived;
            List<Mention> rates = derived >= 2 ? ratesBefore(figures, first) : List.of();
            if (rates.size() >= derived && derived >= 2) {
                pair(figures, first, last, rates.subList(rates.size() - derived, rates.size()));
            } else if (!another && derived >= 2 && behindLevels - levels >= derived) {
                pair(figures, first, last, figures.subList(behindLevels - derived, behindLevels));
            }
            at = Math.max(last, at + 1);
        }
    }

    private static void pair(List<Mention> figures, int first, int last, List<Mention> described) {
        for (int i = first; i < last; i++) {
            figures.get(i).about = described.get(i - first);
            figures.get(i).rules.add("about:respectively");
        }
    }

    /** "up 19.8% ..., up 17.8%; the two rates were respectively 6 and 4 points above": gaps in points are those of rates. */
    private static List<Mention> ratesBefore(List<Mention> figures, int first) {
        List<Mention> rates = new ArrayList<>();
        Mention gap = figures.get(first);
        if (gap.kind != Kind.GAP || !gap.isUnit(POINTS)) {
            return rates;
        }
        for (Mention other : figures.subList(Math.max(0, first - SentenceContext.FARTHEST), first)) {
            if (other.kind == Kind.GROWTH && other.isPercent()) {
                rates.add(other);
            }
        }
        return rates;
    }

    private static boolean isSameList(SentenceContext sentence, List<Mention> figures, int first, int at) {
        Mention mention = figures.get(at);
        return !mention.isLevel()
                && (at == first
                        || mention.kind == figures.get(at - 1).kind && sentence.isListed(figures.get(at - 1), mention));
    }
}
