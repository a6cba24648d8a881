package org.fupin.cli;

import java.util.concurrent.Callable;
import org.fupin.cli.output.ExitCode;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.RunInProgressException;
import org.fupin.store.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Creates the tables of a warehouse, or upgrades them after an upgrade of the program.",
            "A run does this itself if its database user has the rights; if not, this command is for a user who "
                    + "has them. An upgrade cannot be undone: back up the database first.",
            "User and password of the database come from FUPIN_DB_USER and FUPIN_DB_PASSWORD."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fupin migrate --job jobs/monthly.yml",
            "  FUPIN_DB_USER=fupin_migrate fupin migrate --database jdbc:mysql://db/fupin"
        })
final class MigrateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() throws DatabaseUnreachableException, RunInProgressException {
        DatabaseOptions.Access access = database.access();
        Schema.Upgrade upgrade = Schema.upgrade(access.url(), access.credentials(), access.timing());
        String what = upgrade.from() == null
                ? "made, version " + upgrade.to()
                : upgrade.from().equals(upgrade.to())
                        ? "up to date, version " + upgrade.to()
                        : "brought from version " + upgrade.from() + " to " + upgrade.to();
        spec.commandLine().getOut().println("tables of " + access.url() + ": " + what);
        return ExitCode.DONE.number();
    }
}
