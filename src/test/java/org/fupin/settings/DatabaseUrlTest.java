package org.fupin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    private static final String H2 =
            ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;LOCK_TIMEOUT=60000;WRITE_DELAY=2000;"
                    + "MAX_COMPACT_TIME=3000;QUERY_CACHE_SIZE=64;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    private static final String MYSQL = "rewriteBatchedStatements=true&connectTimeout=10000";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    data/monthly             | jdbc:h2:file:/srv/jobs/data/monthly
                    /var/fupin/db            | jdbc:h2:file:/var/fupin/db
                    jdbc:h2:file:./db        | jdbc:h2:file:/srv/jobs/db
                    jdbc:h2:../db            | jdbc:h2:file:/srv/db
                    jdbc:h2:file:/var/x y/db | jdbc:h2:file:/var/x y/db
                    jdbc:h2:~/db             | jdbc:h2:~/db
                    jdbc:h2:mem:test         | jdbc:h2:mem:test
                    jdbc:h2:tcp://host/~/db  | jdbc:h2:tcp://host/~/db
                    """)
    void givesH2ItsOptions(String text, String url) {
        assertThat(DatabaseUrl.parse(text, Path.of("/srv/jobs")).jdbc()).isEqualTo(url + H2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    jdbc:mysql://db/fupin                | jdbc:mysql://db/fupin?
                    jdbc:mariadb://db:3307/fupin         | jdbc:mysql://db:3307/fupin?
                    jdbc:mysql://db/fupin?sslMode=DISABLED | jdbc:mysql://db/fupin?sslMode=DISABLED&
                    """)
    void givesMySqlItsOptions(String text, String url) {
        assertThat(DatabaseUrl.parse(text, Path.of("/srv")).jdbc()).isEqualTo(url + MYSQL);
    }

    @Test
    void keepsTheOptionsThatAreGiven() {
        assertThat(DatabaseUrl.parse("jdbc:h2:mem:a;lock_timeout=5;MODE=MySQL", Path.of("/"))
                        .jdbc())
                .isEqualTo(
                        "jdbc:h2:mem:a;lock_timeout=5;MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
                                + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=2000;MAX_COMPACT_TIME=3000;QUERY_CACHE_SIZE=64;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
        assertThat(DatabaseUrl.parse("jdbc:mysql://db/x?connectTimeout=1", Path.of("/"))
                        .jdbc())
                .isEqualTo("jdbc:mysql://db/x?connectTimeout=1&rewriteBatchedStatements=true");
    }

    @Test
    void knowsWhichOptionsItSets() {
        DatabaseUrl url = DatabaseUrl.parse("jdbc:mysql://db/x?socketTimeout=1000", Path.of("/"));

        assertThat(url.sets("sockettimeout")).isTrue();
        assertThat(url.sets("sessionVariables")).isFalse();
        assertThat(url.sets("Timeout=1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://db/fupin", "jdbc:"})
    void refusesOtherDatabases(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text, Path.of("/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("invalid database '" + text + "': expected jdbc:mysql://HOST/NAME");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://ann:c4nary@db/x",
                "jdbc:mysql://ann:c4n@ry:c4nary@db:3306/x?a=b",
                "jdbc:mysql://db/x?password=c4nary",
                "jdbc:mysql://db/x?user=ann&PASSWORD=c4nary&a=b",
                "jdbc:mysql://db/x?password1=c4nary",
                "jdbc:mysql://(host=db,user=ann,password=c4nary)/x",
                "jdbc:mysql://address=(host=db)(port=1)(password=c4nary)/x",
                "jdbc:mariadb://ann:c4nary@db/x",
                "jdbc:h2:mem:a;PASSWORD=c4nary",
                "jdbc:h2:file:/srv/a;USER=sa;password = c4nary",
                "jdbc:postgresql://ann:c4nary@db/x",
                "jdbc:postgresql://db/x?password=c4nary",
                "jdbc:oracle:thin:scott/c4nary@db:1521/x"
            })
    void refusesPasswordsWithoutShowingThem(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url, Path.of("/srv")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContainingAny("c4n");
    }

    @Test
    void showsNoOptions() {
        String secrets = "jdbc:mysql://ann@db/x?trustCertificateKeyStorePassword=c4nary";

        assertThat(DatabaseUrl.parse(secrets, Path.of("/"))).hasToString("jdbc:mysql://db/x");
    }

    @Test
    void letsAnEmptyPasswordPass() {
        assertThat(DatabaseUrl.parse("jdbc:mysql://db/x?user=root&password=&a=b", Path.of("/")))
                .hasToString("jdbc:mysql://db/x");
    }
}
