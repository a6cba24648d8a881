package org.fupin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.delivery.recipients.MailAddress;
import org.fupin.delivery.recipients.Office;
import org.fupin.delivery.recipients.Recipients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipientsReaderTest {

    private static final String SMALLEST = """
            sender: {from: reports@statistics.example}
            owner: operator@statistics.example
            contact: desk@statistics.example
            offices:
              - id: gansu
                name: Gansu
                to: gansu@office.example
                areas: CN-GS
            """;

    @TempDir
    private Path folder;

    @Test
    void exampleThatIsShippedIsRightAndHasNoRealAddress() throws Exception {
        Path example = Path.of("jobs/recipients.example.yml");

        Recipients recipients = read(example);

        assertThat(recipients.from().toString())
                .isEqualTo("\"Poverty Alleviation Statistics\" <reports@statistics.example>");
        assertThat(recipients.maxAttachments()).isEqualTo(7_000_000);
        assertThat(recipients.links()).isEqualTo(URI.create("https://reports.statistics.example/"));
        assertThat(recipients.offices()).extracting(Office::id).containsExactly("gansu", "pairing-east", "ministry");
        Office gansu = recipients.office("gansu").orElseThrow();
        assertThat(gansu.to()).containsExactly(new MailAddress("王小明", "xiaoming.wang@gansu.example"));
        assertThat(gansu.cc()).containsExactly(new MailAddress("", "archive@gansu.example"));
        assertThat(gansu.areas()).containsExactly("CN-GS");
        assertThat(gansu.language()).isEqualTo(BodyLanguage.CHINESE);
        Office ministry = recipients.office("ministry").orElseThrow();
        assertThat(ministry.areas()).as("all").isEmpty();
        assertThat(ministry.summaries()).isTrue();
        assertThat(Files.readAllLines(example).stream()
                        .filter(line -> line.contains("@"))
                        .toList())
                .allMatch(line -> line.contains(".example"));
    }

    @Test
    void hasDefaults() throws Exception {
        Recipients recipients = read(write(SMALLEST));

        assertThat(recipients.replyTo()).isNull();
        assertThat(recipients.links()).isNull();
        assertThat(recipients.maxAttachments()).isEqualTo(7_000_000);
        Office office = recipients.offices().get(0);
        assertThat(office.formats()).isEqualTo(Set.of("xlsx", "pdf"));
        assertThat(office.summaries()).isFalse();
        assertThat(office.language()).isEqualTo(BodyLanguage.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"10MB,10000000", "2.5 MB,2500000", "800kb,800000", "0,0", "512,512"})
    void sizesHaveUnits(String text, long bytes) throws Exception {
        assertThat(read(write("max_attachments: " + text + "\n" + SMALLEST)).maxAttachments())
                .isEqualTo(bytes);
    }

    @Test
    void tellsAllMistakesAtOnceWithTheirLines() throws Exception {
        Path file = write("""
                # a comment
                sender:
                  from: reports at statistics.example
                  repl_to: desk@statistics.example
                owner: []
                contact: "desk@statistics.example\\r\\nBcc: all@statistics.example"
                max_attachments: plenty
                links: reports.statistics.example
                offices:
                  - id: Gansu Office
                    name: "Gansu\\nBcc: all@statistics.example"
                    to: [gansu@office.example, gansu@, GANSU@office.example]
                    areas: [CN-GS, CN-XX, all]
                    formats: [xlsx, docx]
                    summaries: maybe
                    language: de
                  - id: owner
                    to: a@b.example
                    areas: []
                  - id: twice
                    name: One
                    to: {address: a@b.example}
                    areas: all
                  - id: twice
                    name: Two
                    name: Three
                    cc: c@b.example
                    areas: all
                """);

        assertThat(mistakes(file))
                .containsExactly(
                        file + ":3: sender.from: 'reports at statistics.example' is no mail address: it has no @",
                        file + ":4: unknown setting 'sender.repl_to', known are from, reply_to",
                        file + ":5: owner is empty",
                        file + ":6: contact: line ends and other control characters are not allowed in an address",
                        file
                                + ":7: max_attachments: invalid size 'plenty': expected a number with B, KB or MB, such as 7MB",
                        file + ":8: links: invalid address of a folder 'reports.statistics.example': expected"
                                + " https://HOST/PATH/",
                        file
                                + ":10: id: invalid id 'Gansu Office': expected small letters and digits, with hyphens between",
                        file + ":10: the address GANSU@office.example is given twice for one office",
                        file + ":11: name: line ends and other control characters are not allowed",
                        file + ":12: to: 'gansu@' is no mail address: behind the @",
                        file + ":13: areas: invalid region 'CN-XX': expected ISO 3166-2 codes such as CN-GS",
                        file + ":13: areas: expected codes of regions or 'all', not both",
                        file + ":14: formats: invalid format 'docx': expected xlsx or pdf or html or data",
                        file + ":15: summaries: invalid value 'maybe': expected true or false",
                        file + ":16: language: invalid language 'de': expected en or zh",
                        file + ":17: id: 'owner' is reserved: the outbox calls the owner so",
                        file + ":17: 'name' is missing",
                        file + ":19: areas is empty",
                        file + ":22: to takes a list of values",
                        file + ":24: id: the office of line 20 is 'twice', too",
                        file + ":24: 'to' is missing",
                        file + ":26: name is set twice");
    }

    @Test
    void tellsWhatIsMissing() throws Exception {
        Path file = write("links: https://reports.statistics.example\n");

        assertThat(mistakes(file))
                .containsExactly(
                        file + ":1: 'sender' is missing",
                        file + ":1: 'owner' is missing",
                        file + ":1: 'contact' is missing",
                        file + ":1: 'offices' is missing");
    }

    @Test
    void tellsWhatIsNoSuchFile() throws Exception {
        Path missing = folder.resolve("none.yml");

        assertThat(mistakes(missing)).containsExactly(missing + ": there is no such file");
        assertThat(mistakes(folder)).containsExactly(folder + ": is not a file");
        assertThat(mistakes(write(""))).containsExactly(folder.resolve("recipients.yml") + ": is empty");
        assertThat(mistakes(write("just text")))
                .containsExactly(folder.resolve("recipients.yml") + ": expected lines of the form 'setting: value'");
        assertThat(mistakes(write("owner: [a\nb: c")))
                .singleElement()
                .asString()
                .contains("not YAML");
        Files.write(folder.resolve("recipients.yml"), new byte[] {'a', ':', (byte) 0xff});
        assertThat(mistakes(folder.resolve("recipients.yml")))
                .singleElement()
                .asString()
                .contains("is not UTF-8 text");
    }

    private static Recipients read(Path file) {
        SettingsReader reader = SettingsReader.of(Map.of(), Map.of());
        Recipients recipients = RecipientsReader.read(file, reader);
        reader.check();
        return Objects.requireNonNull(recipients);
    }

    private List<String> mistakes(Path file) {
        SettingsException wrong = catchThrowableOfType(SettingsException.class, () -> read(file));
        assertThat(wrong).as("mistakes in " + file).isNotNull();
        return wrong.mistakes().stream().map(Mistake::toString).toList();
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("recipients.yml"), content);
    }
}
