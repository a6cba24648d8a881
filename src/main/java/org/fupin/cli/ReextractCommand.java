package org.fupin.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.fupin.cli.output.Counted;
import org.fupin.cli.output.ExitCode;
import org.fupin.job.reading.Reextract;
import org.fupin.job.reading.ReextractResult;
import org.fupin.job.reading.ReextractResult.Changes;
import org.fupin.job.reading.ReextractResult.HeadlineChange;
import org.fupin.reference.Regions;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.RunSettings;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.RunInProgressException;
import org.fupin.warehouse.query.ProvinceYearKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "reextract",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Reads all documents of a job's warehouse again with this version of the program, from the texts that the "
                    + "warehouse keeps.",
            "Shows first what changes, then makes a new edition of it, which counts as no revision by the province. "
                    + "Corrections are applied again, and what an operator stated of a document stays. Where nothing reads "
                    + "otherwise there is no new edition. The next run makes the reports that change. A reading that was "
                    + "interrupted is continued by the next.",
            "User and password of the database come from FUPIN_DB_USER and FUPIN_DB_PASSWORD."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  fupin reextract jobs/monthly.yml --dry-run", "  fupin reextract jobs/monthly.yml"})
final class ReextractCommand implements Callable<Integer> {

    private static final String ROW = "    %-24s %4s  %8s %7s %7s %7s   %9s   %8s %7s";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "JOB.yml", description = "The job file.")
    private Path file;

    @Option(names = "--dry-run", description = "Show what would change, and write nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws DatabaseUnreachableException, RunInProgressException {
        RunSettings settings = RunSettings.read(file, Map.of(), Fupin.environment(spec), false);
        JobDefinition job = settings.job();
        ReextractResult result;
        if (dryRun) {
            result = Reextract.plan(job, settings.credentials(), settings.timing());
            print(json ? json(job, result) : text(job, result) + line("nothing was written"));
        } else {
            YearMonth period =
                    Objects.requireNonNullElseGet(job.period(), () -> YearMonth.now(Clock.systemDefaultZone()));
            result = Reextract.run(job, period, settings.credentials(), settings.timing(), planned -> {
                if (!json) {
                    print(text(job, planned));
                }
            });
            print(json ? json(job, result) : made(result));
        }
        return (result.unreadable().isEmpty() ? ExitCode.DONE : ExitCode.REJECTED).number();
    }

    private void print(String text) {
        spec.commandLine().getOut().println(text);
    }

    private static String line(String text) {
        return System.lineSeparator() + text;
    }

    private static String made(ReextractResult result) {
        return result.run() == null
                ? "no new edition"
                : "edition made by run " + result.run() + "; the next run makes the reports that change";
    }

    private static String text(JobDefinition job, ReextractResult result) {
        List<String> lines = new ArrayList<>();
        Changes sum = result.sum();
        add(lines, "reading %s again: %s", job.name(), result.changes().isEmpty() ? "nothing changes" : "it changes");
        add(
                lines,
                "  documents     %,d read, %,d of them last by another version of the program or its rules",
                result.documents(),
                result.outdated());
        if (result.fromInbox() > 0) {
            add(lines, "    of these    %,d by their files in the inbox", result.fromInbox());
        }
        if (!result.unreadable().isEmpty()) {
            add(
                    lines,
                    "    not read    %s, which %s",
                    Counted.of(result.unreadable().size(), "document"),
                    result.unreadable().size() == 1 ? "stays as it is" : "stay as they are");
            result.unreadable().forEach(document -> add(lines, "      %s", document));
        }
        if (result.changes().isEmpty()) {
            return String.join(System.lineSeparator(), lines);
        }
        add(
                lines,
                "  figures       %,d added, %,d removed, %,d changed%s",
                sum.added(),
                sum.removed(),
                sum.changed(),
                fields(sum));
        add(lines, "  headlines     %,d changed", sum.headlines().size());
        add(lines, "  findings      %,d new, %,d gone", sum.findings(), sum.findingsGone());
        add(lines, ROW, "", "", "", "figures", "", "", "", "findings", "");
        add(lines, ROW, "", "year", "articles", "added", "removed", "changed", "headlines", "new", "gone");
        Regions regions = Regions.load();
        result.changes().forEach((key, changes) -> {
            add(lines, ROW, cells(regions, key, changes));
            changes.headlines().forEach(headline -> add(lines, "      %s", word(headline)));
        });
        return String.join(System.lineSeparator(), lines);
    }

    private static Object[] cells(Regions regions, ProvinceYearKey key, Changes changes) {
        return new Object[] {
            key.region() + " " + regions.region(key.region()).shortName(),
            key.year(),
            changes.articles(),
            changes.added(),
            changes.removed(),
            changes.changed(),
            changes.headlines().size(),
            changes.findings(),
            changes.findingsGone()
        };
    }

    /** " (source 2, value 1)"; a figure may change in several. */
    private static String fields(Changes changes) {
        StringJoiner fields = new StringJoiner(", ", " (", ")").setEmptyValue("");
        changes.fields().forEach((field, number) -> fields.add(field + " " + number));
        return fields.toString();
    }

    private static String word(HeadlineChange headline) {
        return headline.indicator() + ": " + or(headline.before()) + " -> " + or(headline.after());
    }

    private static String or(String value) {
        return value.isEmpty() ? "none" : value;
    }

    private String json(JobDefinition job, ReextractResult result) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("job", job.name());
        all.put("dry_run", dryRun);
        all.put("run", result.run());
        all.put("documents", result.documents());
        all.put("documents_outdated", result.outdated());
        all.put("documents_from_inbox", result.fromInbox());
        all.put("not_read", result.unreadable());
        all.putAll(json(result.sum()));
        List<Map<String, Object>> provinceYears = new ArrayList<>();
        result.changes().forEach((key, changes) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("region", key.region());
            one.put("year", key.year());
            one.putAll(json(changes));
            one.put("headlines", changes.headlines());
            provinceYears.add(one);
        });
        all.put("province_years", provinceYears);
        return JsonMapper.shared().writeValueAsString(all);
    }

    private static Map<String, Object> json(Changes changes) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("articles_changed", changes.articles());
        one.put("figures_added", changes.added());
        one.put("figures_removed", changes.removed());
        one.put("figures_changed", changes.changed());
        one.put("fields_changed", changes.fields());
        one.put("headlines_changed", changes.headlines().size());
        one.put("findings_new", changes.findings());
        one.put("findings_gone", changes.findingsGone());
        return one;
    }

    private static void add(List<String> lines, String format, Object... arguments) {
        lines.add(String.format(Locale.ROOT, format, arguments).stripTrailing());
    }
}
