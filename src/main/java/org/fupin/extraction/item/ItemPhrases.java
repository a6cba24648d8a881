package org.fupin.extraction.item;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Payers;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Clause;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex;
import org.fupin.extraction.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Cuts the words of an item out of a sentence: noun phrases before and behind a figure, with what belongs to them. */
final class ItemPhrases {

    /** Longest item, in tokens. */
    static final int LONGEST = 11;

    private static final String GERUND = "ing";
    private static final String PAST = "ed";
    private static final String WITH = "with";
    private static final String PER = "per";
    private static final String CAPITA = "capita";

    private ItemPhrases() {}

    /** {@code floor}, or the verb of its clause that "and" joins: "helped 40 pupils and paid grants of X" is of grants alone. */
    static int clauseFrom(SentenceContext sentence, int token, int floor) {
        Clause clause = sentence.structure().clauseAt(token);
        return clause == null || !goesOn(sentence, clause) ? floor : Math.max(floor, clause.from());
    }

    /** {@code end}, or where "and" joins another verb to that of the clause: "X for wells and repaired the road" is of wells alone. */
    static int clauseTo(SentenceContext sentence, int token, int end) {
        Clause clause = sentence.structure().clauseAt(token);
        int at = clause == null ? end : clause.to();
        while (at < end && (sentence.cueAt(CueType.CONJUNCTION, at) || sentence.isClauseMark(at))) {
            at++;
        }
        Clause next = at < end ? sentence.structure().clauseAt(at) : null;
        return next != null && next.from() == at && goesOn(sentence, next) ? Math.min(clause.to(), at - 1) : end;
    }

    /**
     * Whether "and" joins it to what stands before, with a verb ("and repaired the road", not the second of "drafted and
     * announced a plan") or a subject of its own ("and the road was repaired").
     */
    private static boolean goesOn(SentenceContext sentence, Clause clause) {
        int joint = clause.from() - 1;
        if (!clause.hasPredicate() || !sentence.cueAt(CueType.CONJUNCTION, joint)) {
            return false;
        }
        return clause.sharesSubject()
                ? clause.verbFrom() - clause.from() <= 1 && !isVerb(sentence, joint - 1)
                : sentence.cueAt(CueType.ARTICLE, clause.from());
    }

    /** "launched", "put": a form that says what was done; "plan" and "training" can stand in a noun phrase. */
    static boolean isPast(SentenceContext sentence, int at) {
        return sentence.cueAt(CueType.VERB, at)
                && (sentence.tokens.norm[at].endsWith(PAST) || sentence.cueAt(CueType.ITEM_PAST, at));
    }

    static boolean isVerb(SentenceContext sentence, int at) {
        return sentence.tokens.isWord(at)
                && (sentence.cueAt(CueType.VERB, at) || sentence.tokens.norm[at].endsWith(PAST));
    }

    /** The noun phrase that ends before {@code end}: back to a finite verb, a mark or another figure. */
    static String before(SentenceContext sentence, int end, int floor, boolean money) {
        Tokens tokens = sentence.tokens;
        int to = beforeBracket(sentence, end, floor);
        while (to > floor
                && tokens.isWord(to - 1)
                && (sentence.cueAt(CueType.FUNCTION, to - 1)
                        || sentence.cueAt(CueType.ITEM_VERB, to - 1)
                        || isPassive(sentence, to - 1))) {
            to--;
        }
        int from = to;
        while (from > floor && to - from < LONGEST && !stopsBefore(sentence, from - 1)) {
            from--;
        }
        from = behindVerb(sentence, skipFunction(sentence, from, to), to);
        if (to - from >= 2 && money && isActing(sentence, from)) {
            from = skipFunction(sentence, from + 1, to); // "we invested financial funds of": the verb is not theirs
        }
        boolean share = to - from == 1 && sentence.cueAt(CueType.SHARE, from);
        if (share && from > 1 && sentence.isClauseMark(from - 1)) {
            // "the central funds, accounting for 79% of the total": what accounts for it stands before the comma
            int clause = sentence.clauseStart(from - 1);
            return before(sentence, from - 1, Math.max(floor, clause), false);
        }
        return tokens.raw(from, to);
    }

    /**
     * "poverty reduction goal" in "to ensure these people achieve the poverty reduction goal", "special funds" in "should
     * include special funds": behind the last verb that governs it, unless money stands before that verb.
     */
    private static int behindVerb(SentenceContext sentence, int from, int to) {
        if (to - from >= 2 && isModal(sentence, from - 1) && !isVerbForm(sentence, from)) {
            return skipFunction(sentence, from + 1, to);
        }
        for (int i = to - 2; i > from; i--) {
            boolean governs = sentence.cueAt(CueType.ARTICLE, i)
                    && sentence.cueAt(CueType.VERB, i - 1)
                    && !isVerbForm(sentence, i - 1);
            if (governs && !sentence.hasCue(CueType.MONEY, from, i - 1)) {
                return skipFunction(sentence, i, to);
            }
        }
        return from;
    }

    private static boolean isModal(SentenceContext sentence, int at) {
        return sentence.cueAt(CueType.AUXILIARY, at)
                && !sentence.cueAt(CueType.BE, at)
                && !sentence.cueAt(CueType.HAVE, at);
    }

    /** A participle or gerund. */
    private static boolean isVerbForm(SentenceContext sentence, int at) {
        return sentence.tokens.norm[at].endsWith(PAST) || sentence.tokens.norm[at].endsWith(GERUND);
    }

    /**
     * The opening bracket of what stands in brackets before the token, else the token: "funds (with those for roads) of X" is
     * named by what stands before the bracket.
     */
    static int beforeBracket(SentenceContext sentence, int end, int floor) {
        int close = end - 1;
        while (close > floor && sentence.tokens.isWord(close) && sentence.cueAt(CueType.FUNCTION, close)) {
            close--;
        }
        if (!sentence.tokens.is(close, ")")) {
            return end;
        }
        int open = close;
        while (open > floor && sentence.depth[open] >= sentence.depth[close]) {
            open--;
        }
        while (open < close && !sentence.tokens.is(open, "(")) {
            open++;
        }
        return open > floor && open < close ? open : end;
    }

    /** A verb that opens its clause or follows a pronoun or "and": no participle of the noun behind it. */
    private static boolean isActing(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        if (!sentence.cueAt(CueType.VERB, at) || !tokens.norm[at].endsWith(PAST) && !tokens.norm[at].endsWith(GERUND)) {
            return false;
        }
        if (at == 0 || sentence.isClauseMark(at - 1)) {
            return !tokens.norm[at].endsWith(PAST) || !sentence.cueAt(CueType.MONEY, at + 1);
        }
        return sentence.cueAt(CueType.CLAUSE_SUBJECT, at - 1);
    }

    /** "trainings were organized for X": the verb of what stands before it. */
    private static boolean isPassive(SentenceContext sentence, int at) {
        return sentence.tokens.norm[at].endsWith(PAST) && sentence.cueAt(CueType.BE, at - 1);
    }

    private static boolean stopsBefore(SentenceContext sentence, int token) {
        Tokens tokens = sentence.tokens;
        if (!tokens.isWord(token)) {
            return !tokens.is(token, "-") && !tokens.is(token, "'");
        }
        boolean noun = sentence.cueAt(CueType.OF, token + 1) && tokens.isPlural(token); // "economic benefits of"
        if (noun || !sentence.cueAt(CueType.VERB, token)) {
            return sentence.cueAt(CueType.RELATIVE, token) || tokens.is(token, WITH);
        }
        // a participle that modifies a noun goes on ("planned investment"), a finite verb ends the phrase
        boolean afterNoun = token == 0 || !sentence.cueAt(CueType.FUNCTION, token - 1) && tokens.isWord(token - 1);
        return !tokens.norm[token].endsWith(GERUND) && (afterNoun || !tokens.norm[token].endsWith(PAST));
    }

    private static boolean isBeforeNumber(SentenceContext sentence, int at) {
        return sentence.tokens.isNumber(at) || sentence.numberBeginning(at) != null;
    }

    /** Whether a number stands behind "of", "a total of" and the like. */
    private static boolean leadsToNumber(SentenceContext sentence, int from) {
        int at = from;
        while (at < sentence.tokens.count
                && !isBeforeNumber(sentence, at)
                && sentence.tokens.isWord(at)
                && sentence.cueAt(CueType.FUNCTION, at)) {
            at++;
        }
        return isBeforeNumber(sentence, at);
    }

    private static int startOfAfter(SentenceContext sentence, int from, int end) {
        int to = Math.min(end, sentence.clauseEnd(from));
        return skipFunction(sentence, Math.min(to, behindPer(sentence, from, to)), to);
    }

    /** "from the " of "X was from the county": what joins the words behind an amount to the name of its total, or empty. */
    static String link(SentenceContext sentence, int from, int end) {
        int start = startOfAfter(sentence, from, end);
        int at = start - 1;
        while (at > from && sentence.cueAt(CueType.ARTICLE, at)) {
            at--;
        }
        boolean joins = at >= from
                && (sentence.cueAt(CueType.COMPLEMENT, at) || sentence.cueAt(CueType.PAYER_BEFORE, at))
                && !sentence.cueAt(CueType.CONJUNCTION, at);
        return joins ? sentence.tokens.raw(at, start) + " " : "";
    }

    /** What follows an amount: without "of", "was" and articles in front, to the clause's end or a finite verb. */
    static String after(SentenceContext sentence, int from, int end) {
        Tokens tokens = sentence.tokens;
        int start = startOfAfter(sentence, from, end);
        int joint = behindPer(sentence, from, end);
        boolean other = sentence.tokens.is(joint, WITH) || sentence.cueAt(CueType.CONJUNCTION, joint);
        if (other && leadsToNumber(sentence, end)) {
            return ""; // "X, with a growth of", "X and a rate of": what comes with it is another figure
        }
        Payers.Payer levels = payerOver(sentence, sentence.clauseEnd(start));
        int clause = levels != null && levels.begin() == start ? levels.end() : sentence.clauseEnd(start);
        int limit = Math.min(Math.min(end, clause), start + LONGEST);
        int to = start;
        while (to < limit && !(to > start && sentence.cueAt(CueType.FINITE, to))) {
            to++;
        }
        int passive = to + 1;
        String head = "";
        if (to - start <= 3 && to > start && sentence.cueAt(CueType.BE, to) && passive < limit) {
            // "12 million yuan of funds was issued for X": what is done with it belongs to it
            head = tokens.raw(start, to) + " ";
            start = skipFunction(sentence, passive, limit);
            to = limit;
        }
        Mention things = isPurpose(sentence, start, to) ? sentence.figureBeginning(to) : null;
        if (things == null) {
            to = Math.max(start, trimRight(sentence, start, withoutAttendant(sentence, start, to)));
            things = to > start && sentence.cueAt(CueType.OF, to) ? sentence.figureBeginning(to + 1) : null;
        }
        boolean named = things != null && things.noun != null && things.nounFrom == things.to;
        // "funds to support the building of | 30 wells", "funds to build | 30 wells"
        String phrase = named
                ? tokens.raw(start, things.lead) + " " + tokens.raw(things.nounFrom, things.nounTo)
                : tokens.raw(start, Math.max(start, trimRight(sentence, start, to)));
        return (head + phrase).strip();
    }

    /** Whether it ends with what is done with the things whose number stands behind: "to build". */
    private static boolean isPurpose(SentenceContext sentence, int from, int to) {
        boolean infinitive = to - from >= 1 && sentence.cueAt(CueType.TO, to - 2);
        return infinitive && sentence.tokens.isWord(to - 1) && !sentence.cueAt(CueType.FUNCTION, to - 1);
    }

    static int trimRight(SentenceContext sentence, int from, int to) {
        int end = to;
        while (end - from > 1
                && (sentence.cueAt(CueType.ITEM_VERB, end - 1)
                        || sentence.cueAt(CueType.MONTH, end - 1) && sentence.tokens.isCapitalised(end - 1))) {
            end--;
        }
        boolean purpose =
                end - from > 2 && sentence.cueAt(CueType.PLACING, end - 2) && sentence.cueAt(CueType.VERB, end - 1);
        boolean joint = sentence.cueAt(CueType.TO, end - 2)
                || sentence.cueAt(CueType.CONJUNCTION, end - 2) && sentence.cueAt(CueType.VERB, end - 1);
        if (purpose || end - from >= 2 && joint && isBeforeNumber(sentence, end)) {
            end -= 2; // "funds arranged to support 12 villages": cut at the number, the purpose says nothing
        }
        while (end > from
                && (sentence.cueAt(CueType.FUNCTION, end - 1)
                        || end - from > 1 && sentence.cueAt(CueType.ITEM_VERB, end - 1)
                        || !sentence.tokens.isWord(end - 1)
                                && !sentence.tokens.is(end - 1, ")")
                                && !sentence.tokens.is(end - 1, "\""))) {
            end--;
        }
        return end;
    }

    /** Behind the words that belong to no phrase; "as well as" and "per capita" are taken as one. */
    static int skipFunction(SentenceContext sentence, int from, int to) {
        int at = from;
        while (at < to
                && !isPerCapita(sentence, at)
                && (sentence.cueAt(CueType.FUNCTION, at)
                        || !sentence.tokens.isWord(at) && !sentence.tokens.is(at, "\""))) {
            PhraseIndex.Hit<Lexicon.Cue> joiner = sentence.cueBeginningAt(CueType.LIST_JOINER, at);
            at = joiner == null ? at + 1 : Math.min(to, joiner.end());
        }
        return at;
    }

    /** "per capita income": what is measured, other than the "per household" of "paid X per household". */
    private static boolean isPerCapita(SentenceContext sentence, int at) {
        return sentence.tokens.is(at, PER)
                && sentence.cueAt(CueType.PER, at)
                && sentence.tokens.norm[at + 1].startsWith(CAPITA)
                && sentence.tokens.isWord(at + 2);
    }

    /** Behind "per household" and the like; {@code to} where nothing else stands there. */
    static int behindPer(SentenceContext sentence, int from, int to) {
        int at = from;
        for (PhraseIndex.Hit<Lexicon.Cue> per = sentence.cueBeginningAt(CueType.PER, at);
                per != null && at < to;
                per = sentence.cueBeginningAt(CueType.PER, at)) {
            at = per.end();
        }
        return sentence.tokens.is(at, PER) ? to : Math.min(at, to);
    }

    /** Modifiers on the left: "rural per capita" of "net income". */
    static int leftOf(SentenceContext sentence, int from, int floor) {
        Tokens tokens = sentence.tokens;
        int at = from;
        while (at > floor && tokens.isWord(at - 1)) {
            boolean capita = sentence.cueAt(CueType.PER, at - 1);
            if (!capita && (sentence.cueAt(CueType.FUNCTION, at - 1) || sentence.cueAt(CueType.VERB, at - 1))) {
                break;
            }
            at--;
        }
        return at;
    }

    /** Prepositional phrases and participles behind the head: "of key counties", "covered by the project". */
    static int complement(SentenceContext sentence, int at, int limit) {
        Tokens tokens = sentence.tokens;
        if (at >= limit || !tokens.isWord(at)) {
            return at;
        }
        boolean participle = tokens.norm[at].endsWith(PAST) || tokens.norm[at].endsWith(GERUND);
        boolean opens = sentence.cueAt(CueType.COMPLEMENT, at)
                || participle
                        && !sentence.cueAt(CueType.FIGURE_PARTICIPLE, at)
                        && !sentence.cueAt(CueType.ITEM_VERB, at);
        if (!opens) {
            return at;
        }
        int to = at + 1;
        while (to < limit
                && !(sentence.isClauseMark(to) && payerOver(sentence, to) == null)
                && !sentence.cueAt(CueType.FINITE, to)
                && !tokens.isNumber(to)) {
            to++;
        }
        Payers.Payer across = payerOver(sentence, to);
        if (across != null) {
            to = across.begin(); // "units of the central, provincial and ...": cut within the levels it tells nothing
        }
        to = trimRight(sentence, at, withoutAttendant(sentence, at, to));
        return Math.max(at, to);
    }

    /** The levels of government that a cut before the token would part, null if it parts none. */
    private static Payers.@Nullable Payer payerOver(SentenceContext sentence, int token) {
        Payers.Payer payer = sentence.payers().at(token);
        return payer != null && payer.begin() < token && payer.isSeveral() ? payer : null;
    }

    /** Without "with an output" in "works in the north with an output of 40 tons": what comes with it is another figure. */
    private static int withoutAttendant(SentenceContext sentence, int from, int to) {
        if (leadsToNumber(sentence, to)) {
            for (int i = to - 1; i >= from && !sentence.cueAt(CueType.CONJUNCTION, i); i--) {
                if (sentence.tokens.is(i, WITH)) {
                    return i;
                }
            }
        }
        return to;
    }

    /**
     * A phrase without what is left of a cut: no preposition or auxiliary at its ends, no word twice in a row, no bracket that is opened and not
     * closed.
     */
    static String whole(Lexicon lexicon, String item) {
        if (isWhole(lexicon, item)) {
            return item;
        }
        List<String> words = new ArrayList<>();
        for (String word : (hasOpenBracket(item) ? item.substring(0, item.lastIndexOf('(')) : item).split(" ")) {
            if (words.isEmpty() || !word.equalsIgnoreCase(words.get(words.size() - 1))) {
                words.add(word);
            }
        }
        while (!words.isEmpty() && lexicon.is(words.get(0), CueType.FUNCTION) && !isPerCapita(words)) {
            words.remove(0);
        }
        while (!words.isEmpty() && lexicon.is(words.get(words.size() - 1), CueType.FUNCTION)) {
            words.remove(words.size() - 1);
        }
        return String.join(" ", words);
    }

    private static boolean isPerCapita(List<String> words) {
        return words.size() > 2 && words.get(0).equals(PER) && words.get(1).startsWith(CAPITA);
    }

    /** Whether nothing is to be cut: as most phrases are. */
    private static boolean isWhole(Lexicon lexicon, String item) {
        if (hasOpenBracket(item) || item.isEmpty() || item.charAt(item.length() - 1) == ' ') {
            return false;
        }
        int last = -1;
        int from = 0;
        while (from <= item.length()) {
            int blank = item.indexOf(' ', from);
            int end = blank < 0 ? item.length() : blank;
            int length = end - from;
            if (last >= 0 && length == from - 1 - last && item.regionMatches(true, last, item, from, length)) {
                return false;
            }
            last = from;
            from = end + 1;
        }
        String first = item.substring(0, item.indexOf(' ') < 0 ? item.length() : item.indexOf(' '));
        return !lexicon.is(first, CueType.FUNCTION) && !lexicon.is(item.substring(last), CueType.FUNCTION);
    }

    private static boolean hasOpenBracket(String item) {
        return item.lastIndexOf('(') > item.lastIndexOf(')');
    }
}
