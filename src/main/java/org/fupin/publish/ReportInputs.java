package org.fupin.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fupin.observation.Sha256;
import org.fupin.observation.document.SourceFile;
import org.fupin.publish.Manifest.Document;
import org.fupin.publish.Manifest.Input;
import org.fupin.settings.RunScope;
import org.fupin.warehouse.load.LoadForecast;
import org.fupin.warehouse.query.EditionRun;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.query.ProvinceYears;
import org.fupin.warehouse.query.ProvinceYears.HeldInputs;

/**
 * What each report is made from: for a province and year its documents, and where it shows the years before beside its own, the
 * headline figures of these. Two reports with the same fingerprint show the same.
 */
public final class ReportInputs {

    private final SortedMap<ProvinceYearKey, Input> inputs = new TreeMap<>();
    private final Map<ProvinceYearKey, String> own = new HashMap<>();
    private final Map<ProvinceYearKey, String> withEarlier = new HashMap<>();
    private final Map<Integer, List<ProvinceYearKey>> byYear = new TreeMap<>();

    private ReportInputs(SortedMap<ProvinceYearKey, HeldInputs> held) {
        Map<String, String> earlier = new HashMap<>();
        // By year, so that what stands before a province's year is complete when the year's turn comes.
        held.keySet().stream()
                .sorted((a, b) -> a.year() != b.year()
                        ? Integer.compare(a.year(), b.year())
                        : a.region().compareTo(b.region()))
                .forEach(key -> {
                    HeldInputs from = held.get(key);
                    Input input = input(key, from.vintage(), from.files());
                    String before = earlier.getOrDefault(key.region(), "");
                    inputs.put(key, input);
                    own.put(key, fingerprint(input));
                    withEarlier.put(key, before.isEmpty() ? own.get(key) : Sha256.ofParts(own.get(key), before));
                    earlier.put(key.region(), Sha256.ofParts(before, key.year(), from.headlines()));
                    byYear.computeIfAbsent(key.year(), any -> new ArrayList<>()).add(key);
                });
    }

    /** As the warehouse holds it now, audited and with its headlines chosen. */
    public static ReportInputs of(ProvinceYears provinceYears) {
        return new ReportInputs(provinceYears.inputs());
    }

    /** As the warehouse held it in other editions. */
    public static ReportInputs of(ProvinceYears provinceYears, Map<ProvinceYearKey, EditionRun> editions) {
        SortedMap<ProvinceYearKey, HeldInputs> inputs = new TreeMap<>();
        editions.forEach((key, edition) -> inputs.put(
                key,
                new HeldInputs(
                        edition.vintage(),
                        "of vintage " + edition.vintage(),
                        provinceYears.filesAfter(key, edition.run()))));
        return new ReportInputs(inputs);
    }

    /**
     * As the warehouse would hold it then. Which headlines a year would have that changes is not known: all later reports that
     * show them count as changed.
     *
     * @param now as it holds it now; empty where its tables do not tell
     */
    public static ReportInputs of(LoadForecast forecast, Map<ProvinceYearKey, HeldInputs> now) {
        SortedMap<ProvinceYearKey, HeldInputs> inputs = new TreeMap<>();
        forecast.provinceYears()
                .forEach((key, then) -> inputs.put(
                        key,
                        new HeldInputs(
                                then.vintage(),
                                then.changed() || !now.containsKey(key)
                                        ? "of vintage " + then.vintage()
                                        : now.get(key).headlines(),
                                then.files())));
        return new ReportInputs(inputs);
    }

    private static Input input(ProvinceYearKey key, int vintage, List<SourceFile> files) {
        return new Input(
                key.region(),
                key.year(),
                vintage,
                files.stream().map(file -> new Document(file.name(), file.id())).toList());
    }

    private static String fingerprint(Input input) {
        List<Object> parts = new ArrayList<>(List.of(input.region(), input.year(), input.vintage()));
        input.documents().forEach(document -> {
            parts.add(document.name());
            parts.add(document.sha256());
        });
        return Sha256.ofParts(parts.toArray());
    }

    /** The province-years that are held. */
    public SortedSet<ProvinceYearKey> provinceYears() {
        return new TreeSet<>(inputs.keySet());
    }

    /** A province and year in the state in which it is held. */
    public Input input(ProvinceYearKey key) {
        return inputs.get(key);
    }

    /** What the summary of a year is over. */
    public List<ProvinceYearKey> provinces(int year) {
        return byYear.getOrDefault(year, List.of());
    }

    /** SHA-256 of what the index of all reports shows. */
    public String ofIndex() {
        return Sha256.ofParts(inputs.keySet().stream().map(own::get).toArray());
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
                            format.earlierYears(),
                            (format.earlierYears() ? withEarlier : own).get(key)));
                }
            }
        }
        SortedSet<Integer> summaries = summaries();
        for (ReportFormat format : ReportFormat.ofSummaries(formats)) {
            for (int year : summaries) {
                if (scope.includesYear(year)) {
                    reports.add(new ExpectedReport(format.summaryPath(year), null, year, false, ofSummary(year)));
                }
            }
        }
        reports.sort(Comparator.comparing(ExpectedReport::path));
        return reports;
    }

    /** The years that have a summary. */
    public SortedSet<Integer> summaries() {
        SortedSet<Integer> years = new TreeSet<>(byYear.keySet());
        MissingSummary.of(inputs.keySet()).forEach(missing -> years.remove(missing.year()));
        return years;
    }

    /** All provinces of a year. */
    private String ofSummary(int year) {
        return Sha256.ofParts(byYear.get(year).stream().map(own::get).toArray());
    }

    /** Whether an entry of a manifest, of an earlier version or not, says that the report shows what it is to show now. */
    boolean isMade(ExpectedReport report, Manifest.Output output) {
        if (output.inputs() == null) {
            return report.inputsSha256().equals(output.inputsSha256());
        }
        List<Input> listed = new ArrayList<>();
        inputs.forEach((key, input) -> {
            boolean shown = report.region() == null
                    ? key.year() == report.year()
                    : key.region().equals(report.region())
                            && (report.earlierYears() ? key.year() <= report.year() : key.year() == report.year());
            if (shown) {
                listed.add(input);
            }
        });
        return listed.equals(output.inputs());
    }
}
