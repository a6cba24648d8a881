package org.fupin.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.fupin.audit.Auditor;
import org.fupin.reference.Regions;
import org.fupin.report.excel.ProvinceYearWorkbook;
import org.fupin.report.excel.YearSummaryWorkbook;
import org.fupin.report.pdf.ProvinceYearPdf;
import org.fupin.report.pdf.YearSummaryPdf;
import org.fupin.warehouse.Findings;
import org.fupin.warehouse.ProvinceYearKey;
import org.fupin.warehouse.ProvinceYears;
import org.fupin.warehouse.RejectedFiles;
import org.fupin.warehouse.ReportFiles;
import org.fupin.warehouse.WarehouseConfiguration;
import org.fupin.warehouse.WarehouseLoader;
import org.springframework.batch.core.configuration.annotation.JobScope;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.PartitionStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job {@code province-year-reports}: discover, inspect, extract, audit, render, summarise, manifest. Inspect, extract,
 * audit and render are partitioned; a partition carries only a path or a key. Each step looks in the warehouse for what is left to do, so
 * that a run continues where one that died has stopped.
 *
 * <p>Wants a data source, a {@link Progress} and the {@link Parallelism} from the context.
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
            Step discover,
            Step inspect,
            Step extract,
            Step audit,
            Step render,
            Step summarise,
            Step manifest) {
        return new JobBuilder(JobDefinition.PROVINCE_YEAR_REPORTS, repository)
                .start(discover)
                .next(inspect)
                .next(extract)
                .next(audit)
                .next(render)
                .next(summarise)
                .next(manifest)
                .listener(new RunLog())
                .build();
    }

    @Bean
    Step discover(
            JobRepository repository,
            Intake intake,
            WarehouseLoader loader,
            RejectedFiles rejected,
            Discovery discovery,
            Progress progress) {
        return single(
                repository, DiscoverTasklet.STEP, new DiscoverTasklet(intake, loader, rejected, discovery, progress));
    }

    @Bean
    Step inspect(
            JobRepository repository,
            Intake intake,
            Partitioner toInspect,
            TaskExecutor partitions,
            RejectedFiles rejected,
            Discovery discovery,
            Progress progress) {
        Tasklet one = new InspectTasklet(intake, rejected, progress);
        return partitioned(
                repository,
                InspectTasklet.STEP,
                toInspect,
                one,
                partitions,
                progress,
                new RejectionGate(discovery),
                new RejectedListing(rejected));
    }

    @Bean
    Step extract(
            JobRepository repository,
            Intake intake,
            Partitioner newFiles,
            TaskExecutor partitions,
            WarehouseLoader loader,
            RejectedFiles rejected,
            Transactions transactions,
            Progress progress) {
        Tasklet one = new ExtractTasklet(intake, loader, rejected, transactions, progress);
        return partitioned(
                repository, ExtractTasklet.STEP, newFiles, one, partitions, progress, new RejectedListing(rejected));
    }

    @Bean
    Step audit(
            JobRepository repository,
            Partitioner unaudited,
            TaskExecutor partitions,
            ProvinceYears provinceYears,
            Findings findings,
            Transactions transactions,
            Progress progress) {
        Tasklet one = new AuditTasklet(provinceYears, Auditor.create(), findings, transactions, progress);
        return partitioned(repository, AuditTasklet.STEP, unaudited, one, partitions, progress);
    }

    @Bean
    Step render(
            JobRepository repository,
            Partitioner unrendered,
            TaskExecutor partitions,
            ProvinceYears provinceYears,
            Regions regions,
            ReportWriter reports,
            Progress progress) {
        Tasklet one = new RenderTasklet(provinceYears, regions, reports, progress);
        return partitioned(repository, RenderTasklet.STEP, unrendered, one, partitions, progress);
    }

    @Bean
    Step summarise(
            JobRepository repository,
            ProvinceYears provinceYears,
            Regions regions,
            ReportWriter reports,
            Progress progress) {
        return single(
                repository, SummariseTasklet.STEP, new SummariseTasklet(provinceYears, regions, reports, progress));
    }

    @Bean
    Step manifest(JobRepository repository, ProvinceYears provinceYears, ReportWriter reports) {
        return single(repository, ManifestTasklet.STEP, new ManifestTasklet(provinceYears, reports.formats()));
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

    /** None where the run has no limit of rejections: inspecting takes the time of reading twice. */
    @Bean
    @StepScope
    Partitioner toInspect(Discovery discovery, @Value("#{stepExecution}") StepExecution step) {
        boolean limited = RunParameters.of(step.getJobParameters()).limits().maxRejected() != null;
        return gridSize -> documents(limited ? discovery.documents() : List.of());
    }

    @Bean
    Partitioner newFiles(Discovery discovery) {
        return gridSize -> documents(discovery.documents());
    }

    private static Map<String, ExecutionContext> documents(List<Incoming> documents) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (Incoming document : documents) {
            partitions.put(Integer.toString(partitions.size() + 1), document.toContext());
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
    ReportWriter reportWriter(ReportFiles files, Progress progress) {
        return new ReportWriter(
                List.of(
                        new ReportFormat("xlsx", new ProvinceYearWorkbook()::write, new YearSummaryWorkbook()::write),
                        new ReportFormat("pdf", new ProvinceYearPdf()::write, new YearSummaryPdf()::write)),
                files,
                progress);
    }

    @Bean
    Transactions transactions(PlatformTransactionManager manager) {
        return new Transactions(manager);
    }

    @Bean
    TaskExecutor partitions(Parallelism parallelism) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("partition-");
        executor.setConcurrencyLimit(parallelism.threads());
        executor.setTaskDecorator(new RunIdCarrier());
        return executor;
    }

    private static Step single(JobRepository repository, String name, Tasklet tasklet) {
        return new StepBuilder(name, repository)
                .tasklet(tasklet, NO_TRANSACTION)
                .listener(new StepLog(name))
                .build();
    }

    private static Step partitioned(
            JobRepository repository,
            String name,
            Partitioner partitioner,
            Tasklet one,
            TaskExecutor executor,
            Progress progress,
            StepExecutionListener... listeners) {
        Step each = new StepBuilder(name + "-one", repository)
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
        PartitionStepBuilder step = new StepBuilder(name, repository)
                .partitioner(each.getName(), announced)
                .step(each)
                .taskExecutor(executor);
        step.listener(new StepEnd(progress));
        step.listener(new StepLog(name));
        // They are called in the reverse of this order.
        for (int i = listeners.length - 1; i >= 0; i--) {
            step.listener(listeners[i]);
        }
        return step.build();
    }
}
