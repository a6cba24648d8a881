package org.fupin.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import org.fupin.observation.Sha256;
import org.fupin.publish.OutputStates.Standing;
import org.fupin.warehouse.ledger.ReportState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputStatesTest {

    private static final String REPORT = "report.pdf";

    @TempDir
    private Path out;

    /** An hour from now, when no file is young. */
    private final long later = System.currentTimeMillis() + 3_600_000;

    private Map<String, ReportState> known(OutputStates states) {
        Map<String, ReportState> known = new HashMap<>();
        states.news().forEach(state -> known.put(state.path(), state));
        return known;
    }

    private OutputStates later(Map<String, ReportState> known) {
        return new OutputStates(out, known, () -> later);
    }

    @Test
    void readsAFileOnceAsLongAsNobodyTouchesIt() throws IOException {
        Files.writeString(out.resolve(REPORT), "content");
        OutputStates states = later(Map.of());
        assertThat(states.find(REPORT)).contains(new Standing(sha256("content"), 7));
        ReportState state = known(states).get(REPORT);

        OutputStates again = later(Map.of(REPORT, new ReportState(REPORT, "as noted", 7, state.fileState())));

        assertThat(again.find(REPORT)).contains(new Standing("as noted", 7));
        assertThat(again.news()).isEmpty();
    }

    @Test
    void readsAFileAgainThatWasWrittenInPlaceWithItsTimeSetBack() throws IOException {
        Path file = out.resolve(REPORT);
        Files.writeString(file, "content");
        FileTime time = Files.getLastModifiedTime(file);
        OutputStates states = later(Map.of());
        states.find(REPORT);
        Object changed = Files.getAttribute(file, "unix:ctime");
        // Within one tick of the clock the system would not tell the difference.
        do {
            Files.writeString(file, "another");
            Files.setLastModifiedTime(file, time);
        } while (Files.getAttribute(file, "unix:ctime").equals(changed));

        assertThat(later(known(states)).find(REPORT)).contains(new Standing(sha256("another"), 7));
    }

    @Test
    void knowsWhatWasJustWrittenAndNotesNothingYoung() throws IOException {
        Files.writeString(out.resolve(REPORT), "content");
        long now = Files.getLastModifiedTime(out.resolve(REPORT)).toMillis();
        OutputStates states = new OutputStates(out, Map.of(), () -> now);

        states.wrote(REPORT, "as written");

        assertThat(states.find(REPORT)).contains(new Standing("as written", 7));
        assertThat(states.news())
                .as("it could be written again within the same tick")
                .isEmpty();
    }

    @Test
    void findsNothingWhereNothingIs() throws IOException {
        OutputStates states = later(Map.of(REPORT, new ReportState(REPORT, "as noted", 7, "1 1 1")));

        assertThat(states.find(REPORT)).isEmpty();
    }

    private static String sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
