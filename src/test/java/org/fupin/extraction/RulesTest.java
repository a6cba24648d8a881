package org.fupin.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fupin.extraction.explain.FigureTable;
import org.fupin.extraction.sentence.Mention;
import org.fupin.reference.ExtractionRules;
import org.fupin.reference.ExtractionRules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that the passes name and the table that says what they mean are the same. */
class RulesTest {

    private static final ExtractionRules RULES = ExtractionRules.load();

    /** All texts that are always there: the samples and the cases. */
    private static final ReadFigures READ = new ReadFigures()
            .documents(ReadFigures.SAMPLES)
            .documents(ReadFigures.TABLES)
            .cases();

    @Test
    void everyRuleThatAppliesStandsInTheTableWithItsPass() {
        assertThat(strange(READ)).isEmpty();
    }

    @Test
    void soDoThoseOfTheCorpusWithItsReasons() {
        Path corpus = Path.of("../shared/corpus");
        assumeTrue(Files.isDirectory(corpus), "no corpus beside this checkout, no more rules to look up");
        ReadFigures read = new ReadFigures().documents(corpus);
        assertThat(strange(read)).isEmpty();
        assertThat(withoutReason(read)).isEmpty();
    }

    /** A row that nothing ever applies is a rule of no code, or one that lacks a case or a sentence here. */
    @Test
    void everyRowIsARuleOfTheCode() {
        Set<String> left = new TreeSet<>();
        RULES.all().forEach(rule -> left.add(rule.name()));
        READ.applied.forEach(applied -> left.remove(row(applied.rule())));
        RULES.all().stream().filter(rule -> !rule.example().isEmpty()).forEach(rule -> left.remove(rule.name()));
        assertThat(left).isEmpty();
    }

    /** What the words around a figure decide is shown on a figure where they do and on one where they do not. */
    @Test
    void everyPatternHasAnExampleAndACounterexample() {
        assertThat(RULES.all())
                .filteredOn(rule -> !rule.when().isEmpty())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.example()).contains("{"))
                .allSatisfy(rule -> assertThat(rule.counterexample()).contains("{"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void ruleAppliesToItsExample(String rule, String sentence) {
        assertThat(appliedTo(sentence)).contains(rule);
    }

    @ParameterizedTest
    @MethodSource("counterexamples")
    void ruleDoesNotApplyToItsCounterexample(String rule, String sentence) {
        assertThat(appliedTo(sentence)).doesNotContain(rule);
    }

    static Stream<Arguments> examples() {
        return sentences(Rule::example);
    }

    static Stream<Arguments> counterexamples() {
        return sentences(Rule::counterexample);
    }

    private static Stream<Arguments> sentences(Function<Rule, String> of) {
        return RULES.all().stream()
                .filter(rule -> !of.apply(rule).isEmpty())
                .map(rule -> Arguments.of(rule.name(), of.apply(rule)));
    }

    /**
     * The rules that applied to the figure in braces, to any figure where there are none. Before {@code ::} the example may
     * name what its section and article are: {@code heading=Credit; programme=industry; partner=CN-TJ; region=CN-QH}.
     */
    private static Set<String> appliedTo(String example) {
        String[] parts = example.split("::", 2);
        Map<String, String> facts = parts.length == 1 ? Map.of() : facts(parts[0]);
        String text = parts[parts.length - 1].strip();
        ReadFigures read = new ReadFigures();
        int open = text.replace("|", " ").indexOf('{');
        Sentences.read(read, facts, text.replace("{", "").replace("}", "").split("\\|"));
        return read.mentions.stream()
                .filter(mention -> open < 0 || mention.begin() == open)
                .flatMap(mention -> mention.rules.names().stream())
                .map(RulesTest::row)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> facts(String list) {
        Map<String, String> facts = new HashMap<>();
        for (String fact : list.split(";")) {
            String[] pair = fact.split("=", 2);
            assertThat(pair).as("key=value in '%s'", list).hasSize(2);
            assertThat(pair[0].strip()).isIn("heading", "programme", "partner", "region");
            facts.put(pair[0].strip(), pair[1].strip());
        }
        return facts;
    }

    @Test
    void examplesMayNameTheirSection() {
        assertThat(appliedTo("programme=credit; partner=CN-TJ:: The county put in {40,000 yuan}."))
                .isNotEmpty();
        assertThat(facts("heading=Wells for all; programme=credit"))
                .isEqualTo(Map.of("heading", "Wells for all", "programme", "credit"));
    }

    @Test
    void everyFieldOfEveryFigureHasAReason() {
        assertThat(withoutReason(READ)).isEmpty();
    }

    @Test
    void namesAreFitForListsAndColumns() {
        assertThat(RULES.all())
                .allSatisfy(rule -> assertThat(rule.name()).matches("[a-z-]+(:([a-z-]+|\\{[a-z]+}))?"))
                .allSatisfy(rule -> assertThat(rule.name()).hasSizeLessThanOrEqualTo(25))
                .allSatisfy(rule -> assertThat(rule.why()).doesNotEndWith(".").matches("[A-Z].+"));
    }

    private static Set<String> withoutReason(ReadFigures read) {
        Set<String> without = new TreeSet<>();
        for (Mention mention : read.mentions) {
            if (!mention.isLeftOut()) {
                for (List<String> row : FigureTable.of(RULES, mention)) {
                    if (row.get(2).isBlank()) {
                        without.add(row.get(0) + " " + row.get(1) + " of " + FigureTable.reference(mention) + " in: "
                                + mention.sentence.source.text());
                    }
                }
            }
        }
        return without;
    }

    /** Rules that the table does not have, or not for the pass that applied them. */
    private static Set<String> strange(ReadFigures read) {
        return read.applied.stream()
                .filter(applied -> !RULES.find(applied.rule())
                        .map(rule -> rule.passes().contains(applied.pass()))
                        .orElse(false))
                .map(applied -> applied.rule() + " in the pass " + applied.pass())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String row(String applied) {
        return RULES.find(applied).map(Rule::name).orElse(applied);
    }
}
