package org.fupin.extraction;

import java.util.List;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Dimension;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;

/**
 * Writes the item: what is measured, as a short noun phrase in the text's own words. A part that names nothing of its own
 * is named after its total, a derived figure after its level.
 */
final class ItemPass implements Pass {

    /** Longest item, in tokens. */
    private static final int LONGEST = 11;

    @Override
    public String name() {
        return "item";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            boolean again = mention.sameAs != null && mention.isLevel();
            String own = again ? "" : item(sentence, figures, i);
            mention.item = own.isEmpty() && mention.sameAs != null ? mention.sameAs.item : own;
            if (own.isEmpty() && !mention.item.isEmpty()) {
                mention.rules.add("item-as-before", mention.sameAs);
            }
            if (i > 0 && isSubjectOfList(figures.get(i - 1), mention)) {
                become(mention, withHeadOf(figures.get(i - 1).item, mention.item), "item-head-of-list");
            }
            if (again && mention.item.isEmpty()) {
                mention.item = item(sentence, figures, i);
            }
        }
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            boolean counted = mention.noun != null && !mention.nounBefore;
            boolean brief = ItemContext.isBare(mention) || !counted && mention.item.split(" ").length <= 2;
            if (mention.isLevel() && brief) {
                String more = counted
                        ? ItemContext.problem(sentence, figures, i)
                        : mention.item.isEmpty() ? "" : ItemContext.owner(sentence, figures, i);
                become(mention, mention.item + more, "item-context");
            }
            if (mention.isLevel() && !counted && (ItemContext.isBare(mention) || tellsUseOnly(mention.item))) {
                become(mention, ItemContext.paid(sentence, figures, i, mention.item), "item-context");
            }
            if (mention.isLevel() && counted && isThin(mention.item)) {
                become(mention, mention.item + ItemContext.circumstance(sentence, figures, i), "item-context");
            }
            if (mention.isLevel() && (ItemContext.isBare(mention) || isThin(mention.item))) {
                become(mention, (mention.item + ItemContext.heading(sentence, mention.item)).strip(), "item-heading");
            }
        }
        for (Mention mention : figures) {
            if (mention.kind != Kind.LEVEL && mention.about != null && !mention.about.item.isEmpty()) {
                String plan = mention.kind == Kind.COMPLETION ? ItemContext.plan(sentence, mention) : "";
                mention.item = mention.about.item
                        + (plan.isEmpty() || mention.about.item.contains("(") ? "" : " (" + plan + ")");
                mention.rules.add("item-as-level", mention.about);
            }
        }
    }

    /** Completes or replaces an item, and names the rule where that changes it. */
    private static void become(Mention mention, String item, String rule) {
        if (!item.equals(mention.item)) {
            mention.item = item;
            mention.rules.add(rule);
        }
    }

    /** A noun with one or two modifiers and perhaps a place, nothing that tells which of all such things they are. */
    private static boolean isThin(String item) {
        int place = Math.max(item.lastIndexOf(" in "), item.lastIndexOf(" of "));
        boolean placed = place > 0 && isPlaceName(item.substring(place + 4));
        String own = placed ? item.substring(0, place) : item;
        int bracket = own.indexOf(" (");
        boolean kinds =
                bracket > 0 && item.endsWith(")") && own.substring(bracket).split(" ").length <= 4;
        String noun = kinds ? own.substring(0, bracket) : own;
        return !item.isEmpty() && noun.indexOf('(') < 0 && noun.split(" ").length <= 3;
    }

    /** "Southern Xinjiang", "the province": names of places are all capitals. */
    private static boolean isPlaceName(String text) {
        if (text.equals("the province") || text.equals("the autonomous region")) {
            return true;
        }
        for (String word : text.split(" ")) {
            if (word.isEmpty() || !Character.isUpperCase(word.charAt(0))) {
                return false;
            }
        }
        return true;
    }

    /** "funds for the work": what an amount is for, not whose it is. */
    private static boolean tellsUseOnly(String item) {
        return item.startsWith("funds for ") || item.startsWith("funds to ") || item.startsWith("funds in");
    }

    private static boolean isSubjectOfList(Mention before, Mention mention) {
        return mention.hasSubject() && before.hasSubject();
    }

    /** "planting area of potatoes", "apples": the second is the planting area of apples. */
    private static String withHeadOf(String first, String own) {
        int of = first.indexOf(" of ");
        boolean bare = own.indexOf(" of ") < 0 && own.split(" ").length <= 3;
        return of > 0 && bare && !own.isEmpty() ? first.substring(0, of + 4) + own : own;
    }

    private static String item(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        if (mention.isUnit("person-time") || mention.isUnit("household-time")) {
            return timesCounted(sentence, figures, index);
        }
        boolean amount = mention.unit != null
                && mention.unit.dimension() != Dimension.COUNT
                && mention.unit.dimension() != Dimension.PEOPLE
                && mention.unit.dimension() != Dimension.HOUSEHOLDS;
        return amount ? amount(sentence, figures, index) : counted(sentence, figures, index);
    }

    /** "farmer trainings for 50,000 person-times": what stands before; else what is behind. */
    private static String timesCounted(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        String before = before(sentence, mention.lead, sentence.gapStart(figures, index), true);
        return before.isEmpty() ? after(sentence, mention.nounTo, sentence.gapEnd(figures, index)) : before;
    }

    private static String counted(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        int end = sentence.gapEnd(figures, index);
        if (mention.nounTo == mention.nounFrom) {
            String own = after(sentence, mention.to, end);
            return named(mention, own);
        }
        Tokens tokens = sentence.tokens;
        if (mention.nounBefore) {
            int from = leftOf(sentence, mention.nounFrom, sentence.clauseStart(mention.nounFrom));
            int verb = Math.max(mention.lead - 1, mention.nounTo); // none stands between in "bridges 67"
            int until = Math.min(verb, Math.max(mention.nounTo, from + LONGEST));
            return tokens.raw(from, trimRight(sentence, from, until));
        }
        int to = behindKinds(sentence, listOfNouns(sentence, mention.nounTo, end), end);
        int complement = complement(sentence, to, Math.min(end, mention.nounFrom + LONGEST));
        if (tokens.is(to, "with") && tokens.is(complement, "of")) {
            complement = to; // "projects with an investment of X": that is told of the next figure
        }
        if (complement == to && to - mention.nounFrom <= 3) {
            int verb = predicate(sentence, to, Math.min(end, mention.nounFrom + LONGEST));
            int until = verb == to
                    ? to
                    : trimRight(
                            sentence,
                            verb,
                            Math.min(Math.min(end, sentence.clauseEnd(verb)), mention.nounFrom + LONGEST));
            if (until > verb) {
                return tokens.raw(mention.nounFrom, to) + " " + tokens.raw(verb, until);
            }
        }
        boolean purpose = complement > to && tokens.is(to, "to"); // "driving 2,200 farmers to earn more"
        if ((complement == to || purpose) && to - mention.nounFrom <= 2) {
            String governed = ItemContext.governed(sentence, figures, index);
            String goal = purpose ? " " + tokens.raw(to, complement) : "";
            return tokens.raw(mention.nounFrom, to) + governed + goal;
        }
        boolean quotedFirst =
                tokens.is(mention.to, "\"") && sentence.quoted[mention.to] && mention.nounFrom > mention.to;
        return tokens.raw(quotedFirst ? mention.to : mention.nounFrom, complement);
    }

    /** "wells, reservoirs and water cellars": one count of several things. */
    private static int listOfNouns(SentenceContext sentence, int from, int end) {
        Tokens tokens = sentence.tokens;
        int at = from;
        int last = from;
        while (at < Math.min(end, from + 8)) {
            boolean joins = tokens.is(at, ",") || tokens.is(at, "and");
            if (joins) {
                int word = at + 1;
                while (word < end
                        && tokens.isWord(word)
                        && !sentence.cueAt(CueType.FUNCTION, word)
                        && !sentence.cueAt(CueType.VERB, word)) {
                    word++;
                }
                boolean plural = word > at + 1 && word < tokens.count && Lemma.isPlural(tokens.norm[word - 1]);
                if (!plural) {
                    break;
                }
                last = tokens.is(at, "and") ? word : last;
                if (tokens.is(at, "and")) {
                    return word;
                }
                at = word;
            } else {
                break;
            }
        }
        return last;
    }

    /** "key counties (cities, districts)": the kinds in brackets belong to the noun. */
    private static int behindKinds(SentenceContext sentence, int at, int end) {
        Tokens tokens = sentence.tokens;
        if (!tokens.is(at, "(")) {
            return at;
        }
        for (int i = at + 1; i < Math.min(end, at + LONGEST); i++) {
            if (tokens.is(i, ")")) {
                return i + 1;
            }
            if (!tokens.isWord(i) && !tokens.is(i, ",")) {
                return at;
            }
        }
        return at;
    }

    /** Where a predicate behind a bare noun begins: "people [were] trained for X"; {@code from} if there is none. */
    private static int predicate(SentenceContext sentence, int from, int limit) {
        Tokens tokens = sentence.tokens;
        int at = from;
        while (tokens.is(at, "were")
                || tokens.is(at, "was")
                || tokens.is(at, "who")
                || tokens.is(at, "that")
                || tokens.is(at, "had")
                || tokens.is(at, "have")
                || tokens.is(at, "been")) {
            at++;
        }
        boolean verb =
                at < limit && tokens.isWord(at) && (sentence.cueAt(CueType.VERB, at) || tokens.norm[at].endsWith("ed"));
        return verb && !tellsAmount(sentence, at) ? at : from;
    }

    /** "the 12 counties reached X", "grew by X": told of another figure. */
    private static boolean tellsAmount(SentenceContext sentence, int verb) {
        Tokens tokens = sentence.tokens;
        boolean reachesThing = tokens.is(verb, "reached") && tokens.is(verb + 1, "the");
        return sentence.cueAt(CueType.ITEM_VERB, verb) && !reachesThing
                || tokens.isNumber(verb + 1)
                || tokens.is(verb + 1, "by") && tokens.isNumber(verb + 2);
    }

    private static String amount(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Tokens tokens = sentence.tokens;
        int floor = sentence.gapStart(figures, index);
        int end = sentence.gapEnd(figures, index);
        int behind = MeasurePass.behindBrackets(sentence, mention.to);
        if (behind > mention.to) {
            end = sentence.clauseEnd(behind);
        }
        Side side = Side.of(sentence, mention);
        boolean money = mention.unit.dimension() == Dimension.MONEY;
        boolean topicBefore = mention.nounTo > mention.nounFrom && mention.nounBefore;
        if (side == Side.BEFORE || side == Side.EITHER && topicBefore) {
            if (topicBefore && mention.nounTo < mention.lead - 1) {
                int from = leftOf(sentence, mention.nounFrom, sentence.clauseStart(mention.nounFrom));
                int limit = Math.min(mention.lead, from + LONGEST + 2);
                int to = complement(sentence, mention.nounTo, limit);
                while (to < limit && tokens.isNumber(behindFunction(sentence, to, limit))) {
                    Mention place = sentence.figureAt(behindFunction(sentence, to, limit));
                    if (place == null || place.noun == null || place.nounBefore || place.nounTo > limit) {
                        break;
                    }
                    to = complement(
                            sentence,
                            place.nounTo,
                            limit); // "income of farmers in 53 counties": the count is another figure
                }
                return sentence.textWithoutCounts(from, to) + shortComplement(sentence, mention, end, to - from);
            }
            String before = before(sentence, mention.lead, floor, money);
            if (!before.isEmpty()) {
                int words = before.split(" ").length;
                return named(mention, before) + shortComplement(sentence, mention, end, words);
            }
        }
        String after = after(sentence, behind, end);
        boolean counts = index + 1 < figures.size() && figures.get(index + 1).lead == end;
        if (counts && !after.isEmpty()) {
            String object = objectCounted(sentence, figures.get(index + 1), behind);
            int overlap = object.indexOf(' ');
            boolean goesOn = overlap > 0 && after.endsWith(" " + object.substring(0, overlap));
            after += goesOn ? object.substring(overlap) : object.isEmpty() ? "" : " " + object;
        }
        if (after.isEmpty()) {
            after = before(sentence, mention.lead, floor, money);
        }
        boolean verbFirst = startsWithVerb(sentence, behind, end);
        if (mention.partOf != null && (verbFirst || startsWithPayer(sentence, behind) || !namesMoney(after))) {
            return named(mention, preposition(sentence, behind) + after);
        }
        return verbFirst || tokens.is(behind, "for") || tokens.is(behind, "into") || tokens.is(behind, "in")
                ? general(mention) + (verbFirst ? "" : tokens.norm[behind] + " ") + after
                : after;
    }

    /** "X to reward 20 advanced units": the verb's object, which is counted. */
    private static String objectCounted(SentenceContext sentence, Mention next, int from) {
        Tokens tokens = sentence.tokens;
        int verb = next.lead - 1;
        boolean object =
                verb > from && next.noun != null && !next.nounBefore && sentence.clauseStart(next.lead) <= verb;
        return object
                        && (sentence.cueAt(CueType.VERB, verb)
                                || tokens.is(verb - 1, "to")
                                || tokens.is(verb, "of")
                                || tokens.is(verb, "in")
                                || tokens.is(verb, "for"))
                ? tokens.raw(verb, next.lead) + " " + tokens.raw(next.nounFrom, next.nounTo)
                : "";
    }

    /** The token behind prepositions, articles and the like. */
    private static int behindFunction(SentenceContext sentence, int from, int limit) {
        int at = from;
        while (at < limit && sentence.cueAt(CueType.FUNCTION, at)) {
            at++;
        }
        return at;
    }

    /** Words for an amount that its clause only says what is done with. */
    private static String general(Mention mention) {
        return mention.measure == Measure.FUNDS ? "funds " : mention.measure == Measure.LOANS ? "loans " : "";
    }

    private static boolean namesMoney(String text) {
        return text.contains("fund")
                || text.contains("loan")
                || text.contains("subsid")
                || text.contains("income")
                || text.contains("fee");
    }

    private static boolean startsWithVerb(SentenceContext sentence, int from, int end) {
        int at = skipFunction(sentence, from, end);
        return at < end
                && sentence.tokens.isWord(at)
                && (sentence.cueAt(CueType.VERB, at) || sentence.tokens.norm[at].endsWith("ed"));
    }

    private static boolean startsWithPayer(SentenceContext sentence, int behind) {
        return !preposition(sentence, behind).isEmpty();
    }

    /** "from" or "by" that leads to a payer belongs to the item. */
    private static String preposition(SentenceContext sentence, int behind) {
        Tokens tokens = sentence.tokens;
        int at = behind;
        while (tokens.is(at, "was") || tokens.is(at, "were") || tokens.is(at, "is")) {
            at++;
        }
        return tokens.is(at, "from") || tokens.is(at, "by") || tokens.is(at, "for") ? tokens.norm[at] + " " : "";
    }

    /** The head of the total's item before what a part adds. */
    private static String named(Mention mention, String own) {
        Mention total = mention.partOf;
        if (total == null || total.item.isEmpty()) {
            return own;
        }
        if (!own.isEmpty() && namesMoney(own)) {
            return own;
        }
        String[] words = total.item.split(" ");
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < words.length && i < 5; i++) {
            if (i > 0 && mention.sentence.lexicon.is(words[i], CueType.HEAD_END)) {
                break;
            }
            head.append(i == 0 ? "" : " ").append(words[i]);
        }
        mention.rules.add("item-as-total", total);
        return own.isEmpty() ? head.toString() : head + " " + own;
    }

    /** What is done with an amount that is named before it: "aiding fund of X was invested for the construction of ...". */
    private static String shortComplement(SentenceContext sentence, Mention mention, int end, int words) {
        Tokens tokens = sentence.tokens;
        boolean leads = tokens.is(mention.to, "was")
                || tokens.is(mention.to, "for")
                || tokens.is(mention.to, "to")
                || tokens.is(mention.to, "in") && !tokens.isNumber(mention.to + 1)
                || tokens.is(mention.to, "were");
        if (!leads || words >= LONGEST - 2) {
            return "";
        }
        int from = mention.to + (tokens.is(mention.to, "was") || tokens.is(mention.to, "were") ? 1 : 0);
        int to = Math.min(Math.min(end, sentence.clauseEnd(from)), from + LONGEST - words);
        to = trimRight(sentence, from, to);
        return from < to ? " " + tokens.raw(from, to) : "";
    }

    /** The noun phrase that ends before {@code end}: back to a finite verb, a mark or another figure. */
    private static String before(SentenceContext sentence, int end, int floor, boolean money) {
        Tokens tokens = sentence.tokens;
        int to = end;
        while (to > floor
                && tokens.isWord(to - 1)
                && (sentence.cueAt(CueType.FUNCTION, to - 1)
                        || sentence.cueAt(CueType.ITEM_VERB, to - 1)
                        || isPassive(tokens, to - 1))) {
            to--;
        }
        int from = to;
        while (from > floor && to - from < LONGEST && !stopsBefore(sentence, from - 1)) {
            from--;
        }
        from = skipFunction(sentence, from, to);
        if (to - from >= 2 && money && isActing(sentence, from)) {
            from = skipFunction(sentence, from + 1, to); // "we invested financial funds of": the verb is not theirs
        }
        if (to - from >= 2 && sentence.cueAt(CueType.PART, from)) {
            from = skipFunction(sentence, from + 1, to); // "included development funds of X"
        }
        boolean share = to - from == 1 && sentence.cueAt(CueType.SHARE, from);
        if (share && from > 1 && sentence.isClauseMark(from - 1)) {
            // "the central funds, accounting for 79% of the total": what accounts for it stands before the comma
            int clause = sentence.clauseStart(from - 1);
            return before(sentence, from - 1, Math.max(floor, clause), false);
        }
        return tokens.raw(from, to);
    }

    /** A verb that opens its clause or follows a pronoun or "and": no participle of the noun behind it. */
    private static boolean isActing(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        if (tokens.is(at, "integrated") || tokens.is(at, "planned")) {
            return false;
        }
        if (!sentence.cueAt(CueType.VERB, at) || !tokens.norm[at].endsWith("ed") && !tokens.norm[at].endsWith("ing")) {
            return !tokens.norm[at].endsWith("s") && sentence.cueAt(CueType.VERB, at) && tokens.is(at - 1, "to");
        }
        if (at == 0 || sentence.isClauseMark(at - 1)) {
            return !tokens.norm[at].endsWith("ed") || !tokens.is(at + 1, "funds");
        }
        return sentence.cueAt(CueType.CLAUSE_SUBJECT, at - 1);
    }

    /** "trainings were organized for X": the verb of what stands before it. */
    private static boolean isPassive(Tokens tokens, int at) {
        return tokens.norm[at].endsWith("ed") && (tokens.is(at - 1, "were") || tokens.is(at - 1, "was"));
    }

    private static boolean stopsBefore(SentenceContext sentence, int token) {
        Tokens tokens = sentence.tokens;
        if (!tokens.isWord(token)) {
            return !tokens.is(token, "-") && !tokens.is(token, "'") && !tokens.is(token, "&");
        }
        if (!sentence.cueAt(CueType.VERB, token)) {
            return tokens.is(token, "with") || tokens.is(token, "which") || tokens.is(token, "that");
        }
        // a participle that modifies a noun goes on ("planned investment"), a finite verb ends the phrase
        boolean afterNoun = token == 0 || !sentence.cueAt(CueType.FUNCTION, token - 1) && tokens.isWord(token - 1);
        return !tokens.norm[token].endsWith("ing") && (afterNoun || !tokens.norm[token].endsWith("ed"))
                || tokens.is(token, "including")
                || tokens.is(token, "issuing");
    }

    /** What follows an amount: without "of", "was" and articles in front, to the clause's end or a finite verb. */
    private static String after(SentenceContext sentence, int from, int end) {
        Tokens tokens = sentence.tokens;
        int start = skipFunction(sentence, from, Math.min(end, sentence.clauseEnd(from)));
        int limit = Math.min(Math.min(end, sentence.clauseEnd(start)), start + LONGEST);
        int to = start;
        while (to < limit && !(to > start && sentence.cueAt(CueType.FINITE, to))) {
            to++;
        }
        int passive = to + 1;
        String head = "";
        if (to - start <= 3 && to > start && (tokens.is(to, "was") || tokens.is(to, "were")) && passive < limit) {
            // "12 million yuan of funds was issued for X": what is done with it belongs to it
            head = tokens.raw(start, to) + " ";
            start = skipFunction(sentence, passive, limit);
            to = limit;
        }
        to = trimRight(sentence, start, to);
        boolean purpose = head.isEmpty() && tokens.is(start - 1, "to") && start < to;
        return (head + (purpose ? "to " : "") + tokens.raw(start, Math.max(start, to))).strip();
    }

    private static int trimRight(SentenceContext sentence, int from, int to) {
        int end = to;
        while (end - from > 1
                && (sentence.cueAt(CueType.ITEM_VERB, end - 1)
                        || sentence.cueAt(CueType.MONTH, end - 1) && sentence.tokens.isCapitalised(end - 1))) {
            end--;
        }
        if (end - from > 2 && sentence.tokens.is(end - 2, "to") && sentence.cueAt(CueType.VERB, end - 1)) {
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

    private static int skipFunction(SentenceContext sentence, int from, int to) {
        int at = from;
        while (at < to
                && (sentence.cueAt(CueType.FUNCTION, at) && !sentence.tokens.is(at, "per")
                        || !sentence.tokens.isWord(at) && !sentence.tokens.is(at, "\""))) {
            at++;
        }
        return at;
    }

    /** Modifiers on the left: "rural per capita" of "net income". */
    private static int leftOf(SentenceContext sentence, int from, int floor) {
        Tokens tokens = sentence.tokens;
        int at = from;
        while (at > floor && tokens.isWord(at - 1)) {
            boolean per =
                    tokens.is(at - 1, "per") && (tokens.norm[at].startsWith("capita") || tokens.is(at, "household"));
            boolean modifier = !sentence.cueAt(CueType.FUNCTION, at - 1)
                    && (!sentence.cueAt(CueType.VERB, at - 1) || tokens.is(at - 1, "planned"));
            if (!per && !modifier) {
                break;
            }
            at--;
        }
        return at;
    }

    /** Prepositional phrases and participles behind the head: "of key counties", "covered by the project". */
    private static int complement(SentenceContext sentence, int at, int limit) {
        Tokens tokens = sentence.tokens;
        if (at >= limit || !tokens.isWord(at)) {
            return at;
        }
        boolean participle = tokens.norm[at].endsWith("ed") || tokens.norm[at].endsWith("ing");
        boolean opens = sentence.cueAt(CueType.COMPLEMENT, at)
                || participle
                        && !sentence.cueAt(CueType.FIGURE_PARTICIPLE, at)
                        && !sentence.cueAt(CueType.ITEM_VERB, at);
        if (!opens) {
            return at;
        }
        int to = at + 1;
        while (to < limit
                && !sentence.isClauseMark(to)
                && !sentence.cueAt(CueType.FINITE, to)
                && !tokens.isNumber(to)) {
            to++;
        }
        to = trimRight(sentence, at, to);
        return Math.max(at, to);
    }
}
