package org.fupin.job.shared;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import org.fupin.report.Publisher;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.OnConflict;
import org.fupin.settings.RunRequest;
import org.fupin.settings.RunScope;
import tools.jackson.databind.json.JsonMapper;

/**
 * What workers go by in the work for a run, whatever their own job file says: only where inbox, outputs and database are is
 * their own.
 */
public record SharedTerms(
        String job,
        String period,
        boolean force,
        List<Integer> years,
        List<String> areas,
        long quietMillis,
        long perFileMillis,
        OnConflict onConflict,
        Publisher publisher) {

    static SharedTerms of(RunRequest request) {
        JobDefinition job = request.job();
        return new SharedTerms(
                job.name(),
                request.period().toString(),
                request.force(),
                List.copyOf(job.scope().years()),
                List.copyOf(job.scope().areas()),
                job.limits().quiet().toMillis(),
                job.limits().perFile().toMillis(),
                job.limits().onConflict(),
                job.publisher());
    }

    String write() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    public static SharedTerms read(String written) {
        return JsonMapper.shared().readValue(written, SharedTerms.class);
    }

    public IntakeLimits limits() {
        return new IntakeLimits(Duration.ofMillis(quietMillis), Duration.ofMillis(perFileMillis), null, onConflict);
    }

    /** The run, in a worker's folders. */
    public RunRequest in(JobDefinition own) {
        JobDefinition shared = new JobDefinition(
                job,
                own.inbox(),
                own.out(),
                own.database(),
                null,
                own.parallel(),
                new RunScope(new TreeSet<>(years), new TreeSet<>(areas)),
                limits(),
                publisher,
                null,
                null);
        return new RunRequest(shared, YearMonth.parse(period), force);
    }
}
