package org.fupin.publish.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fupin.delivery.compose.ReportNotice.Content;
import org.fupin.delivery.compose.ReportNotice.HeadlineFigure;
import org.fupin.delivery.compose.ReportNotice.RevisedFigure;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.observation.Coded;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.PerUnit;
import org.fupin.observation.finding.FindingRule;
import org.fupin.reference.ChineseNames;
import org.fupin.reference.DoubtReasons;
import org.fupin.reference.Regions;
import org.fupin.reference.Units;
import org.fupin.report.MarkedReport;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.figure.Figure;
import org.fupin.report.headline.Indicator;
import org.fupin.report.headline.MoneyClass;
import org.fupin.report.headline.Scope;
import org.fupin.report.headline.YearHeadlines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message tells of a report, in both languages. */
class NoticeContentTest {

    private static final String PAGE = "2013/CN-QH/CN-QH-2013.html";

    private final ProvinceYearReport report = ProvinceYearReport.of(
            MarkedReport.qinghai2013().revised("total", "900000000").provinceYear(),
            List.of(YearHeadlines.of(MarkedReport.qinghai2012().provinceYear())),
            Regions.load());

    @Test
    void hasTheHeadlinesOfTheReportWithTheYearBefore() {
        Map<String, HeadlineFigure> headlines = headlines(NoticeContent.of(report, BodyLanguage.ENGLISH, PAGE));

        assertThat(headlines.keySet())
                .containsExactlyInAnyOrderElementsOf(report.headlines().stream()
                        .map(headline -> headline.indicator().code())
                        .toList());
        HeadlineFigure income = headlines.get("income");
        assertThat(income.value()).isEqualTo("5,187 Yuan per person");
        assertThat(income.change()).isEqualTo("Stated: up 15.7%");
        assertThat(income.before()).isEqualTo("2012: 4,485 Yuan per person");
        assertThat(income.remarks()).first().isEqualTo("Poor counties only");
        assertThat(income.flags()).doesNotContain("[p]");
    }

    @ParameterizedTest
    @CsvSource({"cadres, true", "farmers, false"})
    void aChineseOfficeReadsThatTheSourceWordsItOtherwise(String whom, boolean otherwise) {
        ProvinceYearReport courses = ProvinceYearReport.of(
                MarkedReport.empty("CN-QH", 2013).text("""
                        # training | Training
                        Courses reached {a|2,648|trained|level|2648|person|%s}.
                        """.formatted(whom)).provinceYear(), List.of(), Regions.load());
        HeadlineFigure chinese =
                headlines(NoticeContent.of(courses, BodyLanguage.CHINESE, PAGE)).get("trained");
        assertThat(chinese.remarks().contains("原文表述与指标名称不尽一致，详见报告")).isEqualTo(otherwise);
    }

    @Test
    void aMessageSaysThatOtherAmountsAreStatedAndWhatAMultipleIsOf() {
        ProvinceYearReport several = ProvinceYearReport.of(
                MarkedReport.empty("CN-QH", 2013).text("""
                        # credit | Credit
                        Banks issued {a|900 million yuan|loans|level|900000000|CNY|discount loans}, \
                        {g|double|loans|multiple|2|times|discount loans|about=a} those of the previous year.
                        # mutual_funds | Mutual funds
                        Societies lent {b|60 million yuan|loans|level|60000000|CNY|loans}.
                        """).provinceYear(), List.of(), Regions.load());
        HeadlineFigure english =
                headlines(NoticeContent.of(several, BodyLanguage.ENGLISH, PAGE)).get("loans");
        assertThat(english.change()).isEqualTo("Stated: 2 times that of 2012");
        assertThat(english.remarks()).contains("Largest of 2 stated, the other 60 million Yuan under \"Mutual funds\"");
        HeadlineFigure chinese =
                headlines(NoticeContent.of(several, BodyLanguage.CHINESE, PAGE)).get("loans");
        assertThat(chinese.change()).startsWith("原文称为上年的");
        assertThat(chinese.remarks()).contains("原文所述 2 个数字中最大的一个");
    }

    @Test
    void everyFigureHasTheAddressOfItsSentence() {
        Content content = NoticeContent.of(report, BodyLanguage.ENGLISH, PAGE);

        List<String> ids = report.figures().stream().map(Figure::id).toList();
        assertThat(content.headlines())
                .filteredOn(figure -> !figure.value().isEmpty())
                .allSatisfy(figure -> assertThat(ids).contains(figure.address().replace(PAGE + "#o-", "")));
        assertThat(content.worst().address()).startsWith(PAGE + "#o-");
        assertThat(content.worst().message())
                .isEqualTo(report.checks().findings().get(0).message());
    }

    @Test
    void aChineseOfficeReadsNoEnglish() {
        Content content = NoticeContent.of(report, BodyLanguage.CHINESE, PAGE);

        Map<String, HeadlineFigure> headlines = headlines(content);
        assertThat(headlines.get("funds").label()).isEqualTo("扶贫资金");
        assertThat(headlines.get("funds").value()).isEqualTo("32.64 亿元");
        assertThat(headlines.get("poverty_reduced").value()).isEqualTo("超过 17.5 万人");
        assertThat(headlines.get("income").value()).isEqualTo("5187 元/人");
        assertThat(headlines.get("income").change()).isEqualTo("原文称增长 15.7%");
        assertThat(headlines.get("income").before()).isEqualTo("2012 年：4485 元/人");
        assertThat(headlines.get("income").remarks()).first().isEqualTo("仅限重点县和贫困县");
        assertThat(content.revised()).first().isEqualTo(new RevisedFigure("资金", "9 亿元", "32.64 亿元"));
        assertThat(content.worst().message()).matches("分项之和与总数不符：原文为 .*，按其他数字计算为 .*元");
        Stream<String> texts = Stream.of(
                        Stream.of(content.doubt(), content.worst().message()),
                        content.headlines().stream()
                                .flatMap(figure -> Stream.concat(
                                        Stream.of(figure.label(), figure.value(), figure.change(), figure.before()),
                                        figure.remarks().stream())),
                        content.revised().stream()
                                .flatMap(figure -> Stream.of(figure.item(), figure.before(), figure.after())))
                .flatMap(Function.identity());
        assertThat(texts).noneMatch(text -> text.matches(".*[A-Za-z].*"));
    }

    @Test
    void everyCodeHasAChineseName() {
        ChineseNames names = ChineseNames.load();
        Map.<String, Stream<String>>of(
                        "indicator", codes(Indicator.values()),
                        "measure", codes(Measure.values()),
                        "source", codes(FundingSource.values()),
                        "per", codes(PerUnit.values()),
                        "scope", codes(Scope.values()),
                        "class", codes(MoneyClass.values()),
                        "rule", codes(FindingRule.values()),
                        "kind", codes(Kind.values()),
                        "unit", Units.load().all().stream().map(unit -> unit.code()),
                        "doubt", DoubtReasons.load().all().stream().map(reason -> reason.code()))
                .forEach((list, codes) ->
                        codes.forEach(code -> assertThat(names.of(list, code)).isNotEmpty()));
    }

    private static Stream<String> codes(Coded[] values) {
        return Arrays.stream(values).map(Coded::code);
    }

    private static Map<String, HeadlineFigure> headlines(Content content) {
        return content.headlines().stream().collect(Collectors.toMap(HeadlineFigure::indicator, Function.identity()));
    }
}
