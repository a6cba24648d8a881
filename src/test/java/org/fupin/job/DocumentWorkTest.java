package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.fupin.intake.Discovery;
import org.fupin.intake.Incoming;
import org.fupin.intake.Incoming.Fingerprint;
import org.fupin.intake.Intake;
import org.fupin.job.run.Progress;
import org.fupin.job.step.Extract;
import org.fupin.report.Publisher;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.RunScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentWorkTest {

    private static final Fingerprint SEEN = new Fingerprint("ab12", 10, 20, 30, 40);

    private final Extract work = new Extract(
            Intake.create(IntakeLimits.DEFAULT),
            new Discovery(),
            new PlanSink(null, null, null),
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
            Progress.NONE);

    @ParameterizedTest
    @CsvSource({
        "/inbox/a b/hebei.txt,, a b/hebei.txt",
        "/inbox/reports.zip, 2012/hebei.txt, reports.zip!/2012/hebei.txt"
    })
    void partitionsCarryFilesAndMembersOfArchives(Path file, String member, String name) {
        Incoming document = new Incoming(file, member, name, SEEN);

        assertThat(work.read(work.write(document))).isEqualTo(document);
        assertThat(work.write(document).values()).allMatch(value -> value instanceof String || value instanceof Long);
        // On another machine the inbox may be elsewhere.
        assertThat(work.write(document).values())
                .noneMatch(value -> value.toString().contains("/inbox"));
    }

    @Test
    void namesOnOneLine() {
        assertThat(work.label(new Incoming(Path.of("/inbox/x"), null, "a\nb.txt", SEEN)))
                .isEqualTo("a%0Ab.txt");
    }
}
