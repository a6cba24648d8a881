package org.fupin.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** The rules that applied to the figure in braces, to any figure where there are none. */
    private static Set<String> appliedTo(String sentences) {
        ReadFigures read = new ReadFigures();
        int open = sentences.replace("|", " ").indexOf('{');
        Sentences.read(read, sentences.replace("{", "").replace("}", "").split("\\|"));
        return read.mentions.stream()
                .filter(mention -> open < 0 || mention.begin() == open)
                .flatMap(mention -> mention.rules.names().stream())
                .map(RulesTest::row)
                .collect(Collectors.toCollection(TreeSet::new));
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
