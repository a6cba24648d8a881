package org.fupin.publish.notice;

import java.util.List;
import org.fupin.delivery.compose.ReportNotice.CheckCounts;
import org.fupin.delivery.compose.ReportNotice.Content;
import org.fupin.delivery.compose.ReportNotice.HeadlineFigure;
import org.fupin.delivery.compose.ReportNotice.Reread;
import org.fupin.delivery.compose.ReportNotice.RevisedFigure;
import org.fupin.delivery.compose.ReportNotice.WorstFinding;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.observation.Observation;
import org.fupin.report.Check;
import org.fupin.report.CorrectedLine;
import org.fupin.report.Coverage;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.RevisionLine;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.Flag;
import org.fupin.report.headline.Headline;
import org.fupin.report.headline.HeadlineStatus;
import org.fupin.report.page.ProvinceYearPage;
import org.jspecify.annotations.Nullable;

/** Makes what a message tells of a report. */
public final class NoticeContent {

    private NoticeContent() {}

    /** @param page of the report's review page, relative to the folder of the outputs, with {@code /} */
    public static Content of(ProvinceYearReport report, BodyLanguage bodyLanguage, String page) {
        NoticeLanguage language = NoticeLanguage.of(bodyLanguage);
        Coverage coverage = report.coverage();
        List<Check> findings = report.checks().findings();
        return new Content(
                report.edition(),
                report.vintage(),
                report.isProvisional(),
                language.doubt(report),
                report.headlines().stream()
                        .map(headline -> headline(headline, report, language, page))
                        .toList(),
                new CheckCounts(coverage.errors(), coverage.warnings(), coverage.checksHolding()),
                findings.isEmpty() ? null : worst(findings.get(0), language, page),
                revised(report.revisions(), language),
                new Reread(
                        report.origin().isReading(),
                        report.origin().reread().stream()
                                .map(line -> reread(line, language))
                                .toList()),
                report.corrections().stream()
                        .filter(CorrectedLine::changes)
                        .map(language::corrected)
                        .toList());
    }

    private static HeadlineFigure headline(
            Headline headline, ProvinceYearReport report, NoticeLanguage language, String page) {
        return new HeadlineFigure(
                headline.indicator().code(),
                language.label(headline.indicator()),
                language.amount(headline),
                headline.status() == HeadlineStatus.SEVERAL ? language.several() : marks(headline),
                language.statedChange(headline),
                language.yearBefore(headline),
                language.remarks(headline, report),
                address(headline.figure(), page));
    }

    private static String marks(Headline headline) {
        return Flag.marks(headline.flags());
    }

    /** The checks have errors first, then in the order of the text. */
    private static WorstFinding worst(Check check, NoticeLanguage language, String page) {
        return new WorstFinding(
                language.finding(check),
                address(check.figures().stream().findFirst().orElse(null), page));
    }

    private static String address(@Nullable Figure figure, String page) {
        return figure == null ? "" : page + ProvinceYearPage.address(figure);
    }

    private static List<RevisedFigure> revised(List<RevisionLine> lines, NoticeLanguage language) {
        return lines.stream().map(line -> revised(line, language)).toList();
    }

    private static RevisedFigure revised(RevisionLine line, NoticeLanguage language) {
        return new RevisedFigure(
                language.item(line.figureNamed()), amount(line.before(), language), amount(line.after(), language));
    }

    private static RevisedFigure reread(RevisionLine line, NoticeLanguage language) {
        return new RevisedFigure(
                language.item(line.figureNamed()),
                line.before() != null && line.after() != null ? language.before(line) : amount(line.before(), language),
                amount(line.after(), language));
    }

    private static String amount(@Nullable Observation observation, NoticeLanguage language) {
        return observation == null ? "" : language.amount(observation);
    }
}
