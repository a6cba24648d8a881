package org.fupin.delivery.compose;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.fupin.delivery.compose.ReportNotice.CheckCounts;
import org.fupin.delivery.compose.ReportNotice.HeadlineFigure;
import org.fupin.delivery.compose.ReportNotice.RevisedFigure;
import org.fupin.delivery.compose.ReportNotice.WorstFinding;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.delivery.recipients.MailAddress;
import org.fupin.delivery.recipients.Office;
import org.fupin.delivery.recipients.Recipients;
import org.fupin.observation.Sha256;
import org.fupin.reference.Regions;

/** Offices and reports that tests deliver. */
public final class Samples {

    public static final YearMonth MAY = YearMonth.of(2026, 5);
    public static final YearMonth JUNE = YearMonth.of(2026, 6);

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String PDF = "application/pdf";

    public static final Office GANSU =
            office("gansu", "甘肃省扶贫开发办公室", Set.of("CN-GS"), BodyLanguage.CHINESE, "gansu@office.example");
    public static final Office GUIZHOU =
            office("guizhou", "Guizhou Office", Set.of("CN-GZ"), BodyLanguage.ENGLISH, "guizhou@office.example");

    private Samples() {}

    public static Office office(String id, String name, Set<String> areas, BodyLanguage language, String... to) {
        return new Office(
                id,
                name,
                List.of(to).stream().map(MailAddress::parse).toList(),
                List.of(),
                areas,
                Set.of("xlsx", "pdf"),
                false,
                language);
    }

    public static Recipients recipients(Office... offices) {
        return recipients(7_000_000, offices);
    }

    public static Recipients recipients(long maxAttachments, Office... offices) {
        return new Recipients(
                MailAddress.parse("Poverty Alleviation Statistics <reports@statistics.example>"),
                MailAddress.parse("desk@statistics.example"),
                List.of(MailAddress.parse("operator@statistics.example")),
                MailAddress.parse("desk@statistics.example"),
                maxAttachments,
                null,
                List.of(offices));
    }

    public static Recipients linked(Recipients recipients) {
        return new Recipients(
                recipients.from(),
                recipients.replyTo(),
                recipients.owner(),
                recipients.contact(),
                0,
                URI.create("https://reports.statistics.example/out/"),
                recipients.offices());
    }

    /** The same with attachments. */
    static Recipients attaching(Recipients recipients) {
        return new Recipients(
                recipients.from(),
                recipients.replyTo(),
                recipients.owner(),
                recipients.contact(),
                recipients().maxAttachments(),
                recipients.links(),
                recipients.offices());
    }

    private static final ReportNotice.Content CONTENT = new ReportNotice.Content(
            MAY,
            2,
            "12 of 356 figures are doubtful",
            List.of(
                    new HeadlineFigure(
                            "funds",
                            "Fiscal funds",
                            "2.064 billion Yuan",
                            "[r]",
                            "Stated: up 24.9%",
                            "2011: 1.653 billion Yuan",
                            List.of("Money of governments"),
                            "2012/CN-GS/CN-GS-2012.html#o-1"),
                    new HeadlineFigure(
                            "poverty_reduced",
                            "People lifted out of poverty",
                            "about 1.2 million persons",
                            "[e]",
                            "",
                            "",
                            List.of(),
                            "2012/CN-GS/CN-GS-2012.html#o-2"),
                    new HeadlineFigure("poor_population", "Poor population", "", "[x]", "", "", List.of(), ""),
                    new HeadlineFigure(
                            "income",
                            "Farmers' net income per person",
                            "4,507 Yuan",
                            "",
                            "",
                            "2011: 3,909 Yuan (whole province, not comparable)",
                            List.of("Key or poor counties only"),
                            "2012/CN-GS/CN-GS-2012.html#o-3")),
            new CheckCounts(1, 3, 38),
            new WorstFinding("The parts make 2.1 billion Yuan", "2012/CN-GS/CN-GS-2012.html#o-1"),
            List.of(
                    new RevisedFigure("funds from the central government", "1.6 billion Yuan", "1.638 billion Yuan"),
                    new RevisedFigure("drinking water for people", "", "312,000 persons")));

    /** Workbook and PDF of a province and year, with the same content for the same {@code content}. */
    public static ReportNotice report(String region, int year, String content) {
        String path = year + "/" + region + "/" + region + "-" + year;
        return new ReportNotice(
                Regions.load().region(region),
                year,
                List.of(file(path + ".xlsx", content, XLSX), file(path + ".pdf", content, PDF)),
                language -> CONTENT);
    }

    public static SummaryNotice summary(int year, String content) {
        return new SummaryNotice(year, 4, List.of(file(year + "/summary-" + year + ".xlsx", content, XLSX)));
    }

    static DeliveryFile file(String path, String content, String mediaType) {
        byte[] bytes = bytes(path, content);
        return new DeliveryFile(path, Sha256.of(bytes), bytes.length, mediaType);
    }

    /** What {@link #CONTENTS} gives for a file. */
    public static byte[] bytes(String path, String content) {
        return (path + " " + content).getBytes(StandardCharsets.UTF_8);
    }

    public static Publication publication(ReportNotice... reports) {
        return new Publication(true, List.of(reports), List.of());
    }
}
