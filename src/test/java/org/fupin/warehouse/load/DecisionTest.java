package org.fupin.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.fupin.observation.document.SourceFile;
import org.fupin.warehouse.load.Decision.Placement;
import org.fupin.warehouse.load.HeldArticle.Edition;
import org.fupin.warehouse.load.LoadResult.ArticleOutcome;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final ProvinceYearKey HEBEI = new ProvinceYearKey("CN-HE", 2011);
    private static final Edition OLD = edition(1, "old", "old.txt");
    private static final Edition BY_M = edition(2, "of m", "m.txt");

    private static final HeldArticle HELD = new HeldArticle(OLD, OLD, null);
    private static final HeldArticle REPLACED = new HeldArticle(BY_M, OLD, rank("m.txt"));
    private static final HeldArticle ADDED_BY_M = new HeldArticle(BY_M, null, rank("m.txt"));
    private static final HeldArticle TAKEN_BACK = new HeldArticle(null, OLD, null);

    @Test
    void addsWhatIsNotHeld() {
        assertDecision(decide(null, "new", "a.txt"), Placement.ADD, ArticleOutcome.ADDED, true, null);
    }

    @Test
    void supersedesAnotherText() {
        assertDecision(decide(HELD, "new", "a.txt"), Placement.SUPERSEDE, ArticleOutcome.SUPERSEDED, true, null);
    }

    @Test
    void keepsTheSameText() {
        assertDecision(decide(HELD, "old", "a.txt"), Placement.HOLD_BEFORE, ArticleOutcome.UNCHANGED, false, null);
    }

    @Test
    void letsTheLastFileOfTheRunSpeak() {
        assertDecision(decide(REPLACED, "new", "a.txt"), Placement.OUTRANK, ArticleOutcome.OUTRANKED, false, null);
        assertDecision(decide(REPLACED, "of m", "a.txt"), Placement.COPY, ArticleOutcome.UNCHANGED, false, null);
        assertDecision(
                decide(REPLACED, "new", "z.txt"),
                Placement.SUPERSEDE,
                ArticleOutcome.SUPERSEDED,
                true,
                ArticleOutcome.SUPERSEDED);
        assertDecision(
                decide(ADDED_BY_M, "new", "z.txt"), Placement.ADD, ArticleOutcome.ADDED, true, ArticleOutcome.ADDED);
    }

    @Test
    void reopensWhatHeldBeforeTheRun() {
        assertDecision(
                decide(REPLACED, "old", "z.txt"),
                Placement.HOLD_BEFORE,
                ArticleOutcome.UNCHANGED,
                true,
                ArticleOutcome.SUPERSEDED);
        assertDecision(decide(TAKEN_BACK, "old", "a.txt"), Placement.HOLD_BEFORE, ArticleOutcome.UNCHANGED, true, null);
    }

    @Test
    void takesBackWhatHoldsStillAndThenAddsNothing() {
        EarlierReading reading = new EarlierReading(1, article("old year", "old"));
        IncomingDocument document =
                new IncomingDocument(OLD.file(), rank("old.txt"), List.of(article("key", "old")), List.of(reading));

        assertThat(Decision.decide(Map.of("old year", HELD), document))
                .extracting(Decision::placement, Decision::outcome)
                .containsExactly(tuple(Placement.TAKE_BACK, null), tuple(Placement.ADD, ArticleOutcome.SUPERSEDED));
        assertThat(Decision.decide(Map.of("old year", REPLACED), document))
                .extracting(Decision::placement, Decision::outcome)
                .containsExactly(tuple(Placement.ADD, ArticleOutcome.ADDED));
    }

    private static void assertDecision(
            Decision decision,
            Placement placement,
            ArticleOutcome outcome,
            boolean changesCurrent,
            @Nullable ArticleOutcome displaced) {
        assertThat(decision.placement()).isEqualTo(placement);
        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(decision.changesCurrent()).isEqualTo(changesCurrent);
        assertThat(decision.displaced()).isEqualTo(displaced);
    }

    private static Decision decide(@Nullable HeldArticle held, String text, String file) {
        IncomingDocument document = new IncomingDocument(
                edition(0, text, file).file(), rank(file), List.of(article("key", text)), List.of());
        List<Decision> decisions = Decision.decide(held == null ? Map.of() : Map.of("key", held), document);
        assertThat(decisions).hasSize(1);
        return decisions.get(0);
    }

    private static ArticleEdition article(String key, String text) {
        return new ArticleEdition(key, HEBEI, "Title", text);
    }

    private static Edition edition(long id, String text, String file) {
        return new Edition(id, text, new SourceFile(file, file, "text/plain", "UTF-8", 1));
    }

    private static EditionRank rank(String file) {
        return new EditionRank(1, 0, file, file);
    }
}
