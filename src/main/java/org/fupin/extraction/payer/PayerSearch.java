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
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.FundingSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds the payer that the words around an amount name: its own noun phrase, the subject of its clause, one verb that gives
 * several amounts, the topic of the enumeration it is listed in. Works within the amount's clause and item.
 */
final class PayerSearch {

    /** Most tokens between the verb of paying and its amount: "put in a total investment of". */
    private static final int VERB_TO_AMOUNT = 7;

    /** Most amounts that are in the order of the levels before them. */
    private static final int MOST_LEVELS = 4;

    /** The rule of an amount that goes on with the payer of the one before. */
    private static final String AS_LIST = "payer-as-list";

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
    private final NamedPayers named;
    private final AmountWords words;

    PayerSearch(SentenceContext sentence, List<Mention> figures) {
        this.sentence = sentence;
        this.tokens = sentence.tokens;
        this.payers = sentence.payers();
        this.figures = figures;
        named = new NamedPayers(sentence);
        words = new AmountWords(sentence, figures);
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
        Payer payer = named.best(mention.subjectFrom, mention.subjectTo);
        if (payer != null) {
            return found(payer);
        }
        FundingSource level = payers.levelIn(mention.subjectFrom, mention.subjectTo);
        return level == null ? null : new Found(level, "payer:" + level.code(), null, null);
    }

    /** "central and city funds of X and Y": as many amounts as levels right before them. */
    private @Nullable FundingSource levelInOrder(int index) {
        int first = index;
        while (first > 0 && index - first < MOST_LEVELS && isBeside(figures.get(first - 1), figures.get(first))) {
            first--;
        }
        int last = index;
        while (last + 1 < figures.size()
                && last - first < MOST_LEVELS
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

    private static Found found(Payer payer) {
        return new Found(payer.source(), "payer:" + payer.source().code(), payer, null);
    }

    /** In the amount's own words: "X of central funds", "central funds of X", "X was from the county". */
    private @Nullable Found near(int index) {
        Mention mention = figures.get(index);
        int behind = sentence.behindBrackets(mention.to);
        int from = words.begin(index);
        int to = words.end(index, behind);
        Payer after = named.best(behind, to);
        Payer before =
                index > 0 && belongsToBefore(figures.get(index - 1), mention) ? null : named.best(from, mention.lead);
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
        return near == null ? null : found(near);
    }

    /** "783 million was from the state and 127 million was ...": what stands before the second is said of the first. */
    private boolean belongsToBefore(Mention before, Mention mention) {
        boolean joined = tokens.is(mention.lead - 1, ",") || sentence.cueAt(CueType.CONJUNCTION, mention.lead - 1);
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
        boolean paying = isPaid(before) || before.rules.contains(AS_LIST);
        boolean putUp = sentence.cueAt(CueType.PARTICLE, before.lead - 1)
                && sentence.cueAt(CueType.PHRASAL_UP, before.lead - 2);
        boolean subject = Side.of(sentence, before) == Side.BEFORE && !putUp;
        if (!isListed(joint)
                || !paying
                || subject
                || !payers.in(before.to, joint).isEmpty()) {
            return null;
        }
        for (int i = before.to; i < joint; i++) {
            boolean other = sentence.cueAt(CueType.VERB, i) && Lemma.isPast(tokens.norm[i]);
            if (tokens.is(i, ";") || other || i - before.to > SentenceContext.FARTHEST) {
                return null;
            }
        }
        boolean own = sentence.cueAt(CueType.BE, mention.to) || sentence.cueAt(CueType.PAYER_BEFORE, mention.to);
        return own && !sentence.cueAt(CueType.CONJUNCTION, mention.to)
                ? null
                : new Found(before.source, AS_LIST, null, before);
    }

    private boolean isListed(int joint) {
        return tokens.is(joint, ",") || sentence.cueAt(CueType.LIST_JOINER, joint);
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
                && sentence.hasCue(CueType.PAYING, verbsFrom(clause), clause.verbTo());
        return object ? named.actor(within(clause.subjectFrom(), clause.subjectTo()), clause.subjectTo(), true) : null;
    }

    /** The first token of the verbs that have one object: "the units | invested and introduced X". */
    private int verbsFrom(Clause clause) {
        Clause before = clause.sharesSubject() && clause.from() == clause.verbFrom()
                ? sentence.structure().clauseAt(clause.from() - 1)
                : null;
        boolean bare = before != null
                && before.hasPredicate()
                && !before.isPassive()
                && before.subjectFrom() == clause.subjectFrom()
                && before.verbTo() == before.to();
        return bare ? before.verbFrom() : clause.verbFrom();
    }

    /** Who does the paying: the last one before it in the sentence that could. */
    private @Nullable Found far(Mention mention) {
        Clause clause = sentence.structure().clauseAt(mention.lead);
        boolean ownVerb = clause != null && clause.hasPredicate() && clause.hasSubject() && !clause.sharesSubject();
        int verb = Math.max(ownVerb ? clause.from() : 0, mention.lead - VERB_TO_AMOUNT);
        if (!sentence.hasCue(CueType.PAYING, verb, mention.lead)) {
            return null; // "the units gave stoves, and the county attracted X": others pay for something else
        }
        int from = within(0, mention.lead);
        for (int i = mention.lead; i > from; i--) {
            from = tokens.is(i - 1, ";") ? i : from;
        }
        Payer far = named.actor(from, mention.lead, false);
        return far == null ? null : new Found(far.source(), "payer-far", far, null);
    }

    /** "The central funds include: A, B and C": the payer of all that is listed. */
    private @Nullable Payer listed(Mention mention) {
        Hit<Cue> opener = sentence.firstCue(CueType.PART, 0, mention.lead);
        if (opener != null && !(figures.get(0).isLevel() && figures.get(0).from < opener.end())) {
            return named.best(within(0, opener.begin()), opener.begin());
        }
        Enumeration enumeration = sentence.structure().enumerationOf(mention);
        return enumeration == null || enumeration.opener() != Enumeration.Opener.COLON
                ? null
                : named.best(within(enumeration.topicFrom(), enumeration.openerFrom()), enumeration.openerFrom());
    }

    /** The payer of a share or growth that is told of no amount: the first in its clause, or in that before "accounting for". */
    @Nullable
    Found ofShare(Mention share) {
        int clause = sentence.clauseStart(share.lead);
        if (clause > 1 && sentence.cueAt(CueType.SHARE, clause)) {
            clause = sentence.clauseStart(clause - 2); // "the central funds, accounting for 79% of the total, ..."
        }
        Payer payer = named.first(clause, share.lead);
        payer = payer == null ? named.first(share.to, sentence.clauseEnd(share.to)) : payer;
        return payer == null ? null : found(payer);
    }

    /** {@code from}, or what is as far before {@code to} as is looked at. */
    private static int within(int from, int to) {
        return Math.max(from, to - SentenceContext.FARTHEST);
    }

    private static boolean isGeneral(Payer payer) {
        return payer.source() == FundingSource.FISCAL && !payer.isSeveral();
    }

    private static boolean isLevel(Payer payer) {
        return payer.isGovernment() && payer.source() != FundingSource.FISCAL
                || payer.source() == FundingSource.LOTTERY
                || payer.source() == FundingSource.COUNTERPART;
    }
}
