package org.fupin.extraction.payer;

import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Clause;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Finds places of other provinces that give: "Xiamen, Fuzhou and Quanzhou City donated X". They are the subject of a verb of
 * paying, alone or before others who give with them; a place of the report's own region among them forbids it. Reports on a
 * pairing-off, in which the partner gives all, have rows of their own.
 */
final class PartnerPlaces {

    /** Most places of a list that are looked at. */
    private static final int MOST = 12;

    /** The rule of an amount that such places give. */
    static final String RULE = "payer-partner-places";

    private final SentenceContext sentence;
    private final Tokens tokens;
    private final PhraseIndex<String> names;

    PartnerPlaces(SentenceContext sentence, Lexicon lexicon) {
        this.sentence = sentence;
        tokens = sentence.tokens;
        names = lexicon.places(sentence.article);
    }

    /** The tokens of the subject whose places give the amount; null if none do. */
    @Nullable
    Hit<String> givers(Mention amount) {
        Clause clause = sentence.structure().clauseAt(amount.lead);
        boolean given = sentence.article.partner().isEmpty()
                && clause != null
                && clause.hasPredicate()
                && clause.hasSubject()
                && !clause.isPassive()
                && amount.lead >= clause.verbTo()
                && sentence.hasCue(CueType.PAYING, clause.verbFrom(), clause.verbTo());
        return given ? listed(clause.subjectFrom(), clause.subjectTo()) : null;
    }

    /** "the cities of A, B and C", "Province A, City B, and firms there": the places that open the subject. */
    private @Nullable Hit<String> listed(int from, int to) {
        int begin = behindKind(from, to);
        int at = begin;
        int places = 0;
        while (at < to && places < MOST) {
            at = behindKind(at, to);
            Hit<String> name = names.longest(tokens, at, to);
            if (name == null) {
                break;
            }
            int end = behindKind(name.end(), to);
            boolean ends = end == to || tokens.is(end, ",") || sentence.cueAt(CueType.LIST_JOINER, end);
            if (isWithin(name) || !ends) {
                return null; // "Xiamen enterprises" are no place
            }
            places++;
            at = behindJoint(end, to);
        }
        return places == 0 || namesOwn(at, to) ? null : new Hit<>("", begin, to);
    }

    private int behindKind(int from, int to) {
        int at = from;
        while (at < to && (sentence.cueAt(CueType.ARTICLE, at) || isKind(at) || sentence.cueAt(CueType.OF, at))) {
            at++;
        }
        return at;
    }

    private boolean isKind(int at) {
        String kind = Lemma.of(tokens.norm[at]);
        return sentence.lexicon.is(kind, CueType.PLACE_KIND) || sentence.lexicon.is(kind, CueType.PROVINCE);
    }

    private int behindJoint(int from, int to) {
        int at = from;
        while (at < to && (tokens.is(at, ",") || sentence.cueAt(CueType.LIST_JOINER, at))) {
            at++;
        }
        return at;
    }

    /** Whether a place of the report's own region gives, too. */
    private boolean namesOwn(int from, int to) {
        for (int i = from; i < to; i++) {
            Hit<String> name = names.longest(tokens, i, to);
            if (name != null && isWithin(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWithin(Hit<String> name) {
        String region = sentence.article.region();
        return region.startsWith(name.value()) || name.value().startsWith(region);
    }
}
