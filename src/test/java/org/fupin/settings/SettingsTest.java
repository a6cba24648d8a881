package org.fupin.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fupin.settings.Setting.Source;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The handbook's page on settings, against the settings that are declared. */
class SettingsTest {

    private static final Pattern ROW = Pattern.compile("\\| `([\\w.\\[\\]-]+)` \\|(.*)\\|");

    /** Read by the launcher and by Java, not by the program. */
    private static final List<String> OF_THE_LAUNCHER = List.of("JAVA_HOME", "JAVA_OPTS", "FUPIN_JAR", "TMPDIR");

    private static String page;

    /** The cells after the name, without marks for code, by name. */
    private static Map<String, List<String>> rows;

    @BeforeAll
    static void readThePage() throws IOException {
        page = Files.readString(Path.of("src/site/markdown/settings.md"));
        rows = page.lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> List.of(row.group(2)
                                .replace("`", "")
                                .replace("\\|", "/")
                                .strip()
                                .split(" *\\| *", -1))));
    }

    static List<Setting<?>> settings() {
        return Settings.all();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void areInTheHandbookWithTheirDefaults(Setting<?> setting) {
        if (setting.sources().equals(EnumSet.of(Source.OPTION))) {
            assertThat(page).contains("`--" + setting.name() + " " + setting.label() + "`");
            return;
        }
        boolean inJob = setting.isFrom(Source.JOB_FILE);
        List<String> cells = rows.get(setting.name());

        assertThat(cells).as("row of %s", setting.name()).isNotNull();
        assertThat(cells.get(inJob ? 1 : 0)).as("default of %s", setting.name()).isEqualTo(setting.otherwise());
        if (setting.isFrom(Source.OPTION)) {
            assertThat(cells.get(0)).isEqualTo("--" + setting.name());
        } else if (inJob) {
            assertThat(cells.get(0)).doesNotContain("--" + setting.name());
        }
        if (setting.isFrom(Source.SECRET)) {
            assertThat(rows).containsKey(setting.fileVariable());
        }
    }

    @Test
    void theHandbookHasNoOthers() {
        List<String> declared = new ArrayList<>(OF_THE_LAUNCHER);
        for (Setting<?> setting : Settings.all()) {
            declared.add(setting.name());
            if (setting.isFrom(Source.SECRET)) {
                declared.add(setting.fileVariable());
            }
        }

        assertThat(declared).containsAll(rows.keySet());
    }

    @Test
    void haveNamesOfTheirOwnAndAHelp() {
        assertThat(Settings.all()).extracting(Setting::name).doesNotHaveDuplicates();
        assertThat(Settings.all()).extracting(Setting::help).allMatch(help -> help.matches("(?s)[A-Z].*\\."));
    }
}
