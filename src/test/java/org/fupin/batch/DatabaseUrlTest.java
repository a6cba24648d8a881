package org.fupin.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    private static final String H2 =
            ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;LOCK_TIMEOUT=60000;WRITE_DELAY=0;"
                    + "DB_CLOSE_ON_EXIT=FALSE";
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
                .isEqualTo("jdbc:h2:mem:a;lock_timeout=5;MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
                        + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        assertThat(DatabaseUrl.parse("jdbc:mysql://db/x?connectTimeout=1", Path.of("/"))
                        .jdbc())
                .isEqualTo("jdbc:mysql://db/x?connectTimeout=1&rewriteBatchedStatements=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://db/fupin", "jdbc:"})
    void refusesOtherDatabases(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text, Path.of("/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + text + "' is no database for fupin");
    }

    @Test
    void showsNoPassword() {
        assertThat(DatabaseUrl.parse("jdbc:mysql://ann:secret@db/x?password=secret", Path.of("/")))
                .hasToString("jdbc:mysql://db/x");
        assertThat(DatabaseUrl.parse("jdbc:h2:mem:a;PASSWORD=secret", Path.of("/")))
                .hasToString("jdbc:h2:mem:a");
    }
}
