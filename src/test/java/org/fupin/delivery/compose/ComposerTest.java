package org.fupin.delivery.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fupin.delivery.compose.ReportNotice.CheckCounts;
import org.fupin.delivery.compose.ReportNotice.HeadlineFigure;
import org.fupin.delivery.compose.ReportNotice.Reread;
import org.fupin.delivery.compose.ReportNotice.RevisedFigure;
import org.fupin.delivery.compose.ReportNotice.WorstFinding;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.delivery.recipients.MailAddress;
import org.fupin.delivery.recipients.Office;
import org.fupin.delivery.recipients.Recipients;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What messages say, in text and HTML. */
class ComposerTest {

    private static final Office PLANNING = new Office(
            "planning",
            "Department of Planning",
            List.of(MailAddress.parse("planning@office.example")),
            List.of(),
            Set.of(),
            Set.of("xlsx", "pdf"),
            true,
            BodyLanguage.ENGLISH);

    private static final String EVIL = "<script>alert(1)</script>\r\nBcc: all@office.example & \"so on\"";

    @Test
    void tellsHeadlinesChecksAndRevisions() {
        Message message = reports(Samples.recipients(), PLANNING, Samples.report("CN-GS", 2012, "a"));

        assertThat(message.subject()).isEqualTo("Poverty alleviation reports, May 2026: Gansu 2012");
        assertThat(message.text())
                .contains(
                        "Gansu Province, 2012\n--------------------\nEdition of May 2026, vintage 2. 12 of 356 figures are doubtful.\n")
                .contains("  Fiscal funds                    2.064 billion Yuan         [r]\n    Stated: up 24.9%\n"
                        + "    2011: 1.653 billion Yuan\n    Money of governments\n")
                .contains("  Farmers' net income per person  4,507 Yuan\n"
                        + "    2011: 3,909 Yuan (whole province, not comparable)\n    Key or poor counties only\n")
                .doesNotContain("Poor population")
                .contains("Checks: 38 recomputed relations hold; 1 error and 3 warnings.\n"
                        + "The worst finding: The parts make 2.1 billion Yuan\n")
                .contains("2 figures revised by the last files of the province:\n"
                        + "- funds from the central government: 1.6 billion Yuan -> 1.638 billion Yuan\n"
                        + "- drinking water for people: added, 312,000 persons\n")
                .contains("Attached:\n- CN-GS-2012.xlsx  28 bytes\n- CN-GS-2012.pdf   27 bytes\n")
                .contains("desk@statistics.example");
        Document html = Jsoup.parse(message.html());
        assertThat(html.text())
                .contains(
                        "Fiscal funds Money of governments 2.064 billion Yuan Stated: up 24.9% 2011: 1.653 billion Yuan [r]")
                .contains("The worst finding: The parts make 2.1 billion Yuan")
                .contains("38 recomputed relations hold; 1 error and 3 warnings.")
                .contains("1.6 billion Yuan → 1.638 billion Yuan")
                .contains("added, 312,000 persons");
        assertThat(message.attached()).isTrue();
    }

    @Test
    void chineseOfficesGetChineseWordsAndFileNames() {
        Message message = reports(Samples.recipients(), Samples.GANSU, Samples.report("CN-GS", 2012, "a"));

        assertThat(message.subject()).isEqualTo("扶贫统计报告（2026 年 5 月）：甘肃省 2012 年");
        assertThat(message.text())
                .contains("错误 1 项，警告 3 项")
                .contains("- 甘肃省-2012.xlsx  28 bytes\n- 甘肃省-2012.pdf   27 bytes\n");
        assertThat(Jsoup.parse(message.html()).selectFirst("html").attr("lang")).isEqualTo("zh-CN");
        assertThat(message.files()).extracting(Enclosure::name).containsExactly("甘肃省-2012.xlsx", "甘肃省-2012.pdf");
    }

    @Test
    void updateSaysSo() {
        Selection fresh = Selection.of(Samples.publication(Samples.report("CN-GS", 2012, "a")), PLANNING);

        Message update = new Composer(Samples.recipients()).reports(PLANNING, Samples.MAY, true, fresh);

        assertThat(update.kind()).isEqualTo(MessageKind.UPDATE);
        assertThat(update.subject()).isEqualTo("Poverty alleviation reports, May 2026 (update): Gansu 2012");
        assertThat(update.text()).contains("Since the last message of this month");
    }

    @Test
    void listOfFilesCanBeReplacedInAMessageThatIsThere() {
        for (Office office : List.of(PLANNING, Samples.GANSU)) {
            ReportNotice report = Samples.report("CN-GS", 2012, "a");
            for (Recipients links : List.of(Samples.linked(Samples.recipients()), Samples.recipients(0))) {
                Message attached = reports(Samples.attaching(links), office, report);
                Message linked = reports(links, office, report);

                assertThat(linked).isNotEqualTo(attached);
                assertThat(new Composer(links).with(attached, false)).contains(linked);
                assertThat(new Composer(links).with(linked, true)).contains(attached);
                assertThat(new Composer(links).with(linked, false)).contains(linked);
            }
        }
    }

    @Test
    void messageWithAnotherListOfFilesStaysAsItIs() {
        Message attached = reports(Samples.recipients(), PLANNING, Samples.report("CN-GS", 2012, "a"));
        Message foreign = attached.with("Files: two", attached.html(), true);

        assertThat(new Composer(Samples.recipients()).with(foreign, false)).isEmpty();
    }

    @Test
    void manyReportsGetARowEach() {
        ReportNotice[] many = Stream.of("CN-GS", "CN-GZ", "CN-YN", "CN-ZJ", "CN-XJ", "CN-XJ-XPCC")
                .map(region -> Samples.report(region, 2012, "a"))
                .toArray(ReportNotice[]::new);

        Message message = reports(Samples.recipients(), PLANNING, many);

        assertThat(message.subject())
                .isEqualTo("Poverty alleviation reports, May 2026: Gansu 2012, Guizhou 2012, Yunnan 2012 and 3 more");
        assertThat(message.text())
                .contains("- Guizhou Province, 2012: Fiscal funds 2.064 billion Yuan [r]; People lifted\n")
                .contains("1 error, 3 warnings, 38 relations hold; 2 figures\n");
        Document html = Jsoup.parse(message.html());
        assertThat(html.select("th[scope=row]").eachText()).hasSize(6).contains("Guizhou 2012 2 revised");
        assertThat(html.select("tr:has(> th[scope=row])").get(0).select("td").eachText())
                .containsExactly(
                        "2.064 billion Yuan [r] Money of governments",
                        "about 1.2 million persons [e]",
                        "[x]",
                        "4,507 Yuan Key or poor counties only",
                        "1 error 3 warnings");
    }

    @Test
    void theNewestReportComesFirst() {
        Message message = reports(
                Samples.recipients(),
                PLANNING,
                Samples.report("CN-GS", 2011, "a"),
                Samples.report("CN-YN", 2011, "a"),
                Samples.report("CN-GS", 2012, "a"));

        assertThat(message.subject()).endsWith(": Gansu 2012, Gansu 2011, Yunnan 2011");
        assertThat(Jsoup.parse(message.html()).select("h2").eachText())
                .containsExactly("Gansu Province, 2012", "Gansu Province, 2011", "Yunnan Province, 2011", "Files");
    }

    @Test
    void theBoxHasTheColourOfWhatItSays() {
        assertThat(box(new CheckCounts(1, 3, 38))).contains("#c53030").doesNotContain("#b7791f", "#2f855a");
        assertThat(box(new CheckCounts(0, 3, 38))).contains("#b7791f").doesNotContain("#c53030", "#2f855a");
        assertThat(box(new CheckCounts(0, 0, 38))).contains("#2f855a").doesNotContain("#c53030", "#b7791f");
        assertThat(box(new CheckCounts(0, 0, 0)))
                .contains("No sum, share or growth rate of the report was recomputed")
                .doesNotContain("#2f855a", "#c53030", "#b7791f");
    }

    private static String box(CheckCounts checks) {
        ReportNotice report = Samples.report("CN-GS", 2012, "a");
        Message message = reports(
                Samples.recipients(),
                PLANNING,
                new ReportNotice(
                        report.region(),
                        2012,
                        report.files(),
                        language -> new ReportNotice.Content(Samples.MAY, 1, "", List.of(), checks, null, List.of())));
        return Jsoup.parse(message.html()).select("p:contains(Checks:)").outerHtml();
    }

    @Test
    void everyFigureLeadsToItsSentence() {
        Message message = reports(Samples.linked(Samples.recipients()), PLANNING, Samples.report("CN-GS", 2012, "a"));

        String page = "https://reports.statistics.example/out/2012/CN-GS/CN-GS-2012.html";
        assertThat(Jsoup.parse(message.html()).select("a[href*=#]").eachAttr("href"))
                .containsExactly(page + "#o-1", page + "#o-2", page + "#o-3", page + "#o-1");
        assertThat(message.text()).contains("Each figure in its sentence:\n" + page + "\n");
    }

    @Test
    void filesThatAreTooLargeAreLinked() {
        ReportNotice report = withFile("2012/CN-GS/报告 100%.xlsx");

        Message message = reports(Samples.linked(Samples.recipients()), PLANNING, report);

        String link = "https://reports.statistics.example/out/2012/CN-GS/%E6%8A%A5%E5%91%8A%20100%25.xlsx";
        assertThat(message.attached()).isFalse();
        assertThat(message.text()).contains("\n  " + link + "\n");
        assertThat(Jsoup.parse(message.html())
                        .select("a[href^=https]:not([href*=#])")
                        .eachAttr("href"))
                .containsExactly(link);
    }

    @Test
    void withoutLinksLargeFilesAreNamed() {
        ReportNotice report = Samples.report("CN-GS", 2012, "a");
        DeliveryFile workbook = report.files().get(0);

        Message message = reports(Samples.recipients(54, PLANNING), PLANNING, report);

        assertThat(message.attached()).isFalse();
        assertThat(message.text())
                .contains("- CN-GS-2012.xlsx  28 bytes\n  folder 2012/CN-GS\n  SHA-256 " + workbook.sha256() + "\n");
        assertThat(Jsoup.parse(message.html()).text()).contains(workbook.sha256());
        assertThat(reports(Samples.recipients(55, PLANNING), PLANNING, report).attached())
                .as("exactly as large as may be")
                .isTrue();
    }

    @Test
    void tellsAReadingByANewerProgramFromARevision() {
        ReportNotice.Content first =
                Samples.report("CN-GS", 2012, "a").content().apply(BodyLanguage.ENGLISH);
        ReportNotice reread = new ReportNotice(
                Samples.report("CN-GS", 2012, "a").region(),
                2012,
                Samples.report("CN-GS", 2012, "a").files(),
                language -> new ReportNotice.Content(
                        first.edition(),
                        2,
                        true,
                        first.doubt(),
                        first.headlines(),
                        first.checks(),
                        first.worst(),
                        List.of(),
                        new Reread(
                                true,
                                List.of(
                                        new RevisedFigure("funds", "source of funds: Central government", "5 Yuan"),
                                        new RevisedFigure("wells", "", "7"),
                                        new RevisedFigure("roads", "9 km", ""))),
                        List.of()));

        Message message = reports(Samples.recipients(), PLANNING, reread);

        for (String body :
                List.of(message.text(), Jsoup.parse(message.html()).body().wholeText())) {
            assertThat(body.replaceAll("\\s+", " "))
                    .contains("vintage 2 (provisional)", "The province has not revised its report.")
                    .contains("3 figures are read otherwise than before:")
                    .contains("funds: 5 Yuan (read before: source of funds: Central government)")
                    .contains("wells: read now, 7", "roads: no longer read, was 9 km")
                    .doesNotContain("revised by the last files");
        }
    }

    @Test
    void textOfReportsStaysText() {
        ReportNotice hostile = new ReportNotice(
                Samples.report("CN-GS", 2012, "a").region(),
                2012,
                List.of(Samples.file("2012/\"><img src=x>.pdf", "a", Samples.PDF)),
                language -> new ReportNotice.Content(
                        Samples.MAY,
                        2,
                        EVIL,
                        List.of(new HeadlineFigure(EVIL, EVIL, EVIL, EVIL, EVIL, EVIL, List.of(EVIL), "a#" + EVIL)),
                        new CheckCounts(1, 1, 1),
                        new WorstFinding(EVIL, "\"><img src=x>#o-1"),
                        List.of(
                                new RevisedFigure(EVIL, EVIL, EVIL),
                                new RevisedFigure("{{contact}} {{{office}}}", "a", "b"))));
        Office office = new Office(
                "planning",
                "A & B <img src=x>",
                PLANNING.to(),
                List.of(),
                Set.of(),
                Set.of("pdf"),
                false,
                BodyLanguage.ENGLISH);

        for (Recipients recipients : List.of(Samples.recipients(), Samples.linked(Samples.recipients()))) {
            Message message = reports(recipients, office, hostile);
            Document html = Jsoup.parse(message.html());

            assertThat(html.select("script, img, iframe, object")).isEmpty();
            assertThat(html.text())
                    .contains("<script>alert(1)</script> Bcc: all@office.example & \"so on\"")
                    .contains("A & B <img src=x>")
                    .contains("{{contact}} {{{office}}}");
            assertThat(message.text().lines()).noneMatch(line -> line.startsWith("Bcc:"));
            assertThat(message.subject()).doesNotContain("\n").doesNotContain("\r");
        }
    }

    static Stream<Message> messages() {
        Composer attaching = new Composer(Samples.recipients());
        Composer linking = new Composer(Samples.linked(Samples.recipients()));
        Composer naming = new Composer(Samples.recipients(0));
        List<ReportNotice> many = new ArrayList<>();
        for (int year = 2003; year < 2013; year++) {
            many.add(Samples.report("CN-XJ-XPCC", year, "a"));
        }
        Publication one =
                new Publication(true, List.of(Samples.report("CN-GS", 2012, "a")), List.of(Samples.summary(2012, "a")));
        Publication all = new Publication(true, many, List.of(Samples.summary(2012, "a")));
        Publication summary = new Publication(true, List.of(), List.of(Samples.summary(2012, "a")));
        List<Message> messages = new ArrayList<>();
        for (BodyLanguage language : BodyLanguage.values()) {
            Office office = new Office(
                    "planning", "规划司", PLANNING.to(), List.of(), Set.of(), Set.of("xlsx", "pdf"), true, language);
            for (Composer composer : List.of(attaching, linking, naming)) {
                for (Publication publication : List.of(one, all, summary)) {
                    messages.add(composer.reports(office, Samples.MAY, true, Selection.of(publication, office)));
                    messages.add(composer.reports(office, Samples.MAY, false, Selection.of(publication, office)));
                }
            }
            messages.add(attaching.nothingNew(office, Samples.MAY));
        }
        messages.add(attaching.owner(trouble("first line\nsecond <line>")));
        messages.add(attaching.owner(trouble(null)));
        return messages.stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void mailReadersCanShowIt(Message message) {
        assertThat(message.subject()).isNotBlank().doesNotContain("{{");
        assertThat(message.text().lines())
                .allMatch(line -> MailText.width(line) <= 78 || !line.strip().contains(" "))
                .noneMatch(line -> line.contains("{{"));
        assertThat(message.text()).doesNotContain("\n\n\n").contains("\n-- \n");
        Document html = Jsoup.parse(message.html());
        assertThat(html.selectFirst("html").attr("lang"))
                .isEqualTo(message.language().tag());
        assertThat(html.select("img, link, script, style, iframe, [src], [background]"))
                .isEmpty();
        assertThat(message.html()).doesNotContain("url(").doesNotContain("{{");
        // Clients drop a table that is broken; jsoup would have moved its contents.
        assertThat(html.select("table table").size()).isPositive();
        assertThat(html.body().children()).hasSize(1);
        assertThat(html.body().ownText()).isEmpty();
    }

    @Test
    void ownerReadsWhatToDo() {
        Message message = new Composer(Samples.recipients()).owner(trouble("The database does not answer"));

        assertThat(message.subject()).isEqualTo("fupin monthly, May 2026: the run failed");
        assertThat(message.text())
                .contains("Job monthly, May 2026, run 17, on stats01")
                .contains("The database does not answer")
                .contains("- scan.pdf: no title of a report in it (no_article)")
                .contains("- gansu, gansu@office.example: \"Reports\"\n  550 5.1.1 no such user")
                .contains("- guizhou, guizhou@office.example: \"Reports\"\n  451 later");
        assertThat(message.to()).extracting(MailAddress::address).containsExactly("operator@statistics.example");
        assertThat(message.contact()).isNull();
    }

    @Test
    void ownerReadsWhichTextHolds() {
        Message message = new Composer(Samples.recipients())
                .owner(new OwnerNotice(
                        "monthly",
                        Samples.MAY,
                        17L,
                        "stats01",
                        null,
                        List.of(),
                        List.of(new OwnerNotice.DisplacedInput(
                                "Poverty Alleviation in Gansu", "CN-GS", 2011, "old/gansu.txt", "new/gansu.txt")),
                        List.of(),
                        List.of()));

        assertThat(message.subject()).isEqualTo("fupin monthly, May 2026: 1 article displaced");
        assertThat(message.text().replaceAll("\\s+", " "))
                .contains(
                        "- old/gansu.txt: \"Poverty Alleviation in Gansu\" (CN-GS, 2011); the text of new/gansu.txt, which"
                                + " was changed later, holds");
        assertThat(message.text()).doesNotContain("\n\n\n");
        assertThat(Jsoup.parse(message.html()).text())
                .contains("1 article displaced by a newer file")
                .contains("old/gansu.txt: \"Poverty Alleviation in Gansu\" (CN-GS, 2011)");
    }

    @Test
    void longListsOfRejectedFilesAreCut() {
        List<OwnerNotice.RejectedInput> rejected = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            rejected.add(new OwnerNotice.RejectedInput("file" + i + ".txt", "empty", "is empty"));
        }

        Message message = new Composer(Samples.recipients())
                .owner(new OwnerNotice(
                        "monthly", Samples.MAY, 17L, "stats01", null, rejected, List.of(), List.of(), List.of()));

        assertThat(message.subject()).contains("1000 files rejected");
        assertThat(message.text())
                .contains("file49.txt")
                .doesNotContain("file50.txt")
                .contains("and 950 more");
    }

    @Test
    void sameContentHasTheSameId() {
        ReportNotice report = Samples.report("CN-GS", 2012, "a");

        String id = reports(Samples.recipients(), PLANNING, report).messageId(0);

        assertThat(reports(Samples.recipients(), PLANNING, report).messageId(0)).isEqualTo(id);
        assertThat(id).matches("<planning\\.2026-05\\.[0-9a-f]{24}@statistics\\.example>");
        assertThat(reports(Samples.recipients(), PLANNING, Samples.report("CN-GS", 2012, "b"))
                        .messageId(0))
                .isNotEqualTo(id);
        assertThat(reports(Samples.recipients(), PLANNING, report).messageId(2)).isEqualTo(id.replace("@", ".2@"));
    }

    @Test
    void sizesAreReadable() {
        assertThat(Stream.of(0L, 999L, 1_000L, 85_499L, 999_499L, 999_500L, 1_250_000L)
                        .map(Composer::size))
                .containsExactly("0 bytes", "999 bytes", "1 KB", "85 KB", "999 KB", "1.0 MB", "1.3 MB");
    }

    private static Message reports(Recipients recipients, Office office, ReportNotice... reports) {
        return new Composer(recipients)
                .reports(office, Samples.MAY, false, Selection.of(Samples.publication(reports), office));
    }

    private static ReportNotice withFile(String path) {
        ReportNotice report = Samples.report("CN-GS", 2012, "a");
        return report.with(List.of(Samples.file(path, "a", Samples.XLSX)));
    }

    private static OwnerNotice trouble(@Nullable String failure) {
        return new OwnerNotice(
                "monthly",
                Samples.MAY,
                17L,
                "stats01",
                failure,
                List.of(new OwnerNotice.RejectedInput("scan.pdf", "no_article", "no title of a report in it")),
                List.of(),
                List.of(new Undelivered("gansu", "gansu@office.example", "Reports", "550 5.1.1 no such user")),
                List.of(new Undelivered("guizhou", "guizhou@office.example", "Reports", "451 later")));
    }
}
