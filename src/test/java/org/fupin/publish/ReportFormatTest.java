package org.fupin.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.fupin.reference.Regions;
import org.fupin.report.MarkedReport;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.Publisher;
import org.fupin.report.YearSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFormatTest {

    private static final Publisher PUBLISHER =
            new Publisher("Statistics Desk", "desk@statistics.example", "CC-BY-4.0", "2026-12");

    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restoreTimeZone() {
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"})
    void theSameReportGivesTheSameBytesInEveryTimeZone(String other) throws IOException {
        Map<String, byte[]> here = write("UTC");
        Map<String, byte[]> there = write(other);

        assertThat(here.keySet())
                .anyMatch(path -> path.endsWith("CN-QH-2013.xlsx"))
                .anyMatch(path -> path.endsWith("summary-2013.pdf"));
        here.forEach((path, bytes) -> assertThat(there.get(path))
                .as("%s in UTC and in %s", path, other)
                .isEqualTo(bytes));
    }

    /** All reports of a province and year, and the summary of the year, by their paths. */
    private static Map<String, byte[]> write(String timeZone) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone(timeZone));
        Regions regions = Regions.load();
        ProvinceYearReport report = ProvinceYearReport.of(
                MarkedReport.qinghai2013().provinceYear(),
                List.of(MarkedReport.qinghai2012().provinceYear()),
                regions);
        YearSummary summary = YearSummary.of(
                2013,
                List.of(
                        MarkedReport.qinghai2013().provinceYear(),
                        MarkedReport.shaanxi2013().provinceYear()),
                regions);
        Map<String, byte[]> written = new LinkedHashMap<>();
        for (ReportFormat format : ReportFormat.all()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format.provinceYear().write(report, PUBLISHER, out);
            written.put(format.provinceYearPath("CN-QH", 2013), out.toByteArray());
        }
        for (ReportFormat format : ReportFormat.ofSummaries(ReportFormat.all())) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format.summary().write(summary, PUBLISHER, out);
            written.put(format.summaryPath(2013), out.toByteArray());
        }
        return written;
    }
}
