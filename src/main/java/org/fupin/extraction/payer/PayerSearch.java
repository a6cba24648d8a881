package org.fupin.extraction.payer;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Payers;
import org.fupin.extraction.sentence.Payers.Payer;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.sentence.Side;
import org.fupin.extraction.structure.Clause;
import org.fupin.extraction.structure.Enumeration;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Dimension;
import org.fupin.observation.FundingSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds the payer that the words around an amount name: its own noun phrase, the subject of its clause, one verb that gives
 * several amounts, the topic of the enumeration it is listed in. Works within the amount's clause and item.
 */
final class PayerSearch {

    /** Most tokens between the verb of paying and its amount: "put in a total investment of". */
    private static final int VERB_TO_AMOUNT = 7;

    /** Most words between a preposition and the payer that it governs: "for the poor rural". */
    private static final int GOVERNED = 4;

    /**
     * What was found.
     *
     * @param payer null where one amount before has the payer, too
     * @param rule the row
     * @param of the other amount that has the payer, too
     */
    record Found(
            FundingSource source,
            String rule,
            @Nullable Payer payer,
            @Nullable Mention of) {}

    private final SentenceContext sentence;
    private final Tokens tokens;
    private final Payers payers;
    private final List<Mention> figures;

    PayerSearch(SentenceContext sentence, List<Mention> figures) {
        this.sentence = sentence;
        this.tokens = sentence.tokens;
        this.payers = sentence.payers();
        this.figures = figures;
    }

    /** The payer of the amount at the index, null where the words around it name none or several. */
    @Nullable
    Found of(int index) {
        Mention mention = figures.get(index);
        if (payers.all().isEmpty() && !mention.hasSubject()) {
            return index == 0 ? null : goesOn(figures.get(index - 1), mention);
        }
        if (mention.hasSubject()) {
            Found paired = ofPaired(mention);
            if (paired != null) {
                return paired;
            }
        }
        FundingSource level = levelInOrder(index);
        if (level != null) {
            return new Found(level, "payer-in-order", null, null);
        }
        Found near = near(index);
        if (near == null && index > 0) {
            near = goesOn(figures.get(index - 1), mention);
        }
        if (near == null && mention.partOf == null) {
            near = far(mention);
        }
        if (near == null || near.source() == FundingSource.FISCAL) {
            Payer listed = listed(mention);
            near = listed == null ? near : new Found(listed.source(), "payer-topic", listed, null);
        }
        return near;
    }

    /** "Central, provincial and county funds were X, Y and Z respectively": the level alone may name the payer. */
    private @Nullable Found ofPaired(Mention mention) {
        Payer payer = best(mention.subjectFrom, mention.subjectTo);
        if (payer != null) {
            return named(payer);
        }
        FundingSource level = payers.levelIn(mention.subjectFrom, mention.subjectTo);
        return level == null ? null : new Found(level, "payer:" + level.code(), null, null);
    }

    /** "central and city funds of X and Y": as many amounts as levels right before them. */
    private @Nullable FundingSource levelInOrder(int index) {
        int first = index;
        while (first > 0 && index - first < GOVERNED && isBeside(figures.get(first - 1), figures.get(first))) {
            first--;
        }
        int last = index;
        while (last + 1 < figures.size()
                && last - first < GOVERNED
                && isBeside(figures.get(last), figures.get(last + 1))) {
            last++;
        }
        int lead = figures.get(first).lead;
        Payer payer = last == first ? null : payers.at(lead - 2);
        boolean fits = payer != null
                && payer.isSeveral()
                && payer.end() == lead - 1
                && payer.levels().size() == last - first + 1;
        return fits ? payer.levels().get(index - first) : null;
    }

    /** Two amounts with nothing but a joint between them. */
    private boolean isBeside(Mention left, Mention right) {
        return left.isLike(right) && right.lead - left.to == 1 && isListed(left.to);
    }

    private static Found named(Payer payer) {
        return new Found(payer.source(), "payer:" + payer.source().code(), payer, null);
    }

    /** In the amount's own words: "X of central funds", "central funds of X", "X was from the county". */
    private @Nullable Found near(int index) {
        Mention mention = figures.get(index);
        int behind = sentence.behindBrackets(mention.to);
        int from = beginOfWords(index);
        int to = endOfWords(index, behind);
        Payer after = best(behind, to);
        Payer before = index > 0 && belongsToBefore(figures.get(index - 1), mention) ? null : best(from, mention.lead);
        Side side = Side.of(sentence, mention);
        if (before == null) {
            before = actor(mention);
        }
        Payer near = side == Side.BEFORE ? before : after;
        if (near == null) {
            near = side == Side.BEFORE ? after : before;
        } else if (isGeneral(near) && side != Side.BEFORE && before != null && isLevel(before)) {
            near = before; // "the province allocated 30 million of special funds"
        }
        return near == null ? null : named(near);
    }

    private int beginOfWords(int index) {
        Mention mention = figures.get(index);
        int begin = beginOfClause(mention.lead);
        Clause clause = sentence.structure().clauseAt(mention.lead);
        begin = clause == null ? begin : Math.max(begin, clause.from());
        if (index > 0) {
            Mention before = figures.get(index - 1);
            boolean counted = before.noun != null && !before.nounBefore && before.nounTo <= mention.lead;
            begin = Math.max(begin, counted ? before.nounTo : before.to);
        }
        Enumeration.Item item = sentence.structure().itemOf(mention);
        return item == null ? begin : Math.max(begin, item.from());
    }

    /** The begin of the clause; commas and brackets within a payer do not begin it. */
    private int beginOfClause(int at) {
        int begin = sentence.clauseStart(at);
        Payer across = payers.at(begin);
        for (int i = 0; i < GOVERNED && across != null && across.begin() < begin; i++) {
            begin = sentence.clauseStart(across.begin());
            across = payers.at(begin);
        }
        return begin;
    }

    /** Up to the next amount or what belongs to it, within the clause and the item. */
    private int endOfWords(int index, int behind) {
        Mention mention = figures.get(index);
        int end = behind > mention.to ? tokens.count : sentence.gapEnd(figures, index);
        end = Math.min(end, endOfClause(behind));
        Clause clause = sentence.structure().clauseAt(mention.lead);
        if (clause != null && clause.to() >= behind && !isPredicate(behind)) {
            end = Math.min(end, clause.to());
        }
        Enumeration.Item item = sentence.structure().itemOf(mention);
        if (item != null && item.to() >= behind && mention == item.amount()) {
            end = Math.min(end, item.to());
        }
        return Math.min(end, beforeNextPayer(behind, end));
    }

    /** Whether a predicate begins here, whose subject is the amount before it: "X was from the county". */
    private boolean isPredicate(int at) {
        Clause clause = sentence.structure().clauseAt(at);
        return clause != null && clause.verbFrom() == at;
    }

    /** The end of the clause; commas and brackets within a payer do not end it. */
    private int endOfClause(int at) {
        int end = sentence.clauseEnd(at);
        Payer across = payers.at(end);
        for (int i = 0; i < GOVERNED && across != null && across.begin() < end && across.end() > end; i++) {
            end = sentence.clauseEnd(across.end());
            across = payers.at(end);
        }
        return end;
    }

    /** "firms put in X and villagers Y": the payer right before the next amount is not this one's. */
    private int beforeNextPayer(int from, int to) {
        for (Payer payer : payers.in(from, to)) {
            Mention next = sentence.figureAt(payer.end());
            if (next != null
                    && isMoney(next)
                    && payer.begin() > from
                    && tokens.is(firstWord(payer.begin()) - 1, "and")) {
                return payer.begin();
            }
        }
        return to;
    }

    private int firstWord(int at) {
        return sentence.cueAt(CueType.ARTICLE, at - 1) ? at - 1 : at;
    }

    /** "783 million was from the state and 127 million was ...": what stands before the second is said of the first. */
    private boolean belongsToBefore(Mention before, Mention mention) {
        boolean joined = tokens.is(mention.lead - 1, "and") || tokens.is(mention.lead - 1, ",");
        return joined
                && before.unit != null
                && before.unit.equals(mention.unit)
                && Side.of(sentence, before) == Side.AFTER
                && sentence.clauseStart(mention.lead - 1) <= before.to;
    }

    /** "gave 60 million yuan in cash and 46 million yuan in kind": one giver, one verb, two amounts. */
    private @Nullable Found goesOn(Mention before, Mention mention) {
        int joint = mention.lead - 1;
        boolean like = before.isLevel()
                && before.source != null
                && before.measure == mention.measure
                && before.isLike(mention)
                && mention.partOf == before.partOf;
        if (!like) {
            return null;
        }
        boolean paying = isPaid(before) || before.rules.contains("payer-as-list");
        boolean putUp = tokens.is(before.lead - 1, "up") && sentence.cueAt(CueType.PHRASAL_UP, before.lead - 2);
        boolean subject = Side.of(sentence, before) == Side.BEFORE && !putUp;
        if (!isListed(joint)
                || !like
                || !paying
                || subject
                || !payers.in(before.to, joint).isEmpty()) {
            return null;
        }
        for (int i = before.to; i < joint; i++) {
            boolean other = sentence.cueAt(CueType.VERB, i) && tokens.norm[i].endsWith("ed");
            if (tokens.is(i, ";") || other || i - before.to > SentenceContext.FARTHEST) {
                return null;
            }
        }
        boolean own = sentence.cueAt(CueType.BE, mention.to) || sentence.cueAt(CueType.PAYER_BEFORE, mention.to);
        return own && !tokens.is(mention.to, "and") ? null : new Found(before.source, "payer-as-list", null, before);
    }

    private boolean isListed(int joint) {
        return tokens.is(joint, ",") || sentence.cueAt(CueType.LIST_JOINER, joint) || tokens.is(joint, "and");
    }

    private boolean isPaid(Mention mention) {
        return sentence.hasCue(CueType.PAYING, Math.max(0, mention.lead - VERB_TO_AMOUNT), mention.lead);
    }

    /** Who does the paying as the subject of the amount's clause. */
    private @Nullable Payer actor(Mention mention) {
        Clause clause = sentence.structure().clauseAt(mention.lead);
        boolean object = clause != null
                && clause.hasPredicate()
                && !clause.isPassive()
                && mention.lead >= clause.verbTo()
                && sentence.hasCue(CueType.PAYING, clause.verbFrom(), clause.verbTo());
        return object ? actor(within(clause.subjectFrom(), clause.subjectTo()), clause.subjectTo(), true) : null;
    }

    /** Who does the paying: the last one before it in the sentence that could. */
    private @Nullable Found far(Mention mention) {
        if (!isPaid(mention)) {
            return null;
        }
        int from = within(0, mention.lead);
        for (int i = mention.lead; i > from; i--) {
            from = tokens.is(i - 1, ";") ? i : from;
        }
        Payer far = actor(from, mention.lead, false);
        return far == null ? null : new Found(far.source(), "payer-far", far, null);
    }

    /** The last payer that can act, null if there is none or it acts together with one of another kind. */
    private @Nullable Payer actor(int from, int to, boolean agents) {
        Payer found = null;
        boolean joint = false;
        for (Payer payer : payers.in(from, to)) {
            boolean acts = agents || isPayer(payer) && !tokens.isNumber(payer.begin() - 1);
            if (payer.isOffice() && acts) {
                joint = found != null && isJoint(found, payer);
                found = payer;
            }
        }
        return joint ? null : found;
    }

    /** "the county government and the company together put in X": neither alone. */
    private boolean isJoint(Payer left, Payer right) {
        boolean other = right.source() == FundingSource.ENTERPRISE
                || right.source() == FundingSource.MASSES
                || right.source() == FundingSource.CREDIT;
        return left.isGovernment() && other && right.begin() - left.end() <= GOVERNED && tokens.is(left.end(), "and");
    }

    /** "The central funds include: A, B and C": the payer of all that is listed. */
    private @Nullable Payer listed(Mention mention) {
        Hit<Cue> opener = sentence.firstCue(CueType.PART, 0, mention.lead);
        if (opener != null && !(figures.get(0).isLevel() && figures.get(0).from < opener.end())) {
            return best(within(0, opener.begin()), opener.begin());
        }
        Enumeration enumeration = sentence.structure().enumerationOf(mention);
        return enumeration == null || enumeration.opener() != Enumeration.Opener.COLON
                ? null
                : best(within(enumeration.topicFrom(), enumeration.openerFrom()), enumeration.openerFrom());
    }

    /** The payer of a share or growth that is told of no amount: the first in its clause, or in that before "accounting for". */
    @Nullable
    Found ofShare(Mention share) {
        int clause = sentence.clauseStart(share.lead);
        if (clause > 1 && sentence.cueAt(CueType.SHARE, clause)) {
            clause = sentence.clauseStart(clause - 2); // "the central funds, accounting for 79% of the total, ..."
        }
        Payer payer = first(clause, share.lead);
        payer = payer == null ? first(share.to, sentence.clauseEnd(share.to)) : payer;
        return payer == null ? null : named(payer);
    }

    private @Nullable Payer first(int from, int to) {
        for (Payer payer : payers.in(from, to)) {
            if (isPayer(payer)) {
                return payer;
            }
        }
        return null;
    }

    private boolean isPayer(Payer payer) {
        return payer.isAgent() ? isBehindPreposition(payer) : !isRecipient(payer);
    }

    /** {@code from}, or what is as far before {@code to} as is looked at. */
    private static int within(int from, int to) {
        return Math.max(from, to - SentenceContext.FARTHEST);
    }

    /** The strongest payer in tokens {@code from} to before {@code to} that does not only receive. */
    @Nullable
    Payer best(int from, int to) {
        Payer best = null;
        for (Payer payer : payers.in(from, to)) {
            if (isPayer(payer) && (best == null || payer.rank() < best.rank())) {
                best = payer;
            }
        }
        return best;
    }

    /** "raised by poor farmers", "from cities and counties". */
    private boolean isBehindPreposition(Payer payer) {
        for (int i = payer.begin() - 1; i >= Math.max(0, payer.begin() - GOVERNED) && tokens.isWord(i); i--) {
            Hit<Cue> before = sentence.cueBeginningAt(CueType.PAYER_BEFORE, i);
            if (before != null && before.value().value().equals("agent")) {
                return true;
            }
        }
        return false;
    }

    /** "projects for the masses", "subsidies to enterprises": who receives does not pay. */
    private boolean isRecipient(Payer payer) {
        switch (payer.source()) {
            case MASSES, ENTERPRISE, SOCIAL -> {}
            default -> {
                return false;
            }
        }
        if (tokens.norm[payer.begin()].startsWith("donat")) {
            return false;
        }
        for (int i = payer.begin() - 1; i >= Math.max(0, payer.begin() - GOVERNED) && tokens.isWord(i); i--) {
            if (sentence.cueAt(CueType.RECIPIENT_BEFORE, i)) {
                return true;
            }
            if (tokens.is(i, "of")) {
                // "funds of the masses", but "living conditions of the masses"
                return !sentence.cueAt(CueType.MONEY, i - 1) && !tokens.isNumber(i - 1);
            }
            if (sentence.cueAt(CueType.PAYER_BEFORE, i)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isGeneral(Payer payer) {
        return payer.source() == FundingSource.FISCAL && !payer.isSeveral();
    }

    private static boolean isLevel(Payer payer) {
        return payer.isGovernment() && payer.source() != FundingSource.FISCAL
                || payer.source() == FundingSource.LOTTERY
                || payer.source() == FundingSource.COUNTERPART;
    }

    private static boolean isMoney(Mention mention) {
        return mention.unit != null && mention.unit.dimension() == Dimension.MONEY;
    }
}
