package org.fupin.extraction.measure;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.sentence.Side;
import org.fupin.extraction.structure.Clause;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Topic;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.observation.Dimension;
import org.fupin.observation.Measure;
import org.jspecify.annotations.Nullable;

/** Finds the words around an amount that tell what it measures. */
final class Topics {

    /** How far a topic word may stand from an amount, in tokens. */
    static final int WINDOW = 14;

    private final Lexicon lexicon;

    Topics(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The topic word nearest to the amount, on the side where its noun phrase stands. */
    @Nullable
    Hit<Topic> nearest(SentenceContext sentence, List<Mention> figures, int index, Dimension dimension) {
        Mention mention = figures.get(index);
        if (mention.nounTo > mention.nounFrom && mention.hasSubject()) {
            Hit<Topic> subject = last(sentence, mention.nounFrom, mention.nounTo, dimension);
            if (subject != null) {
                return subject;
            }
        }
        Side side = Side.of(sentence, mention);
        int gap = sentence.gapStart(figures, index);
        Hit<Topic> before = last(sentence, Math.max(gap, mention.lead - WINDOW), mention.lead, dimension);
        if (before == null && side == Side.BEFORE) {
            // "per capita income of farmers in 53 counties reached X": the count in between only says where
            int start = Math.max(sentence.clauseStart(mention.lead), mention.lead - WINDOW);
            before = last(sentence, start, mention.lead, dimension);
        }
        int after = sentence.behindBrackets(mention.to);
        int end = after > mention.to ? sentence.clauseEnd(after) : sentence.gapEnd(figures, index);
        Clause clause = sentence.structure().clauseAt(mention.lead);
        if (clause != null && clause.hasPredicate() && clause.verbTo() <= mention.lead && clause.to() >= after) {
            end = Math.min(end, clause.to()); // "signed contracts worth X and put in Y": what follows is told of Y
        }
        Hit<Topic> behind =
                first(sentence, after, Math.min(Math.min(end, sentence.clauseEnd(after)), after + WINDOW), dimension);
        if (before == null || behind == null) {
            return before == null ? behind : before;
        }
        if (before.end() == mention.lead && before.value().measure() == Measure.LOANS) {
            return before; // "lent X out of the mutual funds"
        }
        return side == Side.BEFORE ? before : behind;
    }

    @Nullable
    Hit<Topic> last(SentenceContext sentence, int from, int to, Dimension dimension) {
        Hit<Topic> found = null;
        for (int i = from; i < to; i++) {
            Hit<Topic> hit = lexicon.topics.longest(sentence.tokens, i, to);
            boolean fits = hit != null && hit.value().dimension() == dimension && !isMoved(sentence, hit);
            if (fits && (found == null || hit.end() > found.end())) {
                found = hit;
            }
        }
        return found;
    }

    /** "the line was raised from X to Y": no money was raised. */
    private static boolean isMoved(SentenceContext sentence, Hit<Topic> hit) {
        return sentence.cueAt(CueType.RAISED, hit.begin()) && sentence.cueAt(CueType.GOVERNOR, hit.end());
    }

    /** The first topic; a specific one later in the same noun phrase wins over general words for money. */
    @Nullable
    Hit<Topic> first(SentenceContext sentence, int from, int limit, Dimension dimension) {
        Hit<Topic> found = null;
        for (int i = from; i < limit; i++) {
            Hit<Topic> hit = lexicon.topics.longest(sentence.tokens, i, limit);
            if (hit == null || hit.value().dimension() != dimension) {
                continue;
            }
            if (found == null) {
                found = hit;
            } else if (i <= found.end() && MeasurePass.rank(hit) > MeasurePass.rank(found)) {
                found = hit;
            } else if (i > found.end()) {
                break;
            }
        }
        return found;
    }

    static void take(Mention mention, Hit<Topic> topic) {
        mention.measure = topic.value().measure();
        mention.nounFrom = topic.begin();
        mention.nounTo = topic.end();
        mention.nounBefore = topic.begin() < mention.from;
    }
}
