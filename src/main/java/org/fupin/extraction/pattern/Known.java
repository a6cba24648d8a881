package org.fupin.extraction.pattern;

import java.util.Arrays;
import java.util.List;
import org.fupin.extraction.pattern.Scene.Figure;
import org.jspecify.annotations.Nullable;

/** What is known of a figure, and which conditions hold: each is looked up once, however many rows ask for it. */
final class Known {

    /** The conditions of all rows of a table, each once; rows name them by their index. */
    static final class Conditions {

        private final Condition[] all;
        private final String[] keys;
        /** For each condition the index of its key. */
        private final int[] keyOf;

        Conditions(List<Condition> conditions) {
            all = conditions.toArray(Condition[]::new);
            List<String> keys =
                    conditions.stream().map(Condition::key).distinct().toList();
            this.keys = keys.toArray(String[]::new);
            keyOf = conditions.stream()
                    .mapToInt(condition -> keys.indexOf(condition.key()))
                    .toArray();
        }
    }

    private static final byte HOLDS = 1;
    private static final byte FAILS = 2;

    private final Conditions conditions;
    private final @Nullable String[] facts;
    private final byte[] known;
    private Figure figure;

    Known(Conditions conditions, Figure figure) {
        this.conditions = conditions;
        this.figure = figure;
        facts = new String[conditions.keys.length];
        known = new byte[conditions.all.length];
    }

    /** The same of another figure, or of this one when more has been concluded of it. */
    Known of(Figure another) {
        figure = another;
        Arrays.fill(facts, null);
        Arrays.fill(known, (byte) 0);
        return this;
    }

    boolean holds(int index) {
        if (known[index] == 0) {
            known[index] = conditions.all[index].holds(fact(conditions.keyOf[index])) ? HOLDS : FAILS;
        }
        return known[index] == HOLDS;
    }

    private String fact(int key) {
        String fact = facts[key];
        if (fact == null) {
            fact = figure.fact(conditions.keys[key]);
            facts[key] = fact;
        }
        return fact;
    }
}
