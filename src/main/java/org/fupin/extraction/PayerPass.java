package org.fupin.extraction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Payer;
import org.fupin.extraction.text.PhraseIndex;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Coded;
import org.fupin.observation.Dimension;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Programme;
import org.jspecify.annotations.Nullable;

/** Finds who pays or lends an amount of money, where the text says so. */
final class PayerPass implements Pass {

    private static final int NEAR = 14;

    private static final SentenceContext.Landmark MUTUAL = (sentence, token) -> sentence.tokens.is(token, "mutual");

    private static final SentenceContext.Landmark LOTTERY = (sentence, token) -> sentence.tokens.is(token, "lottery");

    private static final SentenceContext.Landmark COUNTERPART =
            (sentence, token) -> sentence.tokens.is(token, "counterpart");

    private static final SentenceContext.Landmark CONTRACT = (sentence, token) -> {
        String word = sentence.tokens.norm[token];
        return word.startsWith("sign") || word.startsWith("contract") || word.startsWith("agreement");
    };

    /** Longest way back to the subject of a verb of paying, in tokens. */
    private static final int SUBJECT = 40;

    private final Lexicon lexicon;

    PayerPass(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public String name() {
        return "payer";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        PhraseIndex<Payer> payers = lexicon.payers(sentence.article);
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            Clues clues = new Clues();
            if (isPaid(mention) && mention.isLevel()) {
                mention.source = own(sentence, payers, figures, i, clues);
            } else if (isPaid(mention) && mention.about == null) {
                int clause = sentence.clauseStart(mention.lead);
                if (clause > 1 && sentence.cueAt(CueType.SHARE, clause)) {
                    clause = sentence.clauseStart(
                            clause - 2); // "the central funds, accounting for 79% of the total, ..."
                }
                FundingSource before = best(sentence, payers, clause, endOfPart(sentence, clause, mention.lead), clues);
                mention.source = before != null
                        ? before
                        : best(sentence, payers, mention.to, sentence.clauseEnd(mention.to), clues);
            }
            clues.nameRule(mention);
        }
        Map<Mention, List<Mention>> parts = new IdentityHashMap<>();
        for (Mention part : figures) {
            if (part.partOf != null) {
                parts.computeIfAbsent(part.partOf, total -> new ArrayList<>()).add(part);
            }
        }
        for (Mention part : figures) {
            Mention total = part.partOf;
            if (total != null && part.source == FundingSource.LOTTERY && total.source == FundingSource.LOTTERY) {
                total.source = null; // of a lottery pilot's investment only the lottery's part is the lottery's
                total.rules.add("payer-of-parts", part);
            }
        }
        for (Mention total : figures) {
            if (total.source != null
                    && payersOfParts(parts.getOrDefault(total, List.of())).size() >= 2
                    && total.source != FundingSource.FISCAL
                    && total.source != FundingSource.COUNTERPART) {
                total.source = null; // an amount of several payers has none
                total.rules.add("payer-several");
            }
        }
        for (Mention mention : figures) {
            inherit(mention);
        }
    }

    /** "the proportion of provincial funds in the funds of the central governments": who pays the part stands before "in". */
    private static int endOfPart(SentenceContext sentence, int from, int to) {
        Tokens tokens = sentence.tokens;
        for (int i = from; i < to; i++) {
            if (tokens.is(i, "proportion") && tokens.is(i + 1, "of")) {
                int in = i;
                while (in < to && !tokens.is(in, "in")) {
                    in++;
                }
                return in;
            }
        }
        return to;
    }

    private static void inherit(Mention mention) {
        if (!isPaid(mention)) {
            return;
        }
        if (mention.sameAs != null && mention.source == null) {
            take(mention, mention.sameAs, "payer-as-before");
        }
        Mention total = mention.partOf;
        boolean general = mention.source == null || mention.source == FundingSource.FISCAL;
        if (total != null && total.source != null && general && total.source != FundingSource.FISCAL) {
            take(mention, total, "payer-as-total");
        } else if (total != null && mention.source == null) {
            take(mention, total, "payer-as-total");
        }
        if (mention.kind != Kind.LEVEL && mention.about != null) {
            take(mention, mention.about, "payer-as-level");
        }
    }

    private static void take(Mention mention, Mention other, String rule) {
        if (mention.source != other.source) {
            mention.source = other.source;
            mention.rules.add(rule, other);
        }
    }

    /** The words that were found to name a payer, for each payer. */
    private static final class Clues {

        private final Map<FundingSource, Hit<Payer>> words = new EnumMap<>(FundingSource.class);

        private void found(Hit<Payer> hit) {
            words.put(hit.value().source(), hit);
        }

        /** Names the rule by which the mention has its payer: that of the words that name it, else that of its kind. */
        private void nameRule(Mention mention) {
            Hit<Payer> hit = mention.source == null ? null : words.get(mention.source);
            if (hit != null) {
                mention.rules.add("payer:" + mention.source.code(), hit);
            } else if (mention.source != null && mention.hasSubject()) {
                mention.rules.add("payer:" + mention.source.code(), mention.subjectFrom, mention.subjectTo);
            } else if (mention.source != null) {
                mention.rules.add(mention.measure == Measure.LOANS ? "payer-lender" : "payer-programme");
            }
        }
    }

    private static Set<FundingSource> payersOfParts(List<Mention> parts) {
        Set<FundingSource> payers = EnumSet.noneOf(FundingSource.class);
        for (Mention part : parts) {
            if (part.source != null) {
                payers.add(part.source);
            }
        }
        return payers;
    }

    private static boolean isPaid(Mention mention) {
        boolean measured = mention.measure == Measure.FUNDS
                || mention.measure == Measure.LOANS
                || mention.measure == Measure.INTEREST_SUBSIDY;
        boolean money = mention.unit != null && mention.unit.dimension() == Dimension.MONEY;
        return measured && (money || mention.kind != Kind.LEVEL);
    }

    private @Nullable FundingSource own(
            SentenceContext sentence, PhraseIndex<Payer> payers, List<Mention> figures, int index, Clues clues) {
        Mention mention = figures.get(index);
        if (mention.hasSubject()) {
            FundingSource paired = ofSubject(sentence, payers, mention, clues);
            if (paired != null) {
                return paired;
            }
        }
        if (mention.measure == Measure.LOANS) {
            if (best(sentence, payers, sentence.clauseStart(mention.lead), mention.lead, clues)
                    == FundingSource.FOREIGN) {
                return FundingSource.FOREIGN; // the World Bank is no bank that lends to farmers
            }
            return !isOfMutualFunds(sentence) && isCredit(sentence, payers) ? FundingSource.CREDIT : null;
        }
        int behind = MeasurePass.behindBrackets(sentence, mention.to);
        int gapEnd = behind > mention.to ? sentence.tokens.count : sentence.gapEnd(figures, index);
        int to = Math.min(Math.min(gapEnd, behind + NEAR), endOfLevels(sentence, behind));
        int gapStart =
                index == 0 ? 0 : Math.max(figures.get(index - 1).to, behindNoun(figures.get(index - 1), mention));
        int from = Math.max(gapStart, mention.lead - NEAR);
        int clause = Math.max(from, sentence.clauseStart(mention.lead));
        Side side = Side.of(sentence, mention);
        to = Math.min(to, nextSubject(sentence, payers, behind, to));
        FundingSource after = best(sentence, payers, behind, to, clues);
        FundingSource before = best(sentence, payers, clause, mention.lead, clues);
        if (index > 0 && belongsToFigureBefore(sentence, figures.get(index - 1), mention)) {
            before = null;
        }
        FundingSource near = side == Side.BEFORE ? before : after;
        if (near == null) {
            near = side == Side.BEFORE ? after : before;
        } else if (near == FundingSource.FISCAL && side != Side.BEFORE && isGovernment(before)) {
            near = before; // "the province allocated 30 million of special funds"
        }
        if (near == null && index > 0 && goesOnPaying(sentence, payers, figures.get(index - 1), mention)) {
            near = figures.get(index - 1).source;
            mention.rules.add("payer-as-list", figures.get(index - 1));
        }
        if (near == null && mention.partOf == null && isPaying(sentence, mention)) {
            near = subject(sentence, payers, mention, clues);
        }
        if (near == null || near == FundingSource.FISCAL) {
            FundingSource listed = listedUnder(sentence, payers, figures, mention, clues);
            near = listed != null ? listed : near;
        }
        if (near == FundingSource.COUNTERPART && isOfMutualFunds(sentence)) {
            near = null; // "mutual aid funds": aid among villagers, not between provinces
        }
        boolean partnersLevel = !sentence.article.partner().isEmpty()
                && (near == FundingSource.PROVINCIAL || near == FundingSource.LOCAL);
        if (mention.partOf == null || partnersLevel) {
            near = byProgramme(sentence, mention, near);
        }
        return near == FundingSource.CREDIT && mention.measure == Measure.INTEREST_SUBSIDY ? null : near;
    }

    /** "Central, provincial and county funds were X, Y and Z respectively": the level alone may name the payer. */
    private static @Nullable FundingSource ofSubject(
            SentenceContext sentence, PhraseIndex<Payer> payers, Mention mention, Clues clues) {
        FundingSource named = best(sentence, payers, mention.subjectFrom, mention.subjectTo, clues);
        for (int i = mention.subjectFrom; i < mention.subjectTo && named == null; i++) {
            Hit<Lexicon.Cue> level = sentence.cueBeginningAt(CueType.BUDGET_LEVEL, i);
            named = level == null
                    ? null
                    : Coded.of(FundingSource.class, level.value().value());
        }
        return named;
    }

    /** The end of what the figure before counts, if it stands before this one: who is counted there pays nothing here. */
    private static int behindNoun(Mention before, Mention mention) {
        return before.noun != null && !before.nounBefore && before.nounTo <= mention.lead ? before.nounTo : before.to;
    }

    /** Loans out of a mutual fund come from no bank, whatever lender the paragraph names. */
    private static boolean isOfMutualFunds(SentenceContext sentence) {
        return sentence.next(MUTUAL, 0) < sentence.tokens.count;
    }

    /** "firms put in X and villagers Y": the next payer stands right before the next amount, the verb is said once. */
    private static boolean givesNext(SentenceContext sentence, PhraseIndex<Payer> payers, int at) {
        Hit<Payer> payer = payers.longest(sentence.tokens, at, sentence.tokens.count);
        Mention next = payer == null ? null : sentence.figureAt(payer.end());
        return next != null && next.unit != null && next.unit.dimension() == Dimension.MONEY;
    }

    /** "The state put in X and the province put in Y": the token where the next payer's clause begins. */
    private static int nextSubject(SentenceContext sentence, PhraseIndex<Payer> payers, int from, int to) {
        Tokens tokens = sentence.tokens;
        for (int i = from; i < to - 1; i++) {
            boolean nextVerb = tokens.is(i, "and")
                    && sentence.cueAt(CueType.VERB, i + 1)
                    && tokens.norm[i + 1].endsWith("ed")
                    && !tokens.is(i + 2, "by");
            if (nextVerb && to < tokens.count) {
                return i; // "issued X of government funds and integrated Y": the verb of the next figure
            }
            if (tokens.is(i, "and") && givesNext(sentence, payers, tokens.is(i + 1, "the") ? i + 2 : i + 1)) {
                return i;
            }
            if (!tokens.is(i, "and") || !tokens.is(i + 1, "the")) {
                continue;
            }
            Hit<Payer> payer = payers.longest(tokens, i + 2, tokens.count);
            if (payer == null) {
                continue;
            }
            for (int k = payer.end(); k < Math.min(tokens.count, payer.end() + 4); k++) {
                if (sentence.cueAt(CueType.VERB, k)) {
                    return i;
                }
            }
        }
        return to;
    }

    /** "783 million was from the state and 127 million was ...": what stands before the second is said of the first. */
    private static boolean belongsToFigureBefore(SentenceContext sentence, Mention before, Mention mention) {
        Tokens tokens = sentence.tokens;
        boolean joined = tokens.is(mention.lead - 1, "and") || tokens.is(mention.lead - 1, ",");
        return joined
                && before.unit != null
                && before.unit.equals(mention.unit)
                && Side.of(sentence, before) == Side.AFTER
                && sentence.clauseStart(mention.lead - 1) <= before.to;
    }

    /** "gave 60 million yuan in cash and 46 million yuan in kind": one giver, one verb, two amounts. */
    private static boolean goesOnPaying(
            SentenceContext sentence, PhraseIndex<Payer> payers, Mention before, Mention mention) {
        Tokens tokens = sentence.tokens;
        int joint = mention.lead - 1;
        boolean joined = tokens.is(joint, "and")
                || tokens.is(joint, ",")
                || tokens.is(joint, "plus")
                || tokens.is(joint, "as") && tokens.is(joint - 1, "well")
                || tokens.is(joint, "also");
        boolean like = before.isLevel()
                && before.source != null
                && before.measure == mention.measure
                && before.unit != null
                && before.unit.equals(mention.unit)
                && mention.partOf == before.partOf
                && joint - before.to <= NEAR;
        boolean putUp = tokens.is(before.lead - 1, "up") && sentence.cueAt(CueType.PHRASAL_UP, before.lead - 2);
        boolean subject = Side.of(sentence, before) == Side.BEFORE && !putUp;
        boolean paying = isPaying(sentence, before) || before.rules.contains("payer-as-list");
        if (!joined || !like || !paying || subject) {
            return false;
        }
        for (int i = before.to; i < joint; i++) {
            boolean other = tokens.is(i, ";")
                    || sentence.cueAt(CueType.VERB, i) && tokens.norm[i].endsWith("ed")
                    || payers.longest(tokens, i, joint) != null;
            if (other) {
                return false;
            }
        }
        int behind = mention.to;
        return !tokens.is(behind, "was")
                && !tokens.is(behind, "were")
                && !tokens.is(behind, "from")
                && !tokens.is(behind, "by");
    }

    private static boolean isGovernment(@Nullable FundingSource source) {
        return source == FundingSource.CENTRAL
                || source == FundingSource.PROVINCIAL
                || source == FundingSource.LOCAL
                || source == FundingSource.LOTTERY
                || source == FundingSource.COUNTERPART;
    }

    /** "The central funds include: A, B and C": the payer of all that is listed. */
    private @Nullable FundingSource listedUnder(
            SentenceContext sentence, PhraseIndex<Payer> payers, List<Mention> figures, Mention mention, Clues clues) {
        Hit<Lexicon.Cue> opener = sentence.firstCue(CueType.PART, 0, mention.lead);
        if (opener == null || figures.get(0).isLevel() && figures.get(0).from < opener.end()) {
            return null;
        }
        return best(sentence, payers, Math.max(0, opener.begin() - SUBJECT), opener.begin(), clues);
    }

    /** The payer that the programme implies: foreign-funded projects, what aiding units and paired provinces put in. */
    private static @Nullable FundingSource byProgramme(
            SentenceContext sentence, Mention mention, @Nullable FundingSource named) {
        Programme programme = sentence.section.programme();
        boolean general = named == null || named == FundingSource.FISCAL;
        boolean ofPartner = !sentence.article.partner().isEmpty();
        if (ofPartner) {
            // in an article on a pairing-off the partner gives, at whatever level
            general |= named == FundingSource.PROVINCIAL || named == FundingSource.LOCAL;
        }
        boolean donatedByPartner = programme == Programme.PAIRING && isDonation(sentence, mention);
        if ((programme == Programme.PAIRING || ofPartner)
                && (general || donatedByPartner)
                && !isIntroduced(sentence, mention)
                && !isBusiness(sentence, mention)) {
            return FundingSource.COUNTERPART;
        }
        if (programme == Programme.SOCIAL && (named == null || named == FundingSource.COUNTERPART)) {
            return aided(sentence, mention);
        }
        boolean ofAidingUnits = named == FundingSource.DEPARTMENT || named == FundingSource.FISCAL;
        if (programme == Programme.SOCIAL && ofAidingUnits && isPutInDirectly(sentence, mention)) {
            return FundingSource.SOCIAL;
        }
        if (named == FundingSource.SOCIAL && isHelpedIn(sentence, mention)) {
            return null;
        }
        if (named != null) {
            return named;
        }
        return switch (programme) {
            case FOREIGN -> FundingSource.FOREIGN;

            case LOTTERY -> mention.per != null ? FundingSource.LOTTERY : null;
            default -> mention.per != null && sentence.next(LOTTERY, 0) < mention.lead ? FundingSource.LOTTERY : null;
        };
    }

    private static boolean isDonation(SentenceContext sentence, Mention mention) {
        for (int i = mention.nounFrom; i < mention.nounTo; i++) {
            if (sentence.tokens.norm[i].startsWith("donat")) {
                return true;
            }
        }
        return false;
    }

    /** The investment of signed projects between paired provinces is business, not aid. */
    private static boolean isBusiness(SentenceContext sentence, Mention mention) {
        boolean investment = false;
        for (int i = mention.nounFrom; i < mention.nounTo; i++) {
            investment |= sentence.tokens.norm[i].startsWith("investment");
        }
        return investment && sentence.next(CONTRACT, 0) < sentence.tokens.count;
    }

    /** "the aiding units helped introduce X": not theirs. */
    private static boolean isHelpedIn(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        for (int i = Math.max(0, mention.lead - 4); i < mention.lead; i++) {
            boolean helped = tokens.is(i - 1, "help") || tokens.is(i - 1, "helped") || tokens.is(i - 2, "helped");
            if (helped && tokens.norm[i].startsWith("introduc")) {
                return true;
            }
        }
        return false;
    }

    /** Under social poverty alleviation: what one region gives another in counterpart support, else what aiding units give. */
    private static @Nullable FundingSource aided(SentenceContext sentence, Mention mention) {
        if (isIntroduced(sentence, mention)) {
            return null;
        }
        if (sentence.next(COUNTERPART, 0) < mention.lead) {
            return FundingSource.COUNTERPART;
        }
        return isInvestmentOfProjects(sentence, mention) ? null : FundingSource.SOCIAL;
    }

    /** "projects with a total investment of X": it is not said who pays. */
    private static boolean isInvestmentOfProjects(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        for (int i = mention.lead - 1; i > Math.max(0, mention.lead - 6); i--) {
            if (tokens.is(i, "investment")
                    && (tokens.is(i - 1, "total") || tokens.is(i - 1, "an") || tokens.is(i - 1, "with"))) {
                return true;
            }
        }
        return false;
    }

    /** "the provincial organs directly put in X": aiding units of the fixed-point poverty alleviation, not a budget. */
    private static boolean isPutInDirectly(SentenceContext sentence, Mention mention) {
        for (int i = Math.max(0, mention.lead - 6); i < mention.lead; i++) {
            if (sentence.tokens.is(i, "directly")) {
                return true;
            }
        }
        return false;
    }

    /** Money that somebody "helped introduce" is not theirs. */
    private static boolean isIntroduced(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int limit = Math.min(sentence.clauseEnd(mention.to), mention.to + 6);
        for (int i = Math.max(0, mention.lead - 6); i < limit; i++) {
            if (i >= mention.to && tokens.is(i, "and")) {
                return false; // "put in X and introduced Y": the verb of the next
            }
            String word = tokens.norm[i];
            if (word.startsWith("introduc")
                    || word.startsWith("invit")
                    || word.startsWith("attract")
                    || word.startsWith("coordinat")
                    || word.startsWith("striv")
                    || word.startsWith("integrat")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPaying(SentenceContext sentence, Mention mention) {
        return sentence.hasCue(CueType.PAYING, Math.max(0, mention.lead - 5), mention.lead);
    }

    /** Who does the paying: the nearest payer before the verb, up to the sentence's begin or a semicolon. */
    private @Nullable FundingSource subject(
            SentenceContext sentence, PhraseIndex<Payer> payers, Mention mention, Clues clues) {
        int from = mention.lead;
        while (from > 0 && mention.lead - from < SUBJECT && !sentence.tokens.is(from - 1, ";")) {
            from--;
        }
        Hit<Payer> found = null;
        boolean joint = false;
        for (int i = from; i < mention.lead; i++) {
            Hit<Payer> hit = payers.longest(sentence.tokens, i, mention.lead);
            if (hit != null && isSubject(sentence, hit)) {
                joint = found != null && isJoint(sentence, found, hit);
                found = hit;
                i = hit.end() - 1;
            }
        }
        if (found == null || joint) {
            return null;
        }
        clues.found(found);
        return found.value().source();
    }

    /** "the county government and the company together put in X": neither alone. */
    private static boolean isJoint(SentenceContext sentence, Hit<Payer> left, Hit<Payer> right) {
        boolean publicMoney =
                isGovernment(left.value().source()) || left.value().source() == FundingSource.FISCAL;
        boolean other = right.value().source() == FundingSource.ENTERPRISE
                || right.value().source() == FundingSource.MASSES
                || right.value().source() == FundingSource.CREDIT;
        return publicMoney && other && right.begin() - left.end() <= 4 && sentence.tokens.is(left.end(), "and");
    }

    /** Money does not pay: of the words for public money only those that name an office are subjects. */
    private static boolean isSubject(SentenceContext sentence, Hit<Payer> hit) {
        FundingSource source = hit.value().source();
        if (source == FundingSource.FISCAL) {
            boolean office = false;
            for (int i = hit.begin(); i < hit.end(); i++) {
                String word = sentence.tokens.norm[i];
                office |= word.startsWith("government") || word.startsWith("department") || word.equals("finance");
            }
            return office && !sentence.tokens.is(hit.end(), "investment");
        }
        return source == FundingSource.COUNTERPART
                ? !sentence.article.partner().isEmpty() // else "counterpart support" is only what was provided
                : source != FundingSource.DEPARTMENT || namesDepartments(sentence, hit);
    }

    private static boolean namesDepartments(SentenceContext sentence, Hit<Payer> hit) {
        String head = sentence.tokens.norm[hit.end() - 1];
        return head.equals("departments") || head.equals("sectors");
    }

    /** The end of the clause; the commas of "provincial, city and county funds" do not end it. */
    private static int endOfLevels(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        int end = sentence.clauseEnd(at);
        while (end < at + NEAR) { // beyond that nobody looks
            if (tokens.is(end, ",")
                    && sentence.cueAt(CueType.LEVEL_LISTED, end - 1)
                    && sentence.cueAt(CueType.LEVEL_LISTED, end + 1)) {
                end = sentence.clauseEnd(end + 1);
            } else if (tokens.is(end, "(") && tokens.isWord(end + 1) && tokens.is(end + 2, ")")) {
                end = sentence.clauseEnd(end + 3); // "the cities (prefectures) and counties"
            } else {
                return end;
            }
        }
        return end;
    }

    /** Loans are credit where a bank or the word credit is named with them; the section's heading counts. */
    private static boolean isCredit(SentenceContext sentence, PhraseIndex<Payer> payers) {
        if (sentence.section.heading().contains("Credit")) {
            return true;
        }
        if (sentence.lenderNamed == null) {
            boolean named = false;
            for (SentenceContext context = sentence; context != null && !named; context = context.previous) {
                if (context.lenderNamed != null) {
                    named = context.lenderNamed; // it speaks for the sentences before it, too
                    break;
                }
                named = namesLender(context, payers);
            }
            sentence.lenderNamed = named;
        }
        return sentence.lenderNamed;
    }

    private static boolean namesLender(SentenceContext sentence, PhraseIndex<Payer> payers) {
        for (int i = 0; i < sentence.tokens.count; i++) {
            Hit<Payer> hit = payers.longest(sentence.tokens, i, sentence.tokens.count);
            if (sentence.tokens.is(i, "credit") || hit != null && hit.value().source() == FundingSource.CREDIT) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMoney(SentenceContext sentence, int token) {
        return sentence.cueAt(CueType.MONEY, token) || sentence.tokens.isNumber(token);
    }

    /** "projects for the masses", "subsidies to enterprises": who receives does not pay. */
    private static boolean isRecipient(SentenceContext sentence, Hit<Payer> hit) {
        switch (hit.value().source()) {
            case MASSES, ENTERPRISE, SOCIAL -> {}
            default -> {
                return false;
            }
        }
        Tokens tokens = sentence.tokens;
        if (tokens.norm[hit.begin()].startsWith("donat")) {
            return false;
        }
        for (int i = hit.begin() - 1; i >= Math.max(0, hit.begin() - 4) && tokens.isWord(i); i--) {
            if (sentence.cueAt(CueType.RECIPIENT_BEFORE, i)) {
                return true;
            }
            if (tokens.is(i, "of")) {
                return !isMoney(sentence, i - 1); // "funds of the masses", but "living conditions of the masses"
            }
            if (sentence.cueAt(CueType.PAYER_BEFORE, i)) {
                return false;
            }
        }
        return false;
    }

    private static @Nullable FundingSource best(
            SentenceContext sentence, PhraseIndex<Payer> payers, int from, int to, Clues clues) {
        Hit<Payer> best = null;
        for (int i = from; i < to; i++) {
            Hit<Payer> hit = payers.longest(sentence.tokens, i, to);
            if (hit != null) {
                if (isRecipient(sentence, hit)) {
                    i = hit.end() - 1;
                    continue;
                }
                if (best == null || hit.value().rank() < best.value().rank()) {
                    best = hit;
                }
                i = hit.end() - 1;
            }
        }
        if (best == null) {
            return null;
        }
        clues.found(best);
        return best.value().source();
    }
}
