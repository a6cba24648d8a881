package org.fupin.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fupin.observation.document.SourceFile;
import org.fupin.publish.Manifest.Document;
import org.fupin.publish.Manifest.Input;
import org.fupin.settings.RunScope;
import org.fupin.warehouse.load.LoadForecast;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.query.ProvinceYears;

/** What each report is made from: for a province and year also the years before, where it shows these beside its own. */
public final class ReportInputs {

    private final SortedMap<ProvinceYearKey, Input> inputs;

    private ReportInputs(SortedMap<ProvinceYearKey, Input> inputs) {
        this.inputs = inputs;
    }

    /** As the warehouse holds it now. */
    public static ReportInputs of(ProvinceYears provinceYears) {
        SortedMap<ProvinceYearKey, Input> inputs = new TreeMap<>();
        for (ProvinceYearKey key : provinceYears.keys()) {
            inputs.put(key, input(key, provinceYears.vintage(key), provinceYears.files(key)));
        }
        return new ReportInputs(inputs);
    }

    /** As the warehouse would hold it then. */
    public static ReportInputs of(LoadForecast forecast) {
        SortedMap<ProvinceYearKey, Input> inputs = new TreeMap<>();
        forecast.provinceYears().forEach((key, then) -> inputs.put(key, input(key, then.vintage(), then.files())));
        return new ReportInputs(inputs);
    }

    private static Input input(ProvinceYearKey key, int vintage, List<SourceFile> files) {
        return new Input(
                key.region(),
                key.year(),
                vintage,
                files.stream().map(file -> new Document(file.name(), file.id())).toList());
    }

    /** The years of {@code scope} that have no summary. */
    public List<MissingSummary> missingSummaries(RunScope scope) {
        return MissingSummary.of(inputs.keySet()).stream()
                .filter(missing -> scope.includesYear(missing.year()))
                .toList();
    }

    /** The files that there are to be of {@code scope}, by path. */
    public List<ExpectedReport> reports(List<ReportFormat> formats, RunScope scope) {
        List<ExpectedReport> reports = new ArrayList<>();
        for (ReportFormat format : formats) {
            for (ProvinceYearKey key : inputs.keySet()) {
                if (scope.includes(key)) {
                    reports.add(new ExpectedReport(
                            format.provinceYearPath(key.region(), key.year()),
                            key.region(),
                            key.year(),
                            ofProvinceYear(key, format)));
                }
            }
        }
        for (ReportFormat format : ReportFormat.ofSummaries(formats)) {
            for (int year : summaries()) {
                if (scope.includesYear(year)) {
                    reports.add(new ExpectedReport(format.summaryPath(year), null, year, ofSummary(year)));
                }
            }
        }
        reports.sort(Comparator.comparing(ExpectedReport::path));
        return reports;
    }

    /** The years that have a summary. */
    private SortedSet<Integer> summaries() {
        SortedSet<Integer> years = new TreeSet<>();
        inputs.keySet().forEach(key -> years.add(key.year()));
        MissingSummary.of(inputs.keySet()).forEach(missing -> years.remove(missing.year()));
        return years;
    }

    /** A province's year, and those up to it where the format shows them. */
    private List<Input> ofProvinceYear(ProvinceYearKey key, ReportFormat format) {
        int first = format.earlierYears() ? Integer.MIN_VALUE : key.year();
        List<Input> all = new ArrayList<>();
        inputs.forEach((other, input) -> {
            if (other.region().equals(key.region()) && other.year() >= first && other.year() <= key.year()) {
                all.add(input);
            }
        });
        return all;
    }

    /** All provinces of a year. */
    private List<Input> ofSummary(int year) {
        return inputs.values().stream().filter(input -> input.year() == year).toList();
    }
}
