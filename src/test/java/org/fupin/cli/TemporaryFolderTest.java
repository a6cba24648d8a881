package org.fupin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {

    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void give() throws IOException {
        folder = Files.createDirectories(parent.resolve("fupin-tmp.abcdef"));
        Files.createFile(folder.resolve("lock"));
        Files.createFile(Files.createDirectories(folder.resolve("fonts/used")).resolve("a.ttf"));
        Files.createFile(folder.resolve("zip"));
    }

    @Test
    void goesWithAllThatIsInIt() {
        TemporaryFolder.delete(folder);

        assertThat(parent).isEmptyDirectory();
    }

    /** A folder without its lock would stay for ever: the launcher removes what has a lock that nobody holds. */
    @RepeatedTest(20)
    void keepsItsLockWhileAnythingIsLeft() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        Thread writer = new Thread(() -> writeUntil(ended));
        writer.start();
        try {
            while (writer.isAlive() && !Files.exists(folder.resolve("20.tmp"))) {
                Thread.onSpinWait();
            }
            TemporaryFolder.delete(folder);
        } finally {
            ended.set(true);
            writer.join();
        }

        assertThat(!Files.exists(folder) || Files.exists(folder.resolve("lock")))
                .as("gone, or with its lock")
                .isTrue();
    }

    private void writeUntil(AtomicBoolean ended) {
        for (int i = 0; !ended.get(); i++) {
            try {
                Files.createFile(folder.resolve(i + ".tmp"));
            } catch (IOException e) {
                return;
            }
        }
    }
}
