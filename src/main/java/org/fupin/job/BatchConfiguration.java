package org.fupin.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import javax.sql.DataSource;
import org.fupin.audit.Auditor;
import org.fupin.intake.Discovery;
import org.fupin.intake.Incoming;
import org.fupin.intake.Intake;
import org.fupin.publish.Publications;
import org.fupin.publish.RenderPlan;
import org.fupin.publish.ReportFormat;
import org.fupin.publish.ReportInputs;
import org.fupin.publish.ReportSource;
import org.fupin.publish.ReportWriter;
import org.fupin.reference.Regions;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.Mailing;
import org.fupin.store.DatabaseRetry;
import org.fupin.store.RetryingCalls;
import org.fupin.store.RetryingTransactionManager;
import org.fupin.store.Transactions;
import org.fupin.warehouse.WarehouseConfiguration;
import org.fupin.warehouse.ledger.RejectedFiles;
import org.fupin.warehouse.ledger.ReportFiles;
import org.fupin.warehouse.ledger.RunLocks;
import org.fupin.warehouse.ledger.Runs;
import org.fupin.warehouse.load.CorrectionLedger;
import org.fupin.warehouse.load.Editions;
import org.fupin.warehouse.load.WarehouseLoader;
import org.fupin.warehouse.query.Findings;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.query.ProvinceYears;
import org.springframework.batch.core.configuration.annotation.JobScope;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job {@code province-year-reports}: discover, inspect, extract, correct, audit, render, summarise, manifest, deliver. Inspect, extract,
 * audit and render are partitioned; a partition carries only a path or a key. Each step looks in the warehouse for what is
 * left to do, so that a run continues where one that died has stopped.
 *
 * <p>Wants a data source with a {@link DatabaseRetry}, a {@link Progress}, a {@link StopSignal} and the {@link Parallelism} from the context.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(WarehouseConfiguration.class)
class BatchConfiguration {

    /** How many partitions are worked on at the same time. */
    record Parallelism(int threads) {}

    /**
     * The steps take care of their own transactions, which are short: a file is read and understood before the first
     * statement on it.
     */
    private static final PlatformTransactionManager NO_TRANSACTION = new ResourcelessTransactionManager();

    @Bean
    Job provinceYearReports(
            JobRepository repository,
            StopSignal stop,
            Step discover,
            Step inspect,
            Step extract,
            Step correct,
            Step audit,
            Step render,
            Step summarise,
            Step manifest,
            Step deliver,
            Runs runs) {
        return new JobBuilder(JobDefinition.PROVINCE_YEAR_REPORTS, repository)
                .start(new StoppableStep(discover, stop))
                .next(new StoppableStep(inspect, stop))
                .next(new StoppableStep(extract, stop))
                .next(new StoppableStep(correct, stop))
                .next(new StoppableStep(audit, stop))
                .next(new StoppableStep(render, stop))
                .next(new StoppableStep(summarise, stop))
                .next(new StoppableStep(manifest, stop))
                .next(new StoppableStep(deliver, stop))
                .listener(new RunLog(runs))
                .build();
    }

    @Bean
    Step discover(
            JobRepository repository,
            Intake intake,
            WarehouseLoader loader,
            RejectedFiles rejected,
            Discovery discovery,
            Transactions transactions,
            StopSignal stop,
            Progress progress) {
        return single(
                repository,
                DiscoverTasklet.STEP,
                new DiscoverTasklet(intake, loader, rejected, discovery, transactions, stop, progress));
    }

    @Bean
    Step inspect(
            JobRepository repository,
            Intake intake,
            Partitioner toInspect,
            TaskExecutor partitions,
            WarehouseLoader loader,
            Editions editions,
            RejectedFiles rejected,
            Discovery discovery,
            Transactions transactions,
            StopSignal stop,
            Progress progress) {
        return partitioned(
                repository,
                InspectTasklet.STEP,
                toInspect,
                new InspectTasklet(intake, discovery, rejected, transactions, progress),
                partitions,
                stop,
                progress,
                new DuplicateFiles(discovery, loader, rejected, transactions, progress),
                new ConflictCheck(discovery, editions, rejected, transactions, progress),
                new RejectionGate(new RejectedListing(rejected, transactions)));
    }

    @Bean
    Step extract(
            JobRepository repository,
            Intake intake,
            Partitioner newFiles,
            TaskExecutor partitions,
            WarehouseLoader loader,
            RejectedFiles rejected,
            Discovery discovery,
            Transactions transactions,
            StopSignal stop,
            Progress progress) {
        Tasklet one = new ExtractTasklet(intake, loader, rejected, transactions, progress);
        return partitioned(
                repository,
                ExtractTasklet.STEP,
                newFiles,
                one,
                partitions,
                stop,
                progress,
                new DuplicateFiles(discovery, loader, rejected, transactions, progress),
                new RejectedListing(rejected, transactions));
    }

    @Bean
    Step correct(
            JobRepository repository,
            CorrectionLedger ledger,
            Transactions transactions,
            StopSignal stop,
            Progress progress) {
        return single(repository, CorrectTasklet.STEP, new CorrectTasklet(ledger, transactions, stop, progress));
    }

    @Bean
    Step audit(
            JobRepository repository,
            Partitioner unaudited,
            TaskExecutor partitions,
            ProvinceYears provinceYears,
            Findings findings,
            Transactions transactions,
            StopSignal stop,
            Progress progress) {
        Tasklet one = new AuditTasklet(provinceYears, Auditor.create(), findings, transactions, progress);
        return partitioned(repository, AuditTasklet.STEP, unaudited, one, partitions, stop, progress);
    }

    @Bean
    Step render(
            JobRepository repository,
            Partitioner unrendered,
            TaskExecutor partitions,
            ReportSource source,
            ReportWriter reports,
            StopSignal stop,
            Progress progress) {
        Tasklet one = new RenderTasklet(source, reports, progress);
        return partitioned(repository, RenderTasklet.STEP, unrendered, one, partitions, stop, progress);
    }

    @Bean
    Step summarise(
            JobRepository repository,
            ProvinceYears provinceYears,
            Regions regions,
            ReportWriter reports,
            StopSignal stop,
            Progress progress) {
        return single(
                repository,
                SummariseTasklet.STEP,
                new SummariseTasklet(
                        provinceYears,
                        regions,
                        reports,
                        new ReportIndex(provinceYears, regions, reports),
                        stop,
                        progress));
    }

    @Bean
    Step manifest(
            JobRepository repository, ProvinceYears provinceYears, ReportWriter reports, Transactions transactions) {
        return single(
                repository, ManifestTasklet.STEP, new ManifestTasklet(provinceYears, reports.formats(), transactions));
    }

    @Bean
    Step deliver(
            JobRepository repository,
            ReportSource reports,
            Regions regions,
            ObjectProvider<MailDispatch> mail,
            Editions editions,
            RejectedFiles rejected,
            CorrectionLedger ledger) {
        Publications publications = new Publications(reports, regions);
        return single(
                repository,
                DeliverTasklet.STEP,
                new DeliverTasklet(publications, mail.getIfAvailable(), editions, rejected, ledger));
    }

    @Bean
    @ConditionalOnBean(Mailing.class)
    MailDispatch mailDispatch(
            Mailing mailing,
            JdbcTemplate jdbc,
            PlatformTransactionManager manager,
            Transactions transactions,
            StopSignal stop) {
        return new MailDispatch(mailing, jdbc, manager, transactions, stop);
    }

    @Bean
    ReportSource reportSource(ProvinceYears provinceYears, Regions regions) {
        return new ReportSource(provinceYears, regions);
    }

    @Bean
    @JobScope
    Discovery discovery() {
        return new Discovery();
    }

    @Bean
    Intake intake() {
        return Intake.create(IntakeLimits.DEFAULT);
    }

    @Bean
    Partitioner toInspect(Discovery discovery) {
        return gridSize -> documents(discovery.documents());
    }

    @Bean
    Partitioner newFiles(Discovery discovery) {
        return gridSize -> documents(discovery.documents());
    }

    private static Map<String, ExecutionContext> documents(List<Incoming> documents) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (Incoming document : documents) {
            partitions.put(Integer.toString(partitions.size() + 1), IncomingContext.of(document));
        }
        return partitions;
    }

    @Bean
    Partitioner unaudited(ProvinceYears provinceYears) {
        return gridSize -> ProvinceYearPartitions.of(provinceYears.toAudit());
    }

    @Bean
    @StepScope
    Partitioner unrendered(
            ProvinceYears provinceYears, ReportWriter reports, @Value("#{stepExecution}") StepExecution step) {
        return gridSize -> {
            try {
                RunParameters run = RunParameters.of(step.getJobParameters());
                SortedSet<ProvinceYearKey> keys = RenderPlan.of(run, ReportInputs.of(provinceYears), reports.formats())
                        .provinceYears();
                return ProvinceYearPartitions.of(keys);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Bean
    Regions regions() {
        return Regions.load();
    }

    @Bean
    ReportWriter reportWriter(ReportFiles files, Transactions transactions, Progress progress) {
        return new ReportWriter(ReportFormat.all(), files, transactions, progress);
    }

    @Bean
    RetryingTransactionManager transactionManager(DataSource database, DatabaseRetry retry) {
        return new RetryingTransactionManager(database, retry);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource database, DatabaseRetry retry, RetryingTransactionManager transactions) {
        return RetryingCalls.statements(database, retry, transactions);
    }

    @Bean
    static RetryingJobRepository retryingJobRepository(ObjectProvider<DatabaseRetry> retry) {
        return new RetryingJobRepository(retry);
    }

    @Bean
    Transactions transactions(PlatformTransactionManager manager, RunLocks locks) {
        return new Transactions(manager, locks);
    }

    @Bean
    TaskExecutor partitions(Parallelism parallelism) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("partition-");
        executor.setConcurrencyLimit(parallelism.threads());
        TaskDecorator runId = new RunIdCarrier();
        TaskDecorator jobScope = new JobScopeCarrier();
        executor.setTaskDecorator(work -> runId.decorate(jobScope.decorate(work)));
        return executor;
    }

    private static Step single(JobRepository repository, String name, Tasklet tasklet) {
        return new StepBuilder(name, repository)
                .tasklet(tasklet, NO_TRANSACTION)
                .listener(new StepLog(name))
                .build();
    }

    /** What the partitions of a step are called, before a colon and their numbers. */
    static String one(String step) {
        return step + "-one";
    }

    private static Step partitioned(
            JobRepository repository,
            String name,
            Partitioner partitioner,
            Tasklet one,
            TaskExecutor executor,
            StopSignal stop,
            Progress progress,
            StepEnd.Work... atTheEnd) {
        Step each = new StepBuilder(one(name), repository)
                .tasklet(one, NO_TRANSACTION)
                .listener(new StepLog(name))
                .build();
        Partitioner announced = gridSize -> {
            Map<String, ExecutionContext> partitions = partitioner.partition(gridSize);
            if (!partitions.isEmpty() || !name.equals(InspectTasklet.STEP)) {
                progress.begin(name, partitions.size());
            }
            return partitions;
        };
        return new StepBuilder(name, repository)
                .partitioner(each.getName(), announced)
                .step(new StoppableStep(each, stop))
                .taskExecutor(executor)
                // Called in the reverse of this order: the end may fail the step.
                .listener(new StepLog(name))
                .listener(new StepEnd(progress, List.of(atTheEnd)))
                .build();
    }
}
