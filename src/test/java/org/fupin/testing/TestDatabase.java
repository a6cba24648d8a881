package org.fupin.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fupin.warehouse.WarehouseConfiguration;
import org.junit.jupiter.api.Assumptions;

/** A database of a test's own, empty at first. */
public record TestDatabase(String url, String user, String password) {

    /** Where the tests of the warehouse run. */
    public enum Server {
        H2,
        MARIADB,
        /** See {@link TestDatabase#ofEnvironment}. */
        ENVIRONMENT;

        /** A new database there; the test is skipped where there is no such server. */
        public TestDatabase newDatabase() {
            return switch (this) {
                case H2 -> h2();
                case MARIADB -> mariaDb();
                case ENVIRONMENT -> ofEnvironment();
            };
        }

        /** A new database with the tables of a warehouse and nothing in them; the test is skipped where there is no such server. */
        public TestDatabase newWarehouse() {
            TestDatabase database = newDatabase();
            EmptyWarehouse.on(this).putInto(database);
            return database;
        }
    }

    /** In the memory of the JVM. */
    public static TestDatabase h2() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + WarehouseConfiguration.H2_SETTINGS;
        return new TestDatabase(url, "sa", "");
    }

    /** On the server that the build brings; the test is skipped where there is none for the platform. */
    public static TestDatabase mariaDb() {
        MariaDbServer server = MariaDbServer.shared();
        return new TestDatabase(server.newDatabase(), server.user(), server.password());
    }

    /**
     * On the server that the variable {@code FUPIN_TEST_JDBC_URL} names, such as {@code jdbc:mysql://host:3306/}, with
     * {@code FUPIN_TEST_JDBC_USER} and {@code FUPIN_TEST_JDBC_PASSWORD}; the test is skipped where it is not set. The
     * user must be allowed to create databases; they are named {@code fupin_test_...} and stay.
     */
    public static TestDatabase ofEnvironment() {
        String server = System.getenv("FUPIN_TEST_JDBC_URL");
        Assumptions.assumeTrue(server != null, "skipped: FUPIN_TEST_JDBC_URL names no server");
        String user = Objects.requireNonNullElse(System.getenv("FUPIN_TEST_JDBC_USER"), "root");
        String password = Objects.requireNonNullElse(System.getenv("FUPIN_TEST_JDBC_PASSWORD"), "");
        String name = "fupin_test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(server, user, password)) {
            connection.createStatement().execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        } catch (SQLException e) {
            throw new IllegalStateException("no database at " + server, e);
        }
        String url = server.replaceFirst("^(jdbc:mysql://[^/?]+)/?[^?]*", "$1/" + name);
        return new TestDatabase(
                url + (url.contains("?") ? "&" : "?") + "rewriteBatchedStatements=true", user, password);
    }

    /** As the properties of Spring Boot, {@code name=value}. */
    public List<String> properties() {
        return List.of(
                "spring.datasource.url=" + url,
                "spring.datasource.username=" + user,
                "spring.datasource.password=" + password);
    }
}
