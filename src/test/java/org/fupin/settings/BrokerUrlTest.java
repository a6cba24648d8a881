package org.fupin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerUrlTest {

    @TempDir
    private Path folder;

    @Test
    void takesHostPortAndTls() throws IOException {
        Path authority = Files.writeString(folder.resolve("ca.pem"), "");

        assertThat(BrokerUrl.parse("tcp://broker.example:61617", folder))
                .isEqualTo(new BrokerUrl("broker.example", 61617, Map.of()))
                .hasToString("tcp://broker.example:61617");
        assertThat(BrokerUrl.parse("tcp://broker.example", folder)).hasToString("tcp://broker.example:61616");
        assertThat(BrokerUrl.parse("tcp://b:1?sslEnabled=true&trustStoreType=PEM&trustStorePath=ca.pem", folder))
                .hasToString("tcp://b:1 with TLS")
                .extracting(url -> url.options().get("trustStorePath"))
                .isEqualTo(authority.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            broker.example:61616                        | invalid broker 'broker.example:61616': expected tcp://HOST:PORT
            tcp://                                      | invalid broker
            tcp://b:99999                               | invalid broker
            tcp://b:1/queue                             | invalid broker
            http://b:1                                  | invalid broker
            tcp://ann:c4nary@b:1                        | has a user or password in it: set FUPIN_BROKER_USER
            tcp://b:1?sslEnabled=true&trustStorePassword=c4nary | has a user or password in it
            tcp://b:1?sslEnabled=true&verifyHost=false  | invalid option 'verifyHost=false': expected
            tcp://b:1?trustStoreType=PEM                | options without sslEnabled=true mean nothing
            tcp://b:1?sslEnabled=true&trustStorePath=no.pem | there is no file
            """)
    void refusesWhatIsNone(String text, String message) {
        assertThatThrownBy(() -> BrokerUrl.parse(text, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("c4nary");
    }

    @Test
    void needsAServerAndBothOfUserAndPassword() throws IOException {
        Files.createDirectory(folder.resolve("inbox"));
        Path job = Files.writeString(folder.resolve("monthly.yml"), """
                job: province-year-reports
                inbox: inbox
                out: reports
                broker: tcp://broker.example
                """);

        assertThatThrownBy(() -> RunSettings.read(job, Map.of(), Map.of("FUPIN_BROKER_USER", "ann"), false))
                .isInstanceOfSatisfying(SettingsException.class, e -> assertThat(e.mistakes())
                        .extracting(Mistake::toString)
                        .containsExactlyInAnyOrder(
                                "FUPIN_BROKER_PASSWORD: is missing beside the user; FUPIN_BROKER_PASSWORD_FILE can name a file with it",
                                job
                                        + ":4: broker: needs a database on MySQL or MariaDB, which several machines can use; this one is H2: jdbc:h2:file:"
                                        + folder.resolve("data/monthly")));

        RunSettings right = RunSettings.read(
                job,
                Map.of("database", "jdbc:mysql://db/x"),
                Map.of("FUPIN_BROKER_USER", "ann", "FUPIN_BROKER_PASSWORD", "c4nary"),
                false);
        assertThat(right.broker().user()).isEqualTo("ann");
        assertThat(right.broker().password()).isEqualTo("c4nary");
        assertThat(right.toString()).doesNotContain("c4nary");
    }
}
