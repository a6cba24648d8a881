package org.fupin.extraction.period;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Clause;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Sorted;
import org.fupin.extraction.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Which of a sentence's times a figure is of: one right behind it, else the last before it that opens a clause or stands in the
 * figure's, else years to come for which all is planned.
 */
final class GoverningTimes {

    /** How far back the begin of a part of the sentence is looked for, in tokens. */
    private static final int LONGEST_SEGMENT = 40;

    private static final SentenceContext.Landmark WILL =
            (sentence, token) -> sentence.cueAt(CueType.FUTURE, token) && sentence.cueAt(CueType.AUXILIARY, token);

    private final SentenceContext sentence;
    private final Tokens tokens;
    private final List<Mention> figures;
    private final List<Time> times;
    private final @Nullable Time future;

    GoverningTimes(SentenceContext sentence, List<Mention> figures, List<Time> times) {
        this.sentence = sentence;
        this.tokens = sentence.tokens;
        this.figures = figures;
        this.times = times;
        future = times.stream()
                .filter(time -> time.period().start().getYear() > sentence.article.year())
                .findFirst()
                .orElse(null);
    }

    /** The time of a figure, by the index among the figures; null if none governs it. */
    @Nullable
    Time of(int index) {
        Mention mention = figures.get(index);
        Time before = null;
        int next = Sorted.firstFrom(times, Time::to, mention.from + 1);
        for (int i = next - 1; i >= Math.max(0, next - SentenceContext.FARTHEST) && before == null; i--) {
            Time time = times.get(i);
            if (time.opens() || nextTo(time, mention) && !belongsToFigure(time)) {
                before = time;
            }
        }
        int end = Math.min(sentence.gapEnd(figures, index), sentence.clauseEnd(mention.to));
        for (int i = next; i < times.size() && times.get(i).from() < end; i++) {
            Time time = times.get(i);
            if (time.from() >= mention.to && time.to() <= end && !time.opens() && !isOfAnotherClause(time, mention)) {
                return time;
            }
        }
        Time behind = behindInsertion(next, index);
        if (behind == null) {
            behind = closing(next, index);
        }
        if (behind == null && before == null) {
            behind = ofAllIntended(next, mention);
        }
        if (behind != null) {
            return behind;
        }
        return before != null ? before : isAnnounced(mention) ? future : null;
    }

    /**
     * "the 2nd batch, of 60 households, in 2013;", "the batch (of 45 households) moved in 2013;": the clause goes on behind
     * what was put into it and ends with its time.
     */
    private @Nullable Time behindInsertion(int next, int index) {
        int end = sentence.clauseEnd(figures.get(index).to);
        boolean inserted = tokens.is(end, ",") || tokens.is(end, ")");
        Time time = next < times.size() ? times.get(next) : null;
        if (!inserted || time == null || time.to() > sentence.gapEnd(figures, index)) {
            return null;
        }
        boolean closes = time.to() == tokens.count || tokens.is(time.to(), ";") || tokens.is(time.to(), ".");
        boolean goesOn = tokens.is(end, ",") ? time.from() == end + 1 : sentence.clauseStart(time.from()) <= end + 1;
        if (!closes || !goesOn) {
            return null;
        }
        int segment = end;
        while (segment > 0 && !tokens.is(segment - 1, ";") && end - segment < LONGEST_SEGMENT) {
            segment--;
        }
        boolean own = next > 0 && times.get(next - 1).from() >= segment;
        return own ? null : time;
    }

    /** "lent 30 million yuan to 400 farmers in 2011": the time at the end of a clause is that of all that one verb tells in it. */
    private @Nullable Time closing(int next, int index) {
        Mention mention = figures.get(index);
        Time time = next < times.size() ? times.get(next) : null;
        int end = sentence.clauseEnd(mention.to);
        boolean closes = time != null && !time.opens() && time.from() > mention.to && time.to() == end;
        if (!closes || sentence.cueAt(CueType.FROM, mention.lead - 1)) {
            return null;
        }
        int last = index;
        while (last + 1 < figures.size() && figures.get(last + 1).lead < time.from()) {
            last++;
        }
        boolean alike = last > index && figures.get(last).behindNoun() == time.from();
        for (int i = index + 1; i <= last && alike; i++) {
            Mention other = figures.get(i);
            alike = !other.isBase && other.isLevel() && !other.isLike(mention);
        }
        for (int i = mention.to; i < time.from() && alike; i++) {
            alike = !sentence.cueAt(CueType.BASE_TIME, i)
                    && !sentence.cueAt(CueType.RELATIVE, i)
                    && !(sentence.cueAt(CueType.VERB, i) && Lemma.isPast(tokens.norm[i]));
        }
        return alike ? time : null;
    }

    /**
     * "the line was X and | that for the next five years will be Y", "dug 30 wells and | decided to move all by 2019": the time
     * belongs to the subject of the clause behind, or to what only that clause intends.
     */
    private boolean isOfAnotherClause(Time time, Mention mention) {
        Clause other = sentence.structure().clauseAt(time.from());
        Clause own = sentence.structure().clauseAt(mention.lead);
        if (other == null || other == own) {
            return false;
        }
        boolean subject = !other.sharesSubject() && other.isInSubject(time.from());
        boolean done = time.planned()
                && own != null
                && own.hasPredicate()
                && other.hasPredicate()
                && isFinite(own.verbTo() - 1)
                && !sentence.hasCue(CueType.FUTURE, own.verbFrom(), own.verbTo());
        return subject || done;
    }

    /** "proposed to dig 30 wells, plant trees on 40 mu and move all by 2019;": the year that closes what is intended. */
    private @Nullable Time ofAllIntended(int next, Mention mention) {
        Time time = next < times.size() ? times.get(next) : null;
        if (time == null || !time.planned() || time.to() - mention.to > LONGEST_SEGMENT) {
            return null;
        }
        boolean closes = time.to() == tokens.count || tokens.is(time.to(), ";") || tokens.is(time.to(), ".");
        for (int i = mention.to; i < time.from() && closes; i++) {
            closes = !tokens.is(i, ";") && !isFinite(i);
        }
        return closes && isIntended(mention) ? time : null;
    }

    /** Whether "to" behind a word that tells an intention, or at the begin of its part of the sentence, leads to it. */
    private boolean isIntended(Mention mention) {
        for (int i = mention.lead - 1; i >= Math.max(0, mention.lead - LONGEST_SEGMENT); i--) {
            boolean begins = i == 0 || tokens.is(i - 1, ";") || tokens.is(i - 1, ":");
            if (sentence.cueAt(CueType.TO, i) && (begins || endsIntention(i))) {
                return true;
            }
            if (begins || isFinite(i)) {
                return false;
            }
        }
        return false;
    }

    private boolean endsIntention(int to) {
        Hit<Cue> intention = sentence.lastCue(CueType.INTENTION, to - 1, to);
        return intention != null && intention.end() == to;
    }

    private boolean isFinite(int at) {
        return sentence.cueAt(CueType.VERB, at) && Lemma.isPast(tokens.norm[at])
                || sentence.cueAt(CueType.IRREGULAR_VERB, at);
    }

    /** "plans to raise its aid from 2013 to 2015, to build 90 villages": years to come hold for all that is planned. */
    private boolean isAnnounced(Mention mention) {
        return future != null
                && future.to() <= mention.from
                && (sentence.cueAt(CueType.TO, sentence.clauseStart(mention.from))
                        || sentence.next(WILL, future.to()) < mention.from);
    }

    /** "from 252 million yuan in 2011 to 306 million": the time right behind a figure is that figure's. */
    private boolean belongsToFigure(Time time) {
        int clause = SentenceContext.firstFrom(sentence.mentions, sentence.clauseStart(time.from()));
        for (int i = clause; i < sentence.mentions.size() && sentence.mentions.get(i).to <= time.from(); i++) {
            Mention figure = sentence.mentions.get(i);
            if (!figure.isLeftOut() && time.from() - Math.max(figure.to, figure.nounTo) <= 1) {
                return true;
            }
        }
        return false;
    }

    /** A time in the middle of the clause of the figure: "In total, the province in 2011 invested X". */
    private boolean nextTo(Time time, Mention mention) {
        if (sentence.clauseStart(mention.from) > time.from()) {
            return false;
        }
        for (int i = time.to(); i < mention.from; i++) {
            boolean verb = sentence.cueAt(CueType.CONJUNCTION, i) && sentence.cueAt(CueType.VERB, i + 1);
            if (verb && !time.opens() && Lemma.isPast(tokens.norm[i + 1])) {
                return false; // "assessed the work in 2011 and rewarded 20 units": another deed
            }
        }
        return true;
    }
}
