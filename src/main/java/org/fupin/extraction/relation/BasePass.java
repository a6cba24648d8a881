package org.fupin.extraction.relation;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.observation.Period;
import org.jspecify.annotations.Nullable;

/**
 * Finds the earlier levels that levels are compared with and that name nothing of their own, by the rows of
 * {@code rules/bases.csv}: "to 4,100 yuan from 3,600 yuan a year earlier".
 */
public final class BasePass implements Pass {

    private static final String NAME = "bases";
    private static final String BASE = "base";
    /** A base whose year stands among the words that tell it. */
    private static final String DATED = "dated";

    /** Most figures between a level and the earlier one. */
    private static final int FARTHEST = 4;

    private final RuleTable table;

    public BasePass(RuleTable.Compiler rules) {
        table = rules.table(NAME, Keys.NONE.with(BASE, Set.of(DATED, BASE)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        RuleTable.InSentence rules = table.in(sentence);
        for (int i = 1; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            Applied applied = rules.first(mention);
            Mention level = applied == null ? null : levelBefore(figures, i);
            if (level == null) {
                continue;
            }
            mention.sameAs = level;
            mention.isBase = true;
            mention.noun = mention.isCount() && mention.noun == null ? level.noun : mention.noun;
            mention.rules.add(applied.rule(), level);
            if (applied.value(BASE).equals(DATED)) {
                mention.sharedPeriod = yearIn(sentence, applied.from(), mention.behindNoun() + 2);
            }
        }
    }

    /** The last year that the tokens name, null if they name none. */
    private static @Nullable Period yearIn(SentenceContext sentence, int from, int to) {
        for (int i = SentenceContext.firstFrom(sentence.mentions, to) - 1; i >= 0; i--) {
            Mention mention = sentence.mentions.get(i);
            if (mention.from < from || mention.year() != null) {
                return mention.from < from ? null : mention.year();
            }
        }
        return null;
    }

    /** The last level of the same unit before a figure, if only what changed stands between. */
    private static @Nullable Mention levelBefore(List<Mention> figures, int index) {
        for (int i = index - 1; i >= Math.max(0, index - FARTHEST); i--) {
            Mention other = figures.get(i);
            if (other.isLevel()) {
                return Objects.equals(figures.get(index).unit, other.unit) ? other : null;
            }
        }
        return null;
    }
}
