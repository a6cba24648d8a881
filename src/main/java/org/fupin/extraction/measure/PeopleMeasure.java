package org.fupin.extraction.measure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.sentence.WentBefore;
import org.fupin.extraction.structure.Clause;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Context;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Programme;
import org.jspecify.annotations.Nullable;

/** Concludes what is done with those that are counted: poor, trained, relocated, employed or no longer poor. */
final class PeopleMeasure {

    static final SentenceContext.Landmark TRAINING = (sentence, token) ->
            (sentence.tokens.norm[token].startsWith("train") || sentence.tokens.is(token, "taught"));

    /** What is done with people, and with the parts of them that are told one by one. */
    private static final Set<Measure> DONE_WITH = EnumSet.of(Measure.RELOCATED, Measure.TRAINED, Measure.TRANSFERRED);

    private final Lexicon lexicon;

    PeopleMeasure(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** People that are poor, trained, relocated, employed or no longer poor. */
    void refine(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Measure plain = mention.measure;
        int from = Math.max(sentence.clauseStart(mention.lead), mention.lead - Topics.WINDOW);
        if (mention.nounBefore && sentence.tokens.is(mention.lead - 1, ":")) {
            from = Math.max(
                    Math.min(from, mention.nounFrom), mention.lead - Topics.WINDOW); // the label tells what was done
        }
        int to = Math.min(sentence.clauseEnd(mention.to), mention.to + Topics.WINDOW);
        Mention next = index + 1 < figures.size() ? figures.get(index + 1) : null;
        Clause clause = sentence.structure().clauseAt(mention.lead);
        boolean predicated = clause != null && clause.hasPredicate();
        boolean inserted = predicated && next != null && next.isPercent() && next.to <= clause.verbFrom();
        boolean members = sentence.cueAt(CueType.WHOLE_OPENER, mention.behindNoun());
        if (inserted) {
            to = Math.min(
                    clause.to(), clause.verbFrom() + Topics.WINDOW); // "12,000 people, or 8 percent, were trained"
        } else if (next != null && !members && !sentence.isListed(mention, next)) {
            // what is done with the next figure is said of that one: "covering 300 people and lifting 200 out of
            // poverty"
            to = Math.max(mention.to, Math.min(to, startOfNext(sentence, next)));
        }
        if (predicated && !clause.isRelative()) {
            from = Math.max(
                    from, Math.min(clause.from(), mention.lead)); // what the clause before says is told of others
        }
        Measure best = null;
        Hit<Context> words = null;
        int nearest = Integer.MAX_VALUE;
        for (int i = from; i < to; i++) {
            Hit<Context> hit = lexicon.contexts.longest(sentence.tokens, i, to);
            if (hit == null || !hit.value().from().contains(plain)) {
                continue;
            }
            int distance = i < mention.from ? mention.from - hit.end() : i - mention.to;
            if (distance < nearest) {
                nearest = distance;
                best = hit.value().to();
                words = hit;
            }
        }
        if (best == null && isPoorStock(sentence, mention, from, to)) {
            best = Measure.POOR_POPULATION;
        }
        if (best == null && sentence.hasCue(CueType.HELPED, from, mention.lead)) {
            boolean sent = plain == Measure.STAFF && !saysTraining(sentence);
            best = sent ? null : coveredBy(sentence.section.programme(), plain);
        }
        if (best == null && plain == Measure.POOR_POPULATION && sentence.hasCue(CueType.HELPED, from, mention.lead)) {
            best = Measure.PEOPLE;
        }
        if (best != null) {
            mention.measure = best;
            if (words != null) {
                mention.rules.add("measure-context", words);
            } else {
                mention.rules.add(best == Measure.POOR_POPULATION ? "measure-poor" : "measure-helped");
            }
        }
    }

    /** "The county relocated 5,000 people. 3,000 were from the hills": with these is done what is done with all. */
    static void goOn(SentenceContext sentence, Mention mention) {
        if (mention.measure != Measure.PEOPLE && mention.measure != Measure.HOUSEHOLDS || !mention.isLevel()) {
            return;
        }
        boolean named = mention.nounTo > mention.nounFrom;
        if (named && sentence.section.programme() != Programme.RELOCATION) {
            return; // people of its own
        }
        int from = sentence.clauseStart(mention.lead);
        int to = sentence.clauseEnd(mention.to);
        // "the water problem of 90 households", "stoves for 80 households", "70 households have": other things are told
        boolean otherwise = sentence.hasCue(CueType.HELPED, from, to)
                || sentence.hasCue(CueType.HAVE, from, to)
                || sentence.cueAt(CueType.OF, mention.lead - 1)
                || sentence.cueAt(CueType.RECIPIENT_BEFORE, mention.lead - 1);
        Mention before = otherwise ? null : WentBefore.of(mention);
        if (before != null
                && DONE_WITH.contains(before.measure)
                && (before.sentence == sentence || before.sentence == sentence.previous)) {
            mention.measure = before.measure;
            mention.rules.add("measure-done-with-all", before);
        }
    }

    /** The token at which the words for a figure begin: its verb, if it is joined by "and". */
    private static int startOfNext(SentenceContext sentence, Mention next) {
        for (int i = next.lead - 1; i > next.lead - 4 && i > 0; i--) {
            if (sentence.cueAt(CueType.CONJUNCTION, i)) {
                return i;
            }
        }
        return next.lead;
    }

    static boolean isTraining(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Clause clause = sentence.structure().clauseAt(mention.lead);
        Mention before = index == 0 ? null : figures.get(index - 1);
        // "trained growers for 900 person-times and gave check-ups to 400": each clause has times of its own
        boolean told = clause != null
                && clause.hasPredicate()
                && before != null
                && mention.unit.equals(before.unit)
                && before.to <= clause.from();
        return sentence.section.programme() == Programme.TRAINING
                || (told ? sentence.next(TRAINING, clause.from()) < clause.to() : saysTraining(sentence));
    }

    private static boolean saysTraining(SentenceContext sentence) {
        return sentence.next(TRAINING, 0) < sentence.tokens.count;
    }

    /** Those whom a relocation or training programme covers are relocated or trained. */
    static @Nullable Measure coveredBy(Programme programme, Measure plain) {
        boolean people = plain == Measure.PEOPLE || plain == Measure.HOUSEHOLDS;
        if (programme == Programme.RELOCATION && people) {
            return Measure.RELOCATED;
        }
        boolean trainees = plain == Measure.PEOPLE || plain == Measure.STAFF;
        return programme == Programme.TRAINING && trainees ? Measure.TRAINED : null;
    }

    /** The poor as they are counted, not as they are helped: "had 7.95 million poor residents", "reduced by 318,000". */
    private static boolean isPoorStock(SentenceContext sentence, Mention mention, int from, int to) {
        boolean people = mention.isUnit("person") || mention.isUnit("household");
        if (!people || mention.measure != Measure.PEOPLE && mention.measure != Measure.HOUSEHOLDS) {
            return false;
        }
        if (mention.kind == Kind.CHANGE) {
            return sentence.hasCue(CueType.POOR, from, to);
        }
        if (mention.nounBefore
                && sentence.hasCue(CueType.POOR, mention.nounFrom, mention.nounTo)
                && moves(sentence, mention)) {
            return true; // "the poor in the countryside shrank from X to Y"
        }
        return sentence.hasCue(CueType.POOR, mention.nounFrom, mention.nounTo)
                && !sentence.tokens.is(mention.lead - 1, "for") // "houses for 8,700 registered poor households"
                && !sentence.hasCue(CueType.HELPED, from, mention.lead)
                && sentence.hasCue(CueType.POOR_COUNTED, from, to);
    }

    private static boolean moves(SentenceContext sentence, Mention mention) {
        int from = Math.max(mention.nounTo, sentence.clauseStart(mention.lead));
        return sentence.hasCue(CueType.DOWN, from, mention.lead) || sentence.hasCue(CueType.UP, from, mention.lead);
    }
}
