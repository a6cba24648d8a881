package org.fupin.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.fupin.cli.Results;
import org.fupin.job.RunResult;
import org.fupin.job.run.Count;
import org.fupin.job.run.Progress;
import org.fupin.report.Publisher;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.RunScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunSummaryTest {

    private static final Instant STARTED = Instant.parse("2026-03-01T03:00:00Z");

    private final RunSummary summary = summary(Results.withOneRejected());

    private static RunSummary summary(RunResult result) {
        return new RunSummary(
                result,
                new JobDefinition(
                        "monthly",
                        Path.of("/inbox"),
                        Path.of("/out"),
                        DatabaseUrl.parse("jdbc:h2:mem:none", Path.of("/")),
                        null,
                        1,
                        RunScope.ALL,
                        IntakeLimits.DEFAULT,
                        Publisher.UNKNOWN,
                        null,
                        null),
                new RunRecorder(Progress.NONE, System::nanoTime),
                STARTED,
                STARTED.plusMillis(12_250),
                ExitCode.REJECTED);
    }

    @Test
    void tellsTheCountsByTopic() {
        assertThat(summary.text().lines())
                .containsExactly(
                        "run 12 of monthly for 2026-03 (attempt 1): done, 12.3 seconds",
                        "  files         2 found, 3 loaded, 4 known already, 5 rejected, 6 left for the next run, 7 out of"
                                + " scope, 8 documents read by another version of the program or its rules",
                        "    rejected    empty.txt: the file is empty (0 bytes) (empty)",
                        "  articles      9 added, 10 superseded, 11 displaced by a newer file",
                        "  observations  12 added, 13 numbers left out, 14 of them outside of every article",
                        "  checks        18 errors, 19 warnings, 20 identities that hold, 21 province-years audited",
                        "  reports       22 new or changed, 23 made again with the same content, 24 withdrawn, in"
                                + " /out",
                        "    no summary of 2009, 2011: reports of 2 provinces, 3 are needed",
                        "    no summary of 2008: reports of 1 province, 3 are needed");
    }

    @Test
    void namesTheFirstOfManyRejectedFilesAndInJsonAll() {
        RunSummary many = summary(Results.withRejected(379));

        assertThat(many.text().lines())
                .filteredOn(line -> line.startsWith("    rejected"))
                .hasSize(21)
                .last()
                .isEqualTo("    rejected    ... and 359 more, see fupin status");
        assertThat(JsonMapper.shared().readTree(many.json()).get("rejected")).hasSize(379);
    }

    @Test
    void namesAllOfAFew() {
        assertThat(summary(Results.withRejected(20)).text().lines())
                .filteredOn(line -> line.startsWith("    rejected"))
                .hasSize(20)
                .noneMatch(line -> line.contains("more"));
    }

    @ParameterizedTest
    @EnumSource
    void hasEachCountAsAField(Count count) {
        JsonNode json = JsonMapper.shared().readTree(summary.json());

        assertThat(json.get(count.code()).asLong()).isEqualTo(Results.number(count));
    }

    @Test
    void takesAsLongAsTheCommand() {
        assertThat(JsonMapper.shared().readTree(summary.json()).get("seconds").asDouble())
                .isEqualTo(12.25);
    }

    @ParameterizedTest
    @EnumSource
    void isExplainedInTheHandbook(Count count) throws IOException {
        Count.Metric metric = count.metric();

        assertThat(Files.readString(Path.of("src/site/markdown/monitoring.md")))
                .contains("`" + count.code() + "`")
                .contains(metric == null ? "" : "`" + metric.name())
                .contains(metric == null ? "" : metric.value())
                .contains(count.logged() == null ? "" : "`" + count.logged() + "`");
    }
}
