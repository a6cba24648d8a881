package org.fupin.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fupin.batch.Intake.Left;
import org.fupin.batch.Intake.Outcome;
import org.fupin.batch.Intake.Refused;
import org.fupin.batch.Intake.Taken;
import org.fupin.batch.PlannedFile.State;
import org.fupin.delivery.Publication;
import org.fupin.delivery.Recipients;
import org.fupin.observation.ExtractedDocument;
import org.fupin.reference.Units;
import org.fupin.warehouse.Findings;
import org.fupin.warehouse.LoadForecast;
import org.fupin.warehouse.LoadForecast.ForecastArticle;
import org.fupin.warehouse.LoadPreview;
import org.fupin.warehouse.ProvinceYears;
import org.fupin.warehouse.RunLocks;
import org.fupin.warehouse.Runs;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a run would do, by what the run itself goes by: the same intake, the same rule of placement, the same plan of
 * the reports. Reads the inbox, the warehouse and the manifest, and writes nothing.
 */
public final class DryRun {

    /** A file on its way through the intake. */
    private record Seen(
            String name,
            State state,
            @Nullable Outcome<?> outcome,
            @Nullable String documentId) {}

    private final RunRequest request;
    private final Progress progress;
    private final Intake intake;
    private final List<Seen> files = new ArrayList<>();

    private DryRun(RunRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
        this.intake = Intake.create(request.job().limits());
    }

    /**
     * @param recipients who would get mail; null if nobody would
     * @throws RunInProgressException if a run is at work on the database: what it leaves to do is not known yet
     * @throws IOException if the inbox or the manifest cannot be read
     */
    public static RunPlan of(
            RunRequest request,
            @Nullable Recipients recipients,
            Credentials credentials,
            LockTiming timing,
            Progress progress)
            throws DatabaseUnreachableException, RunInProgressException, IOException {
        try (ReadOnlyWarehouse warehouse = ReadOnlyWarehouse.open(request.job().database(), credentials, timing)) {
            ReportJob.refuseWhileAtWork(
                    new RunLocks(warehouse.jdbc()), request.job().database(), timing);
            return new DryRun(request, progress).plan(warehouse, recipients);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private RunPlan plan(ReadOnlyWarehouse warehouse, @Nullable Recipients recipients) throws IOException {
        JobDefinition job = request.job();
        ProvinceYears provinceYears = new ProvinceYears(warehouse.jdbc(), Units.load(), new Findings(warehouse.jdbc()));
        Long continued = new Runs(warehouse.jdbc(), Clock.systemUTC())
                .brokenOff(job.name(), request.period())
                .orElse(null);
        LoadPreview preview = new LoadPreview(warehouse.jdbc(), provinceYears, continued);
        extract(discover(preview), preview);
        String stops = tooManyRejections();
        LoadPreview loaded = stops == null ? preview : new LoadPreview(warehouse.jdbc(), provinceYears, continued);
        LoadForecast forecast = warehouse.read(loaded::forecast);
        List<PlannedReport> reports = stops == null
                ? RenderPlan.of(job.out(), request.force(), job.scope(), ReportInputs.of(forecast), ReportFormat.all())
                        .reports()
                : List.of();
        return new RunPlan(
                job.name(),
                request.period(),
                job.scope(),
                request.force(),
                warehouse.state(),
                continued,
                stops,
                planned(forecast),
                forecast,
                reports,
                stops == null && recipients != null ? mails(warehouse, recipients, reports) : List.of());
    }

    private List<PlannedMail> mails(ReadOnlyWarehouse warehouse, Recipients recipients, List<PlannedReport> reports)
            throws IOException {
        JobDefinition job = request.job();
        Publication then = Publications.planned(job.out(), job.scope(), reports, request.period());
        return warehouse.plan(recipients, then, request.period()).stream()
                .map(mail -> new PlannedMail(
                        mail.office(), mail.kind().code(), mail.files().size()))
                .toList();
    }

    /** What is in the inbox; the new documents are yet to be read. */
    private List<Incoming> discover(LoadPreview preview) throws IOException {
        List<InboxFile> found = InboxFiles.under(request.job().inbox());
        progress.begin(DiscoverTasklet.STEP, found.size());
        List<Incoming> fresh = new ArrayList<>();
        Set<String> hashes = new HashSet<>();
        for (InboxFile file : found) {
            for (Outcome<Incoming> outcome : intake.look(file)) {
                if (outcome instanceof Taken<Incoming> taken) {
                    Incoming document = taken.value();
                    String hash =
                            Optional.ofNullable(document.seen()).orElseThrow().sha256();
                    if (preview.holds(hash) || !hashes.add(hash)) {
                        files.add(new Seen(document.name(), State.KNOWN, null, null));
                    } else {
                        fresh.add(document);
                    }
                } else {
                    files.add(turnedAway(file.name(), outcome));
                }
            }
            progress.done(DiscoverTasklet.STEP, OneLine.of(file.name()));
        }
        progress.end(DiscoverTasklet.STEP);
        return fresh;
    }

    private void extract(List<Incoming> documents, LoadPreview preview) {
        progress.begin(ExtractTasklet.STEP, documents.size());
        ExecutorService threads = Executors.newFixedThreadPool(request.job().parallel());
        try {
            Map<Incoming, Future<Seen>> outcomes = new LinkedHashMap<>();
            for (Incoming document : documents) {
                outcomes.put(document, threads.submit(() -> extract(document, preview)));
            }
            for (Future<Seen> outcome : outcomes.values()) {
                files.add(outcome.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
        progress.end(ExtractTasklet.STEP);
    }

    private Seen extract(Incoming document, LoadPreview preview) {
        Outcome<ExtractedDocument> outcome =
                intake.extract(document, request.job().scope()::includesAnyOf);
        Seen seen;
        if (outcome instanceof Taken<ExtractedDocument> taken) {
            preview.add(taken.value());
            seen = new Seen(
                    document.name(),
                    State.NEW,
                    null,
                    taken.value().document().file().id());
        } else {
            seen = turnedAway(document.name(), outcome);
        }
        progress.done(ExtractTasklet.STEP, OneLine.of(document.name()));
        return seen;
    }

    private static Seen turnedAway(String name, Outcome<?> outcome) {
        if (outcome instanceof Refused<?> refused) {
            return new Seen(refused.rejection().file(), State.REJECTED, outcome, null);
        } else if (outcome instanceof Left<?> left) {
            return new Seen(left.file().file(), State.LEFT, outcome, null);
        }
        return new Seen(name, State.OUT_OF_SCOPE, null, null);
    }

    private @Nullable String tooManyRejections() {
        RejectionLimit limit = request.job().limits().maxRejected();
        long rejected =
                files.stream().filter(file -> file.state() == State.REJECTED).count();
        return limit != null && limit.isExceededBy(rejected, files.size())
                ? new TooManyRejectionsException(rejected, files.size(), limit).getMessage()
                : null;
    }

    private List<PlannedFile> planned(LoadForecast forecast) {
        Map<String, List<ForecastArticle>> articles = new LinkedHashMap<>();
        forecast.articles().forEach(article -> articles.computeIfAbsent(article.documentId(), any -> new ArrayList<>())
                .add(article));
        return files.stream()
                .map(file -> new PlannedFile(
                        file.name(),
                        file.state(),
                        file.outcome() instanceof Refused<?> refused ? refused.rejection() : null,
                        file.outcome() instanceof Left<?> left ? left.file().why() : null,
                        articles.getOrDefault(file.documentId(), List.of())))
                .sorted(Comparator.comparing(PlannedFile::name))
                .toList();
    }
}
