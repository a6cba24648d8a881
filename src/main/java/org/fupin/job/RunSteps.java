package org.fupin.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fupin.audit.Auditor;
import org.fupin.intake.Discovery;
import org.fupin.intake.Intake;
import org.fupin.job.batch.BatchEnd;
import org.fupin.job.batch.BatchRunner;
import org.fupin.job.batch.DirectSteps;
import org.fupin.job.batch.Distribution;
import org.fupin.job.batch.Work;
import org.fupin.job.run.ActiveRun;
import org.fupin.job.run.Progress;
import org.fupin.job.run.StopSignal;
import org.fupin.job.shared.SharedExtract;
import org.fupin.job.shared.SharedRender;
import org.fupin.job.step.Audit;
import org.fupin.job.step.Correct;
import org.fupin.job.step.Deliver;
import org.fupin.job.step.Discover;
import org.fupin.job.step.Extract;
import org.fupin.job.step.FileSink;
import org.fupin.job.step.Inspect;
import org.fupin.job.step.KnownFiles;
import org.fupin.job.step.MailDispatch;
import org.fupin.job.step.Render;
import org.fupin.job.step.RunReports;
import org.fupin.job.step.Summarise;
import org.fupin.job.step.WarehouseSink;
import org.fupin.job.step.WriteManifest;
import org.fupin.observation.Lazy;
import org.fupin.publish.ChosenHeadlines;
import org.fupin.publish.OutputStates;
import org.fupin.publish.Publications;
import org.fupin.publish.ReportFormat;
import org.fupin.publish.ReportSource;
import org.fupin.publish.ReportWriter;
import org.fupin.reference.Regions;
import org.fupin.reference.Units;
import org.fupin.settings.JobDefinition;
import org.fupin.store.Checkpoint;
import org.fupin.store.Transactions;
import org.fupin.warehouse.ledger.RejectedFiles;
import org.fupin.warehouse.ledger.ReportFiles;
import org.fupin.warehouse.ledger.ReportStates;
import org.fupin.warehouse.load.CorrectionLedger;
import org.fupin.warehouse.load.Editions;
import org.fupin.warehouse.load.HeldFiles;
import org.fupin.warehouse.query.Findings;
import org.fupin.warehouse.query.Headlines;
import org.fupin.warehouse.query.ProvinceYears;
import org.fupin.warehouse.query.Reviews;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The steps of a run, in their order. What they share for all runs is loaded once. */
final class RunSteps {

    private final BeanFactory beans;
    private final Transactions transactions;
    private final int parallel;
    private final StopSignal stop;
    private final Progress progress;
    private final @Nullable MailDispatch mail;
    private final Lazy<Auditor> auditor = new Lazy<>(Auditor::create);
    private final Regions regions = Regions.load();
    private final List<ReportFormat> formats = ReportFormat.all();

    /**
     * @param beans of the warehouse
     * @param parallel how many files, or reports, are worked on at the same time
     * @param mail null if nobody gets any
     */
    RunSteps(BeanFactory beans, int parallel, StopSignal stop, Progress progress, @Nullable MailDispatch mail) {
        this.beans = beans;
        this.transactions = beans.getBean(Transactions.class);
        this.parallel = parallel;
        this.stop = stop;
        this.progress = progress;
        this.mail = mail;
    }

    @Nullable
    MailDispatch mail() {
        return mail;
    }

    /**
     * @param attempt over all runs of the job for the period: it tells this execution from all others
     * @param workers take documents in and make reports; null if this process does
     */
    BatchEnd execute(ActiveRun run, long attempt, @Nullable Distribution workers) {
        Intake intake = Intake.create(run.request().job().limits());
        KnownFiles known = new KnownFiles();
        ProvinceYears provinceYears = beans.getBean(ProvinceYears.class);
        ChosenHeadlines headlines = new ChosenHeadlines(beans.getBean(Headlines.class));
        ReportStates states = beans.getBean(ReportStates.class);
        OutputStates outputs = new OutputStates(run.out(), states.all());
        ReportWriter writer =
                new ReportWriter(formats, beans.getBean(ReportFiles.class), transactions, outputs, progress);
        RunReports reports = new RunReports(run, provinceYears, writer, outputs);
        List<Work<?>> works = of(run, intake, known, provinceYears, headlines, reports);
        HeldFiles held = beans.getBean(HeldFiles.class);
        NewWork newWork = new NewWork(
                run,
                () -> known.lookAt(run.request().job().inbox(), intake, held, run.runId(), stop::requested),
                provinceYears,
                headlines,
                reports,
                works);
        if (!newWork.isThere()) {
            return new DirectSteps(stop::requested, progress).run(works);
        }
        reports.reset();
        BatchRunner batch = beans.getBean(BatchRunner.class);
        // The run holds the lock, so whoever left an execution behind is dead.
        batch.recover(JobDefinition.PROVINCE_YEAR_REPORTS);
        String job = JobDefinition.PROVINCE_YEAR_REPORTS;
        Map<String, ?> identity =
                Map.of("job", run.job(), "period", run.period().toString(), "attempt", attempt);
        if (workers == null) {
            return batch.run(job, identity, works, parallel, stop::requested, progress);
        }
        List<Work<?>> shared = new ArrayList<>();
        works.forEach(work -> shared.add(shared(work, run)));
        return batch.run(job, identity, new BatchRunner.Sharing(shared, parallel, workers), stop::requested, progress);
    }

    private Work<?> shared(Work<?> step, ActiveRun run) {
        if (step instanceof Extract extract) {
            return new SharedExtract(extract, run, progress);
        }
        return step instanceof Render render ? new SharedRender(render, run, formats, progress) : step;
    }

    /** The steps that take files in, within the job's limits, as a dry run does them. */
    static List<Work<?>> ofFiles(JobDefinition job, FileSink sink, Progress progress) {
        return ofFiles(job, Intake.create(job.limits()), new KnownFiles(), sink, progress);
    }

    private static List<Work<?>> ofFiles(
            JobDefinition job, Intake intake, KnownFiles known, FileSink sink, Progress progress) {
        Discovery discovery = new Discovery();
        return List.of(
                new Discover(job.inbox(), intake, discovery, sink, known),
                new Inspect(intake, discovery, sink, job),
                new Extract(intake, discovery, sink, job, progress));
    }

    private List<Work<?>> of(
            ActiveRun run,
            Intake intake,
            KnownFiles known,
            ProvinceYears provinceYears,
            ChosenHeadlines headlines,
            RunReports reports) {
        Editions editions = beans.getBean(Editions.class);
        RejectedFiles rejected = beans.getBean(RejectedFiles.class);
        CorrectionLedger ledger = beans.getBean(CorrectionLedger.class);
        JobDefinition job = run.request().job();
        FileSink sink = WarehouseSink.of(run, beans, transactions, progress);
        Reviews reviews = new Reviews(beans.getBean(JdbcTemplate.class), Units.load());
        ReportSource source = new ReportSource(provinceYears, headlines, reviews, regions);

        List<Work<?>> steps = new ArrayList<>(ofFiles(job, intake, known, sink, progress));
        if (job.corrections() != null) {
            steps.add(new Correct(run, ledger, transactions));
        }
        steps.add(new Audit(run, provinceYears, auditor, beans.getBean(Findings.class), headlines, transactions));
        steps.add(new Render(run, source, reports));
        steps.add(new Summarise(run, provinceYears, regions, reports));
        steps.add(new WriteManifest(
                run, reports, beans.getBean(ReportStates.class), transactions, beans.getBean(Checkpoint.class)));
        if (mail != null) {
            steps.add(new Deliver(run, new Publications(source, regions), mail, editions, rejected, ledger));
        }
        return steps;
    }
}
