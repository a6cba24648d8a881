package org.fupin.extraction.measure;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Enumeration;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon.Topic;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.observation.Dimension;
import org.fupin.observation.Measure;
import org.jspecify.annotations.Nullable;

/** Concludes what an amount of money measures: from the words around it, its total, or the amount before it. */
final class MoneyMeasure {

    /** How many figures back the amount stands at most that another goes on about. */
    static final int FARTHEST = 12;

    private final Topics topics;

    MoneyMeasure(Topics topics) {
        this.topics = topics;
    }

    void money(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        if (index > 0 && isFromTo(sentence, figures.get(index - 1), mention)) {
            mention.sameAs = figures.get(index - 1);
        }
        if (mention.sameAs != null && mention.sameAs.measure != null) {
            mention.measure = mention.sameAs.measure;
            mention.rules.add("measure-as-before", mention.sameAs);
            return;
        }
        Hit<Topic> topic = topics.nearest(sentence, figures, index, Dimension.MONEY);
        Mention total = mention.partOf;
        boolean general = topic == null || topic.value().measure() == Measure.FUNDS || distance(mention, topic) > 5;
        if (total != null && total.measure != null && general) {
            mention.measure = total.measure;
            mention.rules.add("as-its-total", total);
        } else if (topic != null) {
            Topics.take(mention, topic);
        } else {
            mention.measure = asBefore(sentence, figures, index);
        }
    }

    /** An amount without a name: the amount before it again, or the topic of its enumeration. */
    private Measure asBefore(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Mention last = index > 0 ? lastOfUnit(figures, index) : null;
        if (last != null && last.measure != null && goesOn(sentence, last, mention)) {
            mention.sameAs = last;
            mention.rules.add("measure-as-before", last);
            return last.measure;
        }
        Hit<Topic> listed = ofEnumeration(sentence, mention);
        if (listed != null) {
            mention.rules.add("measure-of-list", listed);
            return listed.value().measure();
        }
        Mention each = mention.per == null && !sentence.cueAt(CueType.PER, mention.to) ? null : last;
        if (each != null && each.measure != null) {
            mention.rules.add("measure-as-before", each); // so much of it for each
            return each.measure;
        }
        return Measure.FUNDS;
    }

    /** "Distribution of the loans by region: 210 million yuan for ..., 188 million yuan for ...": the topic said once. */
    private @Nullable Hit<Topic> ofEnumeration(SentenceContext sentence, Mention mention) {
        Enumeration list = sentence.structure().enumerationOf(mention);
        return list == null ? null : topics.first(sentence, list.topicFrom(), list.openerFrom(), Dimension.MONEY);
    }

    static @Nullable Mention lastOfUnit(List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        for (int i = index - 1; i >= Math.max(0, index - FARTHEST); i--) {
            Mention other = figures.get(i);
            if (other.unit != null && other.unit.equals(mention.unit)) {
                return other;
            }
        }
        return null;
    }

    /** "rose by 700 yuan, reaching 6,000 yuan", "that of the villages rose to 4,800 yuan": the same thing again. */
    private static boolean goesOn(SentenceContext sentence, Mention last, Mention mention) {
        int start = sentence.clauseStart(mention.lead);
        boolean listed = sentence.isListed(last, mention);
        return listed && sentence.hasCue(CueType.RESPECTIVELY, 0, sentence.tokens.count)
                || (listed || start > last.to) && sentence.hasCue(CueType.SAME_AGAIN, start, mention.lead);
    }

    /** "from 252 million yuan in 2011 to 306 million yuan". */
    private static boolean isFromTo(SentenceContext sentence, Mention from, Mention to) {
        return sentence.tokens.is(to.lead - 1, "to")
                && sentence.tokens.is(from.lead - 1, "from")
                && from.unit != null
                && from.unit.equals(to.unit);
    }

    private static int distance(Mention mention, Hit<Topic> topic) {
        return topic.begin() >= mention.to ? topic.begin() - mention.to : mention.lead - topic.end();
    }

    /** "..., averagely 450,000 yuan per village": names nothing of its own, it is the amount before, per unit. */
    static void averages(SentenceContext sentence, List<Mention> figures) {
        for (int i = 1; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            if (mention.unit == null || mention.isPercent() || !isBarePerUnit(sentence, mention)) {
                continue;
            }
            Mention total = lastOfUnit(figures, i);
            if (total != null && total.isLevel() && mention.isLevel()) {
                mention.sameAs = total;
                mention.rules.add("average-of-before", total);
            }
        }
    }

    private static boolean isBarePerUnit(SentenceContext sentence, Mention mention) {
        if (!sentence.cueAt(CueType.PER, mention.to)) {
            return false;
        }
        for (int i = sentence.clauseStart(mention.lead); i < mention.lead; i++) {
            if (!sentence.cueAt(CueType.AVERAGE_FILLER, i)) {
                return false;
            }
        }
        return true;
    }

    /** "GDP and budget revenue respectively amounted to X and Y": the subject that the list gives names the amount. */
    static void subjectsRespectively(List<Mention> figures) {
        for (Mention mention : figures) {
            if (mention.hasSubject() && mention.isLevel() && mention.unit != null) {
                mention.nounFrom = mention.subjectFrom;
                mention.nounTo = mention.subjectTo;
                mention.nounBefore = true;
            }
        }
    }
}
