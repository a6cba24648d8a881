package org.fupin.extraction.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.fupin.extraction.pattern.Known.Conditions;
import org.fupin.extraction.pattern.Scene.Figure;
import org.fupin.extraction.text.Vocabulary;
import org.fupin.reference.ExtractionRules;
import org.fupin.reference.ExtractionRules.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a pass that say when they apply, compiled, in the order of the file. Immutable; rows without {@code when} and
 * {@code where} are the pass's own and not in it.
 */
public final class RuleTable {

    /**
     * A row that applies to a figure.
     *
     * @param rule its name
     * @param set what it concludes, by key
     * @param from first token of the words that it went by
     * @param to behind the last of them, equal to {@code from} where there are none
     * @param begin the place farthest before the figure that its pattern reaches
     * @param end the place farthest behind it
     */
    public record Applied(String rule, Map<String, String> set, int from, int to, int begin, int end) {

        /** Whether it concludes something on a key. */
        public boolean has(String key) {
            return set.containsKey(key);
        }

        /**
         * What it concludes on a key.
         *
         * @throws IllegalStateException if it concludes nothing on it
         */
        public String value(String key) {
            String value = set.get(key);
            if (value == null) {
                throw new IllegalStateException("rule " + rule + " sets no " + key);
            }
            return value;
        }
    }

    /** The rows that can apply in one sentence. */
    public static final class InSentence {

        private final Walk on;
        private final List<Row> rows;
        private final Conditions conditions;
        private @Nullable Known known;

        private InSentence(Walk on, List<Row> rows, Conditions conditions) {
            this.on = on;
            this.rows = rows;
            this.conditions = conditions;
        }

        private Known known(Figure figure) {
            if (known == null) {
                known = new Known(conditions, figure);
                return known;
            }
            return known.of(figure);
        }

        /** The first row that applies to the figure, null if none does. */
        @Nullable
        public Applied first(Figure figure) {
            if (rows.isEmpty()) {
                return null;
            }
            Known facts = known(figure);
            int i = 0;
            while (i < rows.size()) {
                Row row = rows.get(i++);
                if (!row.isPossible(facts)) {
                    // where its first condition fails, it does for the rows that begin with the same one
                    while (i < rows.size() && rows.get(i).beginsAs(row)) {
                        i++;
                    }
                    continue;
                }
                Applied applied = row.applyFurther(on, figure, facts);
                if (applied != null) {
                    return applied;
                }
            }
            return null;
        }

        /** The first row that applies to the figure among those that conclude one of the codes on the key. */
        @Nullable
        public Applied first(Figure figure, String key, Set<String> codes) {
            return first(figure, row -> codes.contains(row.set().getOrDefault(key, "")));
        }

        /** The first row that applies to the figure among those that conclude on the key. */
        @Nullable
        public Applied first(Figure figure, String key) {
            return first(figure, row -> row.set().containsKey(key));
        }

        private @Nullable Applied first(Figure figure, Predicate<Row> concludes) {
            Known facts = null;
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                if (concludes.test(row)) {
                    facts = facts == null ? known(figure) : facts;
                    Applied applied = row.apply(on, figure, facts);
                    if (applied != null) {
                        return applied;
                    }
                }
            }
            return null;
        }

        /** The rows that apply to the figure. */
        public List<Applied> all(Figure figure) {
            if (rows.isEmpty()) {
                return List.of();
            }
            List<Applied> all = new ArrayList<>(1);
            Known facts = known(figure);
            for (int i = 0; i < rows.size(); i++) {
                Applied applied = rows.get(i).apply(on, figure, facts);
                if (applied != null) {
                    all.add(applied);
                }
            }
            return all;
        }
    }

    private final Vocabulary vocabulary;
    private final RowIndex index;
    private final List<Row> rows;
    /** The number in the index of the first row. */
    private final int first;

    private final Conditions conditions;

    private RuleTable(Vocabulary vocabulary, RowIndex index, List<Row> rows, List<Condition> conditions) {
        this.vocabulary = vocabulary;
        this.index = index;
        this.rows = List.copyOf(rows);
        this.conditions = new Conditions(conditions);
        first = index.size();
        rows.forEach(row -> index.add(row.when()));
    }

    /** What the rows of a pass may speak of. */
    public static final class Compiler {

        private final ExtractionRules rules;
        private final Vocabulary vocabulary;
        private final RowIndex index = new RowIndex();
        private final Keys facts;
        private final Set<String> supplied;

        /**
         * @param vocabulary shared by all tables of an extractor
         * @param facts the keys of figures that conditions may name
         * @param supplied names of the classes of phrases that sentences supply
         */
        public Compiler(ExtractionRules rules, Vocabulary vocabulary, Keys facts, Set<String> supplied) {
            this.rules = rules;
            this.vocabulary = vocabulary;
            this.facts = facts;
            this.supplied = Set.copyOf(supplied);
        }

        /**
         * Compiles the rows of a pass.
         *
         * @param set the keys that its rows may conclude on
         * @throws IllegalStateException naming file, rule and column of what cannot be read, and what is expected
         */
        public RuleTable table(String pass, Keys set) {
            return table(rules.of(pass), set);
        }

        RuleTable table(List<Rule> ofPass, Keys set) {
            List<Row> rows = new ArrayList<>();
            List<Condition> conditions = new ArrayList<>();
            for (Rule rule : ofPass) {
                if (!rule.when().isEmpty() || !rule.where().isEmpty()) {
                    rows.add(row(rule, set, conditions));
                }
            }
            return new RuleTable(vocabulary, index, rows, conditions);
        }

        private Row row(Rule rule, Keys set, List<Condition> conditions) {
            return new Row(
                    rule.name(),
                    in(rule, "when", () -> pattern(rule.when())),
                    in(rule, "unless", () -> pattern(rule.unless())),
                    in(rule, "where", () -> Condition.parse(rule.where(), facts).stream()
                            .mapToInt(condition -> index(condition, conditions))
                            .toArray()),
                    in(rule, "set", () -> conclusions(rule.set(), set)));
        }

        private static int index(Condition condition, List<Condition> conditions) {
            if (!conditions.contains(condition)) {
                conditions.add(condition);
            }
            return conditions.indexOf(condition);
        }

        private @Nullable Pattern pattern(String notation) {
            return notation.isEmpty() ? null : Pattern.of(notation, vocabulary, facts, supplied);
        }

        private static Map<String, String> conclusions(String cell, Keys keys) {
            Map<String, String> conclusions = new LinkedHashMap<>();
            for (String conclusion : cell.split(";")) {
                int sign = conclusion.indexOf('=');
                if (sign < 0) {
                    throw new IllegalArgumentException("'" + cell + "', expected key=code, several parted by ;");
                }
                String key = conclusion.substring(0, sign).strip();
                String code = conclusion.substring(sign + 1).strip();
                keys.check(key, code);
                conclusions.put(key, code);
            }
            return Map.copyOf(conclusions);
        }

        private <T> T in(Rule rule, String column, Supplier<T> cell) {
            try {
                return cell.get();
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(
                        "reference/rules/" + rules.file(rule) + ": rule " + rule.name() + ", column " + column + ": "
                                + e.getMessage(),
                        e);
            }
        }
    }

    /** The rows that can apply in the sentence: what they cannot do without occurs in it. */
    public InSentence in(Scene scene) {
        Words words = scene.words(vocabulary);
        BitSet candidates = words.rows(index);
        int last = first + rows.size();
        List<Row> possible = List.of();
        for (int i = candidates.nextSetBit(first); i >= 0 && i < last; i = candidates.nextSetBit(i + 1)) {
            possible = possible.isEmpty() ? new ArrayList<>() : possible;
            possible.add(rows.get(i - first));
        }
        return new InSentence(words.walk(scene), possible, conditions);
    }
}
