package org.fupin.extraction.relation;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.sentence.YearParts;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Kind;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Period;
import org.jspecify.annotations.Nullable;

/**
 * Finds the earlier levels that levels are compared with and that name nothing of their own: "up 9% over 2011 (4,269 yuan)",
 * "to 4,100 yuan from 3,600 yuan a year earlier", "400 million yuan, against 350 million yuan the year before".
 */
public final class BasePass implements Pass {

    /** Most tokens of the words that lead from a level to the earlier one. */
    private static final int LONGEST_LINK = 4;

    /** Most tokens between a level and its year. */
    private static final int FARTHEST_YEAR = 6;

    @Override
    public String name() {
        return "bases";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        for (int i = 1; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            if (!mention.isLevel() || mention.isPercent()) {
                continue;
            }
            boolean bracketed = isBracketed(sentence, figures, i);
            boolean ofYear = !bracketed && isOfYear(sentence, mention);
            Mention level = bracketed || ofYear || isFrom(sentence, figures, i) || isAgainst(sentence, mention)
                    ? levelBefore(figures, i)
                    : null;
            if (level == null) {
                continue;
            }
            mention.sameAs = level;
            mention.isBase = true;
            mention.noun = mention.isCount() && mention.noun == null ? level.noun : mention.noun;
            mention.rules.add("base-of-change", level);
            if (bracketed) {
                mention.sharedPeriod = yearBefore(sentence, mention.lead - 1);
            } else if (ofYear) {
                mention.sharedPeriod = yearBefore(sentence, mention.behindNoun() + 2);
            }
        }
    }

    /** The last level of the same unit before a figure, if only what changed stands between. */
    private static @Nullable Mention levelBefore(List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        for (int i = index - 1; i >= Math.max(0, index - LONGEST_LINK); i--) {
            Mention other = figures.get(i);
            boolean same = mention.unit == null ? other.unit == null : mention.unit.equals(other.unit);
            if (other.isLevel()) {
                return same ? other : null;
            }
        }
        return null;
    }

    /** "... up 9% over the figure in 2011 (4,269 yuan)", "than in the previous year (8,000)". */
    private static boolean isBracketed(SentenceContext sentence, List<Mention> figures, int index) {
        Tokens tokens = sentence.tokens;
        Mention mention = figures.get(index);
        boolean alone = tokens.is(mention.lead - 1, "(") && tokens.is(mention.behindNoun(), ")");
        return alone
                && isOverTime(figures.get(index - 1))
                && (tokens.is(mention.lead - 2, "year") || yearBefore(sentence, mention.lead - 1) != null);
    }

    /** "up 9% on the 4,269 yuan of 2011", "12 million yuan above the 52 million yuan in 2011". */
    private static boolean isOfYear(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int year = mention.behindNoun() + 1;
        boolean of = tokens.is(year - 1, "of") || tokens.is(year - 1, "in");
        return tokens.is(mention.lead - 1, "the")
                && sentence.cueAt(CueType.COMPARED_WITH, mention.lead - 2)
                && (of && yearBefore(sentence, year + 1) != null || YearParts.earlierBehind(sentence, mention) != null);
    }

    private static boolean isOverTime(Mention mention) {
        return mention.kind == Kind.CHANGE || mention.kind == Kind.GROWTH;
    }

    /** The year that stands right before the token, null if none does. */
    private static @Nullable Period yearBefore(SentenceContext sentence, int token) {
        int index = SentenceContext.firstFrom(sentence.mentions, token) - 1;
        Mention year = index < 0 ? null : sentence.mentions.get(index);
        boolean stands = year != null
                && year.to == token
                && year.leftOut == LeftOutReason.DATE
                && DigitString.isYear(sentence.tokens.norm[year.firstNumber]);
        return stands ? Period.ofYear(Integer.parseInt(sentence.tokens.norm[year.firstNumber])) : null;
    }

    /** "to 4,100 yuan from 3,600 yuan", "up 500 yuan or 12.5% from 4,000 yuan". */
    private static boolean isFrom(SentenceContext sentence, List<Mention> figures, int index) {
        Tokens tokens = sentence.tokens;
        Mention mention = figures.get(index);
        Mention before = figures.get(index - 1);
        int from = mention.lead - 1;
        boolean next = tokens.is(from, "from") && before.behindNoun() == from;
        return next && (isOverTime(before) || tokens.is(before.lead - 1, "to"));
    }

    /** "against 350 million yuan the year before": a time that is over stands behind. */
    private static boolean isAgainst(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int at = mention.lead - 1;
        boolean compared = tokens.is(at, "against")
                || tokens.is(at, "versus")
                || (tokens.is(at, "with") || tokens.is(at, "to")) && tokens.is(at - 1, "compared");
        return compared && (YearParts.earlierBehind(sentence, mention) != null || isDated(sentence, mention));
    }

    /** "824,000 at the close of 2012": a year stands in the few words behind. */
    private static boolean isDated(SentenceContext sentence, Mention mention) {
        int end = Math.min(sentence.clauseEnd(mention.to), mention.behindNoun() + FARTHEST_YEAR);
        for (int i = mention.behindNoun(); i < end; i++) {
            if (sentence.tokens.isNumber(i) && DigitString.isYear(sentence.tokens.norm[i])) {
                return true;
            }
        }
        return false;
    }
}
