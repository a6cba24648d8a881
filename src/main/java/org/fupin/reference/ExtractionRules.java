package org.fupin.reference;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules of the extraction mean, from {@code rules.csv}. Their names stand in the field {@code rules} of an
 * observation: {@code range}, or {@code unit:CNY} where the rule concludes a code.
 */
public final class ExtractionRules {

    /**
     * A rule.
     *
     * @param name as the table has it; {@code unit:{unit}} stands for all {@code unit:…}
     * @param passes names of the passes that apply it
     * @param fields of the observation that it concludes
     * @param why what it concludes from what, a sentence without its full stop
     * @param ruling of the annotation guide, empty where it follows none
     */
    public record Rule(String name, List<String> passes, List<String> fields, String why, String ruling) {

        /** The sentence for {@code applied}, a name of this rule with its code filled in. */
        public String why(String applied) {
            return why.replace("{code}", applied.substring(applied.indexOf(':') + 1));
        }
    }

    private final Map<String, Rule> byName;

    private ExtractionRules(Map<String, Rule> byName) {
        this.byName = byName;
    }

    public static ExtractionRules load() {
        Map<String, Rule> byName = new LinkedHashMap<>();
        CsvTable.read("rules.csv", row -> {
            Rule rule = new Rule(
                    row.get("rule"),
                    CsvTable.several(row, "pass"),
                    CsvTable.several(row, "field"),
                    row.get("why"),
                    row.get("ruling"));
            if (rule.passes().isEmpty() || rule.fields().isEmpty() || rule.why().isEmpty()) {
                throw new IllegalArgumentException(rule.name() + " needs a pass, a field and why");
            }
            int brace = rule.name().indexOf('{');
            String key = brace < 0 ? rule.name() : rule.name().substring(0, brace);
            if (byName.put(key, rule) != null) {
                throw new IllegalArgumentException("rule " + rule.name() + " stands twice");
            }
            return rule;
        });
        return new ExtractionRules(byName);
    }

    /** The rule that observations name as {@code applied}, with the code filled in; empty if the table has none. */
    public Optional<Rule> find(String applied) {
        Rule exact = byName.get(applied);
        int colon = applied.indexOf(':');
        return Optional.ofNullable(exact != null || colon < 0 ? exact : byName.get(applied.substring(0, colon + 1)));
    }

    /** All rules, in the order of the file: that of the passes. */
    public Collection<Rule> all() {
        return byName.values();
    }
}
