package org.fupin.extraction;

import java.util.List;
import org.fupin.observation.Dimension;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.jspecify.annotations.Nullable;

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
            figures.get(i).item = item(sentence, figures, i);
        }
        for (Mention mention : figures) {
            if (mention.kind != Kind.LEVEL && mention.about != null && !mention.about.item.isEmpty()) {
                mention.item = mention.about.item;
            }
        }
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
        String before = before(sentence, mention.lead, sentence.gapStart(figures, index));
        return before.isEmpty() ? after(sentence, mention.nounTo, sentence.gapEnd(figures, index)) : before;
    }

    private static String counted(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        int end = sentence.gapEnd(figures, index);
        if (mention.nounTo == mention.nounFrom) {
            String own = after(sentence, mention.to, end);
            return named(mention.partOf, own);
        }
        Tokens tokens = sentence.tokens;
        if (mention.nounBefore) {
            int from = leftOf(sentence, mention.nounFrom, sentence.clauseStart(mention.nounFrom));
            return tokens.raw(from, Math.min(mention.lead - 1, Math.max(mention.nounTo, from + LONGEST)));
        }
        int to = listOfNouns(sentence, mention.nounTo, end);
        int complement = complement(sentence, to, Math.min(end, mention.nounFrom + LONGEST));
        if (complement == to && to - mention.nounFrom <= 2) {
            complement = predicate(sentence, to, Math.min(end, mention.nounFrom + LONGEST));
        }
        if (complement == to && to - mention.nounFrom <= 2) {
            return tokens.raw(mention.nounFrom, to) + governed(sentence, figures, index);
        }
        return tokens.raw(mention.nounFrom, complement);
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

    /** A predicate behind a bare noun: "people received trainings of the Rain Plan". */
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
        if (!tokens.isWord(at) || !sentence.cueAt(CueType.VERB, at) && !tokens.norm[at].endsWith("ed")) {
            return from;
        }
        return Math.min(sentence.clauseEnd(at), limit);
    }

    /** " covered by projects of leading enterprises" for "projects of leading enterprises covered 4,824 villages". */
    private static String governed(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Tokens tokens = sentence.tokens;
        int verb = mention.lead - 1;
        while (verb >= 0 && (tokens.is(verb, "of") || tokens.is(verb, "total") || tokens.is(verb, "a"))) {
            verb--;
        }
        if (verb < 1 || !tokens.isWord(verb) || !sentence.cueAt(CueType.VERB, verb)) {
            return "";
        }
        String word = tokens.norm[verb];
        if (word.endsWith("ing")) {
            return " " + (tokens.norm[verb - 1].endsWith("ly") ? tokens.norm[verb - 1] + " " : "") + word;
        }
        if (!word.endsWith("ed")) {
            return "";
        }
        int from = Math.max(sentence.clauseStart(verb), sentence.gapStart(figures, index));
        int start = skipFunction(sentence, Math.max(from, verb - LONGEST), verb);
        return start < verb ? " " + word + " by " + tokens.raw(start, verb) : " " + word;
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
        boolean topicBefore = mention.nounTo > mention.nounFrom && mention.nounBefore;
        if (side == Side.BEFORE || side == Side.EITHER && topicBefore) {
            if (topicBefore && mention.nounTo < mention.lead - 1) {
                int from = leftOf(sentence, mention.nounFrom, sentence.clauseStart(mention.nounFrom));
                int to = complement(sentence, mention.nounTo, Math.min(mention.lead, from + LONGEST));
                return tokens.raw(from, to) + shortComplement(sentence, mention, end, to - from);
            }
            String before = before(sentence, mention.lead, floor);
            if (!before.isEmpty()) {
                int words = before.split(" ").length;
                return named(mention.partOf, before) + shortComplement(sentence, mention, end, words);
            }
        }
        String after = after(sentence, behind, end);
        if (after.isEmpty()) {
            after = before(sentence, mention.lead, floor);
        }
        boolean verbFirst = startsWithVerb(sentence, behind, end);
        if (mention.partOf != null && (verbFirst || startsWithPayer(sentence, behind) || !namesMoney(after))) {
            return named(mention.partOf, preposition(sentence, behind) + after);
        }
        return verbFirst ? general(mention) + after : after;
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
    private static String named(@Nullable Mention total, String own) {
        if (total == null || total.item.isEmpty()) {
            return own;
        }
        if (!own.isEmpty() && namesMoney(own)) {
            return own;
        }
        String[] words = total.item.split(" ");
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < words.length && i < 5; i++) {
            if (i > 0
                    && (words[i].equals("for")
                            || words[i].equals("from")
                            || words[i].equals("in")
                            || words[i].equals("invested")
                            || words[i].equals("put"))) {
                break;
            }
            head.append(i == 0 ? "" : " ").append(words[i]);
        }
        return own.isEmpty() ? head.toString() : head + " " + own;
    }

    /** What is done with an amount that is named before it: "aiding fund of X was invested for the construction of ...". */
    private static String shortComplement(SentenceContext sentence, Mention mention, int end, int words) {
        Tokens tokens = sentence.tokens;
        boolean leads = tokens.is(mention.to, "was")
                || tokens.is(mention.to, "for")
                || tokens.is(mention.to, "to")
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
    private static String before(SentenceContext sentence, int end, int floor) {
        Tokens tokens = sentence.tokens;
        int to = end;
        while (to > floor
                && tokens.isWord(to - 1)
                && (sentence.cueAt(CueType.FUNCTION, to - 1) || isLinkingVerb(tokens, to - 1))) {
            to--;
        }
        int from = to;
        while (from > floor && to - from < LONGEST && !stopsBefore(sentence, from - 1)) {
            from--;
        }
        from = skipFunction(sentence, from, to);
        return tokens.raw(from, to);
    }

    private static boolean isLinkingVerb(Tokens tokens, int at) {
        return switch (tokens.norm[at]) {
            case "reached",
                    "reaching",
                    "was",
                    "were",
                    "totaled",
                    "amounted",
                    "rose",
                    "increased",
                    "grew",
                    "dropped",
                    "decreased",
                    "recorded" -> true;
            default -> false;
        };
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
        while (to < limit && !(to > start && isFinite(tokens, to))) {
            to++;
        }
        to = trimRight(sentence, start, to);
        return tokens.raw(start, Math.max(start, to));
    }

    private static boolean isFinite(Tokens tokens, int at) {
        return tokens.is(at, "was")
                || tokens.is(at, "were")
                || tokens.is(at, "is")
                || tokens.is(at, "are")
                || tokens.is(at, "will")
                || tokens.is(at, "had")
                || tokens.is(at, "has")
                || tokens.is(at, "have");
    }

    private static int trimRight(SentenceContext sentence, int from, int to) {
        int end = to;
        while (end > from
                && (sentence.cueAt(CueType.FUNCTION, end - 1)
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
        boolean opens =
                switch (tokens.norm[at]) {
                    case "of", "for", "in", "from", "with", "on", "without", "under", "directly", "to", "at" -> true;
                    default -> tokens.norm[at].endsWith("ed") || tokens.norm[at].endsWith("ing");
                };
        if (!opens) {
            return at;
        }
        int to = at + 1;
        while (to < limit && !sentence.isClauseMark(to) && !isFinite(tokens, to) && !tokens.isNumber(to)) {
            to++;
        }
        to = trimRight(sentence, at, to);
        return Math.max(at, to);
    }
}
