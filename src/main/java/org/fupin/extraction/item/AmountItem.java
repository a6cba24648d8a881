package org.fupin.extraction.item;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.sentence.Side;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Dimension;
import org.fupin.observation.Measure;

/** Words the item of an amount with a unit: the noun phrase on that side of it where what it measures stands. */
final class AmountItem {

    private AmountItem() {}

    static String amount(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Tokens tokens = sentence.tokens;
        int floor = sentence.gapStart(figures, index);
        int end = sentence.gapEnd(figures, index);
        int behind = sentence.behindBrackets(mention.to);
        if (behind > mention.to) {
            end = sentence.clauseEnd(behind);
        }
        Side side = Side.of(sentence, mention);
        boolean money = mention.unit.dimension() == Dimension.MONEY;
        boolean topicBefore = mention.nounTo > mention.nounFrom && mention.nounBefore;
        if (side == Side.BEFORE || side == Side.EITHER && topicBefore) {
            if (topicBefore && mention.nounTo < mention.lead - 1) {
                int from = ItemPhrases.leftOf(sentence, mention.nounFrom, sentence.clauseStart(mention.nounFrom));
                int limit = Math.min(mention.lead, from + ItemPhrases.LONGEST + 2);
                int to = ItemPhrases.complement(sentence, mention.nounTo, limit);
                while (to < limit && tokens.isNumber(behindFunction(sentence, to, limit))) {
                    Mention place = sentence.figureAt(behindFunction(sentence, to, limit));
                    if (place == null || place.noun == null || place.nounBefore || place.nounTo > limit) {
                        break;
                    }
                    to = ItemPhrases.complement(
                            sentence,
                            place.nounTo,
                            limit); // "income of farmers in 53 counties": the count is another figure
                }
                return sentence.textWithoutCounts(from, to) + shortComplement(sentence, mention, end, to - from);
            }
            String before = ItemPhrases.before(sentence, mention.lead, floor, money);
            if (!before.isEmpty()) {
                int words = before.split(" ").length;
                return named(mention, before) + shortComplement(sentence, mention, end, words);
            }
        }
        String after = ItemPhrases.after(sentence, behind, end);
        boolean counts = index + 1 < figures.size() && figures.get(index + 1).lead == end;
        if (counts && !after.isEmpty()) {
            String object = objectCounted(sentence, figures.get(index + 1), behind);
            int overlap = object.indexOf(' ');
            boolean goesOn = overlap > 0 && after.endsWith(" " + object.substring(0, overlap));
            after += goesOn ? object.substring(overlap) : object.isEmpty() ? "" : " " + object;
        }
        if (after.isEmpty()) {
            after = ItemPhrases.before(sentence, mention.lead, floor, money);
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
        int at = ItemPhrases.skipFunction(sentence, from, end);
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
    static String named(Mention mention, String own) {
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
        if (!leads || words >= ItemPhrases.LONGEST - 2) {
            return "";
        }
        int from = mention.to + (tokens.is(mention.to, "was") || tokens.is(mention.to, "were") ? 1 : 0);
        int to = Math.min(Math.min(end, sentence.clauseEnd(from)), from + ItemPhrases.LONGEST - words);
        to = ItemPhrases.trimRight(sentence, from, to);
        return from < to ? " " + tokens.raw(from, to) : "";
    }
}
