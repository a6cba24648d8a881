package org.fupin.extraction.item;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Clause;
import org.fupin.observation.Measure;
import org.jspecify.annotations.Nullable;

/** What an amount without a name of its own comes with: "12 road projects with an investment of X" is invested in road projects. */
final class ItemAttended {

    /** Most words of an amount's own name: "planned total investment". */
    private static final int LONGEST_NAME = 3;

    /** Most words from the preposition to that name: "with an estimated". */
    private static final int LONGEST_LEAD = 3;

    /** How many figures back the things stand at most. */
    private static final int FARTHEST = 3;

    private static final String WITH = "with";

    private static final String INVESTMENT = "investment";

    /** What has an investment or funds of its own; counties and prefectures mostly are where such things stand. */
    private static final Set<Measure> THINGS =
            EnumSet.of(Measure.PROJECTS, Measure.FACILITIES, Measure.ENTERPRISES, Measure.VILLAGES, Measure.TOWNS);

    private ItemAttended() {}

    /** The item with the things, empty where the amount comes with none or with a list of several. */
    static String of(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        boolean signed = mention.measure == Measure.CONTRACT_VALUE;
        boolean unnamed = signed && mention.item.isEmpty() && mention.nounTo > mention.nounFrom;
        String name = unnamed ? sentence.tokens.raw(mention.nounFrom, mention.nounTo) : withoutContext(mention.item);
        if (!(signed || AmountItem.isMoney(mention))
                || !mention.nounBefore
                || name.isEmpty()
                || name.split(" ").length > LONGEST_NAME) {
            return "";
        }
        int with = mention.nounFrom - 1;
        while (with > mention.nounFrom - LONGEST_LEAD && with > 0 && !sentence.tokens.is(with, WITH)) {
            with--;
        }
        Mention things = sentence.tokens.is(with, WITH) ? things(sentence, figures, index, with) : null;
        return things == null
                ? ""
                : name + (unnamed ? " of " : link(name, things)) + sentence.tokens.raw(things.nounFrom, things.nounTo);
    }

    private static String link(String name, Mention things) {
        if (name.endsWith(INVESTMENT)) {
            return things.measure == Measure.ENTERPRISES ? " by " : " in ";
        }
        return things.measure == Measure.PROJECTS || things.measure == Measure.FACILITIES ? " for " : " of ";
    }

    /** The things counted last before the preposition, projects before the places that they are in; null in a list. */
    private static @Nullable Mention things(SentenceContext sentence, List<Mention> figures, int index, int with) {
        Clause clause = sentence.structure().clauseAt(with);
        int found = -1;
        for (int i = index - 1; i >= Math.max(0, index - FARTHEST); i--) {
            Mention before = figures.get(i);
            boolean counted = before.noun != null && !before.nounBefore && before.isLevel();
            if (!counted || sentence.structure().clauseAt(before.lead) != clause) {
                break;
            }
            boolean better = found < 0 || before.measure == Measure.PROJECTS;
            found = better && THINGS.contains(before.measure) ? i : found;
        }
        boolean listed = found > 0 && sentence.isListed(figures.get(found - 1), figures.get(found));
        return found < 0 || listed ? null : figures.get(found);
    }

    private static String withoutContext(String item) {
        int open = item.indexOf(" (");
        return open < 0 ? item : item.substring(0, open);
    }
}
