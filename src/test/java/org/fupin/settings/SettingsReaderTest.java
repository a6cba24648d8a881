package org.fupin.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    @TempDir
    private Path folder;

    private final List<String> mistakes = new ArrayList<>();

    @Test
    void takesThePasswordFromTheVariable() {
        assertThat(credentials(Map.of("FUPIN_DB_USER", "ann", "FUPIN_DB_PASSWORD", "c4nary ")))
                .isEqualTo(new Credentials("ann", "c4nary "));
        assertThat(mistakes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            c4nary,          c4nary
            'c4nary\n',      c4nary
            'c4nary\r\n',    c4nary
            ' c4 nary ',     ' c4 nary '
            '密码\n',          密码
            """)
    void takesThePasswordFromAFile(String content, String password) throws IOException {
        Path file = Files.writeString(
                folder.resolve("password"), content.replace("\\r", "\r").replace("\\n", "\n"));

        assertThat(credentials(Map.of("FUPIN_DB_PASSWORD_FILE", file.toString()))
                        .password())
                .isEqualTo(password);
        assertThat(mistakes).isEmpty();
    }

    @Test
    void hasNoneWhereNoneIsSet() {
        assertThat(credentials(Map.of("FUPIN_DB_PASSWORD", "", "FUPIN_DB_PASSWORD_FILE", "")))
                .isEqualTo(new Credentials(null, null));
        assertThat(mistakes).isEmpty();
    }

    @Test
    void refusesTwoPasswords() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "c4nary");

        credentials(Map.of("FUPIN_DB_PASSWORD", "c4nary", "FUPIN_DB_PASSWORD_FILE", file.toString()));

        assertThat(mistakes)
                .containsExactly("FUPIN_DB_PASSWORD_FILE: is set beside FUPIN_DB_PASSWORD, set one of them");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            missing  |                   | there is no file
            empty    | ''                | the file is empty
            empty    | '\n'              | the file is empty
            lines    | 'c4nary\nc4nary2' | the file holds more than one line
            folder   |                   | is a folder
            """)
    void saysWhatIsWrongWithAFile(String name, String content, String message) throws IOException {
        Path file = folder.resolve(name);
        if (name.equals("folder")) {
            Files.createDirectory(file);
        } else if (content != null) {
            Files.writeString(file, content.replace("\\n", "\n"));
        }

        credentials(Map.of("FUPIN_DB_PASSWORD_FILE", file.toString()));

        assertThat(mistakes)
                .singleElement()
                .asString()
                .startsWith("FUPIN_DB_PASSWORD_FILE: " + message)
                .endsWith(file.toString())
                .doesNotContain("c4nary");
    }

    @Test
    void showsNoSecrets() {
        assertThat(credentials(Map.of("FUPIN_DB_USER", "ann", "FUPIN_DB_PASSWORD", "c4nary"))
                        .toString())
                .contains("ann")
                .doesNotContain("c4nary");
    }

    private Credentials credentials(Map<String, String> variables) {
        SettingsReader reader = SettingsReader.of(Map.of(), variables);
        Credentials credentials = RunSettings.credentials(reader);
        try {
            reader.check();
        } catch (SettingsException e) {
            e.mistakes().forEach(mistake -> mistakes.add(mistake.toString()));
        }
        return credentials;
    }
}
