package org.fupin.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fupin.extraction.Extractor;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.SourceDocument;
import org.fupin.observation.document.Warning;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.reading.title.StatedFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines of whole documents are titles, and what is made of them. */
class TitlesTest {

    private static final String BODY =
            "In %d, the financial funds came to 12 million yuan and 3,400 people were lifted out of poverty.";

    private final DocumentReader reader = DocumentReader.create();

    private record Expected(String title, String region, String subArea, String partner, int year) {}

    static Stream<Expected> titles() throws IOException {
        return lines("titles.txt").map(line -> {
            String[] parts = line.split("\\|", -1);
            return new Expected(
                    parts[0].strip().replace("\\n", "\n"),
                    parts[1].strip(),
                    parts[2].strip(),
                    parts[3].strip(),
                    Integer.parseInt(parts[4].strip()));
        });
    }

    static Stream<String> otherLines() throws IOException {
        return lines("no_titles.txt");
    }

    private static Stream<String> lines(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(TitlesTest.class.getResourceAsStream("/reading/" + resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("# ")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("titles")
    void titleIsUnderstood(Expected expected) throws UnreadableDocumentException {
        int year = expected.year() == 0 ? 2016 : expected.year();
        for (String between : List.of("\n\n", "\n\nOverview\n\n", "\n\nXX Daily, March 2, 2020\n\nOverview ")) {
            Article article = only(expected.title() + between + BODY.formatted(year));
            assertThat(article.region()).isEqualTo(expected.region());
            assertThat(article.subArea()).isEqualTo(expected.subArea());
            assertThat(article.partner()).isEqualTo(expected.partner());
            assertThat(article.year()).isEqualTo(year);
            assertThat(article.sections()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("otherLines")
    void lineWithinAReportBeginsNoOther(String line) throws UnreadableDocumentException {
        for (String end : List.of("\n\n", "\n")) {
            Article article = only("Poverty Alleviation and Development in Shaanxi Province\n\nOverview "
                    + BODY.formatted(2012) + "\n\n" + line + end + BODY.formatted(2012) + "\n\nIt went on.");
            assertThat(article.region()).isEqualTo("CN-SN");
            assertThat(article.subArea()).isEmpty();
            assertThat(article.year()).isEqualTo(2012);
        }
    }

    @Test
    void eachProvinceOfATitleGetsItsOwnPart() throws UnreadableDocumentException {
        SourceDocument document = read("Poverty Alleviation and Development in Guizhou and Yunnan Provinces in 2012\n\n"
                + "Both put in 11 million yuan.\n\nGuizhou Province\n\nThe province put in 5 million yuan.\n\n"
                + "Yunnan Province\n\nThe province put in 6 million yuan.");
        assertThat(document.articles()).extracting(Article::region).containsExactly("CN-GZ", "CN-YN");
        assertThat(document.articles()).extracting(Article::year).containsOnly(2012);
        Warning between = document.warnings().get(0);
        assertThat(between.reason()).isEqualTo(LeftOutReason.NOT_READ);
        assertThat(between.span().in(document.text())).contains("11 million").doesNotContain("5 million");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Poverty Alleviation and Development in Guizhou and Yunnan Provinces",
                "Poverty Alleviation in Hunan, Hubei and Chongqing",
                "Counterpart Support of Zhejiang for Guizhou and Sichuan",
            })
    void severalProvincesWithoutPartsAreRefused(String title) {
        assertThatThrownBy(() -> read(title + "\n\n" + BODY.formatted(2012)))
                .isInstanceOfSatisfying(UnreadableDocumentException.class, e -> assertThat(e.reason())
                        .isEqualTo(RejectionReason.SEVERAL_REGIONS))
                .hasMessageContaining("names several provinces");
    }

    @Test
    void unknownCountyNeedsItsProvince() throws UnreadableDocumentException {
        String title = "Poverty Alleviation and Development in Minqin County\n\n";
        assertThatThrownBy(() -> read(title + BODY.formatted(2012)))
                .isInstanceOfSatisfying(UnreadableDocumentException.class, e -> assertThat(e.reason())
                        .isEqualTo(RejectionReason.UNKNOWN_AREA))
                .hasMessageContaining("Minqin County")
                .hasMessageContaining("county")
                .hasMessageContaining("NAME.meta.yml");
        Article told = only(title + "Minqin County of Wuwei City, Gansu Province, is dry. " + BODY.formatted(2012));
        assertThat(told.region()).isEqualTo("CN-GS");
        assertThat(told.subArea()).isEqualTo("Minqin County");
    }

    @Test
    void titleOfAnotherYearOrPlaceBeginsAnArticle() throws UnreadableDocumentException {
        assertThat(read("Poverty Reduction in Hainan in 2010\n\n" + BODY.formatted(2010)
                                + "\n\nPoverty Reduction in Hainan in 2011\n\n" + BODY.formatted(2011))
                        .articles())
                .extracting(Article::year)
                .containsExactly(2010, 2011);
        assertThat(read("Poverty Alleviation in Hainan Province\n\n" + BODY.formatted(2010)
                                + "\n\nPoverty Alleviation in Baisha County, Hainan Province\n\n"
                                + BODY.formatted(2010))
                        .articles())
                .extracting(Article::subArea)
                .containsExactly("", "Baisha County");
    }

    @Test
    void chaptersHaveTitlesOfNamesOnly() throws UnreadableDocumentException {
        assertThat(read("III. Local Poverty Alleviation IV\n\nHenan Province\n\n" + BODY.formatted(2012)
                                + "\n\nHubei Province\n\n" + BODY.formatted(2012))
                        .articles())
                .extracting(Article::region)
                .containsExactly("CN-HA", "CN-HB");
    }

    @Test
    void tableOfContentsBeginsNothing() throws UnreadableDocumentException {
        assertThat(
                        read("Contents\nPoverty Alleviation in Anhui\nPoverty Alleviation in Fujian\n\nPoverty Alleviation in Anhui\n\n"
                                        + BODY.formatted(2012) + "\n\nPoverty Alleviation in Fujian\n\n"
                                        + BODY.formatted(2012))
                                .articles())
                .extracting(Article::region)
                .containsExactly("CN-AH", "CN-FJ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u7518\u8083\u7701\u6276\u8D2B\u5F00\u53D1\n\n2012\u5E74\uFF0C\u5168\u7701\u6295\u5165\u8D44\u91D112\u4EBF\u5143\u3002",
                "\u7518\u8085\u7701\u6276\u8CA7\u958B\u767C\n\n2012\u5E74\uFF0C\u5168\u7701\u6295\u5165\u8CC7\u91D112\u5104\u5143\u3002",
                "Poverty Alleviation in Gansu\n\n2012\u5E74\uFF0C\u5168\u7701\u6295\u5165\u8D44\u91D112\u4EBF\u5143\uFF0C\u51CF\u5C11\u8D2B\u56F0\u4EBA\u53E3140\u4E07\u4EBA\u3002",
            })
    void chineseIsRefusedAsChinese(String text) {
        for (String charset : List.of("UTF-8", "GB18030")) {
            assertThatThrownBy(() -> reader.read("report.txt", text.getBytes(Charset.forName(charset))))
                    .isInstanceOfSatisfying(UnreadableDocumentException.class, e -> assertThat(e.reason())
                            .isEqualTo(RejectionReason.NOT_ENGLISH))
                    .hasMessageContaining("in Chinese, which is not read");
        }
    }

    @Test
    void chineseParagraphIsWarnedOf() throws UnreadableDocumentException {
        String chinese =
                "2012\u5E74\uFF0C\u5168\u7701\u6295\u5165\u8D44\u91D112\u4EBF\u5143\uFF0C\u6BD4\u4E0A\u5E74\u589E\u957F\u3002";
        SourceDocument document = read("Poverty Alleviation in Gansu\n\n" + BODY.formatted(2012) + "\n\n" + chinese
                + "\n\n\u4EACICP\u590705030737\u53F7");
        assertThat(document.warnings()).hasSize(1);
        assertThat(document.warnings().get(0).span().in(document.text())).isEqualTo(chinese);
        assertThat(document.warnings().get(0).reason()).isEqualTo(LeftOutReason.NOT_READ);
        assertThat(Extractor.create().extract(document).outside())
                .filteredOn(number -> number.reason() == LeftOutReason.NOT_READ)
                .extracting(number -> number.text())
                .contains("12");
    }

    @Test
    void yearComesFromADateOnlyWithAWarning() throws UnreadableDocumentException {
        SourceDocument document = read(
                "Poverty Alleviation in Gansu\nJanuary 15, 2013\n\nLast year, the province put in 5 million yuan.");
        assertThat(document.articles().get(0).year()).isEqualTo(2012);
        assertThat(document.warnings()).singleElement().satisfies(warning -> assertThat(warning.message())
                .contains("2012 is taken from the date \"January 15, 2013\""));
        assertThat(only("Poverty Alleviation in Gansu\n\nIn 2012, the province will put in 5 million yuan.")
                        .year())
                .isEqualTo(2012);
    }

    @Test
    void operatorStatesWhatTheTextDoesNotSay() throws UnreadableDocumentException {
        StatedFacts stated = new StatedFacts("CN-GS", "Minqin County", 2014, "", "report.meta.yml");
        byte[] text = "Work of the year\n\nThe county put in 5 million yuan.".getBytes(StandardCharsets.UTF_8);
        SourceDocument document = reader.read("report.txt", text, stated);
        Article article = document.articles().get(0);
        assertThat(article.title()).isEqualTo("Work of the year");
        assertThat(article.place()).isEqualTo("Minqin County");
        assertThat(article.year()).isEqualTo(2014);
        assertThat(article.stated()).isEqualTo("area, year (report.meta.yml)");
        assertThat(document.file().id()).isNotEqualTo(DocumentReader.id(text, StatedFacts.NONE));
    }

    @Test
    void statementOfAnotherProvinceThanTheTitlesIsRefusedUnlessTheTitleIsStatedToo()
            throws UnreadableDocumentException {
        byte[] text = "Poverty Alleviation in Yiyang City, Hunan Province\n\nX was built in 2014."
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> reader.read("r", text, new StatedFacts("CN-GS", "", 0, "", "folder.meta.yml")))
                .hasMessageContaining("folder.meta.yml states the area CN-GS")
                .hasMessageContaining("names CN-HN")
                .isInstanceOfSatisfying(UnreadableDocumentException.class, e -> assertThat(e.reason())
                        .isEqualTo(RejectionReason.BAD_META));
        SourceDocument mended =
                reader.read("r", text, new StatedFacts("CN-GS", "", 0, "Relief in Gansu", "r.meta.yml"));
        assertThat(mended.articles()).extracting(Article::region).containsExactly("CN-GS");
        assertThat(mended.warnings())
                .extracting(Warning::message)
                .anyMatch(message -> message.contains("is on CN-HN, but r.meta.yml states otherwise: CN-GS is taken"));
    }

    @Test
    void statementOfTheProvinceLeavesTheCountyOfTheTitle() throws UnreadableDocumentException {
        byte[] text = "Poverty Alleviation in Yiyang City\n\nX was built in 2014.".getBytes(StandardCharsets.UTF_8);
        SourceDocument document = reader.read("r", text, new StatedFacts("CN-HN", "", 0, "", "folder.meta.yml"));
        assertThat(document.articles()).extracting(Article::place).containsExactly("Yiyang City");
        assertThat(document.warnings()).isEmpty();
    }

    @Test
    void statementOfAnotherCountyOrYearThanTheTextsIsTold() throws UnreadableDocumentException {
        byte[] text = "Poverty Alleviation in Minqin County, Gansu\n\nIn 2013, 40 wells were dug."
                .getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read("r", text, new StatedFacts("CN-GS", "Gulang County", 2014, "", "r.meta.yml"))
                        .warnings())
                .extracting(Warning::message)
                .anyMatch(message -> message.contains("is on Minqin County, but r.meta.yml states otherwise: Gulang"))
                .anyMatch(message ->
                        message.contains("a text that reports on 2013") && message.contains("2014 is taken"));
        assertThat(reader.read("r", text, new StatedFacts("CN-GS", "Minqin County", 2013, "", "r.meta.yml"))
                        .warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pairing-off Support Work in Shaanxi and Gansu Provinces",
                "Twinning Aid: Yunnan and Guizhou in 2012",
                "East-West Cooperation in Henan, and Hubei Provinces",
            })
    void pairingOfProvincesSideBySideIsRefused(String title) {
        assertThatThrownBy(() -> read(title + "\n\nIn 2012, 40 wells were dug."))
                .isInstanceOfSatisfying(UnreadableDocumentException.class, e -> assertThat(e.reason())
                        .isEqualTo(RejectionReason.SEVERAL_REGIONS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "East-West Cooperation in Fujian and Ningxia | CN-NX",
                "Pairing-off Cooperation between Hunan and Jiangxi | CN-JX",
                "Guangdong-Guangxi Pairing-off Support | CN-GX",
            })
    void pairingOfAGiverAndAReceiverIsRead(String title, String region) throws UnreadableDocumentException {
        assertThat(only(title + "\n\nIn 2012, 40 wells were dug.").region()).isEqualTo(region);
    }

    @Test
    void provinceOfTheTitleWithoutAPartIsTold() throws UnreadableDocumentException {
        SourceDocument document = read("Poverty Alleviation in Gansu, Qinghai and Ningxia in 2012\n\n"
                + "Poverty Alleviation in Gansu\n\nIn 2012, 40 wells were dug.\n\n"
                + "Poverty Alleviation in Qinghai\n\nIn 2012, 50 wells were dug.\n");
        assertThat(document.articles()).extracting(Article::region).containsExactly("CN-GS", "CN-QH");
        assertThat(document.warnings())
                .extracting(Warning::message)
                .anyMatch(message -> message.contains("names CN-NX too, but the text has no part for it"));
    }

    private Article only(String text) throws UnreadableDocumentException {
        SourceDocument document = read(text);
        assertThat(document.articles()).hasSize(1);
        return document.articles().get(0);
    }

    private SourceDocument read(String text) throws UnreadableDocumentException {
        return reader.read("report.txt", text.getBytes(StandardCharsets.UTF_8));
    }
}
