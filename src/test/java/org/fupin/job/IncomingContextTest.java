package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.fupin.intake.Incoming;
import org.fupin.intake.Incoming.Fingerprint;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class IncomingContextTest {

    private static final Fingerprint SEEN = new Fingerprint("ab12", 10, 20, 30, 40);

    @Test
    void carriesAFile() {
        Incoming file = new Incoming(Path.of("/inbox/a b/hebei.txt"), null, "a b/hebei.txt", SEEN);

        assertThat(IncomingContext.read(IncomingContext.of(file))).isEqualTo(file);
    }

    @Test
    void carriesAMemberOfAnArchive() {
        Incoming member =
                new Incoming(Path.of("/inbox/reports.zip"), "2012/hebei.txt", "reports.zip!/2012/hebei.txt", SEEN);

        assertThat(IncomingContext.read(IncomingContext.of(member))).isEqualTo(member);
    }

    @Test
    void knowsAContextWithoutADocument() {
        ExecutionContext other = new ExecutionContext();
        other.putString("region", "CN-HE");

        assertThat(IncomingContext.isIn(other)).isFalse();
        assertThat(IncomingContext.isIn(IncomingContext.of(new Incoming(Path.of("/inbox/a.txt"), null, "a.txt", SEEN))))
                .isTrue();
    }
}
