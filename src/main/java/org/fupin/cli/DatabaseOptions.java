package org.fupin.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.fupin.publish.LostWarehouse;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.LockTiming;
import org.fupin.settings.RunSettings;
import org.fupin.settings.Settings;
import org.fupin.settings.SettingsReader;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.RunInProgressException;
import org.fupin.store.WarehouseView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    /**
     * A warehouse, and as whom it is opened.
     *
     * @param out the folder of the job's outputs; null if no job is named
     */
    record Access(
            DatabaseUrl url,
            Credentials credentials,
            LockTiming timing,
            @Nullable Path out) {

        /** Opens it to look into. */
        WarehouseView view() throws DatabaseUnreachableException, RunInProgressException {
            return WarehouseView.open(url, credentials, timing, LostWarehouse.check(url, out));
        }
    }

    /** @throws SettingsException with everything that is wrong with the options, the job file and the environment */
    Access access() {
        return access(which.job, which.url, Fupin.environment(spec));
    }

    /** The warehouse of a job, as above. */
    static Access ofJob(Path job, Map<String, String> environment) {
        return access(job, null, environment);
    }

    private static Access access(@Nullable Path file, @Nullable String named, Map<String, String> environment) {
        SettingsReader reader = file == null
                ? SettingsReader.of(Map.of(Settings.DATABASE.name(), String.valueOf(named)), environment)
                : SettingsReader.of(file, Map.of(), environment);
        JobDefinition job = file == null ? null : RunSettings.job(reader);
        DatabaseUrl url = job == null ? reader.get(Settings.DATABASE) : job.database();
        Credentials credentials = RunSettings.credentials(reader);
        LockTiming timing = RunSettings.timing(reader);
        RunSettings.log(reader);
        reader.check();
        return new Access(Objects.requireNonNull(url), credentials, timing, job == null ? null : job.out());
    }
}
