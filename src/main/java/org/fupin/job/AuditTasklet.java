package org.fupin.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fupin.audit.Auditor;
import org.fupin.observation.document.SourceFile;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.Severity;
import org.fupin.store.Transactions;
import org.fupin.warehouse.query.Findings;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.query.ProvinceYears;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Audits one province and year. */
final class AuditTasklet implements Tasklet {

    static final String STEP = "audit";

    private final ProvinceYears provinceYears;
    private final Auditor auditor;
    private final Findings findings;
    private final Transactions transactions;
    private final Progress progress;

    AuditTasklet(
            ProvinceYears provinceYears,
            Auditor auditor,
            Findings findings,
            Transactions transactions,
            Progress progress) {
        this.provinceYears = provinceYears;
        this.auditor = auditor;
        this.findings = findings;
        this.transactions = transactions;
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        StepExecution step = contribution.getStepExecution();
        RunParameters run = RunParameters.of(step.getJobParameters());
        ProvinceYearKey key = ProvinceYearPartitions.key(step.getExecutionContext());
        // Of a province-year whose only report was taken back nothing is held, and nothing is to be found.
        Optional<ProvinceYear> held = provinceYears.find(key.region(), key.year());
        Map<String, String> files = held.map(ProvinceYear::files).orElse(List.of()).stream()
                .collect(Collectors.toMap(SourceFile::id, SourceFile::name, (a, b) -> a));
        List<Finding> found = auditor.audit(held.map(ProvinceYear::articles).orElse(List.of()), files);
        transactions.run(run.owner(), () -> findings.replace(key.region(), key.year(), found, run.runId()));
        Counts counts = new Counts();
        counts.add(Count.AUDITED, 1);
        for (Finding finding : found) {
            counts.add(
                    finding.holds() ? Count.HELD : finding.severity() == Severity.ERROR ? Count.ERRORS : Count.WARNINGS,
                    1);
        }
        counts.store(step);
        progress.done(STEP, key.region() + " " + key.year());
        return RepeatStatus.FINISHED;
    }
}
