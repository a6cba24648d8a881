package org.fupin.extraction.measure;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NounPhrases;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Clause;
import org.fupin.extraction.structure.Enumeration;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Topic;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Dimension;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;

/** Concludes what percentages, points and multiples are told of: a rate has a measure of its own, the others that of what they describe. */
final class RelativeMeasure {

    /** Most words between what was noted and the verb: "recorded a slight negative growth". */
    static final int FARTHEST_NOTED = 4;

    private final Lexicon lexicon;
    private final NounPhrases phrases;
    private final PeopleMeasure peopleMeasure;
    private final Topics topics;

    RelativeMeasure(Lexicon lexicon, NounPhrases phrases, PeopleMeasure peopleMeasure, Topics topics) {
        this.lexicon = lexicon;
        this.phrases = phrases;
        this.peopleMeasure = peopleMeasure;
        this.topics = topics;
    }

    /** Percentages, points, multiples: a rate has a measure of its own, the others that of the amount they describe. */
    void relative(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        if (mention.nounTo > mention.nounFrom && mention.measure != null) {
            return;
        }
        if (index > 0 && mention.kind == Kind.LEVEL && sentence.tokens.is(mention.lead - 1, "from")) {
            Mention points = figures.get(index - 1);
            Mention led = index > 1 ? figures.get(index - 2) : points;
            if (points.isUnit("pp") && led.isPercent() && led.isLevel() && led.measure != null) {
                mention.sameAs = led; // "27.2%, down 4.6 percentage points from 31.8%"
                mention.measure = led.measure;
                mention.rules.add("measure-as-before", led);
                return;
            }
        }
        Enumeration.Item item = sentence.structure().itemOf(mention);
        if (item != null && item.amount() instanceof Mention amount && amount != mention && amount.measure != null) {
            mention.measure = amount.measure;
            mention.rules.add("measure-as-before", amount);
            return;
        }
        Hit<Topic> topic = null;
        if (mention.kind == Kind.LEVEL || mention.kind == Kind.CHANGE || mention.kind == Kind.GAP) {
            topic = topics.nearest(sentence, figures, index, Dimension.PERCENT);
        }
        if (mention.kind == Kind.MULTIPLE && mention.form == Mention.Form.MULTIPLE) {
            int end = Math.min(sentence.clauseEnd(mention.to), mention.to + Topics.WINDOW);
            topic = topics.first(sentence, mention.to, end, Dimension.MONEY); // "double the income of farmers"
        }
        if (topic == null && mention.kind != Kind.LEVEL) {
            boolean bracketed = mention.lead > 1 && sentence.tokens.is(mention.lead - 1, "("); // "GDP growth (8.7%)"
            boolean inserted = mention.lead > 2
                    && sentence.tokens.is(mention.lead - 1, "at")
                    && sentence.tokens.is(mention.lead - 2, ","); // "GDP growth, at 6.8%, was"
            int clause =
                    sentence.clauseStart(bracketed ? mention.lead - 2 : inserted ? mention.lead - 3 : mention.lead);
            int from = Math.max(clause, mention.lead - Topics.WINDOW);
            topic = topics.last(sentence, from, mention.lead, Dimension.MONEY);
        }
        if (topic == null && mention.kind == Kind.SHARE && sentence.tokens.is(mention.to, "of")) {
            topic = topics.first(
                    sentence,
                    mention.to,
                    Math.min(sentence.clauseEnd(mention.to), mention.to + Topics.WINDOW),
                    Dimension.MONEY);
        }
        if (topic == null
                && (mention.isShare || sentence.tokens.is(mention.to, "of"))
                && counts(sentence, figures, index)) {
            return;
        }
        if (topic == null && mention.kind != Kind.LEVEL) {
            topic = topics.first(
                    sentence,
                    mention.to,
                    Math.min(sentence.clauseEnd(mention.to), mention.to + Topics.WINDOW),
                    Dimension.MONEY);
            topic = sentence.tokens.is(mention.to, "of") ? topic : null;
        }
        if (topic == null && mention.kind == Kind.SHARE && isOfWholeOrSubject(sentence, figures, index)) {
            return;
        }
        if (topic != null) {
            Topics.take(mention, topic);
            if (isOfGoods(sentence, topic)) {
                mention.measure = Measure.OUTPUT;
            }
        } else {
            mention.measure = mention.kind == Kind.LEVEL ? Measure.RATE : ofThingsBefore(sentence, mention);
            if (mention.measure == Measure.OTHER) {
                ofClauseBefore(sentence, mention);
            }
        }
    }

    /**
     * "All programmes were approved and half were launched": of the subject before; "the share of the funds should be 40% and
     * the growth rate 10%": of the money that the subject before names.
     */
    private void ofClauseBefore(SentenceContext sentence, Mention mention) {
        Clause clause = sentence.structure().clauseAt(mention.lead);
        Clause before = clause == null ? null : sentence.structure().before(clause);
        if (before == null || !before.hasSubject() || !clause.hasPredicate()) {
            return;
        }
        if (mention.kind == Kind.SHARE && mention.lead == clause.from() && mention.to == clause.verbFrom()) {
            NounPhrases.Phrase subject = phrases.lastBefore(sentence, before.subjectFrom(), before.subjectTo());
            if (subject != null && subject.noun() != null) {
                mention.measure = subject.noun().measure();
                mention.rules.add("measure-subject-before", subject.from(), subject.to());
            }
        } else if (mention.kind == Kind.GROWTH
                && sentence.hasCue(CueType.TREND_NOUN, clause.subjectFrom(), clause.subjectTo())) {
            Hit<Topic> money = topics.last(sentence, before.subjectFrom(), before.subjectTo(), Dimension.MONEY);
            if (money != null) {
                mention.measure = money.value().measure();
                mention.rules.add("measure-subject-before", money);
            }
        }
    }

    /** "Of 860 applicants, 45% ...": of the whole; "The poor lived in the east (51%) and ...": of the subject. */
    private boolean isOfWholeOrSubject(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Mention before = index == 0 ? null : figures.get(index - 1);
        if (mention.ofWhole) {
            boolean next = before != null && before.kind == Kind.SHARE && before.measure != null;
            if (before != null && (next || before.isLevel() && before.measure != null)) {
                mention.measure = before.measure;
                mention.rules.add("measure-as-before", before);
                return true;
            }
        } else if (!sentence.isBracketedAlone(mention)) {
            return false;
        } else if (before != null && before.kind == Kind.SHARE && before.nounBefore && before.measure != null) {
            mention.measure = before.measure;
            mention.nounBefore = true;
            mention.nounFrom = before.nounFrom;
            mention.nounTo = before.nounTo;
            mention.rules.add("measure-as-before", before);
            return true;
        }
        return ofSubject(sentence, mention);
    }

    private boolean ofSubject(SentenceContext sentence, Mention mention) {
        int limit = Math.min(mention.lead, 2 * Topics.WINDOW);
        for (int at = 0; at < limit; at++) {
            if (!sentence.tokens.isWord(at) || sentence.cueAt(CueType.FUNCTION, at)) {
                continue;
            }
            Hit<Topic> money = lexicon.topics.longest(sentence.tokens, at, mention.lead);
            if (money != null && money.value().dimension() == Dimension.MONEY) {
                Topics.take(mention, money); // "The funds went to roads (45%) and ..."
                mention.nounBefore = true;
                return true;
            }
            NounPhrases.Phrase subject = phrases.after(sentence, at);
            boolean named = subject != null && subject.noun() != null && subject.to() <= mention.lead;
            if (subject != null && !named) {
                at = Math.max(at, subject.to() - 1);
            }
            if (named) {
                boolean heads = subject.noun().unit().equals(lexicon.person)
                        || subject.noun().unit().equals(lexicon.household);
                boolean poor = heads && sentence.hasCue(CueType.POOR, subject.from(), subject.to());
                mention.measure =
                        poor ? Measure.POOR_POPULATION : subject.noun().measure();
                mention.nounFrom = subject.from();
                mention.nounTo = subject.to();
                mention.nounBefore = true;
                mention.rules.add("measure-subject", subject.from(), subject.to());
                return true;
            }
        }
        return false;
    }

    /** "rice yield rose by 10%", "the number of visitors grew by 20%": of what the noun before the verb counts. */
    private Measure ofThingsBefore(SentenceContext sentence, Mention mention) {
        boolean overTime = mention.kind == Kind.GROWTH || mention.kind == Kind.CHANGE;
        int verb = sentence.tokens.is(mention.lead - 1, "by") ? mention.lead - 2 : noting(sentence, mention);
        if (verb < 0 && isMoving(sentence, mention.lead - 1)) {
            verb = mention.lead - 1; // "rice yield grew 6%"
        }
        NounPhrases.Phrase before =
                overTime && verb > 0 ? phrases.lastBefore(sentence, sentence.clauseStart(mention.lead), verb) : null;
        if (before == null || before.noun() == null) {
            return Measure.OTHER;
        }
        mention.rules.add("measure-subject", before.from(), before.to());
        return before.noun().measure();
    }

    private static boolean isMoving(SentenceContext sentence, int at) {
        boolean moves = sentence.cueAt(CueType.UP, at) || sentence.cueAt(CueType.DOWN, at);
        return moves && !sentence.cueAt(CueType.TREND_NOUN, at);
    }

    /** "the output of cotton" is told in tons, not in money. */
    private static boolean isOfGoods(SentenceContext sentence, Hit<Topic> topic) {
        return topic.length() == 1
                && sentence.tokens.is(topic.begin(), "output")
                && sentence.tokens.is(topic.end(), "of")
                && !sentence.cueAt(CueType.FUNCTION, topic.end() + 1);
    }

    /** Where the verb stands of "the yield recorded negative growth of 5%", -1 where none does. */
    private static int noting(SentenceContext sentence, Mention mention) {
        int noun = mention.lead - 2;
        if (!sentence.tokens.is(noun + 1, "of") || !sentence.cueAt(CueType.TREND_NOUN, noun)) {
            return -1;
        }
        for (int i = noun - 1; i >= Math.max(0, noun - FARTHEST_NOTED); i--) {
            if (sentence.cueAt(CueType.NOTING, i)) {
                return i;
            }
        }
        return -1;
    }

    /** "82% of the projects": what the noun behind "of" counts is measured. */
    private boolean counts(SentenceContext sentence, List<Mention> figures, int index) {
        Tokens tokens = sentence.tokens;
        Mention mention = figures.get(index);
        if (mention.kind != Kind.SHARE && mention.kind != Kind.COMPLETION) {
            return false;
        }
        if (index + 1 < figures.size() && figures.get(index + 1).lead <= mention.to + 2) {
            Mention whole = figures.get(index + 1); // "79.6% of the 11 projects"
            if (whole.noun != null) {
                mention.measure = whole.noun.measure();
                mention.nounFrom = whole.nounFrom;
                mention.nounTo = whole.nounTo;
                mention.noun = whole.noun;
                return true;
            }
        }
        int start = tokens.is(mention.to, "of") ? mention.to + 1 : mention.to; // "seven out of ten villages"
        while (tokens.is(start, "the") || tokens.is(start, "these") || tokens.is(start, "all")) {
            start++;
        }
        NounPhrases.Phrase phrase = phrases.after(sentence, start);
        if (phrase == null || phrase.noun() == null || phrase.noun().measure() == Measure.OTHER) {
            return false;
        }
        Hit<Topic> money = topics.first(sentence, phrase.from(), phrase.to(), Dimension.MONEY);
        if (money != null) {
            return false;
        }
        mention.measure = phrase.noun().measure();
        mention.nounFrom = phrase.from();
        mention.nounTo = phrase.to();
        mention.noun = phrase.noun();
        peopleMeasure.refine(sentence, figures, index);
        return true;
    }
}
