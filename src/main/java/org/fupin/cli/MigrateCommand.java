package org.fupin.cli;

import java.util.concurrent.Callable;
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
            "Makes the tables of a warehouse, or brings them up to date after an upgrade.",
            "A run does so itself where its user may; where it may not, this is for the user that may. There is no way",
            "back: back up first.",
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
