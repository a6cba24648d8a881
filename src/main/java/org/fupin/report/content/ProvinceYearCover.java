package org.fupin.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fupin.observation.document.SourceFile;
import org.fupin.report.MainPoint;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.table.Cell;
import org.fupin.report.table.Fact;
import org.fupin.report.table.FactGroup;

/** What the cover of a workbook says before its contents. */
public final class ProvinceYearCover {

    private ProvinceYearCover() {}

    public static List<FactGroup> of(ProvinceYearReport report) {
        List<FactGroup> groups = new ArrayList<>();
        if (!report.mainPoints().isEmpty()) {
            groups.add(new FactGroup(
                    "Main points",
                    report.mainPoints().stream().map(ProvinceYearCover::fact).toList()));
        }
        groups.add(new FactGroup("About this report", about(report)));
        groups.add(new FactGroup("Quality", quality(report)));
        return groups;
    }

    /** A main point, which leads to its first figure. */
    private static Fact fact(MainPoint point) {
        Cell text = new Cell.Text(point.text());
        return new Fact(
                "",
                point.figures().isEmpty()
                        ? text
                        : new Cell.Linked(
                                text,
                                ObservationTable.CODE,
                                point.figures().get(0).number()));
    }

    private static List<Fact> about(ProvinceYearReport report) {
        return List.of(
                new Fact(
                        "Province",
                        report.region().name() + " (" + report.region().nameZh() + ", "
                                + report.region().code() + ")"),
                new Fact("Year", String.valueOf(report.year())),
                new Fact("Edition", report.edition() + ", " + report.state()),
                new Fact(
                        "Made from",
                        report.sources().files().stream().map(SourceFile::name).collect(Collectors.joining("; "))),
                new Fact(
                        "Flags",
                        "[r] revised, [c] corrected, [e] estimated, [u] low reliability, [x] not available; see Notes"));
    }

    private static List<Fact> quality(ProvinceYearReport report) {
        return List.of(
                new Fact("Reading", report.reading() + "."),
                new Fact(
                        "Doubtful",
                        report.doubt()
                                + (report.figures().isEmpty() ? "" : "; see Observations")
                                + (report.doubtfulHeadlines().isEmpty() ? "" : ". " + report.doubtfulHeadlines())),
                new Fact(
                        "Checks",
                        report.checks().summary() + "; " + report.checks().tally()),
                new Fact("Numbers", report.leftOut().summary()),
                new Fact("Left out", leftOut(report)),
                new Fact("Revisions", revisions(report)),
                new Fact(
                        "Corrections",
                        report.corrected().isEmpty() ? "None" : report.corrected() + "; see Corrections"));
    }

    private static String leftOut(ProvinceYearReport report) {
        return report.leftOut().numbers().isEmpty()
                ? "Nothing"
                : report.leftOut().byReason().stream()
                        .map(reason -> reason.label() + ": " + reason.count())
                        .collect(Collectors.joining("; "));
    }

    private static String revisions(ProvinceYearReport report) {
        if (report.isProvisional()) {
            return "The province has revised nothing yet";
        }
        int count = report.revisions().size();
        return count == 1
                ? "1 figure changed against what the province had stated before"
                : count + " figures changed against what the province had stated before";
    }
}
