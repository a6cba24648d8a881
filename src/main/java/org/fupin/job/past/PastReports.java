package org.fupin.job.past;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fupin.job.run.Progress;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.publish.BuildInfo;
import org.fupin.publish.ChosenHeadlines;
import org.fupin.publish.ExpectedReport;
import org.fupin.publish.IndexLines;
import org.fupin.publish.LostWarehouse;
import org.fupin.publish.Manifest;
import org.fupin.publish.Manifest.Output;
import org.fupin.publish.ReportFormat;
import org.fupin.publish.ReportInputs;
import org.fupin.publish.ReportSource;
import org.fupin.reference.Regions;
import org.fupin.reference.Units;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.YearSummary;
import org.fupin.settings.Credentials;
import org.fupin.settings.EditionChoice;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.LockTiming;
import org.fupin.settings.RunScope;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.OutputFile;
import org.fupin.store.ReadOnlyWarehouse;
import org.fupin.store.RunInProgressException;
import org.fupin.store.RunLock;
import org.fupin.warehouse.ledger.RunLocks;
import org.fupin.warehouse.query.EditionHistory;
import org.fupin.warehouse.query.EditionRun;
import org.fupin.warehouse.query.Findings;
import org.fupin.warehouse.query.Headlines;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.query.ProvinceYears;
import org.fupin.warehouse.query.Reviews;
import org.jspecify.annotations.Nullable;

/**
 * Makes the reports of past editions from what the warehouse keeps, in a folder of their own in that of the outputs. It writes
 * nothing else. The same editions, by the same program and with the same newest ones, give the same bytes.
 */
public final class PastReports {

    /** In the folder of the outputs. */
    public static final String FOLDER = "as-of";

    private static final String STEP = "render";

    private final JobDefinition job;
    private final Progress progress;
    private final ProvinceYears provinceYears;
    private final EditionHistory history;
    private final ReportSource source;
    private final ChosenEditions chosen;
    private final ReportInputs inputs;
    private final Path folder;
    private final Regions regions = Regions.load();
    private final List<ReportFormat> formats = ReportFormat.all();
    private final Map<String, ExpectedReport> expected = new HashMap<>();
    private final List<Output> outputs = new ArrayList<>();
    private int changed;

    private PastReports(JobDefinition job, EditionChoice asOf, ReadOnlyWarehouse warehouse, Progress progress) {
        this.job = job;
        this.progress = progress;
        Units units = Units.load();
        this.provinceYears = new ProvinceYears(warehouse.jdbc(), units, new Findings(warehouse.jdbc()));
        this.history = new EditionHistory(warehouse.jdbc(), units);
        this.source = new ReportSource(
                provinceYears,
                new ChosenHeadlines(new Headlines(warehouse.jdbc(), units)),
                new Reviews(warehouse.jdbc(), units),
                regions);
        this.chosen = ChosenEditions.of(asOf, job.scope(), provinceYears, history);
        this.inputs = ReportInputs.of(provinceYears, chosen.all());
        inputs.reports(formats, RunScope.ALL).forEach(report -> expected.put(report.path(), report));
        this.folder = job.out().resolve(FOLDER).resolve(chosen.folder());
    }

    /**
     * @throws org.fupin.settings.SettingsException if there is no such edition
     * @throws RunInProgressException if a run is at work on the database
     * @throws IOException if a file cannot be written
     */
    public static PastResult make(
            JobDefinition job, EditionChoice asOf, Credentials credentials, LockTiming timing, Progress progress)
            throws DatabaseUnreachableException, RunInProgressException, IOException {
        boolean hadFile = LostWarehouse.hasFile(job.database());
        try (ReadOnlyWarehouse warehouse = ReadOnlyWarehouse.open(job.database(), credentials, timing)) {
            LostWarehouse.refuse(hadFile, job.database(), job.out(), warehouse.jdbc());
            warehouse.requireCurrent(job.database());
            RunLock.refuseWhileAtWork(new RunLocks(warehouse.jdbc()), job.database(), timing);
            return warehouse.read(() -> {
                try {
                    return new PastReports(job, asOf, warehouse, progress).make(asOf.month() != null);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** @param summaries whether those of the years are made, too */
    private PastResult make(boolean summaries) throws IOException {
        IndexLines index = new IndexLines(regions, formats);
        List<PastResult.Made> made = new ArrayList<>();
        progress.begin(STEP, chosen.asked().size());
        for (ProvinceYearKey key : chosen.asked()) {
            ProvinceYearReport report = source.report(key, chosen.all());
            render(key, report);
            index.add(report);
            made.add(new PastResult.Made(
                    key, chosen.edition(key), report.origin().newestVintage(report.vintage())));
            progress.done(STEP, key.region() + " " + key.year());
        }
        progress.end(STEP);
        if (summaries) {
            for (int year : years()) {
                summarise(year);
            }
        }
        OutputFile.Written written =
                OutputFile.write(folder.resolve(IndexLines.PATH), out -> index.write(folder, note(made), out));
        outputs.add(output(IndexLines.PATH, written, null, null, chosen.run()));
        writeManifest();
        return new PastResult(
                chosen.name(), folder, made, outputs.stream().map(Output::path).toList(), changed);
    }

    private String note(List<PastResult.Made> made) {
        boolean past = made.stream().anyMatch(PastResult.Made::isPast);
        return (past ? "Past editions, not the newest: as of " : "As of ") + chosen.name();
    }

    /** Those that have a summary. */
    private SortedSet<Integer> years() {
        SortedSet<Integer> years = new TreeSet<>();
        chosen.asked().forEach(key -> years.add(key.year()));
        years.retainAll(inputs.summaries());
        return years;
    }

    private void render(ProvinceYearKey key, ProvinceYearReport report) throws IOException {
        long run = chosen.edition(key).run();
        for (ReportFormat format : formats) {
            String path = format.provinceYearPath(key.region(), key.year());
            OutputFile.Written written = OutputFile.write(
                    folder.resolve(path), out -> format.provinceYear().write(report, job.publisher(), out));
            outputs.add(output(path, written, key.region(), key.year(), run));
        }
    }

    private void summarise(int year) throws IOException {
        List<ProvinceYear> provinces = new ArrayList<>();
        long run = 0;
        for (Map.Entry<ProvinceYearKey, EditionRun> edition : chosen.all().entrySet()) {
            if (edition.getKey().year() == year) {
                provinceYears.after(edition.getKey(), edition.getValue().run()).ifPresent(provinces::add);
                run = Math.max(run, edition.getValue().run());
            }
        }
        YearSummary summary = YearSummary.of(year, provinces, regions);
        for (ReportFormat format : ReportFormat.ofSummaries(formats)) {
            String path = format.summaryPath(year);
            OutputFile.Written written = OutputFile.write(
                    folder.resolve(path), out -> format.summary().write(summary, job.publisher(), out));
            outputs.add(output(path, written, null, year, run));
        }
    }

    private Output output(
            String path, OutputFile.Written written, @Nullable String region, @Nullable Integer year, long run) {
        changed += written.changed() ? 1 : 0;
        return new Output(
                path,
                written.sha256(),
                written.size(),
                region,
                year,
                BuildInfo.version(),
                year == null ? null : job.publisher().fingerprint(),
                run,
                null,
                year == null ? null : expected.get(path).inputsSha256());
    }

    private void writeManifest() throws IOException {
        outputs.sort(Comparator.comparing(Output::path));
        EditionRun last = chosen.asked().stream()
                .map(chosen::edition)
                .max(Comparator.comparingLong(EditionRun::run))
                .orElseThrow();
        Manifest.of(
                        BuildInfo.version(),
                        new Manifest.Run(last.run(), job.name(), last.edition().toString()),
                        outputs,
                        chosen.asked().stream().map(inputs::input).toList())
                .write(folder);
    }
}
