package org.fupin.extraction;

import java.util.List;
import java.util.Set;
import org.fupin.extraction.Lexicon.Context;
import org.fupin.extraction.Lexicon.Topic;
import org.fupin.extraction.PhraseIndex.Hit;
import org.fupin.observation.Dimension;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Programme;
import org.jspecify.annotations.Nullable;

/** Concludes the measure: from the noun that is counted, the words around an amount, and what is done with it. */
final class MeasurePass implements Pass {

    /** How far a topic word may stand from an amount, in tokens. */
    private static final int WINDOW = 14;

    private final Lexicon lexicon;

    MeasurePass(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public String name() {
        return "measure";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            if (mention.isCount() || mention.isUnit("person-time") || mention.isUnit("household-time")) {
                counted(sentence, figures, i);
            } else {
                amount(sentence, figures, i);
            }
        }
        // what a derived figure describes, and a part without a name of its own, take the measure of their level
        for (Mention mention : figures) {
            if (mention.about != null && mention.about.measure != null && mention.kind != Kind.LEVEL) {
                mention.measure = mention.about.measure;
            }
            if (mention.partOf != null
                    && mention.partOf.measure != null
                    && mention.measure == Measure.FUNDS
                    && mention.partOf.measure != Measure.FUNDS
                    && mention.nounTo == mention.nounFrom) {
                mention.measure = mention.partOf.measure;
            }
        }
    }

    private void counted(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Mention like = mention.partOf != null ? mention.partOf : mention.about;
        if (mention.isUnit("person-time") || mention.isUnit("household-time")) {
            mention.measure = Measure.PEOPLE;
        } else if (mention.noun != null) {
            mention.measure = mention.noun.measure();
            mention.unit = mention.noun.unit();
        } else if (like != null && like.unit != null) {
            mention.measure = like.measure;
            mention.unit = like.unit;
            mention.rules.add("as-its-total");
        } else if (mention.kind == Kind.CHANGE && index > 0 && figures.get(index - 1).unit != null) {
            mention.unit = figures.get(index - 1).unit;
            mention.measure = figures.get(index - 1).measure;
            mention.about = figures.get(index - 1).isLevel() ? figures.get(index - 1) : figures.get(index - 1).about;
        } else if (mention.nounTo > mention.nounFrom) {
            mention.measure = Measure.OTHER;
            mention.unit = lexicon.count;
        } else {
            NounPass.leaveOutBare(mention);
            return;
        }
        refine(sentence, figures, index);
        mention.rules.add("measure:" + mention.measure.code());
    }

    /** People that are trained, relocated, employed or no longer poor. */
    private void refine(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Measure plain = mention.measure;
        int from = Math.max(sentence.clauseStart(mention.lead), mention.lead - WINDOW);
        int to = Math.min(sentence.clauseEnd(mention.to), mention.to + WINDOW);
        Measure best = null;
        int nearest = Integer.MAX_VALUE;
        for (int i = from; i < to; i++) {
            Hit<Context> hit = lexicon.contexts.longest(sentence.tokens, i, to);
            if (hit == null || !hit.value().from().contains(plain)) {
                continue;
            }
            int distance = i < mention.from ? mention.from - hit.end() : i - mention.to;
            // words before the count govern it more often than those behind
            if (distance < nearest) {
                nearest = distance;
                best = hit.value().to();
            }
        }
        if (best == null) {
            best = byProgramme(sentence.section.programme(), mention, plain);
        }
        if (best != null) {
            mention.measure = best;
            mention.rules.add("measure-context");
        }
        if (mention.measure == Measure.POOR_POPULATION
                && plain == Measure.POOR_POPULATION
                && mention.kind == Kind.LEVEL
                && mention.partOf != null
                && mention.partOf.measure == Measure.PEOPLE) {
            mention.measure = Measure.PEOPLE;
        }
    }

    private static final Set<Measure> PEOPLE_OR_HOUSEHOLDS = Set.of(Measure.PEOPLE, Measure.HOUSEHOLDS);

    private static @Nullable Measure byProgramme(Programme programme, Mention mention, Measure plain) {
        if (programme == Programme.RELOCATION && PEOPLE_OR_HOUSEHOLDS.contains(plain)) {
            return Measure.RELOCATED;
        }
        if (programme == Programme.TRAINING && plain == Measure.PEOPLE) {
            return Measure.TRAINED;
        }
        return null;
    }

    private void amount(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Dimension dimension = mention.unit.dimension();
        switch (dimension) {
            case AREA -> mention.measure = Measure.AREA;
            case LENGTH -> mention.measure = Measure.LENGTH;
            case MASS, VOLUME, ENERGY, POWER -> mention.measure = Measure.OUTPUT;
            case TIME -> mention.measure = Measure.TIME;
            default -> topic(sentence, figures, index, dimension);
        }
        mention.rules.add("measure:" + mention.measure.code());
    }

    private void topic(SentenceContext sentence, List<Mention> figures, int index, Dimension dimension) {
        Mention mention = figures.get(index);
        boolean money = dimension == Dimension.MONEY;
        Dimension wanted = money ? Dimension.MONEY : Dimension.PERCENT;
        Hit<Topic> topic = nearest(sentence, figures, index, wanted);
        if (topic == null && !money && mention.kind != Kind.LEVEL) {
            topic = nearest(sentence, figures, index, Dimension.MONEY);
        }
        if (topic != null) {
            mention.measure = topic.value().measure();
            mention.nounFrom = topic.begin();
            mention.nounTo = topic.end();
            mention.nounBefore = topic.begin() < mention.from;
        } else if (mention.partOf != null && mention.partOf.measure != null) {
            mention.measure = mention.partOf.measure;
        } else {
            mention.measure = money ? Measure.FUNDS : Measure.OTHER;
        }
        if (!money && mention.measure == Measure.OTHER && mention.kind == Kind.LEVEL) {
            mention.measure = Measure.RATE;
        }
    }

    /** The topic word nearest to the amount, on the side where its noun phrase stands. */
    private @Nullable Hit<Topic> nearest(
            SentenceContext sentence, List<Mention> figures, int index, Dimension dimension) {
        Mention mention = figures.get(index);
        int from = Math.max(sentence.gapStart(figures, index), mention.lead - WINDOW);
        int to = Math.min(sentence.gapEnd(figures, index), mention.to + WINDOW);
        Side side = Side.of(sentence, mention);
        Hit<Topic> before = last(sentence, from, mention.lead, dimension);
        Hit<Topic> after = first(sentence, mention.to, to, dimension, side != Side.AFTER);
        if (before == null || after == null) {
            return before == null ? after : before;
        }
        return side == Side.BEFORE ? before : after;
    }

    private @Nullable Hit<Topic> last(SentenceContext sentence, int from, int to, Dimension dimension) {
        Hit<Topic> found = null;
        for (int i = from; i < to; i++) {
            Hit<Topic> hit = lexicon.topics.longest(sentence.tokens, i, to);
            if (hit != null && hit.value().dimension() == dimension && (found == null || hit.end() > found.end())) {
                found = hit;
            }
        }
        return found;
    }

    private @Nullable Hit<Topic> first(
            SentenceContext sentence, int from, int to, Dimension dimension, boolean withinClause) {
        int limit = withinClause ? Math.min(to, sentence.clauseEnd(from)) : Math.min(to, sentence.clauseEnd(from));
        Hit<Topic> found = null;
        for (int i = from; i < limit; i++) {
            Hit<Topic> hit = lexicon.topics.longest(sentence.tokens, i, limit);
            if (hit == null || hit.value().dimension() != dimension) {
                continue;
            }
            boolean continues = found != null && i <= found.end() + 1;
            if (found == null || continues) {
                found = hit; // the head of "poverty-relief loan interest subsidy funds" is its specific part
                if (hit.value().measure() != Measure.FUNDS && hit.value().measure() != Measure.LOANS) {
                    return hit;
                }
            } else {
                break;
            }
        }
        return found;
    }
}
