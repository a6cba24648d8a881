package org.fupin.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.observation.finding.FindingRule;
import org.fupin.reference.Regions;
import org.fupin.report.MarkedReport;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.Sources.SourceArticle;
import org.fupin.report.figure.Figure;
import org.fupin.report.headline.Headline;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProvinceYearPageTest {

    private static final String HOSTILE = "</script><img src=x onerror=alert(1)> & \"<b>\" '<!--";

    private static final Map<String, ProvinceYearReport> SAMPLE = ReadReports.of(ReadReports.SAMPLE);

    static Stream<String> sample() {
        return SAMPLE.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("sample")
    void showsTheWholeTextOfTheArticles(String key) {
        ProvinceYearReport report = SAMPLE.get(key);
        assertThat(sources(page(report)))
                .containsExactlyElementsOf(report.sources().articles().stream()
                        .map(SourceArticle::text)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("sample")
    void marksEachFigureOnceWithItsId(String key) {
        ProvinceYearReport report = SAMPLE.get(key);
        Document page = page(report);
        List<Element> marks = page.select(".source a.fig");

        assertThat(marks).hasSameSizeAs(report.figures());
        for (Figure figure : report.figures()) {
            assertThat(page.select("[id=o-" + figure.id() + "]")).hasSize(1);
            Element mark = page.getElementById("o-" + figure.id());
            assertThat(mark.wholeText()).isEqualTo(figure.observation().text());
            assertThat(mark.hasClass("doubt"))
                    .isEqualTo(!figure.observation().doubt().isEmpty());
            assertThat(page.getElementById("r-" + figure.number()).text()).contains(figure.text());
        }
        assertThat(page.select(".source .out"))
                .hasSameSizeAs(report.leftOut().numbers())
                .allSatisfy(mark -> assertThat(mark.wholeText())
                        .isEqualTo(report.leftOut()
                                .numbers()
                                .get(Integer.parseInt(mark.attr("data-out")))
                                .text()));
    }

    @ParameterizedTest
    @MethodSource("sample")
    void hasEachIdOnceAndLeadsNowhereElse(String key) {
        Document page = page(SAMPLE.get(key));
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.select("a[href^=#]").eachAttr("href"))
                .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
    }

    @Test
    void keepsItsAddressesAcrossEditions() {
        Figure figure = SAMPLE.get("CN-GS-2012").figures().get(0);
        assertThat(figure.id()).matches("[0-9a-f]{32}");
        assertThat(ProvinceYearPage.address(figure)).isEqualTo("#o-" + figure.id());
    }

    @Test
    void escapesWhateverASourceSays() {
        ProvinceYearReport report = report(MarkedReport.empty("CN-GS", 2012)
                .text("# funding|Funds " + HOSTILE + "\nOf " + HOSTILE + " {a|3 million|funds|level|3000000|CNY|"
                        + HOSTILE.replace("|", "") + "|doubt=far_source} yuan ((2012|date)) went to wells.")
                .finding(FindingRule.MALFORMED, false, "a"));
        byte[] bytes = ReadReports.page(report);
        Document page = parsed(bytes);

        assertThat(sources(page))
                .containsExactly(report.sources().articles().get(0).text());
        assertThat(sources(page).get(0)).contains(HOSTILE);
        assertThat(page.select("img, [onerror], b")).isEmpty();
        assertThat(page.select("script")).hasSize(2);
        assertThat(page.select("h4").text()).contains(HOSTILE.replaceAll("\\s+", " "));
        assertThat(data(page).at("/figures/0/item").asString()).isEqualTo(HOSTILE);
    }

    @Test
    void keepsLineEndsAndOtherOddCharacters() {
        String text =
                "Poverty Alleviation and Development in Gansu Province\r\n\r\n\u3010Overview\u3011In 2012, the province\r\n"
                        + "put in 30 million yuan\u00A0of funds.\r\n \t\r\nIt \uD83D\uDE00 dug\f12 wells.\r\n";
        ProvinceYearReport report = ReadReports.of(
                        List.of(ReadReports.extract("odd.txt", text.getBytes(StandardCharsets.UTF_8))))
                .get("CN-GS-2012");
        assertThat(report.sources().articles().get(0).text()).contains("\r\n");
        assertThat(sources(page(report)))
                .containsExactly(report.sources().articles().get(0).text());
    }

    @Test
    void runsItsOwnScriptAndLoadsNothing() throws Exception {
        Document page = page(SAMPLE.get("CN-GS-2012"));
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");

        assertThat(policy)
                .contains("default-src 'none'", "base-uri 'none'", "form-action 'none'")
                .contains("script-src "
                        + hash(page.select("script:not([type])").first().data()))
                .contains("style-src " + hash(page.select("style").first().data()));
        assertThat(page.getAllElements()).allSatisfy(element -> assertThat(element.attributes())
                .noneMatch(attribute -> attribute.getKey().startsWith("on")
                        || attribute.getKey().equals("style")
                        || attribute.getKey().equals("src")));
        assertThat(page.select("link, iframe, object, base")).isEmpty();
        assertThat(page.select("[href]").eachAttr("href"))
                .allMatch(href -> !href.contains(":") && !href.startsWith("//"));
    }

    @Test
    void givesTheSameBytesForTheSameReport() {
        ProvinceYearReport report = SAMPLE.get("CN-GZ-2012");
        assertThat(ReadReports.page(report)).isEqualTo(ReadReports.page(report));
    }

    @Test
    void staysSmallWithManyFigures() {
        String marked = IntStream.range(0, 500)
                .mapToObj(
                        i -> "In Hehua County, after the work of the spring and with the help of the office, {f" + i
                                + "|" + (i + 3)
                                + " million yuan|funds|level|" + (i + 3)
                                + "000000|CNY|special funds for the wells of village " + i
                                + "|source=fiscal doubt=far_source} of special funds went into wells and roads of the villages.")
                .collect(Collectors.joining("\n", "# funding|Funds\n", ""));
        byte[] page = ReadReports.page(report(MarkedReport.empty("CN-GS", 2012).text(marked)));

        assertThat(parsed(page).select("a.fig")).hasSize(500);
        assertThat(page).hasSizeLessThan(1_500_000);
    }

    @Test
    void tellsTheScriptWhatEachFigureIs() {
        ProvinceYearReport report = SAMPLE.get("CN-GS-2012");
        JsonNode data = data(page(report));

        assertThat(data.get("figures")).hasSameSizeAs(report.figures());
        for (Figure figure : report.figures()) {
            JsonNode told = data.get("figures").get(figure.number() - 1);
            assertThat(told.get("id").asString()).isEqualTo(figure.id());
            assertThat(told.get("measure").asString())
                    .isEqualTo(figure.observation().measure().code());
            assertThat(told.get("doubt")).hasSameSizeAs(figure.observation().doubt());
            // Each is taken from something, be it the words of the text or that nothing else is said.
            assertThat(told.get("why").has("measure")).isTrue();
            assertThat(told.get("why").has("period")).isTrue();
            told.get("why").forEach(place -> assertThat(
                            data.get("reasons").get(place.asInt()).get("text").asString())
                    .isNotBlank());
        }
    }

    @Test
    void leadsFromEachHeadlineToItsFigure() {
        ProvinceYearReport report = SAMPLE.get("CN-GS-2012");
        Document page = page(report);

        assertThat(page.select("#headlines tbody th").eachText())
                .containsExactlyElementsOf(report.headlines().stream()
                        .map(headline -> headline.indicator().label())
                        .toList());
        assertThat(page.select("#headlines tbody a").eachAttr("href"))
                .isNotEmpty()
                .containsExactlyElementsOf(report.headlines().stream()
                        .filter(Headline::isAvailable)
                        .map(headline -> ProvinceYearPage.address(Objects.requireNonNull(headline.figure())))
                        .toList());
    }

    @Test
    void showsTheComputationOfAFinding() {
        ProvinceYearReport report = report(MarkedReport.qinghai2013());
        Document page = page(report);
        List<String> sums = page.select("#findings .finding.holds .sum").eachText();

        assertThat(page.select("#findings .finding"))
                .hasSameSizeAs(report.checks().all());
        assertThat(sums).isNotEmpty().allMatch(sum -> sum.contains(" = ") && sum.contains("stated: "));
    }

    @Test
    void listsWhatTheEditionChanged() {
        MarkedReport marked = MarkedReport.qinghai2013().revised("total", "900000000");
        ProvinceYearReport report = report(marked);
        Document page = page(report);

        Element row = page.select("#revisions tbody tr").first();
        assertThat(row.text()).contains("changed", "900 million Yuan");
        assertThat(page(report(MarkedReport.qinghai2013())).select("#revisions"))
                .isEmpty();
    }

    @Test
    void needsTheTextsOfTheArticles() {
        ProvinceYear bare = MarkedReport.qinghai2012().provinceYear().withTexts(List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProvinceYearPage()
                        .write(ProvinceYearReport.of(bare, List.of(), Regions.load()), OutputStream.nullOutputStream()))
                .withMessageContaining("without the text");
    }

    private static ProvinceYearReport report(MarkedReport marked) {
        return ProvinceYearReport.of(marked.provinceYear(), List.of(), Regions.load());
    }

    private static Document page(ProvinceYearReport report) {
        return parsed(ReadReports.page(report));
    }

    private static Document parsed(byte[] page) {
        return Jsoup.parse(new String(page, StandardCharsets.UTF_8));
    }

    private static List<String> sources(Document page) {
        return page.select(".source").stream().map(Element::wholeText).toList();
    }

    private static JsonNode data(Document page) {
        return JsonMapper.shared().readTree(page.getElementById("data").data());
    }

    private static String hash(String inline) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
