package org.fupin.extraction.item;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.sentence.Side;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.observation.Dimension;
import org.fupin.observation.Measure;

/** Words the item of an amount with a unit: the noun phrase on that side of it where what it measures stands. */
final class AmountItem {

    /** Most words of a total's item that its parts are named after. */
    private static final int LONGEST_HEAD = 5;

    private AmountItem() {}

    static String amount(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        int floor = ItemPhrases.clauseFrom(sentence, mention.lead, behindCount(sentence, figures, index));
        int end = sentence.gapEnd(figures, index);
        int behind = sentence.behindBrackets(mention.to);
        if (behind > mention.to) {
            end = sentence.clauseEnd(behind);
        }
        end = ItemPhrases.clauseTo(sentence, behind - 1, end);
        Side side = Side.of(sentence, mention);
        boolean money = mention.unit.dimension() == Dimension.MONEY;
        boolean named = mention.nounTo > mention.nounFrom && mention.nounBefore;
        named &=
                sentence.depth[mention.nounFrom] <= sentence.depth[mention.lead]; // "funds (with those for roads) of X"
        if (side == Side.BEFORE || side == Side.EITHER && named) {
            String before = named && mention.nounTo < mention.lead - 1
                    ? aroundNoun(sentence, mention)
                    : named(mention, ItemPhrases.before(sentence, mention.lead, floor, money));
            if (!before.isEmpty()) {
                return before + use(sentence, mention, end, words(before));
            }
        }
        String after = ItemPhrases.after(sentence, behind, end);
        if (after.isEmpty()) {
            after = ItemPhrases.before(sentence, mention.lead, floor, money);
        }
        if (mention.partOf != null && !namesMoney(mention, after)) {
            return named(mention, after, link(sentence, mention, behind, end));
        }
        boolean placed = sentence.cueAt(CueType.PLACING, behind);
        String preposition = placed ? sentence.tokens.norm[behind] + " " : "";
        boolean useOnly = placed || startsWithVerb(sentence, behind, end);
        return useOnly ? general(mention) + preposition + after : after;
    }

    /** Behind the figure before and the noun that it counts: "900 members and equity capital of X" is of capital alone. */
    private static int behindCount(SentenceContext sentence, List<Mention> figures, int index) {
        int gap = sentence.gapStart(figures, index);
        gap = index > 0 ? ItemPhrases.behindPer(sentence, gap, figures.get(index).lead) : gap; // "5 tons a day and X"
        boolean counted = index > 0
                && sentence.cueAt(CueType.CONJUNCTION, figures.get(index - 1).behindNoun());
        return counted ? Math.max(gap, figures.get(index - 1).behindNoun()) : gap;
    }

    /** What names the amount in its clause, with modifiers and complement. */
    private static String aroundNoun(SentenceContext sentence, Mention mention) {
        int from = ItemPhrases.leftOf(sentence, mention.nounFrom, sentence.clauseStart(mention.nounFrom));
        int limit = Math.min(mention.lead, from + ItemPhrases.LONGEST + 2);
        int head = mention.nounTo; // "relief projects", where "relief" tells that it is money
        while (head < limit
                && sentence.tokens.isWord(head)
                && !sentence.cueAt(CueType.FUNCTION, head)
                && !sentence.cueAt(CueType.ITEM_VERB, head)
                && !sentence.cueAt(CueType.AUXILIARY, head)
                && !sentence.cueAt(CueType.LINKING_VERB, head)
                && !ItemPhrases.isVerb(sentence, head)
                && sentence.tokens.isPlural(head)) {
            head++;
        }
        return sentence.textWithoutCounts(from, ItemPhrases.complement(sentence, head, limit));
    }

    private static int words(String text) {
        return text.split(" ").length;
    }

    /** Words for an amount that its clause only says what is done with. */
    static String general(Mention mention) {
        return isMoney(mention) ? mention.measure.code() + " " : "";
    }

    static boolean isMoney(Mention mention) {
        return mention.measure == Measure.FUNDS || mention.measure == Measure.LOANS;
    }

    private static boolean namesMoney(Mention mention, String text) {
        return ItemRepairs.namesMoney(mention.sentence.lexicon, List.of(text.split(" ")));
    }

    private static boolean startsWithVerb(SentenceContext sentence, int from, int end) {
        int at = ItemPhrases.skipFunction(sentence, from, end);
        return at < end && ItemPhrases.isVerb(sentence, at);
    }

    /** The head of the total's item before what a part adds. */
    static String named(Mention mention, String own) {
        return named(mention, own, " ");
    }

    /** As {@link #named(Mention, String)}, with what joins the two. */
    private static String named(Mention mention, String own, String link) {
        Mention total = mention.partOf;
        if (total == null || total.item.isEmpty() || namesMoney(mention, own)) {
            return own;
        }
        String[] words = total.item.split(" ");
        StringBuilder head = new StringBuilder(words[0]);
        for (int i = 1; i < Math.min(words.length, LONGEST_HEAD); i++) {
            if (mention.sentence.lexicon.is(words[i], CueType.HEAD_END)) {
                break;
            }
            head.append(' ').append(words[i]);
        }
        mention.rules.add("item-as-total", total);
        boolean same = hasHead(mention, own, head.substring(head.lastIndexOf(" ") + 1));
        return own.isEmpty() ? head.toString() : same ? own : head + link + own;
    }

    /** Whether a phrase has that head: "paved country roads" needs not be named after "country roads". */
    private static boolean hasHead(Mention mention, String phrase, String head) {
        Lexicon lexicon = mention.sentence.lexicon;
        List<String> words = List.of(phrase.split(" "));
        int at = words.indexOf(head);
        return at >= 0
                && !ItemRepairs.isPast(lexicon, head)
                && words.subList(0, at).stream().noneMatch(word -> ItemRepairs.endsHead(lexicon, word));
    }

    private static String link(SentenceContext sentence, Mention mention, int from, int end) {
        return " " + ItemPhrases.link(sentence, from, end);
    }

    /** What is done with an amount that is named before it: "aiding fund of X was invested for the construction of ...". */
    private static String use(SentenceContext sentence, Mention mention, int end, int words) {
        if (!sentence.cueAt(CueType.SUBJECT_BEHIND, mention.to) || words >= ItemPhrases.LONGEST - 2) {
            return "";
        }
        int from = sentence.cueAt(CueType.BE, mention.to) ? mention.to + 1 : mention.to;
        int to = Math.min(Math.min(end, sentence.clauseEnd(from)), from + ItemPhrases.LONGEST - words);
        to = ItemPhrases.trimRight(sentence, from, to);
        return from < to ? " " + sentence.tokens.raw(from, to) : "";
    }
}
