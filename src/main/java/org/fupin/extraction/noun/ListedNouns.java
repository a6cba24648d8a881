package org.fupin.extraction.noun;

import java.math.BigDecimal;
import java.util.List;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NounPhrases;
import org.fupin.extraction.sentence.NounPhrases.Phrase;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Clause;
import org.fupin.extraction.structure.Structure;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Tokens;
import org.jspecify.annotations.Nullable;

/** What a number counts that names nothing of its own and stands in a row with other numbers: what the one before or behind it counts. */
public final class ListedNouns {

    /** Most counts of a list that share a noun: bounds the work per figure. */
    static final int LONGEST_LIST = 6;

    /** How far behind a count another may stand that counts the same and does not say it, in tokens. */
    static final int FARTHEST_LISTED = 24;

    private final NounPhrases phrases;

    ListedNouns(NounPhrases phrases) {
        this.phrases = phrases;
    }

    /** "6,468 projects, including 414 new ones": the things counted before. */
    boolean pronounOnes(List<Mention> figures, int index, Phrase ones) {
        if (index == 0 || figures.get(index - 1).noun == null) {
            return false;
        }
        NounPass.set(
                figures.get(index),
                new Phrase(ones.from(), ones.head(), ones.to(), figures.get(index - 1).noun),
                false,
                "noun-ones");
        return true;
    }

    /** "11 municipal, 29 county and 35 provincial organs": modifiers, and the noun only behind the last number. */
    @Nullable
    Phrase sharedNoun(SentenceContext sentence, List<Mention> figures, int index, @Nullable Phrase own, int most) {
        Tokens tokens = sentence.tokens;
        Mention mention = figures.get(index);
        if (most == 0 || index + 1 >= figures.size() || mention.form != Mention.Form.DIGITS || mention.isRange) {
            return null;
        }
        Mention next = figures.get(index + 1);
        int and = next.lead - 1;
        boolean joined = tokens.is(and, "and") || tokens.is(and, ",");
        int words = and - mention.to;
        if (!joined || !next.isCount() || words < 0 || words > 2 || BigDecimal.ONE.equals(mention.value)) {
            return null;
        }
        boolean yearly = mention.sharedPeriod != null && next.sharedPeriod != null;
        if (words == 0 && !yearly && !sentence.hasCue(CueType.RESPECTIVELY, 0, tokens.count)) {
            return null; // "60 and 85 villages respectively"
        }
        for (int i = mention.to; i < and; i++) {
            if (!tokens.isWord(i)
                    || Lemma.isPlural(tokens.norm[i])
                    || sentence.cueAt(CueType.FUNCTION, i)
                    || sentence.cueAt(CueType.VERB, i)) {
                return null;
            }
        }
        Phrase behind = sharedNoun(sentence, figures, index + 1, null, most - 1);
        if (behind == null) {
            behind = phrases.after(sentence, next.to);
        }
        boolean plural = behind != null && behind.noun() != null && Lemma.isPlural(tokens.norm[behind.head()]);
        boolean ownCounts = own != null && own.noun() != null && !sentence.cueAt(CueType.LEVEL_NOUN, own.head());
        return plural && !ownCounts ? behind : null;
    }

    /** A rule says that the number counts again what was counted before: "from 1,200 to 1,436", "a target of 1.1 million". */
    static boolean sameAsBefore(List<Mention> figures, int index, @Nullable Applied applied) {
        if (applied == null) {
            return false;
        }
        Mention mention = figures.get(index);
        boolean last = applied.value(NounPass.COUNTED).equals("last");
        for (int i = index - 1; i >= Math.max(0, index - SentenceContext.FARTHEST); i--) {
            Mention other = figures.get(i);
            if (other.noun != null && other.isCount() && (!last || i == index - 1)) {
                mention.noun = other.noun;
                mention.sameAs = other;
                mention.rules.add(applied.rule(), other);
                return true;
            }
        }
        return false;
    }

    /**
     * "45 villages were accepted, six failed": the verb has a number alone as its subject, which counts what the clause before
     * tells of, unless it says as what they are told of ("180 were sent as inspectors").
     */
    boolean isElidedSubject(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Structure outline = sentence.outline();
        Clause clause = outline.clauseAt(mention.lead);
        if (clause == null || !clause.hasPredicate() || clause.isRelative() || index == 0) {
            return false;
        }
        int opening = Math.max(clause.from(), clause.subjectFrom());
        boolean alone =
                mention.lead == opening && clause.verbFrom() - mention.to <= 1 && mention.to <= clause.verbFrom();
        Clause before = outline.before(clause);
        if (!alone || before == null) {
            return false;
        }
        Phrase role = phraseBehindAs(sentence, clause);
        if (role != null) {
            NounPass.set(mention, role, false, "noun-as");
            return true;
        }
        Mention subject = lastCounted(figures, index);
        boolean parallel = subject != null && subject.lead >= before.from() && subject.lead < before.verbFrom();
        return parallel && countsAsOther(sentence, mention, subject, "noun-elided");
    }

    private @Nullable Phrase phraseBehindAs(SentenceContext sentence, Clause clause) {
        int limit = Math.min(clause.to(), clause.verbTo() + FARTHEST_LISTED);
        for (int i = clause.verbTo(); i < limit; i++) {
            if (sentence.isClauseMark(i)) {
                return null;
            }
            if (sentence.tokens.is(i, "as")) {
                Phrase role = phrases.after(sentence, i + 1);
                return role == null || role.noun() == null ? null : role;
            }
        }
        return null;
    }

    /** "410,000 fewer and 14.9% down", "95,000 fewer than a year ago": of the level of a count before it. */
    static boolean isMoreOrFewer(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        int at = mention.to;
        if (!sentence.cueAt(CueType.MORE, at) && !sentence.cueAt(CueType.LESS, at)) {
            return false;
        }
        int behind = at + 1;
        Tokens tokens = sentence.tokens;
        boolean compared = tokens.is(behind, "than")
                || sentence.cueAt(CueType.LIST_JOINER, behind)
                || sentence.isClauseMark(behind)
                || behind >= tokens.count;
        boolean own = tokens.isWord(mention.lead - 1) && !sentence.cueAt(CueType.LIST_JOINER, mention.lead - 1);
        Mention level = compared && !own ? lastCounted(figures, index) : null;
        if (level == null || !level.isCount() || mention.lead - level.to > FARTHEST_LISTED) {
            return false;
        }
        mention.noun = level.noun;
        mention.sameAs = level;
        mention.rules.add("noun-as-before", level);
        return true;
    }

    /** "86 million yuan was donated (12 million by firms)", "23 million yuan, 21 million of which": money, too. */
    static boolean isMoneyToo(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Mention amount = index == 0 ? null : figures.get(index - 1);
        if (amount == null || mention.value == null || !mention.hasMagnitude || !isMeasured(amount)) {
            return false;
        }
        Tokens tokens = sentence.tokens;
        boolean some = tokens.is(mention.to, "of") && sentence.cueAt(CueType.RELATIVE, mention.to + 1);
        boolean bracketed = tokens.is(mention.lead - 1, "(")
                && (sentence.cueAt(CueType.FINITE, mention.to) || sentence.cueAt(CueType.PAYER_BEFORE, mention.to));
        if (!some && !bracketed) {
            return false;
        }
        shareUnit(mention, amount);
        return true;
    }

    private static void shareUnit(Mention mention, Mention amount) {
        mention.unit = amount.unit;
        mention.factor = amount.factor;
        mention.value = mention.value.multiply(amount.factor);
        mention.rules.add("unit-shared:" + amount.unit.code(), amount);
    }

    private static boolean isMeasured(Mention mention) {
        if (mention.unit == null) {
            return false;
        }
        return switch (mention.unit.dimension()) {
            case MONEY, LENGTH, AREA, MASS, VOLUME -> true;
            default -> false;
        };
    }

    /** "5,000 people and another 6,000 in 2014": more of what was counted before, in the sentence or the one before it. */
    static boolean isMoreOfThem(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        if (!NounPass.endsBefore(sentence, CueType.ADDITIONAL, mention.lead)) {
            return false;
        }
        Mention amount = index == 0 ? null : figures.get(index - 1);
        if (amount != null && amount.noun == null && isMeasured(amount)) {
            // "3 million yuan for roads and another 2 million for schools"
            shareUnit(mention, amount);
            return true;
        }
        Mention other = lastCounted(figures, index);
        if (other == null && sentence.previous != null) {
            List<Mention> before = sentence.previous.lastFigures();
            other = lastCounted(before, before.size());
        }
        return other != null && countsAsOther(sentence, mention, other, "noun-more-of-them");
    }

    /** "30 wells in 2011 and 45 in 2012": a number in a list that counts nothing else counts what the one before counts. */
    public static boolean countsAsListed(SentenceContext sentence, List<Mention> figures, int index) {
        Tokens tokens = sentence.tokens;
        Mention mention = figures.get(index);
        int before = mention.lead - 1;
        boolean dated = tokens.isNumber(before) && DigitString.isYear(tokens.norm[before]);
        boolean listed = dated
                || tokens.is(before, ",")
                || tokens.is(before, ";")
                || sentence.cueAt(CueType.LIST_JOINER, before)
                || sentence.cueAt(CueType.LISTED_BEFORE, before)
                || tokens.is(before, "to") && isMovedTo(sentence, before)
                || tokens.is(before, "the") && isEnvisaged(sentence, mention);
        Mention other = listed ? lastCounted(figures, index) : null;
        return other != null
                && mention.lead - other.to <= FARTHEST_LISTED
                && countsAsOther(sentence, mention, other, "noun-as-listed");
    }

    /** "shrank to 782,000": the same thing as before. */
    private static boolean isMovedTo(SentenceContext sentence, int to) {
        return sentence.cueAt(CueType.DOWN, to - 1)
                || sentence.cueAt(CueType.UP, to - 1)
                || sentence.cueAt(CueType.MOVED, to - 1);
    }

    /** "two thirds of the 350,000 envisaged", "more than the 800,000 planned". */
    private static boolean isEnvisaged(SentenceContext sentence, Mention mention) {
        return sentence.cueAt(CueType.COMPLETION, mention.to) && sentence.tokens.norm[mention.to].endsWith("ed");
    }

    private static boolean countsAsOther(SentenceContext sentence, Mention mention, Mention other, String rule) {
        mention.noun = other.noun;
        boolean here = other.sentence == sentence && other.to <= mention.lead;
        if (here && !sentence.hasCue(CueType.VERB, other.behindNoun(), mention.lead)) {
            mention.sameAs = other;
        }
        mention.rules.add(rule, other);
        return true;
    }

    static @Nullable Mention lastCounted(List<Mention> figures, int index) {
        for (int i = index - 1; i >= Math.max(0, index - LONGEST_LIST); i--) {
            Mention other = figures.get(i);
            if (other.noun != null && (other.isCount() || other.unit.equals(other.noun.unit()))) {
                return other;
            }
        }
        return null;
    }

    /** "the population was 1.2 million, 1.1 million and 0.9 million respectively": the subject of the first of a list. */
    boolean sharesSubject(SentenceContext sentence, List<Mention> figures, int index) {
        if (index == 0) {
            return false;
        }
        Tokens tokens = sentence.tokens;
        Mention mention = figures.get(index);
        Mention left = figures.get(index - 1);
        boolean listed = mention.lead == left.to + 1 && (tokens.is(left.to, ",") || tokens.is(left.to, "and"));
        if (!listed
                || !left.isCount()
                || !left.nounBefore
                || left.noun == null
                || !sentence.hasCue(CueType.RESPECTIVELY, 0, tokens.count)) {
            return false;
        }
        NounPass.set(
                mention, new Phrase(left.nounFrom, left.nounTo - 1, left.nounTo, left.noun), true, "noun-of-the-list");
        return true;
    }
}
