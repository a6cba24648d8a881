package org.fupin.publish;

import java.util.ArrayList;
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
import org.fupin.warehouse.load.LoadForecast;
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

    public SortedSet<ProvinceYearKey> provinceYears() {
        return new TreeSet<>(inputs.keySet());
    }

    public SortedSet<Integer> years() {
        return new TreeSet<>(byYear.keySet());
    }

    /** A province and year in the state in which it is held. */
    public Input input(ProvinceYearKey key) {
        return inputs.get(key);
    }

    /** SHA-256 of what the report on a province and year shows. */
    public String ofProvinceYear(ProvinceYearKey key, ReportFormat format) {
        return (format.earlierYears() ? withEarlier : own).get(key);
    }

    /** SHA-256 of what the summary of a year shows: all its provinces. */
    public String ofSummary(int year) {
        return Sha256.ofParts(byYear.get(year).stream().map(own::get).toArray());
    }

    /** SHA-256 of what the index of all reports shows. */
    public String ofIndex() {
        return Sha256.ofParts(inputs.keySet().stream().map(own::get).toArray());
    }

    /** What the summary of a year is over. */
    public List<ProvinceYearKey> provinces(int year) {
        return byYear.getOrDefault(year, List.of());
    }

    /** Whether an entry of a manifest of an earlier version names what the report is made from now. */
    boolean isOf(Manifest.Output output, ProvinceYearKey key, ReportFormat format) {
        int first = format.earlierYears() ? Integer.MIN_VALUE : key.year();
        return inputs.entrySet().stream()
                .filter(input -> input.getKey().region().equals(key.region())
                        && input.getKey().year() >= first
                        && input.getKey().year() <= key.year())
                .map(Map.Entry::getValue)
                .toList()
                .equals(output.inputs());
    }

    /** As above, of the summary of a year. */
    boolean isOf(Manifest.Output output, int year) {
        return byYear.get(year).stream().map(inputs::get).toList().equals(output.inputs());
    }
}
