package org.fupin.extraction.item;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.observation.Dimension;
import org.fupin.observation.Kind;

/** Writes the item: what is measured, as a short noun phrase in the text's own words. A part that names nothing of its own is named after its total, a derived figure after its level. */
public final class ItemPass implements Pass {

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
            if (!mention.isLevel()) {
                continue;
            }
            boolean counted = mention.noun != null && !mention.nounBefore;
            boolean brief = ItemContext.isBare(mention) || !counted && mention.item.split(" ").length <= 2;
            if (brief) {
                String more = counted
                        ? ItemContext.problem(sentence, figures, i)
                        : mention.item.isEmpty() ? "" : ItemContext.owner(sentence, figures, i);
                become(mention, mention.item + more, "item-context");
            }
            if (!counted && (ItemContext.isBare(mention) || tellsUseOnly(mention.item))) {
                become(mention, ItemAgents.paid(sentence, figures, i, mention.item), "item-context");
            }
            if (counted && isThin(mention.item)) {
                become(mention, mention.item + ItemContext.circumstance(sentence, figures, i), "item-context");
            }
            if (ItemContext.isBare(mention) || isThin(mention.item)) {
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
            return CountedItem.timesCounted(sentence, figures, index);
        }
        boolean amount = mention.unit != null
                && mention.unit.dimension() != Dimension.COUNT
                && mention.unit.dimension() != Dimension.PEOPLE
                && mention.unit.dimension() != Dimension.HOUSEHOLDS;
        return amount ? AmountItem.amount(sentence, figures, index) : CountedItem.counted(sentence, figures, index);
    }
}
