package org.fupin.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fupin.reference.ExtractionRules;
import org.fupin.reference.ExtractionRules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The rules that the passes name and the table that says what they mean are the same. */
class RulesTest {

    /** Sentences for rules that neither the samples nor the cases have; {@code |} stands between two sentences. */
    private static final String SENTENCES = "/extraction/rules.csv";

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
    void everyRowIsARuleOfTheCode() throws IOException {
        Set<String> left = new TreeSet<>();
        RULES.all().forEach(rule -> left.add(rule.name()));
        READ.applied.forEach(applied -> left.remove(row(applied.rule())));
        left.removeAll(ownSentences());
        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @CsvFileSource(resources = SENTENCES, numLinesToSkip = 1)
    void ruleAppliesToItsSentence(String rule, String sentence) {
        ReadFigures read = new ReadFigures();
        Sentences.read(read, sentence.split("\\|"));
        assertThat(read.applied).extracting(applied -> row(applied.rule())).contains(rule);
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

    /** The rules that have a sentence of their own in the test's table. */
    private static Set<String> ownSentences() throws IOException {
        try (InputStream in = RulesTest.class.getResourceAsStream(SENTENCES)) {
            String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return table.lines().skip(1).map(line -> line.split(",", 2)[0]).collect(Collectors.toSet());
        }
    }

    private static String row(String applied) {
        return RULES.find(applied).map(Rule::name).orElse(applied);
    }
}
