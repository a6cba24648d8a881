package org.fupin.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.executor.MigrationExecutor;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.jdbc.Results;
import org.flywaydb.core.internal.resolver.ChecksumCalculator;
import org.flywaydb.core.internal.resolver.ResolvedMigrationImpl;
import org.flywaydb.core.internal.sqlscript.SqlScript;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scripts {@code V<version>__<description>.sql}, as Flyway itself finds and notes them, but so that one that was broken
 * off can be given again. MySQL does not take changes of tables back: a process that is killed in the midst of a script
 * leaves what was made so far, and no note of it. Each statement is done whole or not at all, so what is there already is what an
 * earlier attempt made, and is left as it is. (An H2 file is put back as it was, see {@link SchemaBackup}.)
 *
 * <p>A script must therefore hold nothing but statements that make tables, columns, indexes, constraints and sequences, and
 * statements that do no harm when they are done again.
 */
final class ResumableMigrations implements MigrationResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ResumableMigrations.class);

    private static final Pattern NAME = Pattern.compile("V(\\d+)__(\\w+)\\.sql");

    /**
     * Error codes for "it is there already". MySQL and MariaDB: table, column, index, foreign key. H2: table, column,
     * index, constraint, sequence.
     */
    private static final Set<Integer> THERE_ALREADY = Set.of(1050, 1060, 1061, 1826, 42101, 42121, 42111, 90045, 90035);

    /** MariaDB's error code for a table that cannot be made or changed, and why: a foreign key is there already. */
    private static final int CANNOT_MAKE = 1005;

    private static final String DUPLICATE_KEY = "errno: 121 ";

    @Override
    public Collection<ResolvedMigration> resolveMigrations(Context context) {
        List<ResolvedMigration> migrations = new ArrayList<>();
        for (LoadableResource script : context.resourceProvider.getResources("V", new String[] {".sql"})) {
            Matcher name = NAME.matcher(script.getFilename());
            if (!name.matches()) {
                throw new IllegalStateException("not the name of a migration: " + script.getFilename());
            }
            migrations.add(new ResolvedMigrationImpl(
                    MigrationVersion.fromVersion(name.group(1)),
                    name.group(2).replace('_', ' '),
                    script.getRelativePath(),
                    ChecksumCalculator.calculate(script),
                    null,
                    CoreMigrationType.SQL,
                    script.getAbsolutePathOnDisk(),
                    new Script(context.sqlScriptFactory.createSqlScript(script, false, context.resourceProvider))));
        }
        return migrations;
    }

    /** Gives the statements of a script, one after the other. */
    private record Script(SqlScript script) implements MigrationExecutor {

        @Override
        public List<Results> execute(org.flywaydb.core.api.executor.Context context) throws SQLException {
            try (Statement statement = context.getConnection().createStatement();
                    SqlStatementIterator statements = script.getSqlStatements()) {
                while (statements.hasNext()) {
                    execute(statement, statements.next().getSql());
                }
            }
            return List.of();
        }

        private void execute(Statement statement, String sql) throws SQLException {
            try {
                statement.execute(sql);
            } catch (SQLException e) {
                if (!isThereAlready(e)) {
                    throw e;
                }
                LOG.warn(
                        "{} continues where it was interrupted: {}",
                        script.getResource().getFilename(),
                        e.getMessage().lines().findFirst().orElse(""));
            }
        }

        private static boolean isThereAlready(SQLException failure) {
            return THERE_ALREADY.contains(failure.getErrorCode())
                    || failure.getErrorCode() == CANNOT_MAKE
                            && failure.getMessage().contains(DUPLICATE_KEY);
        }

        @Override
        public boolean canExecuteInTransaction() {
            return true;
        }

        @Override
        public boolean shouldExecute() {
            return true;
        }
    }
}
