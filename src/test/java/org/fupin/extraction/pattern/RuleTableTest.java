package org.fupin.extraction.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.text.Vocabulary;
import org.fupin.observation.Dimension;
import org.fupin.observation.Status;
import org.fupin.reference.ExtractionRules;
import org.fupin.reference.ExtractionRules.Basis;
import org.fupin.reference.ExtractionRules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of a pass: which apply to a figure, and which are refused. */
class RuleTableTest {

    private static final Keys FACTS =
            Keys.NONE.with("dimension", Dimension.class).withText("heading").withText("value");
    private static final Keys SET = Keys.NONE.with("status", Status.class);

    private final Vocabulary vocabulary = new Vocabulary();

    @Test
    void firstRowThatAppliesDecides() {
        RuleTable table = table(
                rule("never", "never @", "", "", "status=standard"),
                rule("planned", "will .. @", "", "", "status=planned"),
                rule("later", "will .. @", "", "", "status=actual"));
        TextScene scene = scene("It will dig {5} wells");
        Applied applied = table.in(scene).first(scene.figure);
        assertThat(applied).isNotNull();
        assertThat(applied.rule()).isEqualTo("planned");
        assertThat(applied.value("status")).isEqualTo("planned");
        assertThat(applied.from()).isEqualTo(1);
        assertThat(applied.to()).isEqualTo(2);
        assertThat(table.in(scene).all(scene.figure)).extracting(Applied::rule).containsExactly("planned", "later");
    }

    @Test
    void exceptionForbids() {
        RuleTable table = table(rule("planned", "will .. @", "not .. @", "", "status=planned"));
        TextScene scene = scene("It will not dig {5} wells");
        assertThat(table.in(scene).first(scene.figure)).isNull();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "dimension=money, true",
        "dimension=area|money, true",
        "dimension=area, false",
        "dimension!=money, false",
        "heading~credit, true",
        "heading~wells|credit, true",
        "heading!~credit, false",
        "dimension=money; heading~wells, false",
        "dimension=, false",
        "dimension!=, true",
        "value<13, true",
        "value<12.5, false",
        "value>12, true",
        "value!>12, false",
        "heading<13, false",
    })
    void conditionsHoldOfTheFigure(String where, boolean holds) {
        RuleTable table = table(rule("by-facts", "", "", where, "status=standard"));
        TextScene scene = scene("It paid {5}");
        assertThat(table.in(scene).first(scene.figure) != null).isEqualTo(holds);
    }

    @Test
    void rowsOfThePassItselfAreNotInIt() {
        RuleTable table = table(rule("of-the-pass", "", "", "", ""));
        TextScene scene = scene("It paid {5}");
        assertThat(table.in(scene).all(scene.figure)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '#',
            value = {
                "never # # # status=planned # rules/status.csv: rule planned-verb, column when: 'never'",
                "@ # no # # status=planned # column unless: 'no'",
                "@ # # colour=red # status=planned # column where: unknown key 'colour', expected one of dimension, heading, value",
                "@ # # dimension=gold # status=planned # column where: unknown dimension 'gold', expected one of area,",
                "@ # # dimension # status=planned # column where: 'dimension', expected key=code",
                "@ # # value<many # status=planned # expected a number behind <",
                "@ # # heading~ # status=planned # expected words behind ~",
                "@ # # # status=done # column set: unknown status 'done', expected one of actual, planned, standard",
                "@ # # # unit=CNY # column set: unknown key 'unit', expected one of status",
                "@ # # # planned # column set: 'planned', expected key=code",
            })
    void errorsAreRefusedAtTheStart(String when, String unless, String where, String set, String message) {
        Rule rule = rule("planned-verb", when, text(unless), text(where), set);
        assertThatThrownBy(() -> table(rule))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }

    private RuleTable table(Rule... rules) {
        return new RuleTable.Compiler(ExtractionRules.load(), vocabulary, FACTS, Set.of()).table(List.of(rules), SET);
    }

    private static Rule rule(String name, String when, String unless, String where, String set) {
        return new Rule(
                name, List.of("status"), List.of("status"), when, unless, where, set, Basis.STATED, "Why", "", "", "");
    }

    private static TextScene scene(String text) {
        return new TextScene(text, Map.of("dimension", "money", "heading", "small credit", "value", "12.5"), Map.of());
    }
}
