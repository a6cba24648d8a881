package org.fupin.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fupin.observation.Span;
import org.fupin.reference.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionsReaderTest {

    private static final Units UNITS = Units.load();
    private static final String HEADER = "document_sha256,begin,end,text,field,value,reason,by,at";
    private static final String DOCUMENT = "0a".repeat(32);
    private static final String LINE = DOCUMENT + ",7,10,120,%s,%s,see the annex,Wang Fang,2013-06-01T08:30:00Z";

    @Test
    void readsWhatThePageHandsOut() {
        Corrections corrections = read(
                "\uFEFF" + HEADER,
                LINE.formatted("source", "central"),
                LINE.formatted("value", "1200.50"),
                DOCUMENT + ",20,23,\"5,0\",figure,none,,Li Na,2013-06-02");

        assertThat(corrections.mistakes()).isEmpty();
        assertThat(corrections.numbers()).hasSize(2);
        CorrectedNumber first = corrections.numbers().get(0);
        assertThat(first.span()).isEqualTo(new Span(7, 10));
        assertThat(first.verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(first.lines().stream()
                        .map(line -> line.place() + " " + line.field().code() + "=" + line.value()))
                .containsExactly("a.csv:3 value=1200.5", "a.csv:2 source=central");
        CorrectedNumber second = corrections.numbers().get(1);
        assertThat(second.text()).isEqualTo("5,0");
        assertThat(second.verdict()).isEqualTo(Verdict.NONE);
        assertThat(second.lines().get(0).at()).isEqualTo("2013-06-02T00:00:00Z");
    }

    @Test
    void takesColumnsInAnyOrderAndApostrophesOff() {
        Corrections corrections = read(
                "by,at,field,value,reason,text,begin,end,document_sha256",
                "Wang Fang,2013-06-01,item,'=SUM(1),'-see there,120,7,10," + DOCUMENT);

        assertThat(corrections.mistakes()).isEmpty();
        CorrectionLine line = corrections.numbers().get(0).lines().get(0);
        assertThat(line.value()).isEqualTo("=SUM(1)");
        assertThat(line.reason()).isEqualTo("-see there");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            qualifier | about     | roughly
            kind      | share     | portion
            direction | ''        | sideways
            measure   | trained   | taught
            source    | ''        | the state
            per       | household | family
            status    | planned   | wished
            unit      | CNY       | dollars
            value     | -12.5     | 12,5
            low       | ''        | ten
            period    | 2008/2010 | 2010/2008
            period    | 2012-07   | July 2012
            region    | Tongwei   | ''
            item      | goats     | ''
            part_of   | 3         | the total
            about     | ''        | -3
            figure    | confirmed | changed
            figure    | none      | maybe""")
    void checksTheValueOfEachField(String field, String right, String wrong) {
        assertThat(read(HEADER, LINE.formatted(field, right)).mistakes()).isEmpty();
        Corrections refused = read(HEADER, LINE.formatted(field, '"' + wrong + '"'));
        assertThat(refused.numbers()).isEmpty();
        assertThat(refused.mistakes()).hasSize(1);
        CorrectionMistake mistake = refused.mistakes().get(0);
        assertThat(mistake.place()).isEqualTo("a.csv:2");
        assertThat(mistake.what()).startsWith("value: ");
    }

    @Test
    void tellsAllMistakesAtOnce() {
        Corrections corrections = CorrectionsReader.read(
                List.of(
                        file("b.csv", HEADER, LINE.formatted("payer", "central"), "1,2,3"),
                        file("c.csv", "document,field,value"),
                        file("d.csv"),
                        file("f.csv", HEADER, "", LINE.formatted("kind", "\"level")),
                        new CorrectionsFile("e.csv", new byte[] {(byte) 0xc4, 'x'}),
                        file(
                                "a.csv",
                                HEADER,
                                "",
                                "2012," + "x,3,\"two\nlines\",kind,level,,,yesterday",
                                LINE.formatted("kind", "level") + "\"")),
                UNITS);

        assertThat(corrections.numbers()).isEmpty();
        assertThat(corrections.mistakes().stream().map(m -> m.place() + " " + m.what()))
                .satisfiesExactly(
                        sha -> assertThat(sha)
                                .startsWith("a.csv:3 at: not a time: 'yesterday', expected 2013-06-01T08:30:00Z"),
                        begin -> assertThat(begin)
                                .isEqualTo("a.csv:3 begin: not an offset: 'x', expected a whole number"),
                        by -> assertThat(by).isEqualTo("a.csv:3 by: expected a name"),
                        time -> assertThat(time).startsWith("a.csv:3 document_sha256: not the SHA-256 of a document"),
                        quote -> assertThat(quote).startsWith("a.csv:5 at: not a time"),
                        field -> assertThat(field)
                                .startsWith("b.csv:2 field: unknown field 'payer': expected one of figure, value, low"),
                        columns -> assertThat(columns).isEqualTo("b.csv:3 has 3 columns: expected 9"),
                        header -> assertThat(header)
                                .isEqualTo(
                                        "c.csv:1 the first line is not the names of the columns: expected " + HEADER),
                        empty -> assertThat(empty).isEqualTo("d.csv:1 is empty: expected " + HEADER),
                        bytes -> assertThat(bytes).isEqualTo("e.csv:1 is not UTF-8 text: expected CSV in UTF-8"),
                        open -> assertThat(open).startsWith("f.csv:1 is not CSV behind this line: "));
    }

    @Test
    void refusesPersonsWhoDisagreeAndTakesThoseWhoAgree() {
        String other = DOCUMENT + ",7,10,120,source,%s,,Li Na,2013-05-01";
        Corrections disagree = CorrectionsReader.read(
                List.of(
                        file("li.csv", HEADER, other.formatted("provincial")),
                        file("wang.csv", HEADER, LINE.formatted("source", "central"))),
                UNITS);
        assertThat(disagree.numbers()).isEmpty();
        assertThat(disagree.mistakes())
                .containsExactly(new CorrectionMistake(
                        "wang.csv",
                        2,
                        "Wang Fang says 'central' for source, Li Na says 'provincial' (li.csv:2): expected one value"));

        Corrections agree = CorrectionsReader.read(
                List.of(
                        file("li.csv", HEADER, other.formatted("central")),
                        file("wang.csv", HEADER, LINE.formatted("source", "central"))),
                UNITS);
        assertThat(agree.mistakes()).isEmpty();
        assertThat(agree.numbers().get(0).lines().get(0).by()).isEqualTo("Li Na");
    }

    @Test
    void refusesWhatIsThereTwice() {
        Corrections twice = read(HEADER, LINE.formatted("source", "central"), LINE.formatted("source", "central"));
        assertThat(twice.mistakes()).containsExactly(new CorrectionMistake("a.csv", 3, "repeats a.csv:2"));

        Corrections otherField = read(HEADER, LINE.formatted("source", "central"), LINE.formatted("status", "planned"));
        assertThat(otherField.mistakes()).isEmpty();
    }

    @Test
    void refusesToCorrectWhatIsConfirmedOrNoFigure() {
        Corrections both = read(HEADER, LINE.formatted("figure", "none"), LINE.formatted("source", "central"));
        assertThat(both.numbers()).isEmpty();
        assertThat(both.mistakes())
                .containsExactly(new CorrectionMistake(
                        "a.csv",
                        3,
                        "Wang Fang corrects source of a number that Wang Fang calls no figure (a.csv:2):"
                                + " expected one of both"));
    }

    @Test
    void refusesTwoTextsOfOneNumber() {
        Corrections two = read(
                HEADER,
                LINE.formatted("source", "central"),
                DOCUMENT + ",7,14,120 mu.,status,planned,,Wang Fang,2013-06-01");
        assertThat(two.mistakes())
                .containsExactly(new CorrectionMistake("a.csv", 3, "names the number at 7 '120 mu.', a.csv:2 '120'"));
        assertThat(read(HEADER, DOCUMENT + ",7,14,120,status,planned,,Wang Fang,2013-06-01")
                        .mistakes())
                .extracting(CorrectionMistake::what)
                .containsExactly("text: has 3 characters, from begin to end are 7");
    }

    @Test
    void saysWhatANewFigureNeeds() {
        String[] whole = {
            HEADER,
            LINE.formatted("figure", "new"),
            LINE.formatted("value", "120"),
            LINE.formatted("unit", "CNY"),
            LINE.formatted("kind", "level"),
            LINE.formatted("measure", "funds"),
            LINE.formatted("item", "funds")
        };
        assertThat(read(whole).mistakes()).isEmpty();
        assertThat(read(whole).numbers().get(0).verdict()).isEqualTo(Verdict.NEW);
        assertThat(read(Arrays.copyOf(whole, 3)).mistakes())
                .containsExactly(new CorrectionMistake(
                        "a.csv", 2, "a new figure also needs lines for unit, kind, measure, item"));
        assertThat(read(Arrays.copyOf(whole, 2)).mistakes().get(0).what()).contains("value (or low and high)");
    }

    @Test
    void comparesWithTheDocuments() {
        Corrections corrections = read(HEADER, LINE.formatted("source", "central"));
        assertThat(corrections.against(id -> Optional.of("Funds: 120 Yuan"))).isEmpty();
        assertThat(corrections.against(id -> Optional.of("Funds: 99 Yuan")))
                .containsExactly(new CorrectionMistake(
                        "a.csv", 2, "text: '120' is not what the document has from 7 to 10: '99 '"));
        assertThat(corrections.against(id -> Optional.of("Funds")).get(0).what())
                .isEqualTo("end: 10 is behind the end of the document, which has 5 characters");
        assertThat(corrections.against(id -> Optional.empty()).get(0).what())
                .isEqualTo("document " + DOCUMENT + " is unknown: expected one that the warehouse holds");
    }

    private static Corrections read(String... lines) {
        return CorrectionsReader.read(List.of(file("a.csv", lines)), UNITS);
    }

    private static CorrectionsFile file(String name, String... lines) {
        return new CorrectionsFile(name, String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }
}
