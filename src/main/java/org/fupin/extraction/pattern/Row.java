package org.fupin.extraction.pattern;

import java.util.Map;
import org.fupin.extraction.pattern.Pattern.Match;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.pattern.Scene.Figure;
import org.jspecify.annotations.Nullable;

/**
 * A rule, compiled.
 *
 * @param where the numbers of its conditions among those of its table
 */
record Row(String rule, @Nullable Pattern when, @Nullable Pattern unless, int[] where, Map<String, String> set) {

    private static final Match BY_FACTS = new Match(0, 0, 0, 0);

    boolean beginsAs(Row other) {
        return where.length > 0 && other.where.length > 0 && where[0] == other.where[0];
    }

    @Nullable
    Applied apply(Walk on, Figure figure, Known known) {
        return isPossible(known) ? applyFurther(on, figure, known) : null;
    }

    /** Whether the first condition holds. */
    boolean isPossible(Known known) {
        return where.length == 0 || known.holds(where[0]);
    }

    /** Applies it where its first condition holds. */
    @Nullable
    Applied applyFurther(Walk on, Figure figure, Known known) {
        for (int i = 1; i < where.length; i++) {
            if (!known.holds(where[i])) {
                return null;
            }
        }
        Match match = when == null ? BY_FACTS : when.match(on, figure);
        boolean applies = match != null && (unless == null || unless.match(on, figure) == null);
        return applies ? new Applied(rule, set, match.from(), match.to(), match.begin(), match.end()) : null;
    }
}
