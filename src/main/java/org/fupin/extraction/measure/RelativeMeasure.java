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
import org.fupin.observation.Dimension;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.jspecify.annotations.Nullable;

/** Concludes what percentages, points and multiples are told of: a rate has a measure of its own, the others that of what they describe. */
final class RelativeMeasure {

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
            int limit = Math.min(sentence.clauseEnd(mention.to), mention.to + Topics.WINDOW);
            topic = topics.first(sentence, mention.to, limit, Dimension.MONEY); // "double the income of farmers"
        }
        if (topic == null && mention.kind != Kind.LEVEL) {
            int at = behindWords(sentence, mention.lead);
            topic = topics.last(sentence, Math.max(sentence.clauseStart(at), at - Topics.WINDOW), at, Dimension.MONEY);
        }
        boolean of = sentence.cueAt(CueType.WHOLE_OPENER, mention.to);
        int end = Math.min(sentence.clauseEnd(mention.to), mention.to + Topics.WINDOW);
        Hit<Topic> whole = of ? topics.first(sentence, mention.to, end, Dimension.MONEY) : null;
        if (topic == null && mention.kind == Kind.SHARE) {
            topic = whole;
        }
        if (topic == null && (mention.isShare || of) && counts(sentence, figures, index)) {
            return;
        }
        if (topic == null && mention.kind != Kind.LEVEL) {
            topic = whole;
        }
        if (topic == null && mention.kind == Kind.SHARE && isOfWholeOrSubject(sentence, figures, index)) {
            return;
        }
        if (topic != null) {
            Topics.take(mention, topic);
        } else {
            mention.measure = mention.kind == Kind.LEVEL ? Measure.RATE : Measure.OTHER;
            if (mention.kind != Kind.LEVEL) {
                ofClauseBefore(sentence, mention);
            }
            if (mention.measure == Measure.OTHER) {
                mention.measure = ofThingsBefore(sentence, mention);
            }
        }
    }

    /** "They taught 900 herders. 41% of them passed": of what was counted before; false if nothing was. */
    static boolean ofThem(SentenceContext sentence, List<Mention> figures, int index, String rule) {
        Mention mention = figures.get(index);
        Mention counted = lastLevel(figures, index);
        if (counted == null && sentence.previous != null) {
            List<Mention> before = sentence.previous.lastFigures();
            counted = lastLevel(before, before.size());
        }
        if (counted == null || counted.measure == null) {
            return false;
        }
        mention.measure = counted.measure;
        mention.rules.add(rule, counted);
        return true;
    }

    private static @Nullable Mention lastLevel(List<Mention> figures, int index) {
        for (int i = index - 1; i >= Math.max(0, index - SentenceContext.FARTHEST); i--) {
            if (figures.get(i).isLevel() && !figures.get(i).isPercent()) {
                return figures.get(i);
            }
        }
        return null;
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

    /** Behind the words before a figure that name what it tells of: "GDP growth (8.7%)", "GDP growth, at 6.8%, was". */
    private static int behindWords(SentenceContext sentence, int lead) {
        boolean inserted = sentence.cueAt(CueType.GOVERNOR, lead - 1) && sentence.tokens.is(lead - 2, ",");
        return inserted ? lead - 2 : sentence.tokens.is(lead - 1, "(") ? lead - 1 : lead;
    }

    /** "Of 860 applicants, 45% ...": of the whole; "The poor lived in the east (51%) and ...": of the subject. */
    private boolean isOfWholeOrSubject(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Mention before = index == 0 ? null : figures.get(index - 1);
        if (mention.ofWhole && before != null && before.measure != null) {
            mention.measure = before.measure;
            mention.rules.add("measure-as-before", before);
            return true;
        }
        return (mention.ofWhole || sentence.isBracketedAlone(mention)) && ofSubject(sentence, mention);
    }

    private boolean ofSubject(SentenceContext sentence, Mention mention) {
        NounPhrases.Phrase subject = null;
        for (int at = 0; at < Math.min(mention.lead, 2 * Topics.WINDOW) && subject == null; at++) {
            boolean word = sentence.tokens.isWord(at) && !sentence.cueAt(CueType.FUNCTION, at);
            NounPhrases.Phrase phrase = word ? phrases.after(sentence, at) : null;
            subject = phrase != null && phrase.noun() != null && phrase.to() <= mention.lead ? phrase : null;
        }
        if (subject != null) {
            boolean poor = sentence.hasCue(CueType.POOR, subject.from(), subject.to());
            mention.measure = poor ? Measure.POOR_POPULATION : subject.noun().measure();
            mention.nounFrom = subject.from();
            mention.nounTo = subject.to();
            mention.nounBefore = true;
            mention.rules.add("measure-subject", subject.from(), subject.to());
        }
        return subject != null;
    }

    /** "rice yield rose by 10%", "the number of visitors grew by 20%": of what the subject names. */
    private Measure ofThingsBefore(SentenceContext sentence, Mention mention) {
        Clause clause = sentence.structure().clauseAt(mention.lead);
        boolean moves = mention.kind == Kind.GROWTH || mention.kind == Kind.CHANGE;
        NounPhrases.Phrase before = moves && clause != null && clause.hasPredicate()
                ? phrases.lastBefore(
                        sentence, sentence.clauseStart(mention.lead), Math.min(clause.verbFrom(), mention.lead))
                : null;
        if (before == null) {
            return Measure.OTHER;
        }
        mention.rules.add("measure-subject", before.from(), before.to());
        return before.noun().measure();
    }

    /** "82% of the projects": what the noun behind "of" counts is measured. */
    private boolean counts(SentenceContext sentence, List<Mention> figures, int index) {
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
        int start = mention.to; // "seven out of ten villages"
        while (sentence.cueAt(CueType.WHOLE_OPENER, start)
                || sentence.cueAt(CueType.ARTICLE, start)
                || sentence.cueAt(CueType.CLASS_SCOPE, start)) {
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
