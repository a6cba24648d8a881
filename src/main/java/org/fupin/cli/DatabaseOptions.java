package org.fupin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.JobDefinitionException;
import org.fupin.settings.JobDefinitionReader;
import org.fupin.settings.LockTiming;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.RunInProgressException;
import org.fupin.store.WarehouseView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which warehouse a command reads. User and password come from the environment. */
final class DatabaseOptions {

    private static final class Which {

        @Option(
                names = "--database",
                paramLabel = "JDBC-URL",
                description = "The database: a JDBC URL or the path of an H2 file.")
        private @Nullable String url;

        @Option(names = "--job", paramLabel = "JOB.yml", description = "The database of this job.")
        private @Nullable Path job;
    }

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    DatabaseUrl url() throws JobDefinitionException {
        if (which.job != null) {
            return JobDefinitionReader.read(which.job, Map.of()).database();
        }
        try {
            return DatabaseUrl.parse(String.valueOf(which.url), Path.of("").toAbsolutePath());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--database: " + e.getMessage());
        }
    }

    /** Opens it to look into. */
    WarehouseView view() throws JobDefinitionException, DatabaseUnreachableException, RunInProgressException {
        return WarehouseView.open(url(), credentials(), lockTiming());
    }

    /** From the variables {@link LockTiming#HEARTBEAT} and {@link LockTiming#TIMEOUT}. */
    static LockTiming lockTiming() {
        try {
            return LockTiming.of(System.getenv());
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** From the environment, see {@link Environment}. */
    static Credentials credentials() {
        List<String> mistakes = new ArrayList<>();
        BiConsumer<String, String> collector = (name, mistake) -> mistakes.add(name + ": " + mistake);
        Environment environment = Environment.ofProcess();
        Credentials credentials = environment.credentials(collector);
        environment.log(collector);
        if (!mistakes.isEmpty()) {
            throw new UsageException(mistakes);
        }
        return credentials;
    }
}
