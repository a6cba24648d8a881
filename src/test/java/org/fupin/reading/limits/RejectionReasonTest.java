package org.fupin.reading.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The handbook's table of rejected files, against the reasons there are. */
class RejectionReasonTest {

    private static final String HEADING = "### A file was rejected\n";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void theHandbookHasEachReasonOnceAndNoOther() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/operation.md"));
        String section = page.substring(page.indexOf(HEADING) + HEADING.length());
        List<String> codes = section.substring(0, section.indexOf("\n### "))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(row -> CODE.matcher(row.split("\\|")[1]).results().map(code -> code.group(1)))
                .toList();

        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(Stream.of(RejectionReason.values())
                        .map(RejectionReason::code)
                        .toList());
    }
}
