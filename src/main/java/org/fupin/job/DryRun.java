package org.fupin.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fupin.delivery.compose.Publication;
import org.fupin.delivery.recipients.Recipients;
import org.fupin.intake.TooManyRejectionsException;
import org.fupin.job.batch.PartitionedWork;
import org.fupin.job.batch.Work;
import org.fupin.job.run.Progress;
import org.fupin.publish.LostWarehouse;
import org.fupin.publish.OutputStates;
import org.fupin.publish.PlannedReport;
import org.fupin.publish.Publications;
import org.fupin.publish.RenderPlan;
import org.fupin.publish.ReportFormat;
import org.fupin.publish.ReportInputs;
import org.fupin.reference.Units;
import org.fupin.settings.Credentials;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.LockTiming;
import org.fupin.settings.RunRequest;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.ReadOnlyWarehouse;
import org.fupin.store.RunInProgressException;
import org.fupin.store.RunLock;
import org.fupin.store.Schema;
import org.fupin.warehouse.ledger.ReportStates;
import org.fupin.warehouse.ledger.RunLocks;
import org.fupin.warehouse.ledger.Runs;
import org.fupin.warehouse.load.Editions;
import org.fupin.warehouse.load.LoadForecast;
import org.fupin.warehouse.load.LoadPlan;
import org.fupin.warehouse.query.Findings;
import org.fupin.warehouse.query.ProvinceYears;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a run would do, by what the run itself goes by: the same intake, the same rule of placement, the same plan of
 * the reports. Reads the inbox, the warehouse and the manifest, and writes nothing.
 */
public final class DryRun {

    private final RunRequest request;
    private final Progress progress;

    private DryRun(RunRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
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
        LoadPlan plan = new LoadPlan(warehouse.jdbc(), provinceYears, continued);
        PlanSink sink = new PlanSink(
                plan,
                continued == null ? Map.of() : new Editions(warehouse.jdbc()).loadedBy(continued),
                job.limits().onConflict());
        String stops = null;
        for (Work<?> step : RunSteps.ofFiles(job, sink, progress)) {
            try {
                run(step);
            } catch (TooManyRejectionsException e) {
                stops = e.getMessage();
            }
        }
        // Tables of an earlier version do not have corrections; a run would make them first.
        if (job.corrections() != null && warehouse.state() != Schema.State.EARLIER) {
            plan.correct(job.corrections().corrections().numbers());
        }
        LoadPlan loaded = stops == null ? plan : new LoadPlan(warehouse.jdbc(), provinceYears, continued);
        LoadForecast forecast = warehouse.read(loaded::forecast);
        boolean current = warehouse.state() != Schema.State.EARLIER;
        ReportInputs inputs = ReportInputs.of(forecast, current ? provinceYears.inputs() : Map.of());
        RenderPlan render = RenderPlan.of(
                job.out(),
                request.force(),
                job.scope(),
                job.publisher(),
                inputs,
                ReportFormat.all(),
                new OutputStates(job.out(), current ? new ReportStates(warehouse.jdbc()).all() : Map.of()));
        List<PlannedReport> reports = stops == null ? render.reports() : List.of();
        SortedSet<String> withdrawn = stops == null ? render.withdrawn() : new TreeSet<>();
        return new RunPlan(
                job.name(),
                request.period(),
                job.scope(),
                request.force(),
                warehouse.state(),
                continued,
                stops,
                sink.files(forecast),
                forecast,
                reports,
                withdrawn,
                stops == null ? inputs.missingSummaries(job.scope()) : List.of(),
                stops == null && recipients != null
                        ? mails(
                                warehouse,
                                recipients,
                                Publications.planned(job.out(), job.scope(), reports, withdrawn, request.period()))
                        : List.of());
    }

    private List<PlannedMail> mails(ReadOnlyWarehouse warehouse, Recipients recipients, Publication then) {
        return warehouse.plan(recipients, then, request.period()).stream()
                .map(mail -> new PlannedMail(
                        mail.office(), mail.kind().code(), mail.files().size()))
                .toList();
    }

    /** As a run does, but without a record of it. */
    private <K> void run(Work<K> step) throws IOException, TooManyRejectionsException {
        ExecutorService threads = Executors.newFixedThreadPool(
                step instanceof PartitionedWork<K> ? request.job().parallel() : 1);
        try {
            Collection<K> keys = step.keys();
            progress.begin(step.name(), keys.size());
            List<Future<?>> works = new ArrayList<>();
            for (K key : keys) {
                works.add(threads.submit(() -> {
                    step.work(key);
                    progress.done(step.name(), step.label(key));
                    return key;
                }));
            }
            for (Future<?> work : works) {
                work.get();
            }
            step.end();
            progress.end(step.name());
        } catch (IOException | TooManyRejectionsException | RuntimeException e) {
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
