package org.fupin.warehouse.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fupin.testing.DocumentBuilder.level;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Measure;
import org.fupin.observation.Programme;
import org.fupin.observation.Span;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.observation.finding.Severity;
import org.fupin.testing.DocumentBuilder;
import org.fupin.testing.TestDatabase;
import org.fupin.warehouse.WarehouseTestCase;
import org.fupin.warehouse.query.WarehouseExport.ArticleRecord;
import org.fupin.warehouse.query.WarehouseExport.FindingRecord;
import org.fupin.warehouse.query.WarehouseExport.LeftOutRecord;
import org.fupin.warehouse.query.WarehouseExport.ObservationRecord;
import org.fupin.warehouse.query.WarehouseExport.SectionRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WarehouseExportTest extends WarehouseTestCase {

    private static ExtractedDocument document(String name, int villages) {
        return DocumentBuilder.document(name)
                .furniture("Page {7}")
                .article("CN-XJ", "CN-SD", 2011, "Xinjiang {2011}")
                .section("Overview", Programme.OVERVIEW)
                .sentence(
                        "In {2011} [" + villages + "] villages and [3] towns.",
                        level(Measure.VILLAGES, "" + villages, "1", "villages"),
                        level(Measure.TOWNS, "3", "1", "towns"))
                .section("Funds", Programme.FUNDING)
                .author("Li Ming")
                .article("CN-GS", 2011, "Gansu")
                .section("Overview", Programme.OVERVIEW)
                .sentence("[9] wells.", level(Measure.FACILITIES, "9", "1", "wells"))
                .build();
    }

    private final ExtractedDocument old = document("b-old.txt", 34);
    private final ExtractedDocument b = document("b.txt", 35);
    private final ExtractedDocument a = DocumentBuilder.document("a.txt")
            .article("CN-HE", 2011, "Hebei")
            .section("Overview", Programme.OVERVIEW)
            .sentence("[5] towns.", level(Measure.TOWNS, "5", "1", "towns"))
            .build();

    @BeforeEach
    void loadDocuments() {
        load(old, startRun());
        long run = startRun();
        load(b, run);
        load(a, run);
    }

    private static <T> List<T> all(Consumer<Consumer<T>> export) {
        List<T> records = new ArrayList<>();
        export.accept(records::add);
        return records;
    }

    @Test
    void exportsWhatHoldsByDocumentAndOffset() {
        WarehouseExport export = bean(WarehouseExport.class);
        var xinjiang = b.articles().get(0);
        var gansu = old.articles().get(1);
        var hebei = a.articles().get(0);

        assertThat(all(export::articles))
                .containsExactly(
                        new ArticleRecord(
                                "a.txt",
                                a.document().file().id(),
                                "Hebei",
                                "CN-HE",
                                "",
                                2011,
                                hebei.article().span(),
                                "",
                                "",
                                ""),
                        new ArticleRecord(
                                "b-old.txt",
                                old.document().file().id(),
                                "Gansu",
                                "CN-GS",
                                "",
                                2011,
                                gansu.article().span(),
                                "",
                                "",
                                ""),
                        new ArticleRecord(
                                "b.txt",
                                b.document().file().id(),
                                "Xinjiang 2011",
                                "CN-XJ",
                                "CN-SD",
                                2011,
                                xinjiang.article().span(),
                                "Li Ming",
                                "",
                                ""));
        assertThat(all(export::sections))
                .containsExactly(
                        new SectionRecord(
                                "a.txt",
                                "Hebei",
                                "Overview",
                                Programme.OVERVIEW,
                                hebei.sections().get(0).section().begin()),
                        new SectionRecord(
                                "b-old.txt",
                                "Gansu",
                                "Overview",
                                Programme.OVERVIEW,
                                gansu.sections().get(0).section().begin()),
                        new SectionRecord(
                                "b.txt",
                                "Xinjiang 2011",
                                "Overview",
                                Programme.OVERVIEW,
                                xinjiang.sections().get(0).section().begin()),
                        new SectionRecord(
                                "b.txt",
                                "Xinjiang 2011",
                                "Funds",
                                Programme.FUNDING,
                                xinjiang.sections().get(1).section().begin()));
        List<ObservationRecord> expected = new ArrayList<>();
        hebei.observations()
                .forEach(o -> expected.add(new ObservationRecord("a.txt", "Hebei", "Overview", Programme.OVERVIEW, o)));
        gansu.observations()
                .forEach(o ->
                        expected.add(new ObservationRecord("b-old.txt", "Gansu", "Overview", Programme.OVERVIEW, o)));
        xinjiang.observations()
                .forEach(o -> expected.add(
                        new ObservationRecord("b.txt", "Xinjiang 2011", "Overview", Programme.OVERVIEW, o)));
        assertThat(all(export::observations)).isEqualTo(expected).hasSize(4);
    }

    @Test
    void exportsLeftOutNumbersOfWhatHolds() {
        assertThat(all(bean(WarehouseExport.class)::leftOut))
                .containsExactly(
                        // The document still holds for Gansu, so its furniture does; its Xinjiang article does not.
                        new LeftOutRecord("b-old.txt", new LeftOutNumber(new Span(5, 6), "7", LeftOutReason.FURNITURE)),
                        new LeftOutRecord("b.txt", new LeftOutNumber(new Span(5, 6), "7", LeftOutReason.FURNITURE)),
                        new LeftOutRecord("b.txt", new LeftOutNumber(new Span(16, 20), "2011", LeftOutReason.DATE)),
                        new LeftOutRecord("b.txt", new LeftOutNumber(new Span(34, 38), "2011", LeftOutReason.DATE)));
    }

    @Test
    void exportsFindingsWithTheirFigures() {
        ObservationRef inB = new ObservationRef(
                b.document().file().id(),
                b.articles().get(0).observations().findFirst().orElseThrow().begin());
        ObservationRef inA = new ObservationRef(
                a.document().file().id(),
                a.articles().get(0).observations().findFirst().orElseThrow().begin());
        Finding across = new Finding(
                FindingRule.CONTRADICTION, Severity.ERROR, false, List.of(inB, inA, inB), "35", "5", "Across.");
        Finding inOne = new Finding(FindingRule.SUM, Severity.WARNING, true, List.of(inA), "5", "5", "Holds.");
        Finding without = new Finding(FindingRule.AVERAGE, Severity.WARNING, false, List.of(), "", "", "None.");
        long run = startRun();
        transaction().executeWithoutResult(status -> {
            bean(Findings.class).replace("CN-XJ", 2011, List.of(across), run);
            bean(Findings.class).replace("CN-HE", 2011, List.of(inOne, without), run);
        });

        assertThat(all(bean(WarehouseExport.class)::findings))
                .containsExactly(
                        new FindingRecord("", List.of(), "CN-HE", 2011, without),
                        new FindingRecord("a.txt", List.of("a.txt"), "CN-HE", 2011, inOne),
                        new FindingRecord("b.txt", List.of("b.txt", "a.txt", "b.txt"), "CN-XJ", 2011, across));
    }

    @Test
    void consumerThatGivesUpLeavesTheConnectionFit() {
        WarehouseExport export = bean(WarehouseExport.class);

        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> export.observations(record -> {
                        throw new IllegalStateException("disk full");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("disk full");
        }

        assertThat(all(export::observations)).hasSize(4);
    }

    /** MySQL's driver allows no second statement on a connection whose result it has not read to the end. */
    @Test
    void rowsAreHandedOnAsTheyCome() {
        assumeTrue(server != TestDatabase.Server.H2, "skipped: H2 gives no sign of how it reads");
        WarehouseExport export = bean(WarehouseExport.class);

        assertThatThrownBy(() -> transaction()
                        .executeWithoutResult(status -> export.observations(record -> {
                            jdbc.queryForObject("SELECT 1", Integer.class);
                        })))
                .rootCause()
                .hasMessageContaining("Streaming result set");
    }
}
