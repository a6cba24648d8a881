package org.fupin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.fupin.intake.Conflicts.Contender;
import org.fupin.intake.Conflicts.Dispute;
import org.fupin.settings.OnConflict;
import org.fupin.warehouse.load.ArticleEdition;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.junit.jupiter.api.Test;

class ConflictsTest {

    /** @param articles title and text, as in {@code "Gansu=one"} */
    private static Contender file(String name, long changed, String... articles) {
        return contender(List.of(name), changed, true, articles);
    }

    private static Contender contender(List<String> files, long changed, boolean open, String... articles) {
        return new Contender(
                "hash of " + files.get(0),
                files,
                changed,
                open,
                Arrays.stream(articles)
                        .map(article -> article.split("="))
                        .map(parts -> new ArticleEdition(
                                "key of " + parts[0], new ProvinceYearKey("CN-GS", 2011), parts[0], parts[1]))
                        .toList());
    }

    private static List<String> turnedAway(OnConflict rule, Contender... contenders) {
        return Conflicts.among(List.of(contenders), rule).turnedAway().keySet().stream()
                .map(id -> id.replace("hash of ", ""))
                .sorted()
                .toList();
    }

    @Test
    void takesAllThatHaveTheirArticlesForThemselvesOrWordForWord() {
        Contender[] files = {
            file("a.txt", 1, "Gansu=one", "Hebei=one"), file("b.txt", 1, "Qinghai=one"), file("c.txt", 1, "Gansu=one")
        };

        assertThat(turnedAway(OnConflict.REJECT, files)).isEmpty();
        assertThat(turnedAway(OnConflict.NEWEST, files)).isEmpty();
        assertThat(Conflicts.among(List.of(files), OnConflict.REJECT).disputes())
                .isEmpty();
    }

    @Test
    void turnsAwayAllThatHaveAnArticleWithDifferentTextsAndNamesThem() {
        Conflicts conflicts = Conflicts.among(
                List.of(
                        file("2011/c.txt", 1, "Gansu=three"),
                        file("2011/a.txt", 2, "Gansu=one", "Hebei=one"),
                        file("2011/b.txt", 3, "Gansu=two")),
                OnConflict.REJECT);

        assertThat(conflicts.turnedAway())
                .containsOnlyKeys("hash of 2011/a.txt", "hash of 2011/b.txt", "hash of 2011/c.txt");
        assertThat(conflicts.turnedAway().values())
                .containsOnly(
                        "\"Gansu\" (CN-GS, 2011) stands in 2011/a.txt, 2011/b.txt and 2011/c.txt with different texts:"
                                + " keep one of the files, or set 'on-conflict: newest'");
    }

    @Test
    void turnsAwayACopyOfOneOfTwoTextsAsWell() {
        assertThat(turnedAway(
                        OnConflict.REJECT,
                        file("a.txt", 1, "Gansu=one"),
                        file("b.txt", 1, "Gansu=two"),
                        file("copy-of-a.txt", 1, "Gansu=one", "Hebei=one")))
                .containsExactly("a.txt", "b.txt", "copy-of-a.txt");
    }

    @Test
    void turnsAFileAwayWholeAndTellsAllOfItsDisputes() {
        Conflicts conflicts = Conflicts.among(
                List.of(
                        file("all.txt", 1, "Gansu=one", "Hebei=one", "Qinghai=one"),
                        file("gansu.txt", 1, "Gansu=two"),
                        file("hebei.txt", 1, "Hebei=two"),
                        file("tibet.txt", 1, "Tibet=one")),
                OnConflict.REJECT);

        assertThat(conflicts.turnedAway())
                .containsOnlyKeys("hash of all.txt", "hash of gansu.txt", "hash of hebei.txt")
                .hasEntrySatisfying("hash of all.txt", message -> assertThat(message)
                        .contains("all.txt and gansu.txt")
                        .contains("all.txt and hebei.txt"));
        assertThat(conflicts.disputes())
                .extracting(Dispute::files)
                .containsExactly(List.of("all.txt", "gansu.txt"), List.of("all.txt", "hebei.txt"));
    }

    @Test
    void namesTheFilesOfOneContentAll() {
        assertThat(Conflicts.among(
                                List.of(
                                        contender(List.of("a.txt", "z.txt"), 1, true, "Gansu=one"),
                                        file("b.txt", 1, "Gansu=two")),
                                OnConflict.REJECT)
                        .disputes())
                .extracting(Dispute::files)
                .containsExactly(List.of("a.txt", "b.txt", "z.txt"));
    }

    @Test
    void namesTheFirstOfManyArticles() {
        String[] one = IntStream.range(0, 31).mapToObj(i -> "P" + i + "=one").toArray(String[]::new);
        String[] two = IntStream.range(0, 31).mapToObj(i -> "P" + i + "=two").toArray(String[]::new);

        assertThat(Conflicts.among(List.of(file("a.txt", 1, one), file("b.txt", 1, two)), OnConflict.REJECT)
                        .disputes())
                .singleElement()
                .asString()
                .endsWith("(CN-GS, 2011) and 28 more articles stand in a.txt and b.txt with different texts");
    }

    @Test
    void newestTakesAllWhereOneTextWasChangedLast() {
        assertThat(turnedAway(
                        OnConflict.NEWEST,
                        file("a.txt", 1, "Gansu=one"),
                        file("b.txt", 2, "Gansu=two"),
                        file("c.txt", 2, "Gansu=two", "Hebei=one")))
                .isEmpty();
    }

    @Test
    void newestTurnsAwayAllWhereTwoTextsWereChangedLast() {
        Conflicts conflicts = Conflicts.among(
                List.of(
                        file("a.txt", 2, "Gansu=one"),
                        file("b.txt", 2, "Gansu=two"),
                        file("older.txt", 1, "Gansu=three")),
                OnConflict.NEWEST);

        assertThat(conflicts.turnedAway()).hasSize(3);
        assertThat(conflicts.turnedAway().values())
                .allMatch(message -> message.endsWith("with different texts, and those changed last at the same time:"
                        + " keep one of the files, or change it last"));
    }

    @Test
    void newestLooksAgainAtWhatIsLeft() {
        assertThat(turnedAway(
                        OnConflict.NEWEST,
                        file("a.txt", 3, "Gansu=one", "Hebei=one"),
                        file("b.txt", 3, "Gansu=two"),
                        file("c.txt", 2, "Hebei=two"),
                        file("d.txt", 2, "Hebei=three"),
                        file("e.txt", 1, "Hebei=two", "Qinghai=one")))
                .as("without a.txt none of the others is the newest on Hebei")
                .containsExactly("a.txt", "b.txt", "c.txt", "d.txt", "e.txt");
    }

    @Test
    void doesNotTurnAwayWhatIsLoadedOrNotWanted() {
        assertThat(turnedAway(
                        OnConflict.REJECT,
                        contender(List.of("loaded.txt"), 1, false, "Gansu=one"),
                        file("b.txt", 1, "Gansu=two")))
                .containsExactly("b.txt");
        assertThat(turnedAway(
                        OnConflict.REJECT,
                        contender(List.of("loaded.txt"), 1, false, "Gansu=one"),
                        contender(List.of("other.txt"), 1, false, "Gansu=two")))
                .isEmpty();
    }

    @Test
    void orderDoesNotMatter() {
        Random random = new Random(1);
        for (OnConflict rule : OnConflict.values()) {
            for (int i = 0; i < 300; i++) {
                List<Contender> files = new ArrayList<>();
                for (int f = 0; f < 6; f++) {
                    int own = f;
                    files.add(file(
                            "f" + f,
                            random.nextInt(3),
                            IntStream.range(0, 3)
                                    .filter(p -> random.nextBoolean() || p == own % 3)
                                    .mapToObj(p -> "P" + p + "=" + random.nextInt(3))
                                    .toArray(String[]::new)));
                }
                Conflicts one = Conflicts.among(files, rule);
                Collections.shuffle(files, random);
                Conflicts other = Conflicts.among(files, rule);

                assertThat(other.turnedAway()).isEqualTo(one.turnedAway());
                assertThat(other.disputes()).isEqualTo(one.disputes());
                List<Contender> taken = files.stream()
                        .filter(file -> !one.turnedAway().containsKey(file.id()))
                        .toList();
                assertThat(Conflicts.among(taken, rule).disputes()).isEmpty();
            }
        }
    }
}
