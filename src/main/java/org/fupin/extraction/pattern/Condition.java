package org.fupin.extraction.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One condition of the column {@code where}: {@code kind=level}, {@code measure=funds|loans}, {@code kind!=share},
 * {@code per=} for none, {@code heading~credit} for a text that has the words in it.
 *
 * @param part whether a value need only be a part of the text
 */
record Condition(String key, boolean negated, boolean part, Set<String> values) {

    /** The conditions of a cell, parted by {@code ;}. */
    static List<Condition> parse(String cell, Keys keys) {
        List<Condition> conditions = new ArrayList<>();
        for (String condition : cell.split(";")) {
            if (!condition.isBlank()) {
                conditions.add(one(condition.strip(), keys));
            }
        }
        return conditions;
    }

    private static Condition one(String condition, Keys keys) {
        int at = 0;
        while (at < condition.length() && "=~!".indexOf(condition.charAt(at)) < 0) {
            at++;
        }
        boolean negated = condition.startsWith("!", at);
        int sign = negated ? at + 1 : at;
        boolean part = condition.startsWith("~", sign);
        if (at == 0 || !part && !condition.startsWith("=", sign)) {
            throw new IllegalArgumentException(
                    "'" + condition + "', expected key=code, key!=code, key~words or key!~words");
        }
        String key = condition.substring(0, at).strip();
        keys.check(key);
        String[] values = condition.substring(sign + 1).split("\\|", -1);
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i].strip();
            if (part && values[i].isEmpty()) {
                throw new IllegalArgumentException("'" + condition + "', expected words behind ~");
            }
            if (!part && !values[i].isEmpty()) {
                keys.check(key, values[i]);
            }
        }
        return new Condition(key, negated, part, Set.of(values));
    }

    boolean holds(Facts facts) {
        String fact = facts.fact(key);
        return negated != (part ? values.stream().anyMatch(fact::contains) : values.contains(fact));
    }
}
