package org.fupin.extraction.measure;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Enumeration;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.Lexicon.Topic;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
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
        boolean second =
                mention.hasSubject() && index > 0 && figures.get(index - 1).hasSubject();
        if (second && topic == null && figures.get(index - 1).measure != null) {
            mention.sameAs = figures.get(index - 1); // "output value of fruit and vegetables": the head is said once
            mention.measure = mention.sameAs.measure;
            mention.rules.add("measure-as-before", mention.sameAs);
            return;
        }
        Mention total = mention.partOf;
        boolean general = topic == null
                || topic.value().measure() == Measure.FUNDS
                || isCreditFunds(sentence, topic)
                || distance(mention, topic) > 5;
        if (total != null && total.measure != null && general) {
            mention.measure = total.measure;
            mention.rules.add("as-its-total", total);
        } else if (topic != null) {
            Topics.take(mention, topic);
        } else {
            mention.measure = asBefore(sentence, figures, index);
        }
    }

    /** "credit funds" in a total of funds are funds, "discount loans" are loans. */
    private static boolean isCreditFunds(SentenceContext sentence, Hit<Topic> topic) {
        return topic.value().measure() == Measure.LOANS
                && sentence.tokens.is(topic.begin(), "credit")
                && !sentence.tokens.norm[topic.end() - 1].startsWith("loan");
    }

    /** An amount without a name: per unit of the amount before, of what the sentence opens with ("Of the loans, ..."). */
    private Measure asBefore(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Mention last = index > 0 ? lastOfUnit(figures, index) : null;
        if (last != null && last.measure != null && goesOn(sentence, last, mention)) {
            mention.sameAs = last;
            mention.rules.add("measure-as-before", last);
            return last.measure;
        }
        if (sentence.hasCue(CueType.PER, mention.to, Math.min(mention.to + 4, sentence.clauseEnd(mention.to)))) {
            for (int i = index - 1; i >= 0; i--) {
                Mention other = figures.get(i);
                if (other.unit != null && other.unit.equals(mention.unit) && other.measure != null) {
                    mention.rules.add("measure-as-before", other);
                    return other.measure;
                }
            }
        }
        if (index > 0 && isLentToo(sentence, figures.get(index - 1), mention)) {
            mention.rules.add("measure-as-list", figures.get(index - 1));
            return Measure.LOANS;
        }
        Hit<Topic> listed = ofEnumeration(sentence, mention);
        if (listed != null) {
            mention.rules.add("measure-of-list", listed);
            return listed.value().measure();
        }
        boolean opens = sentence.tokens.is(0, "of") || sentence.tokens.is(0, "among");
        Hit<Topic> topic = opens
                ? topics.first(sentence, 1, Math.min(sentence.clauseEnd(1), 2 * Topics.WINDOW), Dimension.MONEY)
                : null;
        if (topic == null) {
            return Measure.FUNDS;
        }
        mention.rules.add("measure-opening", topic);
        return topic.value().measure();
    }

    /** "Distribution of the loans by region: 210 million yuan for ..., 188 million yuan for ...": the topic said once. */
    private @Nullable Hit<Topic> ofEnumeration(SentenceContext sentence, Mention mention) {
        Enumeration list = sentence.structure().enumerationOf(mention);
        return list == null ? null : topics.first(sentence, list.topicFrom(), list.openerFrom(), Dimension.MONEY);
    }

    /** "lent 52 million yuan to herders and 17 million yuan to weavers": one verb, two amounts. */
    private static boolean isLentToo(SentenceContext sentence, Mention before, Mention mention) {
        Tokens tokens = sentence.tokens;
        int joint = mention.lead - 1;
        boolean listed = tokens.is(joint, ",") || sentence.cueAt(CueType.LIST_JOINER, joint) || tokens.is(joint, "but");
        boolean passive = sentence.cueAt(CueType.FINITE, mention.to)
                || tokens.is(mention.to, "from")
                || tokens.is(mention.to, "by");
        return listed
                && !passive
                && before.isLevel()
                && mention.isLevel()
                && before.measure == Measure.LOANS
                && before.unit.equals(mention.unit)
                && joint - before.to <= Topics.WINDOW
                && (!sentence.hasCue(CueType.VERB, before.to, joint) || goesToOthers(sentence, before.to, mention))
                && sentence.next(SentenceContext.SEMICOLON, before.to) > joint;
    }

    /** "loans of 31 million yuan went to growers and 12 million yuan to herders". */
    private static boolean goesToOthers(SentenceContext sentence, int from, Mention mention) {
        Tokens tokens = sentence.tokens;
        boolean to = tokens.is(mention.to, "to") || tokens.is(mention.to, "for");
        for (int i = from; to && i < mention.lead; i++) {
            if (tokens.is(i, tokens.norm[mention.to])) {
                return true;
            }
        }
        return false;
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
        Tokens tokens = sentence.tokens;
        int start = sentence.clauseStart(mention.lead);
        if (start <= last.to && !sentence.isListed(last, mention)) {
            return false;
        }
        if (sentence.isListed(last, mention)
                && last.measure != Measure.FUNDS
                && sentence.hasCue(
                        CueType.RESPECTIVELY,
                        Math.max(0, mention.lead - 2 * Topics.WINDOW),
                        Math.min(sentence.tokens.count, mention.to + Topics.WINDOW))) {
            return true;
        }
        Hit<Cue> again = sentence.firstCue(CueType.SAME_AGAIN, start, mention.lead);
        if (again != null) {
            int at = again.begin();
            return switch (again.value().value()) {
                case "of" -> tokens.is(at + 1, "of") || tokens.is(at + 1, "in") || tokens.is(at + 1, "for");
                case "the" -> tokens.is(at - 1, "the") || tokens.is(at - 1, "these") || tokens.is(at - 1, "this");
                default -> mention.lead - at <= 4;
            };
        }
        return false;
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
        Tokens tokens = sentence.tokens;
        int at = mention.to;
        boolean per = sentence.cueAt(CueType.PER, at)
                || tokens.is(at, "per")
                || tokens.is(at, "for") && (tokens.is(at + 1, "each") || tokens.is(at + 1, "every"));
        if (!per) {
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
