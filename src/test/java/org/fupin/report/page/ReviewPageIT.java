package org.fupin.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.figure.Figure;
import org.fupin.testing.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** An auditor at work on the page of a sample report, in a real browser. */
class ReviewPageIT {

    private static final String HEADER = "\uFEFFdocument_sha256,begin,end,text,field,value,reason,by,at";

    @TempDir
    static Path folder;

    private static Browser browser;
    private static ProvinceYearReport report;
    private static Path page;
    private static Path small;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start(folder);
        Map<String, ProvinceYearReport> reports = ReadReports.of(ReadReports.SAMPLE);
        report = reports.get("CN-GS-2012");
        page = folder.resolve("CN-GS-2012.html");
        Files.write(page, ReadReports.page(report));
        small = folder.resolve("CN-GS-2010.html");
        Files.write(small, ReadReports.page(reports.get("CN-GS-2010")));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        browser.open(page, "");
        browser.forget();
        browser.open(page, "");
    }

    @AfterEach
    void nothingFailed() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void searchesTheText() {
        browser.type("/", "anti-poverty funds");

        String found = browser.text("#matches");
        assertThat(found).matches("\\d+ matches");

        browser.type(Keys.ENTER, Keys.ENTER);
        assertThat(browser.text("#matches")).isEqualTo("2 of " + found);

        browser.typeShifted(Keys.ENTER);
        assertThat(browser.text("#matches")).isEqualTo("1 of " + found);

        browser.type(" that nobody wrote");
        assertThat(browser.text("#matches")).isEqualTo("Not found");
    }

    @Test
    void goesToEachDoubtfulFigureByKeyboard() {
        List<Figure> doubtful = doubtful();
        assertThat(doubtful).hasSizeGreaterThan(2);
        assertThat(browser.text("#left"))
                .isEqualTo(doubtful.size() + " of " + doubtful.size() + " doubtful figures left");

        for (Figure figure : doubtful) {
            browser.type("n");
            assertThat(browser.focused().getDomAttribute("id")).isEqualTo("o-" + figure.id());
            assertThat(browser.address()).endsWith(ProvinceYearPage.address(figure));
            assertThat(browser.text("#detail")).contains("Figure " + figure.number() + " of", "Why it is doubtful");
        }
        browser.type("p");
        assertThat(browser.focused().getDomAttribute("id"))
                .isEqualTo("o-" + doubtful.get(doubtful.size() - 2).id());
    }

    @Test
    void correctsTheSourceOfFundsAndSavesTheFile() throws IOException {
        Figure figure = doubtful().get(0);
        browser.type("ne");
        select("source", "central");
        browser.find("#f-reason").sendKeys("=HYPERLINK(1), see the \"annex\"");
        browser.type(Keys.ENTER);

        int count = doubtful().size();
        assertThat(browser.text("#left")).isEqualTo(count - 1 + " of " + count + " doubtful figures left");
        assertThat(browser.text("#detail")).contains("Corrected", "Source of funds: Central government");
        assertThat(mark(figure).getDomAttribute("class")).contains("changed");

        browser.type("n");
        browser.type("c");
        browser.type("nx");
        save("Wang Fang");

        List<CSVRecord> rows = rows(browser.downloaded("corrections-CN-GS-2012-wang-fang.csv"));
        assertThat(rows).hasSize(3);
        CSVRecord first = rows.get(0);
        assertThat(first.get("document_sha256")).isEqualTo(figure.ref().documentId());
        assertThat(first.get("begin"))
                .isEqualTo(String.valueOf(figure.observation().begin()));
        assertThat(first.get("end"))
                .isEqualTo(String.valueOf(figure.observation().span().end()));
        assertThat(first.get("text")).isEqualTo(figure.observation().text());
        assertThat(first.get("field")).isEqualTo("source");
        assertThat(first.get("value")).isEqualTo("central");
        assertThat(first.get("reason")).isEqualTo("'=HYPERLINK(1), see the \"annex\"");
        assertThat(first.get("by")).isEqualTo("Wang Fang");
        assertThat(first.get("at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(rows.stream().map(row -> row.get("field") + "=" + row.get("value")))
                .containsExactly("source=central", "figure=confirmed", "figure=none");
    }

    @Test
    void loadsTheFileToGoOn() throws IOException {
        Figure figure = doubtful().get(1);
        String line = "%s,%d,%d,%s,%s,%s,%s,Li Na,2013-06-01T08:00:00Z\r\n";
        Path file = folder.resolve("loaded.csv");
        Files.writeString(
                file,
                HEADER + "\r\n"
                        + line.formatted(
                                figure.ref().documentId(),
                                figure.observation().begin(),
                                figure.observation().span().end(),
                                quoted(figure.observation().text()),
                                "status",
                                "planned",
                                "'-see there")
                        + line.formatted("0".repeat(64), 1, 2, "9", "figure", "none", "of another page"));
        browser.find("#file").sendKeys(file.toString());
        browser.type("n");
        // The first doubtful one is the one before that of the file.
        browser.type("c");
        assertThat(mark(figure).getDomAttribute("class")).contains("changed");
        save("Wang Fang");

        List<CSVRecord> rows = rows(browser.downloaded("corrections-CN-GS-2012-wang-fang.csv"));
        assertThat(rows.stream().map(row -> row.get("field") + "=" + row.get("value") + " by " + row.get("by")))
                .containsExactly("figure=confirmed by Wang Fang", "status=planned by Li Na", "figure=none by Li Na");
        assertThat(rows.get(1).get("reason")).isEqualTo("'-see there");
        assertThat(rows.get(2).get("document_sha256")).isEqualTo("0".repeat(64));
    }

    @Test
    void undoesStepByStepAndKeepsWhatIsNotSaved() {
        browser.type("ncnx");
        int count = doubtful().size();
        assertThat(browser.text("#left")).isEqualTo(count - 2 + " of " + count + " doubtful figures left");
        browser.type("u");
        assertThat(browser.text("#left")).isEqualTo(count - 1 + " of " + count + " doubtful figures left");

        browser.open(page, "");
        assertThat(browser.text("#left")).isEqualTo(count - 1 + " of " + count + " doubtful figures left");
        assertThat(browser.text("#said")).isEqualTo("1 decision of your last visit is back");
        assertThat(mark(doubtful().get(0)).getDomAttribute("class")).contains("done");
    }

    @Test
    void takesANumberThatWasLeftOutAsAFigure() throws IOException {
        browser.type("l");
        WebElement number = browser.findAll(".source .out").stream()
                .filter(out -> browser.followedByWord(out))
                .findFirst()
                .orElseThrow();
        number.click();
        assertThat(browser.text("#detail")).contains("A number left out", "Left out: ");
        browser.type("m");
        browser.find(".correct button").click(); // one word more
        WebElement amount = browser.find("#f-value");
        amount.clear();
        amount.sendKeys("12.5 thousand");
        select("measure", "trained");
        browser.find("#f-item").sendKeys("farmers trained");
        browser.type(Keys.ENTER);
        save("Wang Fang");

        List<CSVRecord> rows = rows(browser.downloaded("corrections-CN-GS-2012-wang-fang.csv"));
        CSVRecord first = rows.get(0);
        assertThat(first.get("field") + "=" + first.get("value")).isEqualTo("figure=new");
        assertThat(first.get("text")).startsWith(number.getText() + " ");
        assertThat(rows.stream().map(row -> row.get("field") + "=" + row.get("value")))
                .contains("value=12500", "measure=trained", "item=farmers trained", "period=2012", "region=CN-GS")
                .noneMatch(field -> field.endsWith("="));
    }

    @Test
    void refusesWhatIsNoAmount() {
        browser.type("ne");
        WebElement amount = browser.find("#f-value");
        amount.clear();
        amount.sendKeys("many");
        browser.type(Keys.ENTER);

        assertThat(amount.getDomAttribute("aria-invalid")).isEqualTo("true");
        assertThat(browser.text(".mistake")).startsWith("Expected a number");
        browser.type(Keys.ESCAPE);
        assertThat(browser.findAll(".correct")).isEmpty();
    }

    @Test
    void filtersTheFiguresAndGoesThroughThem() {
        new Select(browser.find("#by-source")).selectByValue("central");
        List<Figure> central = report.figures().stream()
                .filter(figure -> figure.observation().source() != null
                        && figure.observation().source().code().equals("central"))
                .toList();
        assertThat(browser.text("#shown")).startsWith(central.size() + " of ");
        assertThat(browser.findAll("#rows tr:not([hidden])")).hasSameSizeAs(central);

        browser.run("document.activeElement.blur()");
        browser.type("jj");
        assertThat(browser.address()).endsWith(ProvinceYearPage.address(central.get(1)));
    }

    @Test
    void hasAnAddressForEachFigure() {
        Figure figure = report.figures().get(report.figures().size() - 1);
        browser.open(page, ProvinceYearPage.address(figure));
        assertThat(browser.text("#detail h2")).isEqualTo(figure.text());
        assertThat(mark(figure).isDisplayed()).isTrue();

        browser.open(page, "#o-" + "0".repeat(32));
        assertThat(browser.text("#said")).contains("no figure at the address");
    }

    @ParameterizedTest
    @ValueSource(ints = {1400, 390})
    void canBeUsedByAll(int width) {
        browser.resize(width, 900);
        browser.open(small, "");
        try {
            assertThat(browser.violations()).as("at first").isEmpty();
            browser.type("n");
            assertThat(browser.violations()).as("figure").isEmpty();
            browser.type("e");
            assertThat(browser.violations()).as("form").isEmpty();
            browser.type(Keys.ESCAPE, "c", "l");
            for (String view : List.of("2", "3", "4", "5")) {
                browser.type(view);
                assertThat(browser.violations()).as("view " + view).isEmpty();
            }
            browser.type("?");
            assertThat(browser.violations()).as("keys").isEmpty();
            browser.type(Keys.ESCAPE);
            Object overflow =
                    browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(overflow).isEqualTo(0L);
        } finally {
            browser.resize(1400, 900);
        }
    }

    private static List<Figure> doubtful() {
        return report.figures().stream()
                .filter(figure -> !figure.observation().doubt().isEmpty())
                .toList();
    }

    private static WebElement mark(Figure figure) {
        return browser.find("#o-" + figure.id());
    }

    private static void select(String field, String code) {
        WebElement control = browser.find("#f-" + field);
        new Select(control).selectByValue(code);
    }

    private static void save(String by) throws IOException {
        for (String name : browser.downloads()) {
            Files.delete(folder.resolve("downloads").resolve(name));
        }
        browser.type("s");
        WebElement name = browser.find("#by");
        name.clear();
        name.sendKeys(by);
        browser.find("#saving").findElement(By.cssSelector("button.main")).click();
    }

    private static List<CSVRecord> rows(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(text).startsWith(HEADER + "\r\n");
        try (Reader reader = Files.newBufferedReader(file)) {
            reader.skip(1);
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
