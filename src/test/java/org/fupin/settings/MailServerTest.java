package org.fupin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fupin.delivery.smtp.SmtpSettings;
import org.fupin.delivery.smtp.SmtpSettings.Tls;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailServerTest {

    @Test
    void noVariableMeansNoServer() throws Exception {
        assertThat(server(Map.of("PATH", "/bin", "FUPIN_DB_USER", "fupin", "FUPIN_SMTP_HOST", "")))
                .isNull();
    }

    @Test
    void protectsTheConnectionUnlessToldOtherwise() throws Exception {
        SmtpSettings settings = read(Map.of("HOST", "mail.example"));

        assertThat(settings)
                .isEqualTo(new SmtpSettings(
                        "mail.example", 587, null, null, Tls.STARTTLS, Duration.ofSeconds(60), List.of()));
    }

    @ParameterizedTest
    @CsvSource({"none,25", "starttls,587", "tls,465", "TLS,465"})
    void portFollowsTheProtection(String tls, int port) throws Exception {
        assertThat(read(Map.of("HOST", "mail.example", "TLS", tls)).port()).isEqualTo(port);
    }

    @Test
    void passwordComesFromAFileOrTheEnvironmentAndIsNeverShown(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "s3cret word \n");

        SmtpSettings fromFile = read(Map.of("HOST", "mail.example", "USER", "fupin", "PASSWORD_FILE", file.toString()));
        SmtpSettings direct = read(Map.of("HOST", "mail.example", "USER", "fupin", "PASSWORD", "s3cret word "));

        assertThat(fromFile.password()).isEqualTo("s3cret word ");
        assertThat(direct).isEqualTo(fromFile);
        assertThat(direct.toString()).contains("mail.example").contains("fupin").doesNotContain("s3cret");
    }

    @Test
    void tellsAllMistakesAtOnceWithoutThePassword(@TempDir Path folder) throws Exception {
        Path noPem = Files.writeString(folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\nnot one\n");
        Map<String, String> environment = new HashMap<>();
        environment.put("FUPIN_SMTP_HOST", "mail.example/inbox");
        environment.put("FUPIN_SMTP_PORT", "70000");
        environment.put("FUPIN_SMTP_PASSWORD", "s3cret-word");
        environment.put("FUPIN_SMTP_PASSWORD_FILE", "/run/secrets/mail");
        environment.put("FUPIN_SMTP_TLS", "yes");
        environment.put("FUPIN_SMTP_TIMEOUT", "0");
        environment.put("FUPIN_SMTP_CA_FILE", noPem.toString());

        SettingsException wrong = catchThrowableOfType(SettingsException.class, () -> server(environment));

        assertThat(wrong.mistakes())
                .extracting(Mistake::where)
                .containsExactlyInAnyOrder(
                        "FUPIN_SMTP_HOST",
                        "FUPIN_SMTP_PORT",
                        "FUPIN_SMTP_PASSWORD_FILE",
                        "FUPIN_SMTP_TLS",
                        "FUPIN_SMTP_TIMEOUT",
                        "FUPIN_SMTP_USER",
                        "FUPIN_SMTP_CA_FILE");
        assertThat(wrong.getMessage()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FUPIN_SMTP_PORT=25 | FUPIN_SMTP_HOST: is missing",
                "FUPIN_SMTP_HOST=mail.example FUPIN_SMTP_USER=u | FUPIN_SMTP_PASSWORD: is missing",
                "FUPIN_SMTP_HOST=mail.example FUPIN_SMTP_USER=u FUPIN_SMTP_PASSWORD=p FUPIN_SMTP_TLS=none |"
                        + " FUPIN_SMTP_TLS: 'none' would send the password in the clear",
                "FUPIN_SMTP_HOST=127.0.0.1.mail.example FUPIN_SMTP_USER=u FUPIN_SMTP_PASSWORD=p FUPIN_SMTP_TLS=none |"
                        + " FUPIN_SMTP_TLS: 'none' would send the password in the clear",
                "FUPIN_SMTP_HOST=mail.example FUPIN_SMTP_USER=u FUPIN_SMTP_PASSWORD_FILE=/nowhere/password |"
                        + " FUPIN_SMTP_PASSWORD_FILE: there is no file",
                "FUPIN_SMTP_HOST=mail.example FUPIN_SMTP_CA_FILE=/nowhere/ca.pem | FUPIN_SMTP_CA_FILE: there is no file",
            })
    void tellsWhatIsWrong(String variables, String mistake) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables.split(" ")) {
            environment.put(
                    variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1));
        }

        assertThat(catchThrowableOfType(SettingsException.class, () -> server(environment))
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith(mistake);
    }

    private static SmtpSettings read(Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>();
        variables.forEach((name, value) -> environment.put("FUPIN_SMTP_" + name, value));
        return Objects.requireNonNull(server(environment));
    }

    private static @Nullable SmtpSettings server(Map<String, String> environment) {
        SettingsReader reader = SettingsReader.of(Map.of(), environment);
        SmtpSettings server = RunSettings.mailServer(reader, "");
        reader.check();
        return server;
    }
}
