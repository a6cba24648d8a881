package org.fupin.job.step;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fupin.audit.Auditor;
import org.fupin.job.run.ActiveRun;
import org.fupin.job.run.Count;
import org.fupin.job.run.RunEvents;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.Severity;
import org.fupin.publish.ChosenHeadlines;
import org.fupin.store.Transactions;
import org.fupin.warehouse.query.Findings;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.query.ProvinceYears;

/**
 * Audits each province and year of which something else holds than when it was audited last, and chooses its headlines; also of
 * those that were audited and have none chosen by this version of the program.
 */
public final class Audit implements ProvinceYearWork {

    private final ActiveRun run;
    private final ProvinceYears provinceYears;
    private final Supplier<Auditor> auditor;
    private final Findings findings;
    private final ChosenHeadlines headlines;
    private final Transactions transactions;

    public Audit(
            ActiveRun run,
            ProvinceYears provinceYears,
            Supplier<Auditor> auditor,
            Findings findings,
            ChosenHeadlines headlines,
            Transactions transactions) {
        this.run = run;
        this.provinceYears = provinceYears;
        this.auditor = auditor;
        this.findings = findings;
        this.headlines = headlines;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Collection<ProvinceYearKey> keys() {
        SortedSet<ProvinceYearKey> keys = provinceYears.toAudit();
        keys.addAll(headlines.missing());
        return keys;
    }

    @Override
    public void work(ProvinceYearKey key) {
        long begun = System.nanoTime();
        // Of a province-year whose only report was taken back nothing is held, and nothing is to be found.
        Optional<ProvinceYear> held = provinceYears.find(key.region(), key.year());
        if (provinceYears.isAudited(key)) {
            transactions.run(run.owner(), headlines.choose(key, held));
            return;
        }
        List<Finding> found = held.map(auditor.get()::audit).orElse(List.of());
        Runnable chosen = headlines.choose(key, held.map(provinceYear -> provinceYear.withFindings(found)));
        transactions.run(run.owner(), () -> {
            findings.replace(key.region(), key.year(), found, run.runId());
            chosen.run();
        });
        Map<Count, Long> counts = found.stream().collect(Collectors.groupingBy(Audit::count, Collectors.counting()));
        counts.forEach(run.counts()::add);
        run.counts().add(Count.AUDITED, 1);
        RunEvents.LOG
                .atDebug()
                .addKeyValue("province", key.region())
                .addKeyValue("year", key.year())
                .addKeyValue("errors", counts.getOrDefault(Count.ERRORS, 0L))
                .addKeyValue("warnings", counts.getOrDefault(Count.WARNINGS, 0L))
                .addKeyValue("held", counts.getOrDefault(Count.HELD, 0L))
                .addKeyValue("ms", Duration.ofNanos(System.nanoTime() - begun).toMillis())
                .log("province-year audited");
    }

    private static Count count(Finding finding) {
        if (finding.holds()) {
            return Count.HELD;
        }
        return finding.severity() == Severity.ERROR ? Count.ERRORS : Count.WARNINGS;
    }
}
