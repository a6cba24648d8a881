package org.fupin.extraction.kind;

import java.util.List;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Arithmetic;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.sentence.Side;
import org.fupin.extraction.structure.Enumeration;
import org.fupin.extraction.structure.Enumeration.Item;
import org.fupin.extraction.structure.Figure;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Coded;
import org.fupin.observation.Dimension;
import org.fupin.observation.Direction;
import org.fupin.observation.Kind;
import org.jspecify.annotations.Nullable;

/** Concludes how a quantity speaks of what it measures: level, share, change, growth, gap, multiple, completion, ratio. */
public final class KindPass implements Pass {

    /** How far from the quantity a word may stand that tells its kind, in tokens. */
    private static final int NEAR = 8;

    /** Longest subject whose figure stands behind its verb, in tokens. */
    private static final int FARTHEST_SUBJECT = 24;

    /** Most tokens between "higher than" and the plan. */
    private static final int FARTHEST_PLAN = 6;

    private static final String KIND = "kind";

    private static final String DIRECTION = "direction";

    private final RuleTable table;

    public KindPass(RuleTable.Compiler rules) {
        table = rules.table(name(), Keys.NONE.with(KIND, Kind.class).with(DIRECTION, Direction.class));
    }

    @Override
    public String name() {
        return "kind";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        RuleTable.InSentence rules = table.in(sentence);
        boolean completions = false;
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            if (isByRow(rules, mention)) {
                if (mention.isNegative) {
                    signed(sentence, mention);
                }
                continue;
            }
            int from = Math.max(sentence.gapStart(figures, i), mention.lead - 2 * NEAR);
            int to = Math.min(sentence.gapEnd(figures, i), mention.to + NEAR);
            Mention before = i == 0 ? null : figures.get(i - 1);
            if (mention.isUnit("pp")) {
                points(sentence, mention, from, to);
            } else if (mention.isPercent()) {
                percent(sentence, mention, before, completions, from, to);
            } else {
                amount(sentence, mention, before, from, to);
            }
            if (mention.isLevel() && mention.kind != Kind.GAP) {
                subjectMoved(sentence, mention);
            }
            if (isSignedGrowth(sentence, mention)) {
                mention.kind = Kind.GROWTH;
                mention.direction = Direction.UP;
            }
            if (mention.isNegative) {
                signed(sentence, mention);
            }
            completions |= isCompletionByShare(sentence, mention);
        }
        bracketedShares(sentence, figures);
        for (Enumeration enumeration : sentence.structure().enumerations()) {
            listedShares(enumeration);
        }
        for (int i = figures.size() - 2; i >= 0; i--) {
            listedPoints(sentence, figures.get(i), figures.get(i + 1));
            listedPercentages(sentence, figures.get(i), figures.get(i + 1));
        }
        for (Mention mention : figures) {
            if (mention.kind != Kind.LEVEL && !mention.kindByRow) {
                mention.rules.add("kind:" + mention.kind.code(), mention.cueFrom, mention.cueTo);
            }
        }
    }

    private static boolean isByRow(RuleTable.InSentence rules, Mention mention) {
        Applied applied = rules.first(mention);
        if (applied == null) {
            return false;
        }
        String direction = applied.set().get(DIRECTION);
        mention.kind = Coded.of(Kind.class, applied.value(KIND));
        mention.direction = direction == null ? null : Coded.of(Direction.class, direction);
        tells(mention, applied.from(), applied.to());
        mention.rules.add(applied.rule(), applied.from(), applied.to());
        mention.kindByRow = true;
        return true;
    }

    /** Bare percentages of an enumeration are what the text says of the others, or the shares that its amounts make up. */
    private static void listedShares(Enumeration enumeration) {
        Mention told = null;
        for (Item item : enumeration.items()) {
            for (Figure share : item.shares()) {
                told = told == null && !((Mention) share).isLevel() ? (Mention) share : told;
            }
        }
        for (Item item : enumeration.items()) {
            for (Figure figure : item.shares()) {
                Mention share = (Mention) figure;
                if (share.isLevel() && told != null) {
                    asIn(share, told);
                } else if (share.isLevel()
                        && enumeration.total() != null
                        && isShareOf(item, share, enumeration.total())) {
                    share.kind = Kind.SHARE;
                }
            }
        }
    }

    private static boolean isShareOf(Item item, Mention share, Figure total) {
        boolean known = item.amount().value() != null && total.value() != null && share.value != null;
        return known
                && Arithmetic.isShare(((Mention) item.amount()).stated(), ((Mention) total).stated(), share.stated());
    }

    /**
     * "growth was -2.1%" is a fall by a positive number; "the balance was -3.5 million yuan" is a level below nothing, whose
     * value keeps the sign.
     */
    private static void signed(SentenceContext sentence, Mention mention) {
        boolean by = mention.isPercent() && sentence.tokens.is(mention.lead - 1, "by");
        boolean change = sentence.tokens.is(mention.lead - 1, "of") && sentence.tokens.is(mention.lead - 2, "change");
        if (mention.isLevel() && (by || change)) {
            mention.kind = mention.isPercent() ? Kind.GROWTH : Kind.CHANGE;
            tells(mention, mention.lead - 1, mention.lead);
        }
        switch (mention.kind) {
            case CHANGE, GROWTH -> mention.direction = Direction.DOWN;
            case GAP -> mention.direction = Direction.BELOW;
            default -> mention.value = mention.value == null ? null : mention.value.negate();
        }
    }

    /**
     * "Growth of the revenue of these counties was 4.2%", "GDP growth of the counties – 9.4% – ...", "the change in deposits
     * was -8.5 million yuan": the subject of the clause is a growth or a change, however long its name. A change is told with
     * its sign.
     */
    private static void subjectMoved(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int verb = mention.lead - 1;
        boolean plus = tokens.is(verb, "+");
        verb -= plus ? 1 : 0;
        boolean particle = tokens.is(verb, "to") || tokens.is(verb, "at");
        boolean linked = sentence.cueAt(CueType.LINKING_VERB, particle ? verb - 1 : verb)
                || particle && (tokens.is(verb - 1, "came") || tokens.is(verb - 2, "came"))
                || tokens.is(verb, "to") && isMovedWord(sentence, verb - 1)
                || tokens.is(verb, "recorded");
        boolean inserted = (tokens.is(verb, "-") && !tokens.isGlued(verb) || tokens.is(verb, "("))
                        && (tokens.is(mention.to, "-") || tokens.is(mention.to, ")"))
                || tokens.is(verb, ":");
        if (tokens.is(verb, "at") && tokens.is(verb - 1, ",") && tokens.is(mention.to, ",")) {
            inserted = true; // "the growth rate, at 7.2%, was ..."
            verb--;
        }
        if (!linked && !inserted) {
            return;
        }
        int clause = sentence.clauseStart(inserted ? verb - 1 : mention.lead);
        int start = Math.max(clause, mention.lead - FARTHEST_SUBJECT);
        int head = subjectHead(sentence, start, verb);
        if (head < 0) {
            return;
        }
        boolean change = tokens.is(head, "change");
        Hit<Cue> trend = change ? null : sentence.cueBeginningAt(CueType.UP, head);
        Hit<Cue> down = change || trend != null ? null : sentence.cueBeginningAt(CueType.DOWN, head);
        if (change ? !mention.isNegative && !plus : trend == null && down == null || !mention.isPercent()) {
            return;
        }
        mention.kind = mention.isPercent() ? Kind.GROWTH : Kind.CHANGE;
        mention.direction = down != null ? Direction.DOWN : Direction.UP;
        tells(mention, head, head + 1);
    }

    private static boolean isMovedWord(SentenceContext sentence, int at) {
        return sentence.cueAt(CueType.MOVED, at) || sentence.cueAt(CueType.UP, at) || sentence.cueAt(CueType.DOWN, at);
    }

    /** "exports: −1.2% over 2011", "sales: +3% on the year before": a sign, and an earlier time that it is compared with. */
    private static boolean isSignedGrowth(SentenceContext sentence, Mention mention) {
        boolean sign = mention.isNegative || sentence.tokens.is(mention.lead - 1, "+");
        return mention.isPercent()
                && mention.isLevel()
                && sign
                && sentence.cueAt(CueType.COMPARED_WITH, mention.to)
                && isYearBase(sentence, mention.to, mention.to + FARTHEST_PLAN);
    }

    /** The noun of growth or change that is the head of the subject which begins the clause, -1 if it is another. */
    private static int subjectHead(SentenceContext sentence, int start, int verb) {
        Tokens tokens = sentence.tokens;
        for (int i = start; i < verb; i++) {
            if (tokens.is(i, "change")
                    || sentence.cueAt(CueType.TREND_NOUN, i) && !tokens.norm[i].endsWith("crease")
                    || tokens.is(i, "increase") && sentence.cueAt(CueType.FUNCTION, i + 1)) {
                boolean rate = tokens.is(verb - 1, "rate") && i != verb - 2;
                return rate ? -1 : i;
            }
            boolean opens = i == start && (tokens.is(i, "and") || tokens.is(i, "while") || tokens.is(i, "but"));
            boolean article = tokens.is(i, "the") || tokens.is(i, "a") || tokens.is(i, "its") || tokens.is(i, "their");
            if (!tokens.isWord(i) || !opens && !article && sentence.cueAt(CueType.FUNCTION, i)) {
                return -1;
            }
        }
        return -1;
    }

    /** "6.3 and 4.3 percentage points above the average": what is said behind the last holds for all of the list. */
    private static void listedPoints(SentenceContext sentence, Mention mention, Mention next) {
        boolean points = mention.isUnit("pp") && next.isUnit("pp");
        if (points && next.kind == Kind.GAP && sentence.isListed(mention, next)) {
            asIn(mention, next);
        }
    }

    /** "completing 112% and 100% of the plans respectively". */
    private static void listedPercentages(SentenceContext sentence, Mention mention, Mention next) {
        boolean unsaid = mention.isPercent() && mention.isLevel() && next.isPercent() && !next.isLevel();
        if (unsaid
                && sentence.isListed(mention, next)
                && sentence.hasCue(CueType.RESPECTIVELY, 0, sentence.tokens.count)) {
            asIn(mention, next);
        }
    }

    private void points(SentenceContext sentence, Mention mention, int from, int to) {
        boolean overTime = isYearBase(sentence, mention.to, to);
        Hit<Cue> above = sentence.firstCue(CueType.ABOVE, mention.to, Math.min(to, mention.to + 3));
        Hit<Cue> below = sentence.firstCue(CueType.BELOW, mention.to, Math.min(to, mention.to + 3));
        boolean compared = !overTime
                && (above != null && above.begin() == mention.to || below != null && below.begin() == mention.to);
        Hit<Cue> trend = compared ? null : trendBefore(sentence, from, mention.lead);
        trend = trend == null && !compared ? trendTold(sentence, mention) : trend;
        if (trend != null) {
            change(mention, Kind.CHANGE, trend);
            return;
        }
        mention.kind = overTime || above == null && below == null ? Kind.CHANGE : Kind.GAP;
        boolean up = below == null;
        if (above != null || below != null) {
            tells(mention, above != null ? above : below);
        }
        mention.direction = mention.kind == Kind.CHANGE
                ? up ? Direction.UP : Direction.DOWN
                : up ? Direction.ABOVE : Direction.BELOW;
    }

    /** @param completions whether an earlier "accounting for x% of the target" gives the list its meaning */
    private void percent(
            SentenceContext sentence,
            Mention mention,
            @Nullable Mention before,
            boolean completions,
            int from,
            int to) {
        int clauseFrom = Math.max(from, sentence.clauseStart(mention.lead));
        int clauseTo = Math.min(to, sentence.clauseEnd(mention.to));
        boolean plan = sentence.hasCue(CueType.COMPLETION, mention.to, clauseTo)
                || sentence.hasCue(CueType.COMPLETION, clauseFrom, mention.lead);
        Hit<Cue> share = sentence.lastCue(CueType.SHARE, from, mention.lead);
        if (share != null && share.end() >= mention.lead - 2) {
            // "trainees with jobs accounted for 80% of the total": a subject of its own, no item of the list before
            boolean ofTotal = sentence.tokens.norm[share.begin()].endsWith("ed")
                    && sentence.tokens.is(mention.to, "of")
                    && (sentence.tokens.is(mention.to + 1, "total") || sentence.tokens.is(mention.to + 2, "total"));
            boolean listOfCompletions = before != null && !ofTotal && completions;
            mention.kind = plan || listOfCompletions ? Kind.COMPLETION : Kind.SHARE;
            tells(mention, share);
            return;
        }
        if (plan
                && (sentence.hasCue(CueType.COMPLETION_VERB, clauseFrom, clauseTo)
                        || sentence.tokens.is(mention.to, "of"))) {
            mention.kind = Kind.COMPLETION;
            tells(mention, sentence.firstCue(CueType.COMPLETION, clauseFrom, clauseTo));
            return;
        }
        if (mention.isShare) {
            mention.kind = Kind.SHARE;
            return;
        }
        if (plan && isBesidePlan(sentence, mention)) {
            boolean below = sentence.cueAt(CueType.LESS, mention.to)
                    || sentence.tokens.is(mention.to, "below")
                    || sentence.tokens.is(mention.to, "short");
            mention.kind = below ? Kind.GAP : Kind.COMPLETION; // by which the plan was overfulfilled
            mention.direction = below ? Direction.BELOW : null;
            tells(mention, mention.to, mention.to + 1);
            return;
        }
        Hit<Cue> overfulfilled = overfulfilled(sentence, mention);
        if (overfulfilled != null) {
            mention.kind = Kind.COMPLETION;
            tells(mention, overfulfilled);
            return;
        }
        if (saysProportion(sentence, mention) && !sentence.tokens.is(mention.lead - 1, "by")
                || isBracketedShare(sentence, mention, before)) {
            mention.kind = Kind.SHARE;
            return;
        }
        Hit<Cue> trend = trendBefore(sentence, from, mention.lead);
        trend = trend == null ? trendTold(sentence, mention) : trend;
        if (trend != null && !isOtherRate(sentence, mention, trend)) {
            if (!sentence.tokens.is(mention.lead - 1, "to") && !sentence.tokens.is(mention.lead - 1, "from")) {
                change(mention, Kind.GROWTH, trend);
            }
            return;
        }
        int near = Math.min(mention.to + 2, clauseTo);
        Hit<Cue> after = sentence.firstCue(CueType.UP, mention.to, near);
        Hit<Cue> afterDown = sentence.firstCue(CueType.DOWN, mention.to, near);
        if (after != null || afterDown != null) {
            change(mention, Kind.GROWTH, after != null ? after : afterDown);
            return;
        }
        if (before != null && before.kind == Kind.CHANGE && isSameInPercent(sentence, before, mention)) {
            mention.kind = Kind.GROWTH; // "636 yuan or 17.7% over the previous year"
            mention.direction = before.direction;
            tells(mention, before.cueFrom, before.cueTo);
            return;
        }
        if (before != null && sentence.isListed(before, mention) && before.unit == mention.unit) {
            asIn(mention, before);
            return;
        }
        if (before != null
                && before.kind == Kind.GROWTH
                && before.isPercent()
                && isNextGrowth(sentence, before, mention)) {
            asIn(mention, before);
            return;
        }
        if (before != null && isNextShare(sentence, before, mention)) {
            mention.kind = Kind.SHARE;
            return;
        }
        if (plan && sentence.tokens.is(mention.to, "more")) {
            mention.kind = Kind.COMPLETION; // "1.2% more than planned"
            tells(mention, mention.to, mention.to + 1);
            return;
        }
        if (sentence.cueAt(CueType.MORE, mention.to) || sentence.cueAt(CueType.LESS, mention.to)) {
            tells(mention, mention.to, mention.to + 1);
            mention.kind = Kind.GROWTH;
            mention.direction = sentence.cueAt(CueType.MORE, mention.to) ? Direction.UP : Direction.DOWN;
            return;
        }
        if (saysGrowthRate(sentence, mention)) {
            mention.kind = Kind.GROWTH;
            mention.direction = Direction.UP;
            return;
        }
        boolean of = sentence.tokens.is(mention.to, "of") && !isRate(sentence, from, mention.lead);
        mention.ofWhole = !of && (isOfWhole(sentence, mention) || goesOnSharing(sentence, before, mention));
        if (of || isShareDone(sentence, mention) || mention.ofWhole) {
            mention.kind = Kind.SHARE;
            if (of) {
                tells(mention, mention.to, mention.to + 1);
            }
        }
    }

    /** "for the growth of trees the survival rate was 86%": a rate of its own behind what only tells where it was seen. */
    private static boolean isOtherRate(SentenceContext sentence, Mention mention, Hit<Cue> trend) {
        Tokens tokens = sentence.tokens;
        int rate = mention.lead - 2;
        int before = tokens.is(trend.begin() - 1, "the") ? trend.begin() - 2 : trend.begin() - 1;
        return tokens.is(rate, "rate")
                && sentence.cueAt(CueType.LINKING_VERB, rate + 1)
                && trend.end() < rate
                && sentence.cueAt(CueType.PLACING, before);
    }

    /** "grew by 9% in 2011 and by 12% in 2012", "was 9% and that in retail sales 11%": the next growth of a list. */
    private static boolean isNextGrowth(SentenceContext sentence, Mention before, Mention mention) {
        Tokens tokens = sentence.tokens;
        int at = before.to;
        boolean dated = tokens.is(at, "in") && tokens.isNumber(at + 1) && DigitString.isYear(tokens.norm[at + 1]);
        at += dated ? 2 : 0;
        at += tokens.is(at, ",") ? 1 : 0;
        at += tokens.is(at, "and") || tokens.is(at, "but") ? 1 : 0;
        if (at == before.to || dated && at == before.to + 2) {
            return false;
        }
        boolean that = tokens.is(at, "that") && (tokens.is(at + 1, "in") || tokens.is(at + 1, "of"));
        if (that) {
            return mention.lead - at <= NEAR && !sentence.hasCue(CueType.VERB, at, mention.lead);
        }
        return dated && (mention.lead == at || tokens.is(at, "by") && mention.lead == at + 1);
    }

    /** "636 yuan or 17.7%", "by 300 yuan and 5.2%", "300 yuan (5.2%)". */
    private static boolean isSameInPercent(SentenceContext sentence, Mention change, Mention mention) {
        Tokens tokens = sentence.tokens;
        int joint = mention.lead - 1;
        boolean next = joint == change.to;
        return tokens.is(joint, "or")
                || next && (tokens.is(joint, "and") || tokens.is(joint, "(") && tokens.is(mention.to, ")"));
    }

    /** "8.5% higher than the planned figure", "12% above the target". */
    private static boolean isBesidePlan(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int at = mention.to;
        boolean than =
                tokens.is(at + 1, "than") && (sentence.cueAt(CueType.MORE, at) || sentence.cueAt(CueType.LESS, at));
        boolean beside = tokens.is(at, "above")
                || tokens.is(at, "over")
                || tokens.is(at, "beyond")
                || tokens.is(at, "below")
                || tokens.is(at, "ahead") && tokens.is(at + 1, "of")
                || tokens.is(at, "short") && tokens.is(at + 1, "of");
        return (than || beside)
                && sentence.hasCue(CueType.COMPLETION, at + 1, Math.min(sentence.clauseEnd(at), at + FARTHEST_PLAN));
    }

    /** "The plan of 300 villages was overfulfilled by 12%". */
    private static @Nullable Hit<Cue> overfulfilled(SentenceContext sentence, Mention mention) {
        int by = mention.lead - 1;
        Hit<Cue> verb = sentence.tokens.is(by, "by") ? sentence.lastCue(CueType.COMPLETION_VERB, by - 1, by) : null;
        if (verb == null) {
            return null;
        }
        boolean says = sentence.tokens.norm[verb.begin()].startsWith("over")
                || sentence.hasCue(CueType.COMPLETION, sentence.clauseStart(mention.lead), verb.begin());
        return says ? verb : null;
    }

    /** "Of 860 applicants, 45% were women": the whole opens the sentence or the clause. */
    private static boolean isOfWhole(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int start = sentence.clauseStart(mention.lead);
        if (start > 1 && tokens.is(start - 1, ",") && !opensWhole(tokens, start) && mention.lead - start <= 2) {
            start = sentence.clauseStart(start - 1);
        }
        return opensWhole(tokens, start)
                && !sentence.hasCue(CueType.SHARE, start, mention.lead)
                && mention.lead > start + 1
                && tokens.isWord(mention.to)
                && !isRate(sentence, start, mention.lead);
    }

    private static boolean opensWhole(Tokens tokens, int at) {
        return tokens.is(at, "of") || tokens.is(at, "among") || tokens.is(at, "out");
    }

    /** "60% had roads and 30% had wells": the next share of the same whole. */
    private static boolean goesOnSharing(SentenceContext sentence, @Nullable Mention before, Mention mention) {
        Tokens tokens = sentence.tokens;
        return before != null
                && before.ofWhole
                && mention.lead - before.to <= 2 * NEAR
                && (tokens.is(mention.lead - 1, ",") || tokens.is(mention.lead - 1, "and"))
                && tokens.isWord(mention.to);
    }

    /** "in the east (51%), along the border (7.6%) and elsewhere (41.4%)": shares in brackets behind what they are of. */
    private static void bracketedShares(SentenceContext sentence, List<Mention> figures) {
        Tokens tokens = sentence.tokens;
        int first = -1;
        int count = 0;
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            if (sentence.isBracketedAlone(mention)
                    && (i == 0 || figures.get(i - 1).behindNoun() < mention.lead - 1)) {
                first = first < 0 ? i : first;
                count++;
            }
        }
        if (count < 2) {
            return;
        }
        int from = Math.max(sentence.gapStart(figures, first), figures.get(first).lead - 4 * NEAR);
        int to = figures.get(first).lead;
        if (isRate(sentence, Math.max(0, to - 4 * NEAR), to)) {
            return;
        }
        Hit<Cue> up = sentence.lastCue(CueType.UP, from, to);
        Hit<Cue> down = sentence.lastCue(CueType.DOWN, from, to);
        for (Mention mention : figures.subList(first, figures.size())) {
            if (!sentence.isBracketedAlone(mention)) {
                continue;
            }
            if (up != null || down != null) {
                change(mention, Kind.GROWTH, up != null ? up : down);
            } else {
                mention.kind = Kind.SHARE;
            }
        }
    }

    /** "the growth rate went on rising, reaching 20%". */
    private static boolean saysGrowthRate(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int from = Math.max(0, mention.lead - 2 * NEAR);
        if (!tokens.is(mention.lead - 1, "reaching") && !tokens.is(mention.lead - 1, "reached")) {
            return false;
        }
        for (int i = mention.lead - 1; i > from; i--) {
            if (tokens.isNumber(i) || tokens.is(i, ";")) {
                return false;
            }
            if (tokens.is(i, "rate")) {
                return tokens.is(i - 1, "growth");
            }
        }
        return false;
    }

    /** "the proportion of provincial funds was to be no less than 40%". */
    private static boolean saysProportion(SentenceContext sentence, Mention mention) {
        for (int i = mention.lead - 1; i >= sentence.clauseStart(mention.lead); i--) {
            if (sentence.tokens.isNumber(i) && !sentence.tokens.is(mention.lead - 1, "to")
                    || sentence.tokens.is(i, "rate")) {
                return false; // "... no less than 40% and the growth rate no lower than 10%"
            }
            boolean share = sentence.tokens.is(i, "share") && sentence.tokens.is(i - 1, "the");
            if (share || sentence.tokens.is(i, "proportion")) {
                return true;
            }
        }
        return false;
    }

    /** "72% of the money went into production, 18% into small works and 10% into training": shares of the same whole. */
    private static boolean isNextShare(SentenceContext sentence, Mention before, Mention mention) {
        Tokens tokens = sentence.tokens;
        int behind = mention.to;
        boolean use = tokens.is(behind, "in")
                || tokens.is(behind, "for")
                || tokens.is(behind, "to")
                || tokens.is(behind, "into");
        boolean listed = tokens.is(mention.lead - 1, ",") || tokens.is(mention.lead - 1, "and");
        return before.kind == Kind.SHARE && before.isPercent() && use && listed && mention.lead - before.to <= 2 * NEAR;
    }

    /** "320 (64%) found jobs": of the number before the bracket. */
    private static boolean isBracketedShare(SentenceContext sentence, Mention mention, @Nullable Mention before) {
        return before != null
                && before.isLevel()
                && !before.isPercent()
                && sentence.tokens.is(mention.lead - 1, "(")
                && sentence.tokens.is(mention.to, ")")
                && mention.lead - 1 - before.behindNoun() == 0;
    }

    /** "and more than half were started": a part of what was counted before. */
    private static boolean isShareDone(SentenceContext sentence, Mention mention) {
        return mention.form == Mention.Form.FRACTION
                && (sentence.tokens.is(mention.to, "were") || sentence.tokens.is(mention.to, "was"));
    }

    private static boolean isCompletionByShare(SentenceContext sentence, Mention mention) {
        return mention.kind == Kind.COMPLETION
                && sentence.lastCue(CueType.SHARE, mention.lead - 3, mention.lead) != null;
    }

    private static boolean isRate(SentenceContext sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.tokens.norm[i].endsWith("rate") || sentence.tokens.is(i, "coverage")) {
                return true;
            }
        }
        return false;
    }

    private void amount(SentenceContext sentence, Mention mention, @Nullable Mention before, int from, int to) {
        Tokens tokens = sentence.tokens;
        int afterNoun = mention.behindNoun();
        if (fewerThings(sentence, mention, afterNoun)
                || moreThanBase(sentence, mention, afterNoun, to)
                || orPercentMore(sentence, mention)) {
            return;
        }
        Hit<Cue> trend = trendBefore(sentence, from, mention.lead);
        trend = trend == null ? trendTold(sentence, mention) : trend;
        boolean by = tokens.is(mention.lead - 1, "by");
        boolean of = tokens.is(mention.lead - 1, "of");
        if (trend != null) {
            boolean adjacent = trend.end() == mention.lead;
            boolean nounOf = of
                    && sentence.cueAt(CueType.TREND_NOUN, trend.end() - 1)
                    && (trend.end() == mention.lead - 1 || tokens.is(trend.end(), "in"));
            boolean money = mention.unit != null && mention.unit.dimension() == Dimension.MONEY;
            boolean goalOfGrowth = of
                    && sentence.cueAt(CueType.TREND_NOUN, trend.end() - 1)
                    && trend.end() == mention.lead - 2
                    && sentence.cueAt(CueType.COMPLETION, mention.lead - 2);
            boolean direct = adjacent && (tokens.is(trend.begin(), "up") || tokens.is(trend.begin(), "down") || money);
            boolean grew = money
                    && sentence.cueAt(CueType.TREND_NOUN, trend.end() - 1)
                    && Side.of(sentence, mention) == Side.BEFORE
                    && (tokens.is(mention.lead - 1, "reached") || tokens.is(mention.lead - 1, "was"));
            if (by || nounOf || goalOfGrowth || direct || grew) {
                change(mention, Kind.CHANGE, trend);
                return;
            }
        }
        if (before != null && before.kind == Kind.CHANGE && sentence.isListed(before, mention)) {
            asIn(mention, before);
            return;
        }
        if (of && mention.unit != null && mention.unit.dimension() == Dimension.MONEY) {
            Hit<Cue> verb = raisedBefore(sentence, mention);
            if (verb != null) {
                change(mention, Kind.CHANGE, verb);
            }
        }
    }

    /** "the province increased poverty alleviation funds of X": the verb governs the noun phrase of the amount. */
    private static @Nullable Hit<Cue> raisedBefore(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        for (int i = mention.lead - 2; i >= Math.max(0, mention.lead - NEAR); i--) {
            if (!tokens.isWord(i)) {
                return null;
            }
            Hit<Cue> up = sentence.cueBeginningAt(CueType.UP, i);
            boolean verb = up != null && tokens.norm[i].startsWith("increas") && !sentence.cueAt(CueType.TREND_NOUN, i);
            if (verb) {
                boolean adjective = tokens.is(i - 1, "newly") || tokens.is(i - 1, "the");
                return adjective ? null : up;
            }
            if (sentence.cueAt(CueType.VERB, i) || sentence.cueAt(CueType.FUNCTION, i) && !tokens.is(i, "and")) {
                return null;
            }
        }
        return null;
    }

    /** "328 yuan or 13.9% more than in 2009". */
    private static boolean orPercentMore(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int at = mention.to;
        if (!tokens.is(at, "or") || !tokens.isNumber(at + 1) || !tokens.is(at + 2, "%")) {
            return false;
        }
        boolean more = sentence.cueAt(CueType.MORE, at + 3);
        boolean less = sentence.cueAt(CueType.LESS, at + 3);
        if (more || less) {
            tells(mention, at + 3, at + 4);
            mention.kind = Kind.CHANGE;
            mention.direction = more ? Direction.UP : Direction.DOWN;
        }
        return more || less;
    }

    /** "120 fewer dropouts than in 2011": the things stand between the word and the year. */
    private static boolean fewerThings(SentenceContext sentence, Mention mention, int than) {
        boolean more = sentence.cueAt(CueType.MORE, mention.to);
        boolean less = sentence.cueAt(CueType.LESS, mention.to);
        boolean overTime = (more || less)
                && mention.isCount()
                && than > mention.to + 1
                && sentence.tokens.is(than, "than")
                && isYearBase(sentence, than, Math.min(sentence.clauseEnd(than), than + FARTHEST_PLAN));
        if (overTime) {
            mention.kind = Kind.CHANGE;
            mention.direction = more ? Direction.UP : Direction.DOWN;
            tells(mention, mention.to, mention.to + 1);
        }
        return overTime;
    }

    /** "2.279 billion yuan more than that of 2011", "12,000 more than the scheduled figure". */
    private static boolean moreThanBase(SentenceContext sentence, Mention mention, int from, int to) {
        Tokens tokens = sentence.tokens;
        boolean above = tokens.is(from, "above") || tokens.is(from, "beyond");
        boolean below = tokens.is(from, "below") || tokens.is(from, "short") && tokens.is(from + 1, "of");
        boolean up = sentence.cueAt(CueType.MORE, from) || above;
        boolean down = sentence.cueAt(CueType.LESS, from) || below;
        boolean alone = sentence.clauseEnd(from) == from + 1 && (tokens.is(from, "fewer") || tokens.is(from, "more"));
        boolean withPercent = (up || down) && isWithPercent(sentence, from + 1);
        if (!up && !down || !above && !below && !alone && !withPercent && !tokens.is(from + 1, "than")) {
            return false;
        }
        int end = withPercent ? sentence.clauseEnd(from + 2) : Math.min(to, sentence.clauseEnd(from));
        boolean level = (above || below) && isLevelOfYear(sentence, mention, from + (above ? 1 : 2));
        if ((above || below) && !level && !comparesAbove(sentence, from, end)) {
            return false; // "31 leaders above the rank of ..."
        }
        if (alone && !saysYear(sentence, mention)) {
            return false;
        }
        tells(mention, from, from + 1);
        boolean plan = sentence.hasCue(CueType.COMPLETION, from, end);
        if (plan
                || !alone
                        && !withPercent
                        && !level
                        && !isYearBase(sentence, from, Math.max(end, Math.min(from + 6, tokens.count)))) {
            mention.kind = Kind.GAP;
            mention.direction = up ? Direction.ABOVE : Direction.BELOW;
        } else {
            mention.kind = Kind.CHANGE;
            mention.direction = up ? Direction.UP : Direction.DOWN;
        }
        return true;
    }

    /** "above the 52 million yuan of 2011": an amount of the same unit with its year. */
    private static boolean isLevelOfYear(SentenceContext sentence, Mention mention, int at) {
        Tokens tokens = sentence.tokens;
        int index = SentenceContext.firstFrom(sentence.mentions, at);
        Mention level = index < sentence.mentions.size() ? sentence.mentions.get(index) : null;
        if (level == null || !tokens.is(at, "the") && !tokens.is(at + 1, "the") || level.lead > at + 2) {
            return false;
        }
        int year = level.behindNoun() + 1;
        boolean dated = (tokens.is(year - 1, "of") || tokens.is(year - 1, "in"))
                && tokens.isNumber(year)
                && DigitString.isYear(tokens.norm[year]);
        return dated && (mention.unit == null ? level.unit == null : mention.unit.equals(level.unit));
    }

    /** "933.9 yuan more and 21.9% up", "239 yuan less, or down 8.69%": the change again in percent. */
    private static boolean isWithPercent(SentenceContext sentence, int from) {
        int index = SentenceContext.firstFrom(sentence.mentions, from);
        Mention percent = index < sentence.mentions.size() ? sentence.mentions.get(index) : null;
        if (percent == null || !percent.isPercent() || percent.lead == from) {
            return false;
        }
        boolean trend = false;
        for (int i = from; i < percent.lead; i++) {
            boolean moved = sentence.cueAt(CueType.UP, i) || sentence.cueAt(CueType.DOWN, i);
            trend |= moved;
            if (!moved && !sentence.tokens.is(i, ",") && !sentence.cueAt(CueType.LIST_JOINER, i)) {
                return false;
            }
        }
        int at = percent.to;
        return trend
                || sentence.cueAt(CueType.UP, at)
                || sentence.cueAt(CueType.DOWN, at)
                || sentence.cueAt(CueType.MORE, at)
                || sentence.cueAt(CueType.LESS, at);
    }

    /** "fell from X to Y within the year, 520,000 fewer": a change that was told before. */
    private static boolean saysYear(SentenceContext sentence, Mention mention) {
        int from = Math.max(0, mention.lead - 4 * NEAR);
        return sentence.lastCue(CueType.DOWN, from, mention.lead) != null
                || sentence.lastCue(CueType.UP, from, mention.lead) != null;
    }

    private static boolean comparesAbove(SentenceContext sentence, int from, int to) {
        return sentence.hasCue(CueType.COMPLETION, from, to)
                || isYearBase(sentence, from, to)
                || sentence.hasCue(CueType.COMPARISON_BASE, from, to);
    }

    /** Whether the words compare with another year: "than that of 2011", "over the previous year". */
    private static boolean isYearBase(SentenceContext sentence, int from, int to) {
        Tokens tokens = sentence.tokens;
        for (int i = from; i < Math.min(to + 1, tokens.count); i++) {
            if (tokens.isNumber(i) && DigitString.isYear(tokens.norm[i])
                    || tokens.is(i, "year")
                    || tokens.is(i, "year's")) {
                return true;
            }
        }
        return false;
    }

    /** The nearest word of increase or decrease before the quantity that is about it, null if there is none. */
    private static @Nullable Hit<Cue> trendBefore(SentenceContext sentence, int from, int to) {
        Hit<Cue> up = sentence.lastCue(CueType.UP, from, to);
        if (up != null && isPhrasalUp(sentence, up.begin())) {
            up = null;
        }
        Hit<Cue> down = sentence.lastCue(CueType.DOWN, from, to);
        Hit<Cue> trend = up == null ? down : down == null || up.end() > down.end() ? up : down;
        if (trend == null) {
            return null;
        }
        for (int i = trend.end(); i < to; i++) {
            if (sentence.isClauseMark(i)) {
                return null;
            }
        }
        // "to increase by", "growth rate of": at most a short phrase between
        return to - trend.end() <= NEAR ? trend : null;
    }

    /**
     * "fell from 30% to 25%, i.e. by 5 percentage points", "from 1,200 to 950, or by 250": the word of increase or decrease
     * before the two levels, null if there is none.
     */
    private static @Nullable Hit<Cue> trendTold(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        if (!tokens.is(mention.lead - 1, "by")) {
            return null;
        }
        int mark = mention.lead - 2;
        while (mark > Math.max(-1, mention.lead - NEAR) && !sentence.isClauseMark(mark) && isAgainWord(tokens, mark)) {
            mark--;
        }
        while (sentence.isClauseMark(mark - 1)) {
            mark--;
        }
        if (!sentence.isClauseMark(mark) && !tokens.is(mark, "(")) {
            return null;
        }
        int last = SentenceContext.firstFrom(sentence.mentions, mark) - 1;
        boolean levels = false;
        int first = mark;
        for (int i = last; i > Math.max(-1, last - NEAR / 2) && !levels; i--) {
            first = sentence.mentions.get(i).lead;
            levels = tokens.is(first - 1, "from") && mark - first <= 3 * NEAR;
        }
        return levels ? trendBefore(sentence, Math.max(0, first - 2 * NEAR), first) : null;
    }

    /** Words between a mark and the change that tells again what two levels told. */
    private static boolean isAgainWord(Tokens tokens, int at) {
        return switch (tokens.norm[at]) {
            case "i", "e", "i.e", "i.e.", ".", "or", "that", "is", "namely", "thus", "and", "hence", "in", "all" ->
                true;
            default -> false;
        };
    }

    /** "set up", "made up": no increase. */
    private static boolean isPhrasalUp(SentenceContext sentence, int at) {
        return sentence.tokens.is(at, "up") && sentence.cueAt(CueType.PHRASAL_UP, at - 1);
    }

    /** What is told of one figure of a list is told of the other. */
    private static void asIn(Mention mention, Mention other) {
        mention.kind = other.kind;
        mention.direction = other.direction;
        tells(mention, other.cueFrom, other.cueTo);
    }

    private static void tells(Mention mention, @Nullable Hit<Cue> cue) {
        if (cue != null) {
            tells(mention, cue.begin(), cue.end());
        }
    }

    /** Remembers the words that told the kind. */
    private static void tells(Mention mention, int from, int to) {
        mention.cueFrom = from;
        mention.cueTo = to;
    }

    private static void change(Mention mention, Kind kind, Hit<Cue> trend) {
        mention.kind = kind;
        tells(mention, trend);
        mention.direction = trend.value().type() == CueType.UP ? Direction.UP : Direction.DOWN;
    }
}
