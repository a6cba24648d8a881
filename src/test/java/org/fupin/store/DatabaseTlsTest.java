package org.fupin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.LockTiming;
import org.fupin.testing.MariaDbServer;
import org.fupin.testing.TestCertificate;
import org.fupin.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TLS to the database, set in the JDBC URL as {@code src/site/markdown/installation.md} tells. */
class DatabaseTlsTest {

    private final Credentials user =
            new Credentials("tls" + UUID.randomUUID().toString().substring(0, 8), "only with TLS");

    private TestCertificate certificate;
    private TestDatabase database;

    @BeforeEach
    void makeAUserWhoMustUseTls() throws SQLException {
        database = TestDatabase.mariaDb();
        certificate = MariaDbServer.shared().certificate();
        asAdministrator("CREATE USER '" + user.user() + "'@'%' IDENTIFIED BY '" + user.password() + "' REQUIRE SSL");
        asAdministrator("GRANT ALL ON *.* TO '" + user.user() + "'@'%'");
    }

    @AfterEach
    void removeUser() throws SQLException {
        if (database != null) {
            asAdministrator("DROP USER '" + user.user() + "'@'%'");
        }
    }

    @Test
    void connectsToAServerWhoseCertificateAndNameAreRight() throws Exception {
        try (HikariDataSource pool = open("localhost", "VERIFY_IDENTITY", certificate);
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet status = statement.executeQuery("SHOW SESSION STATUS LIKE 'Ssl_version'")) {
            assertThat(status.next()).isTrue();
            assertThat(status.getString(2)).startsWith("TLSv1.");
        }
    }

    @Test
    void refusesAServerWhoseCertificateIsFromElsewhere() {
        TestCertificate other = TestCertificate.of("localhost");

        assertThatThrownBy(() -> open("localhost", "VERIFY_CA", other))
                .isInstanceOf(DatabaseUnreachableException.class)
                .hasMessageMatching(
                        "database jdbc:mysql://localhost:\\d+/\\w+ not reachable: the server's certificate was not"
                                + " accepted: .+ \\(sslMode and trustCertificateKeyStoreUrl in the JDBC URL say which are\\)");
    }

    @Test
    void refusesAServerThatIsNotTheOneItWasAskedFor() throws Exception {
        assertThatThrownBy(() -> open("127.0.0.1", "VERIFY_IDENTITY", certificate))
                .isInstanceOf(DatabaseUnreachableException.class)
                .hasMessageContaining("127.0.0.1")
                .hasMessageContaining("certificate was not accepted");
        open("127.0.0.1", "VERIFY_CA", certificate).close();
    }

    @Test
    void isRefusedWithoutTlsWhereTheUserMustHaveIt() {
        assertThatThrownBy(() -> open("localhost", "DISABLED", certificate))
                .isInstanceOf(DatabaseUnreachableException.class)
                .hasMessageContaining("Access denied");
    }

    private HikariDataSource open(String host, String mode, TestCertificate trusted) throws Exception {
        String url = database.url()
                .replace("127.0.0.1", host)
                .replace(
                        "sslMode=DISABLED",
                        "sslMode=" + mode + "&trustCertificateKeyStoreUrl=file:" + trusted.trustStore());
        return Database.open(DatabaseUrl.parse(url, Path.of("/")), user, 2, LockTiming.DEFAULT);
    }

    private void asAdministrator(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
