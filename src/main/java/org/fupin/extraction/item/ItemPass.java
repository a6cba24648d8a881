package org.fupin.extraction.item;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.observation.Dimension;
import org.fupin.observation.Measure;

/** Writes the item: what is measured, as a short noun phrase in the text's own words. A part that names nothing of its own is named after its total, a derived figure after its level. */
public final class ItemPass implements Pass {

    private static final String CONTEXT = "item-context";

    /** A noun with no more words tells not which of all such things they are. */
    private static final int THIN = 3;

    @Override
    public String name() {
        return "item";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        for (int i = 0; i < figures.size(); i++) {
            name(sentence, figures, i);
        }
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).isLevel()) {
                complete(sentence, figures, i);
            }
        }
        for (int i = figures.size() - 2; i >= 0; i--) {
            asNext(sentence, figures.get(i), figures.get(i + 1));
        }
        for (Mention mention : figures) {
            if (!mention.isLevel() && mention.about != null && !mention.about.item.isEmpty()) {
                mention.item = mention.about.item;
                mention.rules.add("item-as-level", mention.about);
            }
        }
    }

    /** "2 million yuan and 1 million yuan of project funds": what the last of a list names is that of each. */
    private static void asNext(SentenceContext sentence, Mention mention, Mention next) {
        boolean listed = mention.item.isEmpty()
                && mention.isLevel()
                && next.isLevel()
                && mention.unit != null
                && mention.unit.equals(next.unit)
                && next.lead - mention.to == 1
                && sentence.isListed(mention, next);
        if (listed && !next.item.isEmpty()) {
            mention.item = next.item;
            mention.rules.add("item-as-before", next);
        }
    }

    private static void name(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Mention same = mention.sameAs;
        mention.item = same != null && mention.isLevel() ? "" : item(sentence, figures, index);
        if (mention.item.isEmpty() && same != null) {
            mention.item = same.item;
            if (!mention.item.isEmpty()) {
                mention.rules.add("item-as-before", same);
            } else if (mention.isLevel()) {
                mention.item = item(sentence, figures, index);
            }
        }
    }

    private static String item(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        if (mention.isTimes()) {
            return CountedItem.timesCounted(sentence, figures, index);
        }
        boolean amount = mention.unit != null
                && mention.unit.dimension() != Dimension.COUNT
                && mention.unit.dimension() != Dimension.PEOPLE
                && mention.unit.dimension() != Dimension.HOUSEHOLDS;
        String item = ItemRepairs.repaired(
                sentence.lexicon,
                amount ? AmountItem.amount(sentence, figures, index) : CountedItem.counted(sentence, figures, index));
        if (!ItemRepairs.beginsWithDeed(sentence.lexicon, item)) {
            return item;
        }
        return AmountItem.isMoney(mention) ? AmountItem.general(mention) + item : "";
    }

    /** Adds to a bare item what the sentence or the heading says of it. */
    private static void complete(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        boolean counted = mention.noun != null && !mention.nounBefore;
        if (counted && ItemContext.isBare(mention)) {
            become(mention, mention.item + ItemContext.problem(sentence, figures, index), CONTEXT);
        }
        String attended = counted ? "" : ItemAttended.of(sentence, figures, index);
        if (!attended.isEmpty()) {
            become(mention, attended, CONTEXT);
        } else if (!counted && (ItemContext.isBare(mention) || tellsUseOnly(mention))) {
            become(mention, ItemAgents.paid(sentence, mention, mention.item), CONTEXT);
        }
        if (counted && isThin(mention.item)) {
            become(mention, mention.item + ItemContext.circumstance(sentence, figures, index), CONTEXT);
        }
        if (mention.item.isEmpty() && mention.measure == Measure.CONTRACT_VALUE && mention.nounBefore) {
            int end = sentence.cueAt(CueType.SUBJECT_BEHIND, mention.nounTo - 1) ? mention.nounTo - 1 : mention.nounTo;
            become(mention, sentence.tokens.raw(mention.nounFrom, Math.max(end, mention.nounFrom)), CONTEXT);
        }
        if (ItemContext.isBare(mention) || isThin(mention.item)) {
            become(mention, (mention.item + ItemContext.heading(sentence, mention.item)).strip(), "item-heading");
        }
    }

    /** Completes or replaces an item, and names the rule where that changes it. */
    private static void become(Mention mention, String item, String rule) {
        String repaired = ItemRepairs.repaired(mention.sentence.lexicon, item);
        if (!repaired.equals(mention.item)) {
            mention.item = repaired;
            mention.rules.add(rule);
        }
    }

    /** A noun with one or two modifiers and perhaps the names of a place, nothing that tells which of all such things they are. */
    private static boolean isThin(String item) {
        int words = 0;
        for (int i = 0; i < item.length(); i++) {
            boolean begins = item.charAt(i) != ' ' && (i == 0 || item.charAt(i - 1) == ' ');
            words += begins && !Character.isUpperCase(item.charAt(i)) ? 1 : 0;
        }
        return !item.isEmpty() && item.indexOf('(') < 0 && words <= THIN;
    }

    /** "funds for the work": what an amount is for, not whose it is. */
    private static boolean tellsUseOnly(Mention mention) {
        String general = AmountItem.general(mention);
        String[] words = mention.item.split(" ", THIN);
        return !general.isEmpty()
                && mention.item.startsWith(general)
                && words.length > 1
                && mention.sentence.lexicon.is(words[1], CueType.PLACING);
    }
}
