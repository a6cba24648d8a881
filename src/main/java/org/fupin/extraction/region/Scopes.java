package org.fupin.extraction.region;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fupin.extraction.region.Place.Role;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Clause;
import org.fupin.extraction.structure.Layout;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Sorted;
import org.jspecify.annotations.Nullable;

/** How far the places of a sentence reach: over their clause, over those that go on with a subject or opening, or over all. */
final class Scopes {

    private static final String CLAUSE = "region:clause";

    private final SentenceContext sentence;
    private final List<Place> places;
    /** The one place of the whole sentence, null if there is none. */
    private final @Nullable Place only;

    private final @Nullable Mention owner;
    /** The place that a clause names alone, and that it goes on with, by the clause's first token. */
    private final Map<Integer, Place> own = new HashMap<>();

    private final Map<Integer, Place> goingOn = new HashMap<>();

    /** The clauses told of the whole region reported on, by their first tokens. */
    private final Set<Integer> ofProvince = new HashSet<>();

    Scopes(SentenceContext sentence, List<Place> places, @Nullable Place only) {
        this.sentence = sentence;
        this.places = places;
        this.only = only;
        owner = places.size() == 1 ? owner(places.get(0)) : null;
        if (!places.isEmpty()) {
            goOn();
        }
    }

    private void goOn() {
        Place current = null;
        for (Clause clause : sentence.structure().clauses()) {
            int first = Sorted.firstFrom(places, Place::from, clause.from());
            Place leading =
                    first < places.size() && places.get(first).from() < clause.verbFrom() ? places.get(first) : null;
            boolean leads = leading != null
                    && (leading.role() == Role.SUBJECT || leading.role() == Role.LISTED || isFronted(leading));
            if (leads) {
                current = leading.isListed() ? null : leading;
            } else if (current != null && isOfProvince(clause)) {
                current = null;
                ofProvince.add(clause.from());
            } else if (isAnother(clause)) {
                current = null;
            }
            Place alone = Places.only(places, clause.from(), clause.to());
            if (alone != null) {
                own.put(clause.from(), alone);
            }
            if (current != null) {
                goingOn.put(clause.from(), current);
            }
        }
    }

    /** "In X County, ...": an opening of its clause. */
    private boolean isFronted(Place place) {
        return place.role() == Role.LOCATED
                && sentence.clauseStart(place.from()) >= place.from() - 1
                && sentence.isClauseMark(place.to());
    }

    /** "..., while the province built": the clause is told of the whole region reported on. */
    private boolean isOfProvince(Clause clause) {
        int at = clause.subjectFrom();
        int name = sentence.cueAt(CueType.ARTICLE, at) ? at + 1 : at;
        return hasOwnSubject(clause)
                && at > 0
                && sentence.cueAt(CueType.PROVINCE, name)
                && name + 1 >= clause.verbFrom() - 1;
    }

    /** Whether someone else acts in the clause: "..., and Shandong built". */
    private boolean isAnother(Clause clause) {
        int at = clause.subjectFrom();
        return hasOwnSubject(clause) && at > 0 && sentence.tokens.isCapitalised(at);
    }

    private static boolean hasOwnSubject(Clause clause) {
        return clause.hasSubject() && !clause.sharesSubject();
    }

    /** Gives a figure the place whose scope it stands in, if it stands in one. */
    void give(Mention mention) {
        if (places.isEmpty()) {
            return;
        }
        Clause clause = sentence.structure().clauseAt(mention.lead);
        Place place = clause == null ? null : own.get(clause.from());
        if (place == null && clause != null && ofProvince.contains(clause.from())) {
            mention.region = sentence.article.place();
            mention.rules.add("region:province", clause.subjectFrom(), clause.subjectTo());
            return;
        }
        String rule = CLAUSE;
        if (place == null && clause != null && !namesSeveral(clause)) {
            place = goingOn.get(clause.from());
            rule = "region:goes-on";
        }
        if (place == null && only != null && reaches(mention)) {
            place = only;
            rule = "region:named";
        }
        if (place == null) {
            Place near = Places.only(places, sentence.clauseStart(mention.from), sentence.clauseEnd(mention.to));
            place = near != null && (near.from() < mention.lead || reachesBack(near, mention)) ? near : null;
            rule = CLAUSE;
        }
        if (place != null) {
            mention.region = place.name();
            mention.rules.add(rule, place.from(), place.to());
        }
    }

    private boolean namesSeveral(Clause clause) {
        int first = Sorted.firstFrom(places, Place::from, clause.from());
        return first + 1 < places.size() && places.get(first + 1).to() <= clause.to();
    }

    /** Whether the only place of the sentence is the figure's, too. */
    private boolean reaches(Mention mention) {
        boolean others = owner != null
                && owner != mention
                && sentence.clauseStart(owner.from) != sentence.clauseStart(mention.from);
        boolean later = sentence.next(Layout.SEMICOLON, mention.to) < only.from();
        return !others
                && !later
                && (only.from() < mention.lead || only.role() == Role.LOCATED && reachesBack(only, mention));
    }

    /** Whether the clause of the place goes on with what the figure's clause tells of. */
    private boolean reachesBack(Place place, Mention mention) {
        Clause clause = sentence.structure().clauseAt(place.from());
        return clause == null
                || clause == sentence.structure().clauseAt(mention.lead)
                || !clause.hasSubject()
                || clause.sharesSubject()
                || clause.isRelative();
    }

    /** "six cities helped six counties in A Prefecture and sent 500 teams": the count that the only place is told of. */
    private @Nullable Mention owner(Place place) {
        int at = place.from() - 1;
        for (Mention mention : sentence.mentions) {
            if (!mention.isLeftOut() && mention.noun != null && mention.behindNoun() == at) {
                return mention;
            }
        }
        return null;
    }
}
