package org.fupin.extraction.relation;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Sorted;
import org.fupin.observation.Dimension;
import org.fupin.observation.PerUnit;

/** Of what an amount is one each, by the noun that is counted. */
final class EachOf {

    private EachOf() {}

    /** "Two villages were named and each got a reward of X": each of those that were counted before. */
    static PerUnit subject(SentenceContext sentence, Mention mention, int each) {
        List<Mention> all = sentence.mentions;
        int last = Sorted.firstFrom(all, other -> other.to, each + 1) - 1;
        for (int i = last; i >= Math.max(0, last - SentenceContext.FARTHEST); i--) {
            Mention subject = all.get(i);
            if (!subject.isLeftOut() && subject.noun != null && subject != mention) {
                return unit(subject.noun);
            }
        }
        return PerUnit.PERSON;
    }

    static PerUnit unit(Lexicon.Noun noun) {
        return switch (noun.measure()) {
            case HOUSEHOLDS -> PerUnit.HOUSEHOLD;
            case VILLAGES -> PerUnit.VILLAGE;
            case TOWNS -> PerUnit.TOWN;
            case COUNTIES -> PerUnit.COUNTY;
            case PROJECTS -> PerUnit.PROJECT;
            case LOAN_COUNT -> PerUnit.LOAN;
            default -> noun.unit().dimension() == Dimension.PEOPLE ? PerUnit.PERSON : PerUnit.OTHER;
        };
    }
}
