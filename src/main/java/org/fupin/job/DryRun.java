package org.fupin.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.fupin.delivery.compose.Publication;
import org.fupin.delivery.recipients.Recipients;
import org.fupin.intake.Conflicts;
import org.fupin.intake.Conflicts.Contender;
import org.fupin.intake.Discovery;
import org.fupin.intake.InboxFile;
import org.fupin.intake.InboxFiles;
import org.fupin.intake.Incoming;
import org.fupin.intake.Intake;
import org.fupin.intake.Intake.Accepted;
import org.fupin.intake.Intake.Left;
import org.fupin.intake.Intake.Outcome;
import org.fupin.intake.Intake.Rejected;
import org.fupin.intake.LeftFile;
import org.fupin.intake.PlannedFile;
import org.fupin.intake.PlannedFile.State;
import org.fupin.intake.Rejection;
import org.fupin.intake.TooManyRejectionsException;
import org.fupin.observation.Printable;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.SourceDocument;
import org.fupin.publish.PlannedReport;
import org.fupin.publish.Publications;
import org.fupin.publish.RenderPlan;
import org.fupin.publish.ReportFormat;
import org.fupin.publish.ReportInputs;
import org.fupin.reference.Units;
import org.fupin.settings.Credentials;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.LockTiming;
import org.fupin.settings.RejectionLimit;
import org.fupin.settings.RunRequest;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.ReadOnlyWarehouse;
import org.fupin.store.RunInProgressException;
import org.fupin.store.RunLock;
import org.fupin.store.Schema;
import org.fupin.warehouse.ledger.RunLocks;
import org.fupin.warehouse.ledger.Runs;
import org.fupin.warehouse.load.ArticleEdition;
import org.fupin.warehouse.load.Editions;
import org.fupin.warehouse.load.LoadForecast;
import org.fupin.warehouse.load.LoadForecast.ForecastArticle;
import org.fupin.warehouse.load.LoadPlan;
import org.fupin.warehouse.query.Findings;
import org.fupin.warehouse.query.ProvinceYears;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a run would do, by what the run itself goes by: the same intake, the same rule of placement, the same plan of
 * the reports. Reads the inbox, the warehouse and the manifest, and writes nothing.
 */
public final class DryRun {

    /** A file on its way through the intake. */
    private record FileOutcome(
            String name,
            State state,
            @Nullable Outcome<?> outcome,
            @Nullable String documentId) {}

    private final RunRequest request;
    private final Progress progress;
    private final Intake intake;
    private final List<FileOutcome> files = new ArrayList<>();
    private final Map<String, List<Incoming>> known = new LinkedHashMap<>();

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
        JobDefinition job = request.job();
        boolean hadFile = LostWarehouse.hasFile(job.database());
        try (ReadOnlyWarehouse warehouse = ReadOnlyWarehouse.open(job.database(), credentials, timing)) {
            LostWarehouse.refuse(hadFile, job.database(), job.out(), warehouse.jdbc());
            RunLock.refuseWhileAtWork(
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
        LoadPlan preview = new LoadPlan(warehouse.jdbc(), provinceYears, continued);
        Map<String, List<ArticleEdition>> loadedBefore =
                continued == null ? Map.of() : new Editions(warehouse.jdbc()).loadedBy(continued);
        extract(withoutConflicts(inspect(discover(preview)), loadedBefore), preview);
        String stops = tooManyRejections();
        // Tables of an earlier version do not have corrections; a run would make them first.
        if (job.corrections() != null && warehouse.state() != Schema.State.EARLIER) {
            preview.correct(job.corrections().corrections().numbers());
        }
        LoadPlan loaded = stops == null ? preview : new LoadPlan(warehouse.jdbc(), provinceYears, continued);
        LoadForecast forecast = warehouse.read(loaded::forecast);
        List<PlannedReport> reports = stops == null
                ? RenderPlan.of(
                                job.out(),
                                request.force(),
                                job.scope(),
                                job.publisher(),
                                ReportInputs.of(forecast),
                                ReportFormat.all())
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

    /** What is in the inbox: the new documents, those of one content together, are yet to be read. */
    private Collection<List<Incoming>> discover(LoadPlan preview) throws IOException {
        List<InboxFile> found = InboxFiles.under(request.job().inbox());
        progress.begin(DiscoverTasklet.STEP, found.size());
        Map<String, List<Incoming>> fresh = new LinkedHashMap<>();
        for (InboxFile file : found) {
            for (Outcome<Incoming> outcome : intake.look(file)) {
                if (outcome instanceof Accepted<Incoming> accepted) {
                    Incoming document = accepted.value();
                    if (preview.holds(document.hash(), changed(document))) {
                        files.add(new FileOutcome(document.name(), State.KNOWN, null, null));
                        known.computeIfAbsent(document.hash(), any -> new ArrayList<>())
                                .add(document);
                    } else {
                        fresh.computeIfAbsent(document.hash(), any -> new ArrayList<>())
                                .add(document);
                    }
                } else {
                    files.add(turnedAway(file.name(), outcome));
                }
            }
            progress.done(DiscoverTasklet.STEP, Printable.line(file.name()));
        }
        progress.end(DiscoverTasklet.STEP);
        return fresh.values();
    }

    private @Nullable Long changed(Incoming document) {
        return document.changed(request.job().limits().onConflict());
    }

    /** Reads the first of the documents of each content; what cannot be read is sorted out. */
    private Map<Contender, List<Incoming>> inspect(Collection<List<Incoming>> documents) {
        Map<Contender, List<Incoming>> inspected = new LinkedHashMap<>();
        forEach(InspectTasklet.STEP, documents, duplicates -> {
            Outcome<SourceDocument> outcome = intake.read(duplicates.get(0));
            return () -> {
                if (outcome instanceof Accepted<SourceDocument> accepted) {
                    boolean wanted = request.job().scope().includesAnyOf(accepted.value());
                    inspected.put(
                            Discovery.contender(duplicates, wanted, ArticleEdition.of(accepted.value())), duplicates);
                } else {
                    turnAway(duplicates, outcome);
                }
            };
        });
        return inspected;
    }

    /** @param loaded what the broken-off run has loaded that would be continued */
    private Collection<List<Incoming>> withoutConflicts(
            Map<Contender, List<Incoming>> inspected, Map<String, List<ArticleEdition>> loaded) {
        Map<String, String> conflicts = Conflicts.among(
                        Discovery.contenders(inspected.keySet(), known.values(), loaded),
                        request.job().limits().onConflict())
                .turnedAway();
        List<List<Incoming>> rest = new ArrayList<>();
        for (List<Incoming> duplicates : inspected.values()) {
            String message = conflicts.get(duplicates.get(0).hash());
            if (message == null) {
                rest.add(duplicates);
            } else {
                turnAway(duplicates, ConflictCheck.rejection(duplicates.get(0), message));
            }
        }
        return rest;
    }

    private void extract(Collection<List<Incoming>> documents, LoadPlan preview) {
        forEach(ExtractTasklet.STEP, documents, duplicates -> {
            Incoming first = Incoming.first(duplicates);
            Outcome<ExtractedDocument> outcome =
                    intake.extract(first, request.job().scope()::includesAnyOf);
            if (outcome instanceof Accepted<ExtractedDocument> accepted) {
                preview.add(accepted.value(), changed(first));
                accepted.value().document().warnings().forEach(warning -> progress.warned(first.name(), warning));
            }
            return () -> {
                if (outcome instanceof Accepted) {
                    files.add(new FileOutcome(first.name(), State.NEW, null, first.hash()));
                    duplicates.stream()
                            .skip(1)
                            .forEach(
                                    duplicate -> files.add(new FileOutcome(duplicate.name(), State.KNOWN, null, null)));
                } else {
                    turnAway(duplicates, outcome);
                }
            };
        });
    }

    /**
     * Works on the documents of each content as the steps of a run do.
     *
     * @param work done by several threads; what it gives is done by this one, in the order of the documents
     */
    private void forEach(String step, Collection<List<Incoming>> documents, Function<List<Incoming>, Runnable> work) {
        progress.begin(step, documents.size());
        ExecutorService threads = Executors.newFixedThreadPool(request.job().parallel());
        try {
            List<Future<Runnable>> outcomes = new ArrayList<>();
            for (List<Incoming> duplicates : documents) {
                outcomes.add(threads.submit(() -> {
                    Runnable rest = work.apply(duplicates);
                    progress.done(step, Printable.line(duplicates.get(0).name()));
                    return rest;
                }));
            }
            for (Future<Runnable> outcome : outcomes) {
                outcome.get().run();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
        progress.end(step);
    }

    /** What becomes of one document becomes of those with the same content, see {@link DuplicateFiles}. */
    private void turnAway(List<Incoming> duplicates, Outcome<?> outcome) {
        files.add(turnedAway(duplicates.get(0).name(), outcome));
        duplicates.stream()
                .skip(1)
                .forEach(duplicate -> files.add(turnedAway(duplicate.name(), asOf(duplicate, outcome))));
    }

    private static Outcome<?> asOf(Incoming duplicate, Outcome<?> outcome) {
        if (outcome instanceof Rejected<?> rejected) {
            Rejection same = rejected.rejection();
            return new Rejected<>(
                    new Rejection(duplicate.name(), same.reason(), same.message(), same.size(), same.sha256()));
        } else if (outcome instanceof Left<?>) {
            return new Left<>(new LeftFile(duplicate.name(), LeftFile.Why.DUPLICATE));
        }
        return outcome;
    }

    private static FileOutcome turnedAway(String name, Outcome<?> outcome) {
        if (outcome instanceof Rejected<?> rejected) {
            return new FileOutcome(rejected.rejection().file(), State.REJECTED, outcome, null);
        } else if (outcome instanceof Left<?> left) {
            return new FileOutcome(left.file().file(), State.LEFT, outcome, null);
        }
        return new FileOutcome(name, State.OUT_OF_SCOPE, null, null);
    }

    private @Nullable String tooManyRejections() {
        RejectionLimit limit = request.job().limits().maxRejected();
        long rejected = files.stream()
                .filter(file -> file.outcome() instanceof Rejected<?> refused && isKnownBefore(refused.rejection()))
                .count();
        return limit != null && limit.isExceededBy(rejected, files.size())
                ? new TooManyRejectionsException(rejected, files.size(), limit).getMessage()
                : null;
    }

    /** Whether a run finds out before it loads the first file: reading fails, not the extraction. */
    private static boolean isKnownBefore(Rejection rejection) {
        return !Set.of(Intake.TIMEOUT, Intake.INTERNAL_ERROR).contains(rejection.reason());
    }

    private List<PlannedFile> planned(LoadForecast forecast) {
        Map<String, List<ForecastArticle>> articles = new LinkedHashMap<>();
        forecast.articles().forEach(article -> articles.computeIfAbsent(article.documentId(), any -> new ArrayList<>())
                .add(article));
        return files.stream()
                .map(file -> new PlannedFile(
                        file.name(),
                        file.state(),
                        file.outcome() instanceof Rejected<?> rejected ? rejected.rejection() : null,
                        file.outcome() instanceof Left<?> left ? left.file().why() : null,
                        articles.getOrDefault(file.documentId(), List.of())))
                .sorted(Comparator.comparing(PlannedFile::name))
                .toList();
    }
}
