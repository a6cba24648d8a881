package org.fupin.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.warehouse.load.WarehouseLoader.Arrived;
import org.junit.jupiter.api.Test;

/** Several files in one transaction come to what they come to one after another. */
class LoadedTogetherTest extends LoadingTestCase {

    private static final ReadBy READER = new ReadBy("1.0", "a".repeat(64));

    private static final List<ExtractedDocument> FILES = List.of(
            hebei("a.txt", 10),
            stating("b.txt", 2011, Map.of(GANSU, 4)),
            // The article of a, with another text, beside one of its own.
            stating("c.txt", 2011, Map.of(HEBEI, 20, "CN-SX", 7)),
            // The same content once more, and the text of b in another file.
            renamed(hebei("a.txt", 10), "d.txt"),
            stating("e.txt", 2011, Map.of(GANSU, 4, "CN-YN", 1)),
            hebei("f.txt", 5));

    @Test
    void resultsAndRowsAreTheSame() {
        for (boolean held : List.of(false, true)) {
            for (int first = 0; first < FILES.size(); first++) {
                List<ExtractedDocument> files = new ArrayList<>(FILES.subList(first, FILES.size()));
                files.addAll(FILES.subList(0, first));

                long run = openWarehouse(held);
                List<LoadResult> apart =
                        files.stream().map(file -> load(file, run)).toList();
                assertConsistent();
                List<String> holding = current();

                long again = openWarehouse(held);
                assertThat(together(files, again))
                        .usingRecursiveFieldByFieldElementComparator()
                        .isEqualTo(apart);
                assertConsistent();
                assertThat(current()).isEqualTo(holding);
            }
        }
    }

    @Test
    void notesWhatReadThem() {
        together(FILES, startRun());

        assertThat(count("source_document WHERE read_by_version = ? AND read_by_rules = ?", "1.0", READER.rules()))
                .isEqualTo(5);
    }

    @Test
    void noneIsLoadedWhereOneDoesNotFit() {
        ExtractedDocument other = hebei("x.txt", 1);
        ExtractedDocument bad = new ExtractedDocument(other.document(), List.of(), List.of());
        long run = startRun();

        assertThatThrownBy(() -> together(List.of(FILES.get(0), bad), run))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(count("source_document")).isZero();
    }

    private long openWarehouse(boolean held) {
        openEmptyWarehouse();
        if (held) {
            load(hebei("f.txt", 6), startRun());
        }
        return startRun();
    }

    private List<LoadResult> together(List<ExtractedDocument> files, long run) {
        List<Arrived> arrived =
                files.stream().map(file -> new Arrived(file, null)).toList();
        return Objects.requireNonNull(transaction().execute(status -> loader.load(arrived, READER, run)));
    }
}
