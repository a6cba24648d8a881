package org.fupin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.fupin.testing.Launched;
import org.fupin.testing.Launched.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jobs/fupin} in a checkout where nothing was built yet. */
class CheckoutIT {

    private static final Path JAR = Path.of("target/fupin.jar").toAbsolutePath();

    @TempDir
    private Path checkout;

    private Path launcher;

    @BeforeEach
    void checkOut() throws IOException {
        launcher = Files.createDirectory(checkout.resolve("jobs")).resolve("fupin");
        Files.copy(Launched.launcher(), launcher);
        Files.createFile(checkout.resolve("pom.xml"));
    }

    /** The build in its place makes the program and starts it, as the real one does to lay it out. */
    @Test
    void buildsTheProgramOnce() throws Exception {
        maven("""
                cp '%s' target/fupin.jar
                jobs/fupin --version
                """.formatted(JAR));

        Ended first = version();

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).matches("fupin \\d+\\.\\d+\\.\\d+ \\(Java .+\\)\\R");
        assertThat(first.err()).isEqualTo("fupin: building the program, once; this takes a minute or two\n");
        assertThat(version().err()).isEmpty();
    }

    @Test
    void saysThatTheBuildFailed() throws Exception {
        maven("""
                echo 'no such plugin'
                exit 1
                """);

        Ended ended = version();

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("no such plugin\n", "fupin: the build failed, see ");
        assertThat(checkout.resolve("target/.building")).doesNotExist();
    }

    private void maven(String script) throws IOException {
        Path bin = Files.createDirectory(checkout.resolve("bin"));
        Path maven = Files.writeString(bin.resolve("mvn"), "#!/usr/bin/env bash\nset -e\n" + script);
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended version() throws Exception {
        String path = checkout.resolve("bin") + ":" + System.getenv("PATH");
        return Launched.start(checkout, Map.of("PATH", path), List.of(launcher.toString(), "--version"))
                .end();
    }
}
