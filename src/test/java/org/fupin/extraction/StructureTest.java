package org.fupin.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Clause;
import org.fupin.extraction.structure.Enumeration;
import org.fupin.extraction.structure.Figure;
import org.fupin.extraction.structure.Role;
import org.fupin.extraction.structure.Structure;
import org.junit.jupiter.api.Test;

/** How sentences are taken apart: clauses with their subjects, roles of figures, enumerations. */
class StructureTest {

    private static SentenceContext read(String sentence) {
        ReadFigures figures = new ReadFigures();
        Sentences.read(figures, Map.of(), sentence);
        return figures.mentions.get(0).sentence;
    }

    /** Each clause as "subject | predicate". */
    private static List<String> clauses(String sentence) {
        SentenceContext context = read(sentence);
        List<String> clauses = new ArrayList<>();
        for (Clause clause : context.structure().clauses()) {
            clauses.add(context.tokens.raw(clause.subjectFrom(), clause.subjectTo()) + " | "
                    + context.tokens.raw(clause.verbFrom(), clause.verbTo()));
        }
        return clauses;
    }

    private static List<Role> roles(String sentence) {
        SentenceContext context = read(sentence);
        Structure structure = context.structure();
        return context.figures().stream().map(structure::role).toList();
    }

    /** Each item of the one enumeration as its amount with its shares. */
    private static List<String> items(String sentence) {
        SentenceContext context = read(sentence);
        List<Enumeration> all = context.structure().enumerations();
        assertThat(all).hasSize(1);
        return all.get(0).items().stream()
                .map(item -> text(context, item.amount())
                        + item.shares().stream()
                                .map(share -> " " + text(context, share))
                                .reduce("", String::concat))
                .toList();
    }

    private static String text(SentenceContext context, Figure figure) {
        return context.tokens.raw(figure.lead(), figure.to());
    }

    @Test
    void aClauseBeginsWithTheSubjectOfTheNextPredicate() {
        assertThat(clauses("In 2012, the county dug 30 wells, and the banks lent 4 million yuan."))
                .containsExactly("the county | dug", "the banks | lent");
    }

    @Test
    void aVerbBehindAConjunctionSharesTheSubject() {
        assertThat(clauses("The office trained 300 cooks, opened 20 shops and repaired 4 bridges."))
                .containsExactly("The office | trained", "The office | opened", "The office | repaired");
    }

    @Test
    void aSubjectOfSeveralIsNotParted() {
        assertThat(clauses("The county built 20 ponds and the city and county offices put in 5 million yuan."))
                .containsExactly("The county | built", "the city and county offices | put");
    }

    @Test
    void aParticipleBehindItsNounIsNoPredicate() {
        assertThat(clauses("Funds raised by the villagers reached 3 million yuan."))
                .containsExactly("Funds raised by the villagers | reached");
        assertThat(clauses("Of 40 clubs visited, 12 needed help.")).containsExactly("12 | needed");
    }

    @Test
    void aParticipleBeforeItsNounIsNoPredicate() {
        assertThat(clauses("The 500 registered herders sold 900 sheep."))
                .containsExactly("The 500 registered herders | sold");
    }

    @Test
    void whatThePredicateIsSaidOfIsTheSubject() {
        assertThat(roles("In 2012, 64 million yuan of relief funds was granted to 8 towns."))
                .containsExactly(Role.SUBJECT, Role.OBLIQUE);
    }

    @Test
    void anInThatBelongsToTheVerbGovernsNothing() {
        assertThat(roles("The firms put in 7 million yuan for 12 ponds in 16 valleys."))
                .containsExactly(Role.OBJECT, Role.OBLIQUE, Role.OBLIQUE);
    }

    @Test
    void theItemsOfALabelHaveAmountsAndShares() {
        assertThat(items(
                        "Loans by use: 21 million yuan for tea, accounting for 60% of the total; 7 million yuan for bees,"
                                + " accounting for 20%; and 7 million yuan for fish, 20%."))
                .containsExactly("21 million yuan 60%", "7 million yuan 20%", "7 million yuan 20%");
    }

    @Test
    void theItemsOfATotalMayBeNamedBeforeTheirAmounts() {
        assertThat(items("The towns collected 9 million yuan, including gifts of 6 million yuan, 67%, and dues of"
                        + " 3 million yuan, 33%."))
                .containsExactly("6 million yuan 67%", "3 million yuan 33%");
    }

    @Test
    void likeClausesBesideEachOtherAreAnEnumeration() {
        assertThat(items("23 million yuan was used for roads, accounting for 50%; 14 million yuan was spent on pumps,"
                        + " accounting for 30%, and 9 million yuan on barns, accounting for 20%."))
                .containsExactly("23 million yuan 50%", "14 million yuan 30%", "9 million yuan 20%");
    }

    @Test
    void clausesWithFiguresOfTheirOwnAreNone() {
        assertThat(read("The county dug 30 wells and planted 400 trees.")
                        .structure()
                        .enumerations())
                .isEmpty();
        assertThat(read("The 40 shops opened and 17 of them sold 300 lamps.")
                        .structure()
                        .enumerations())
                .isEmpty();
    }
}
