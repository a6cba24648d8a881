package org.fupin.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxFilesTest {

    @TempDir
    private Path inbox;

    @Test
    void findsFilesAtAnyDepthInTheOrderOfTheirPaths() throws IOException {
        file("b.txt");
        file("a/z.txt");
        file("a/b/c.html");
        file("B.txt");
        file("云南.txt");

        assertThat(InboxFiles.under(inbox).stream()
                        .map(file -> inbox.relativize(file).toString()))
                .containsExactly("B.txt", "a/b/c.html", "a/z.txt", "b.txt", "云南.txt");
    }

    @Test
    void leavesAloneWhatIsHiddenOrStillOnItsWay() throws IOException {
        file(".gitkeep");
        file(".snapshot/old.txt");
        file("upload.txt.part");
        file("upload.tmp");

        assertThat(InboxFiles.under(inbox)).isEmpty();
    }

    @Test
    void followsLinksAndKeepsThoseThatLeadNowhere(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("far.txt"), "far");
        Files.createSymbolicLink(inbox.resolve("linked"), elsewhere);
        Files.createSymbolicLink(inbox.resolve("dangling.txt"), elsewhere.resolve("gone.txt"));
        Files.createSymbolicLink(inbox.resolve("loop"), inbox);

        assertThat(InboxFiles.under(inbox).stream()
                        .map(file -> inbox.relativize(file).toString()))
                .containsExactly("dangling.txt", "linked/far.txt", "loop");
    }

    private void file(String path) throws IOException {
        Path file = inbox.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path);
    }
}
