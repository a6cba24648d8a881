package org.fupin.delivery.compose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.fupin.delivery.recipients.Office;

/** What of the outputs is for an office. */
public record Selection(List<ReportNotice> reports, List<SummaryNotice> summaries) {

    /** All that the office wants. */
    public static Selection of(Publication publication, Office office) {
        return new Selection(
                        publication.reports().stream()
                                .filter(report ->
                                        office.wantsArea(report.region().code()))
                                .toList(),
                        office.summaries() ? publication.summaries() : List.of())
                .only(file -> office.wantsFormat(file.format()));
    }

    /** Without the files that the office was brought in this version. */
    public Selection without(Map<String, String> brought) {
        return only(file -> !file.sha256().equals(brought.get(file.path())));
    }

    public boolean isEmpty() {
        return reports.isEmpty() && summaries.isEmpty();
    }

    public Set<String> paths() {
        Set<String> paths = new HashSet<>();
        reports.forEach(report -> report.files().forEach(file -> paths.add(file.path())));
        summaries.forEach(summary -> summary.files().forEach(file -> paths.add(file.path())));
        return paths;
    }

    /** The reports and summaries of which files are left, with those. */
    private Selection only(Predicate<DeliveryFile> wanted) {
        List<ReportNotice> someReports = new ArrayList<>();
        for (ReportNotice report : reports) {
            List<DeliveryFile> files = report.files().stream().filter(wanted).toList();
            if (!files.isEmpty()) {
                someReports.add(report.with(files));
            }
        }
        List<SummaryNotice> someSummaries = new ArrayList<>();
        for (SummaryNotice summary : summaries) {
            List<DeliveryFile> files = summary.files().stream().filter(wanted).toList();
            if (!files.isEmpty()) {
                someSummaries.add(new SummaryNotice(summary.year(), summary.provinces(), files));
            }
        }
        return new Selection(someReports, someSummaries);
    }
}
