package org.fupin.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.fupin.intake.PlannedFile;
import org.fupin.intake.PlannedFile.State;
import org.fupin.job.PlannedMail;
import org.fupin.job.RunPlan;
import org.fupin.observation.Printable;
import org.fupin.publish.MissingSummary;
import org.fupin.publish.PlannedReport;
import org.fupin.publish.RenderReason;
import org.fupin.reference.Regions;
import org.fupin.settings.JobDefinition;
import org.fupin.store.Schema;
import org.fupin.warehouse.load.LoadForecast;
import org.fupin.warehouse.load.LoadForecast.ForecastArticle;
import org.fupin.warehouse.load.LoadForecast.ForecastProvinceYear;
import org.fupin.warehouse.load.LoadResult.ArticleOutcome;
import org.fupin.warehouse.query.ProvinceYearKey;
import tools.jackson.databind.json.JsonMapper;

/** What a run would do, for people and for machines. */
public record PlanSummary(RunPlan plan, JobDefinition job) {

    private static final String ROW = "    %-24s %4s  %7s   %9s %10s   %7s %7s %7s";

    public String text() {
        List<String> lines = new ArrayList<>();
        add(lines, "plan of %s for %s: %s", plan.job(), plan.period(), outcome());
        if (!plan.scope().isAll()) {
            add(lines, "  only          %s", scope());
        }
        add(lines, "  database      %s%s", job.database(), database());
        if (plan.continued() != null) {
            add(lines, "  goes on with  run %d, which was broken off", plan.continued());
        }
        files(lines);
        if (plan.stops() != null) {
            add(lines, "  stops         %s", plan.stops());
        } else {
            articles(lines);
            corrections(lines);
            reports(lines);
            mails(lines);
        }
        return String.join(System.lineSeparator(), lines);
    }

    private String outcome() {
        if (plan.stops() != null) {
            return "it would fail";
        }
        return plan.nothingNew() ? "nothing new" : "this is what the run would do; nothing was written";
    }

    private String scope() {
        StringJoiner scope = new StringJoiner("; ");
        if (!plan.scope().years().isEmpty()) {
            scope.add("years " + joined(plan.scope().years()));
        }
        if (!plan.scope().areas().isEmpty()) {
            scope.add("areas " + joined(plan.scope().areas()));
        }
        return scope.toString();
    }

    private static String joined(Iterable<?> values) {
        StringJoiner joined = new StringJoiner(", ");
        values.forEach(value -> joined.add(value.toString()));
        return joined.toString();
    }

    private String database() {
        return switch (plan.database()) {
            case MISSING -> ", where the run would make the tables";
            case EARLIER -> ", whose tables the run would first bring up to date";
            case CURRENT, NEWER -> "";
        };
    }

    /** As the JSON has it. */
    private String databaseState() {
        return plan.database() == Schema.State.CURRENT
                ? "ready"
                : plan.database().name().toLowerCase(Locale.ROOT);
    }

    private void files(List<String> lines) {
        add(
                lines,
                "  files         %,d found, %,d to load, %,d known already, %,d rejected, %,d left, %,d out of scope",
                plan.files().size(),
                plan.count(State.NEW),
                plan.count(State.KNOWN),
                plan.count(State.REJECTED),
                plan.count(State.LEFT),
                plan.count(State.OUT_OF_SCOPE));
        for (PlannedFile file : plan.files()) {
            String name = Printable.line(file.name());
            switch (file.state()) {
                case NEW -> add(lines, "    load        %s%s", name, outcomes(file));
                case KNOWN -> {}
                case REJECTED -> add(lines, "    rejected    %s", file.rejection());
                case LEFT ->
                    add(lines, "    left        %s: %s", name, file.left().message());
                case OUT_OF_SCOPE -> add(lines, "    not wanted  %s: none of its reports is in scope", name);
            }
        }
    }

    /** ": 2 articles added, 1 superseded"; nothing where it is not to be loaded after all. */
    private static String outcomes(PlannedFile file) {
        StringJoiner outcomes = new StringJoiner(", ", ": ", "").setEmptyValue("");
        for (ArticleOutcome outcome : ArticleOutcome.values()) {
            long number = file.articles().stream()
                    .filter(article -> article.outcome() == outcome)
                    .count();
            if (number > 0) {
                outcomes.add(Counted.of(number, "article") + " " + word(outcome));
            }
        }
        return outcomes.toString();
    }

    private static String word(ArticleOutcome outcome) {
        return switch (outcome) {
            case ADDED -> "added";
            case SUPERSEDED -> "in the place of an earlier one";
            case UNCHANGED -> "unchanged";
            case OUTRANKED -> "displaced by a newer file";
        };
    }

    private void articles(List<String> lines) {
        add(
                lines,
                "  articles      %,d added, %,d superseded",
                plan.forecast().count(ArticleOutcome.ADDED),
                plan.forecast().count(ArticleOutcome.SUPERSEDED));
        if (plan.changes().isEmpty()) {
            return;
        }
        Regions regions = Regions.load();
        add(lines, ROW, "", "", "", "articles", "", "figures", "", "");
        add(lines, ROW, "", "year", "vintage", "added", "superseded", "added", "revised", "removed");
        plan.changes().forEach((key, then) -> add(lines, ROW, cells(regions, key, then)));
    }

    private static Object[] cells(Regions regions, ProvinceYearKey key, ForecastProvinceYear then) {
        return new Object[] {
            key.region() + " " + regions.region(key.region()).shortName(),
            key.year(),
            then.vintage(),
            number(then.added()),
            number(then.superseded()),
            number(then.figures().added()),
            number(then.figures().revised()),
            number(then.figures().removed())
        };
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void corrections(List<String> lines) {
        if (job.corrections() != null) {
            LoadForecast.ForecastCorrections then = plan.forecast().corrections();
            add(
                    lines,
                    "  corrections   %s to change, with %s applied and %,d to be reviewed",
                    Counted.of(then.articles(), "article"),
                    Counted.of(then.applied(), "line"),
                    then.toReview());
        }
    }

    private void reports(List<String> lines) {
        add(
                lines,
                "  reports       %,d to make%s, in %s",
                plan.reports().size(),
                plan.withdrawn().isEmpty() ? "" : ", " + number(plan.withdrawn().size()) + " to withdraw",
                job.out());
        int longest = Stream.concat(plan.reports().stream().map(PlannedReport::path), plan.withdrawn().stream())
                .mapToInt(String::length)
                .max()
                .orElse(1);
        for (PlannedReport report : plan.reports()) {
            add(lines, "    %-" + longest + "s  %s", report.path(), word(report.reason()));
        }
        plan.withdrawn().forEach(path -> add(lines, "    %-" + longest + "s  to be withdrawn", path));
        MissingSummary.lines(plan.missingSummaries()).forEach(line -> add(lines, "    %s", line));
    }

    private void mails(List<String> lines) {
        if (!plan.mails().isEmpty()) {
            add(lines, "  mail          %s", Counted.of(plan.mails().size(), "message"));
            for (PlannedMail mail : plan.mails()) {
                add(lines, "    %-12s  %s", mail.office(), word(mail));
            }
        }
    }

    private static String word(PlannedMail mail) {
        return mail.files() == 0 ? "nothing new" : Counted.of(mail.files(), "file");
    }

    private static String word(RenderReason reason) {
        return switch (reason) {
            case NEW -> "new";
            case CHANGED -> "made from other figures than there are now";
            case VERSION -> "made by another version of the program";
            case PUBLISHER -> "made for another publisher";
            case MISSING -> "is not there any more";
            case ALTERED -> "is not as it was written";
            case FORCED -> "made again because of --force";
        };
    }

    public String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("job", plan.job());
        json.put("period", plan.period().toString());
        json.put("years", plan.scope().years());
        json.put("areas", plan.scope().areas());
        json.put("force", plan.force());
        json.put("database", job.database().toString());
        json.put("database_state", databaseState());
        json.put("continues_run", plan.continued());
        json.put("stops", plan.stops());
        json.put("nothing_new", plan.nothingNew());
        for (State state : State.values()) {
            json.put("files_" + state.code(), plan.count(state));
        }
        json.put("articles_added", plan.forecast().count(ArticleOutcome.ADDED));
        json.put("articles_superseded", plan.forecast().count(ArticleOutcome.SUPERSEDED));
        json.put("files", plan.files().stream().map(PlanSummary::json).toList());
        List<Map<String, Object>> changes = new ArrayList<>();
        plan.changes().forEach((key, then) -> changes.add(json(key, then)));
        json.put("province_years", changes);
        json.put("out", job.out().toString());
        json.put("corrections", plan.forecast().corrections());
        json.put("reports", plan.reports().stream().map(PlanSummary::json).toList());
        json.put("withdrawn", plan.withdrawn());
        json.put("missing_summaries", plan.missingSummaries());
        json.put("mails", plan.mails());
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static Map<String, Object> json(PlannedFile file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file.name());
        json.put("state", file.state().code());
        if (file.rejection() != null) {
            json.put("reason", file.rejection().code());
            json.put("message", file.rejection().message());
        }
        if (file.left() != null) {
            json.put("reason", file.left().name().toLowerCase(Locale.ROOT));
            json.put("message", file.left().message());
        }
        if (file.state() == State.NEW) {
            json.put("articles", file.articles().stream().map(PlanSummary::json).toList());
        }
        return json;
    }

    private static Map<String, Object> json(ForecastArticle article) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", article.title());
        json.put("region", article.provinceYear().region());
        json.put("year", article.provinceYear().year());
        json.put("outcome", article.outcome().name().toLowerCase(Locale.ROOT));
        return json;
    }

    private static Map<String, Object> json(ProvinceYearKey key, ForecastProvinceYear then) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("region", key.region());
        json.put("year", key.year());
        json.put("vintage", then.vintage());
        json.put("articles_added", then.added());
        json.put("articles_superseded", then.superseded());
        json.put("figures_added", then.figures().added());
        json.put("figures_revised", then.figures().revised());
        json.put("figures_removed", then.figures().removed());
        return json;
    }

    private static Map<String, Object> json(PlannedReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", report.path());
        json.put("region", report.region());
        json.put("year", report.year());
        json.put("reason", report.reason().code());
        return json;
    }

    private static void add(List<String> lines, String format, Object... arguments) {
        lines.add(String.format(Locale.ROOT, format, arguments).stripTrailing());
    }
}
