package org.fupin.extraction.pattern;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One condition of the column {@code where}: {@code kind=level}, {@code measure=funds|loans}, {@code kind!=share},
 * {@code per=} for none, {@code heading~credit} for a text that has the words in it, {@code value<32}, {@code value>1} for a
 * number.
 */
record Condition(String key, boolean negated, Relation relation, Set<String> values) {

    /** What must hold between what is known of a figure and one of the values. */
    private enum Relation {
        EQUAL('=') {
            @Override
            boolean holds(String fact, String value) {
                return fact.equals(value);
            }
        },
        PART('~') {
            @Override
            boolean holds(String fact, String value) {
                return fact.contains(value);
            }
        },
        LESS('<') {
            @Override
            boolean holds(String fact, String value) {
                return isNumber(fact) && new BigDecimal(fact).compareTo(new BigDecimal(value)) < 0;
            }
        },
        MORE('>') {
            @Override
            boolean holds(String fact, String value) {
                return isNumber(fact) && new BigDecimal(fact).compareTo(new BigDecimal(value)) > 0;
            }
        };

        private final char sign;

        Relation(char sign) {
            this.sign = sign;
        }

        abstract boolean holds(String fact, String value);

        private static boolean isNumber(String fact) {
            return !fact.isEmpty() && NUMBER.matcher(fact).matches();
        }
    }

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

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
        while (at < condition.length() && "=~<>!".indexOf(condition.charAt(at)) < 0) {
            at++;
        }
        boolean negated = condition.startsWith("!", at);
        int sign = negated ? at + 1 : at;
        Relation relation = relation(condition, sign);
        if (at == 0 || relation == null) {
            throw new IllegalArgumentException("'" + condition
                    + "', expected key=code, key!=code, key~words, key!~words, key<number or key>number");
        }
        String key = condition.substring(0, at).strip().intern(); // compared with literals, again and again
        keys.check(key);
        String[] values = condition.substring(sign + 1).split("\\|", -1);
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i].strip();
            check(condition, relation, key, values[i], keys);
        }
        return new Condition(key, negated, relation, Set.of(values));
    }

    private static @Nullable Relation relation(String condition, int at) {
        for (Relation relation : Relation.values()) {
            if (at < condition.length() && condition.charAt(at) == relation.sign) {
                return relation;
            }
        }
        return null;
    }

    private static void check(String condition, Relation relation, String key, String value, Keys keys) {
        switch (relation) {
            case EQUAL -> {
                if (!value.isEmpty()) {
                    keys.check(key, value);
                }
            }
            case PART -> {
                if (value.isEmpty()) {
                    throw new IllegalArgumentException("'" + condition + "', expected words behind ~");
                }
            }
            default -> {
                if (!NUMBER.matcher(value).matches()) {
                    throw new IllegalArgumentException(
                            "'" + condition + "', expected a number behind " + relation.sign);
                }
            }
        }
    }

    boolean holds(Facts facts) {
        return holds(facts.fact(key));
    }

    /** Whether it holds where {@code fact} is known under the key. */
    boolean holds(String fact) {
        if (relation == Relation.EQUAL) {
            return negated != values.contains(fact);
        }
        boolean found = false;
        for (String value : values) {
            found |= relation.holds(fact, value);
        }
        return negated != found;
    }
}
