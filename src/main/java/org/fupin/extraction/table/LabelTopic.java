package org.fupin.extraction.table;

import org.fupin.extraction.measure.MeasurePass;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon.Noun;
import org.fupin.extraction.text.Lexicon.Topic;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.observation.Dimension;
import org.fupin.observation.Measure;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/** Finds what a label says is measured: an amount of money, things that are counted, a rate. */
final class LabelTopic {

    /** Most words before the head of a phrase that are taken with it. */
    private static final int LONGEST_PHRASE = 6;

    private final LabelText text;
    private final TableLabel label;
    /** Whether the label's own unit is one of things that are counted, whatever words for money it has: "Loans (number)". */
    private final boolean counts;

    private @Nullable Hit<Topic> money;
    private @Nullable Hit<Topic> rate;

    LabelTopic(LabelText text, TableLabel label) {
        this.text = text;
        this.label = label;
        this.counts = !label.scales.isEmpty() && label.scales.stream().allMatch(Scale::counts);
    }

    Measured read() {
        moneyAndRate();
        Hit<Noun> noun = money == null || counts ? noun() : null;
        boolean plural = noun != null && isPlural(noun);
        noun = noun != null && isCounted(noun, plural) ? noun : null;
        money = noun == null ? money : null;
        Hit<?> head = noun != null ? noun : money != null ? money : rate;
        return new Measured(
                money == null ? null : money.value().measure(),
                noun == null ? null : noun.value(),
                plural && noun != null,
                rate == null ? null : rate.value().measure(),
                head == null ? "" : phrase(head));
    }

    private void moneyAndRate() {
        int at = text.from;
        while (at < text.to) {
            Hit<Topic> hit = text.isUsed(at) ? null : text.lexicon.topics.longest(text.tokens, at, text.to);
            if (hit == null) {
                at++;
                continue;
            }
            boolean verb = hit.value().measure() == Measure.FUNDS && isParticiple(hit.end() - 1);
            if (hit.value().dimension() == Dimension.PERCENT) {
                rate = rate == null ? hit : rate;
            } else if (hit.value().dimension() == Dimension.MONEY && !label.is(Type.NUMBER_OF) && !verb) {
                money = money == null || MeasurePass.rank(hit) >= MeasurePass.rank(money) ? hit : money;
            }
            at = hit.end();
        }
    }

    private boolean isParticiple(int token) {
        return text.tokens.norm[token].endsWith("ed");
    }

    /** The head of the noun phrase: the last known noun before a preposition. */
    private @Nullable Hit<Noun> noun() {
        Hit<Noun> head = null;
        int at = text.from;
        while (at < text.to) {
            Hit<Noun> hit = text.isUsed(at) ? null : text.lexicon.nouns.longest(text.tokens, at, text.to);
            boolean ends = head != null
                    && !text.isUsed(at)
                    && text.sentence.cueAt(CueType.FUNCTION, at)
                    && !text.sentence.cueAt(CueType.LIST_JOINER, at);
            if (hit == null && ends) {
                break;
            }
            head = hit == null ? head : hit;
            at = hit == null ? at + 1 : hit.end();
        }
        return head;
    }

    private boolean isPlural(Hit<Noun> noun) {
        return text.tokens.isPlural(noun.end() - 1)
                || noun.value().unit().dimension() != Dimension.COUNT
                || label.is(Type.NUMBER_OF);
    }

    /** "Road construction" and "Industry" count nothing, and of "Goods (million yuan)" the worth is told. */
    private boolean isCounted(Hit<Noun> noun, boolean plural) {
        int next = noun.end();
        boolean goesOn = text.isFree(next)
                && text.isName(next)
                && !text.sentence.cueAt(CueType.VERB, next)
                && !isParticiple(next);
        boolean worth = !label.scales.isEmpty() && label.scales.stream().allMatch(Scale::isMoney);
        return !worth && (plural || noun.value().measure() != Measure.OTHER && !goesOn);
    }

    /** The words with those before them that modify them. */
    private String phrase(Hit<?> head) {
        int begin = head.begin();
        while (begin > text.from && head.begin() - begin < LONGEST_PHRASE && modifies(begin - 1)) {
            begin--;
        }
        return text.tokens.raw(begin, head.end());
    }

    private boolean modifies(int token) {
        boolean verb = text.sentence.cueAt(CueType.VERB, token) && !isParticiple(token);
        return text.isFree(token) && text.isName(token) && !verb;
    }
}
