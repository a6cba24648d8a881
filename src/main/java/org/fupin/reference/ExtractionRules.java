package org.fupin.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVRecord;
import org.fupin.observation.Coded;

/**
 * What the rules of the extraction mean, from the files in {@code rules}. Their names stand in the field {@code rules} of an
 * observation: {@code range}, or {@code unit:CNY} where the rule concludes a code.
 */
public final class ExtractionRules {

    private static final Once<ExtractionRules> TABLE = new Once<>(ExtractionRules::read);

    /** How sure a field is that a rule concluded. */
    public enum Basis implements Coded {
        /** The words at the figure say so. */
        STATED("stated"),
        /** Another figure, the heading or a sentence before says so. */
        INHERITED("inherited"),
        /** Nothing says otherwise. */
        DEFAULT("default"),
        /** The words allow more than one reading. */
        GUESSED("guessed");

        private final String code;

        Basis(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /**
     * A rule: one row of a pass's file.
     *
     * @param name as the table has it; {@code unit:{unit}} stands for all {@code unit:…}
     * @param passes names of the passes that apply it, first the one whose file has it
     * @param fields of the observation that it concludes
     * @param when the words around a figure to which it applies; empty where the pass finds them itself
     * @param unless the words that forbid it, empty if none do
     * @param where what must hold of the figure, empty if nothing must
     * @param set the value that it gives to the field; empty where the pass itself concludes it
     * @param basis how sure the conclusion is
     * @param why what it concludes from what, a sentence without its full stop
     * @param ruling of the annotation guide, empty where it follows none
     * @param example a sentence to which it applies; empty where the cases have one
     * @param counterexample a sentence to which it does not apply, empty if there is none
     */
    public record Rule(
            String name,
            List<String> passes,
            List<String> fields,
            String when,
            String unless,
            String where,
            String set,
            Basis basis,
            String why,
            String ruling,
            String example,
            String counterexample) {

        private String key() {
            int brace = name.indexOf('{');
            return brace < 0 ? name : name.substring(0, brace);
        }

        /** The sentence for {@code applied}, a name of this rule with its code filled in. */
        public String why(String applied) {
            return why.replace("{code}", applied.substring(applied.indexOf(':') + 1));
        }
    }

    /** Why a field has its value where no rule concluded it and the fact has the code, or always where no fact is named. */
    private record Unsaid(String field, String fact, String code, String why) {

        boolean holds(UnaryOperator<String> facts) {
            return fact.isEmpty() || facts.apply(fact).equals(code);
        }
    }

    private final Map<String, Rule> byName;
    /** Those of {@code unit:{unit}} and the like, by each name that was applied. */
    private final Map<String, Rule> byCode = new ConcurrentHashMap<>();
    /** By pass. */
    private final Map<String, String> files;

    private final List<Unsaid> unsaid = CsvTable.read(
            "rules/unsaid.csv",
            row -> new Unsaid(
                    row.get("field"), row.get("fact"), row.get("code"), told(row.get("why"), row.get("basis"))));

    private ExtractionRules(Map<String, Rule> byName, Map<String, String> files) {
        this.byName = byName;
        this.files = files;
    }

    /**
     * Reads the rules of all passes at the first call.
     *
     * @throws IllegalStateException naming file and line of what cannot be read
     */
    public static ExtractionRules load() {
        return TABLE.get();
    }

    private static ExtractionRules read() {
        Map<String, Rule> byName = new LinkedHashMap<>();
        Map<String, String> files = new LinkedHashMap<>();
        for (PassFile pass : CsvTable.read("rules/passes.csv", row -> new PassFile(row.get("pass"), row.get("file")))) {
            files.put(pass.pass(), pass.file());
            CsvTable.read("rules/" + pass.file(), row -> {
                Rule rule = rule(pass.pass(), row);
                if (byName.put(rule.key(), rule) != null) {
                    throw new IllegalArgumentException("rule " + rule.name() + " stands twice");
                }
                return rule;
            });
        }
        return new ExtractionRules(byName, files);
    }

    /** A reason with how sure it is, where that is told. */
    private static String told(String why, String basis) {
        return basis.isEmpty() ? why : why + " (" + basis + ")";
    }

    private record PassFile(String pass, String file) {}

    private static Rule rule(String pass, CSVRecord row) {
        List<String> passes = new ArrayList<>(List.of(pass));
        passes.addAll(CsvTable.several(row, "also"));
        Rule rule = new Rule(
                row.get("rule"),
                List.copyOf(passes),
                CsvTable.several(row, "field"),
                row.get("when"),
                row.get("unless"),
                row.get("where"),
                row.get("set"),
                Coded.of(Basis.class, row.get("basis")),
                row.get("why"),
                row.get("ruling"),
                row.get("example"),
                row.get("counterexample"));
        if (rule.fields().isEmpty() || rule.why().isEmpty()) {
            throw new IllegalArgumentException(rule.name() + " needs a field and why");
        }
        return rule;
    }

    /** The rule that observations name as {@code applied}, with the code filled in; empty if the table has none. */
    public Optional<Rule> find(String applied) {
        Rule exact = byName.get(applied);
        int colon = exact == null ? applied.indexOf(':') : -1;
        return colon < 0
                ? Optional.ofNullable(exact)
                : Optional.ofNullable(
                        byCode.computeIfAbsent(applied, name -> byName.get(name.substring(0, colon + 1))));
    }

    /**
     * Why a field has its value that no rule concluded, a sentence without its full stop; empty if the table does not say.
     *
     * @param facts of the figure, by key
     */
    public String unsaid(String field, UnaryOperator<String> facts) {
        return unsaid.stream()
                .filter(row -> row.field().equals(field) && row.holds(facts))
                .findFirst()
                .map(Unsaid::why)
                .orElse("");
    }

    /** The name of the file that has the rule. */
    public String file(Rule rule) {
        return files.get(rule.passes().get(0));
    }

    /** The rules of a pass, in the order of its file. */
    public List<Rule> of(String pass) {
        return byName.values().stream()
                .filter(rule -> rule.passes().get(0).equals(pass))
                .toList();
    }

    /** All rules, in the order of the file: that of the passes. */
    public Collection<Rule> all() {
        return byName.values();
    }
}
