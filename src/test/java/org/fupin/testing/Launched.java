package org.fupin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * The packaged program as a process, installed and started as an operator does. Its launcher becomes Java, so that a signal
 * reaches the program itself. What it prints goes to files of its own and can be read while it runs.
 */
public final class Launched implements AutoCloseable {

    private static final long TIMEOUT_SECONDS = 300;

    /** Where the build has {@code jobs/install} lay the program out, before the tests that start it. */
    private static final Path INSTALLED = Path.of("target/installed/current/bin/fupin");

    /** How a process ended; the code is 128 + the signal's number where a signal ended it. */
    public record Ended(int code, String out, String err) {}

    private final List<String> command;
    private final Process process;
    private final Path out;
    private final Path err;

    private Launched(List<String> command, Process process, Path out, Path err) {
        this.command = command;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** The launcher in the checkout, {@code jobs/fupin}. */
    public static Path launcher() {
        return Path.of("jobs/fupin").toAbsolutePath();
    }

    /** The launcher as it is installed. */
    public static Path installed() {
        return INSTALLED.toAbsolutePath();
    }

    /** {@code fupin} with these arguments, in a folder. */
    public static Launched fupin(Path folder, String... arguments) {
        return fupin(folder, Map.of(), arguments);
    }

    /** {@code fupin} with these arguments, in a folder, with variables beside those of the test's own environment. */
    public static Launched fupin(Path folder, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(installed().toString()));
        command.addAll(List.of(arguments));
        return start(folder, environment, command);
    }

    public static Launched start(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile("fupin", ".out");
            Path err = Files.createTempFile("fupin", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            // Tests are quiet; the program is as it is at an operator's.
            builder.environment().remove("FUPIN_LOG_LEVEL");
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            return new Launched(List.copyOf(command), process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end. */
    public Ended end() throws InterruptedException {
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " does not end; so far it said: " + err());
        }
        Ended ended = new Ended(process.exitValue(), out(), err());
        close();
        return ended;
    }

    /** What it printed to standard output so far. */
    public String out() {
        return text(out);
    }

    /** What it printed to standard error so far. */
    public String err() {
        return text(err);
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until its standard error has a match for a regular expression; fails where it ends before. */
    public Launched awaitErr(String regex) throws InterruptedException {
        Pattern pattern = Pattern.compile(regex);
        return await("standard error has " + regex, () -> pattern.matcher(err()).find());
    }

    /** Waits until something has come true; fails where the process ends before. */
    public Launched await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() && !condition.getAsBoolean()) {
                throw new AssertionError(
                        command + " ended with " + process.exitValue() + " before " + what + "; it said: " + err());
            }
            if (System.nanoTime() - end > 0) {
                process.destroyForcibly();
                throw new AssertionError(command + " runs on and never " + what + "; it said: " + err());
            }
            Thread.sleep(10);
        }
        return this;
    }

    /** Asks it to stop: SIGTERM. */
    public Launched terminate() {
        process.destroy();
        return this;
    }

    /** Kills it: SIGKILL. */
    public Launched kill() {
        process.destroyForcibly();
        return this;
    }

    /** Sends a signal by its name, such as INT or STOP. */
    public Launched signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
                .start()
                .waitFor();
        if (code != 0) {
            throw new AssertionError("kill -" + name + " " + pid() + " gave " + code);
        }
        return this;
    }

    /** Kills it if it still runs, and deletes what it printed. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
