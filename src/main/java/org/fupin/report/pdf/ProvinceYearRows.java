package org.fupin.report.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.fupin.observation.FindingRule;
import org.fupin.observation.Kind;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Observation;
import org.fupin.observation.SourceFile;
import org.fupin.observation.Status;
import org.fupin.report.Check;
import org.fupin.report.Figure;
import org.fupin.report.FigureText;
import org.fupin.report.Flag;
import org.fupin.report.Funding;
import org.fupin.report.Headline;
import org.fupin.report.Labels;
import org.fupin.report.LeftOut;
import org.fupin.report.ProgrammeTable;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.RevisionLine;
import org.fupin.report.SourceSentence;
import org.fupin.report.Sources;
import org.jspecify.annotations.Nullable;

/** What the report on a province and year says after its first page. */
final class ProvinceYearRows {

    /** As many columns of years as the page is wide. */
    private static final int YEARS = 4;

    /** As many examples of numbers that are left out for a reason as fit on two lines. */
    private static final int EXAMPLES = 8;

    /** Kinds that the figure's own text does not tell. */
    private static final Set<Kind> KINDS_TO_NAME =
            EnumSet.of(Kind.SHARE, Kind.COMPLETION, Kind.MULTIPLE, Kind.GAP, Kind.RATIO);

    private static final int LONGEST_EXAMPLE = 24;

    private final ProvinceYearReport report;
    private final Flow flow;

    ProvinceYearRows(ProvinceYearReport report, Glyphs glyphs) {
        this.report = report;
        this.flow = new Flow(glyphs);
    }

    List<Map<String, ?>> rows() {
        headlines();
        money();
        checks();
        programmes();
        revisions();
        sources();
        leftOut();
        NoteRows.add(report.notes(), flow);
        return flow.rows();
    }

    private void headlines() {
        flow.part("Headline figures", "One figure for each indicator, as the sources state it.");
        flow.table("headline", "", "");
        for (Headline headline : report.headlines()) {
            Figure figure = headline.figure();
            List<String> note = new ArrayList<>();
            if (figure != null) {
                note.add(Phrases.otherPeriod(headline, report.year()));
            }
            note.addAll(headline.remarks());
            // A whole first vintage is provisional: that stands on the first page, not in each row.
            note.add(Flag.marks(headline.flags().stream()
                    .filter(flag -> flag != Flag.PROVISIONAL)
                    .toList()));
            flow.row(
                    "label", headline.indicator().label(),
                    "value", stated(headline),
                    "value2",
                            headline.change() == null ? null : headline.change().text(),
                    "strong", figure == null ? null : "yes",
                    "note", Phrases.join("; ", note),
                    "sentences", sentenceNumber(figure),
                    "target", target(figure));
        }
        if (!report.earlierYears().isEmpty()) {
            years();
        }
    }

    private void years() {
        List<Integer> years = new ArrayList<>(report.earlierYears());
        years.add(report.year());
        int first = Math.max(0, years.size() - YEARS);
        int columns = years.size() - first;
        flow.table(
                "years",
                "Over the years",
                "Each year's figure is the one that the report on that year states. [b]: not comparable with that of "
                        + report.year() + ".");
        for (Headline headline : report.headlines()) {
            List<Object> row =
                    new ArrayList<>(List.of("label", headline.indicator().label()));
            // Right-aligned in the last columns, so that the report's own year always stands at the edge.
            for (int i = 0; i < columns; i++) {
                int year = years.get(first + i);
                String column = Integer.toString(YEARS - columns + i + 1);
                row.add("head" + column);
                row.add(Integer.toString(year));
                row.add(column.equals("1") ? "value" : "value" + column);
                row.add(ofYear(headline, year));
            }
            row.add("strong");
            row.add("yes");
            flow.row(row.toArray());
        }
    }

    private static String stated(Headline headline) {
        return switch (headline.status()) {
            case SHOWN -> headline.text();
            case SEVERAL -> "Several stated";
            case ONLY_OTHER -> "Not as such";
            case NOT_STATED -> "Not stated";
        };
    }

    private String ofYear(Headline headline, int year) {
        if (year == report.year()) {
            return headline.isAvailable() ? headline.text() : "–";
        }
        return headline.earlier().stream()
                .filter(then -> then.year() == year && then.figure() != null)
                .map(then -> headline.text(then) + (headline.difference(then).isEmpty() ? "" : " " + Flag.BREAK.mark()))
                .findFirst()
                .orElse("–");
    }

    private void money() {
        Funding funding = report.funding();
        flow.part(
                "Money",
                "Nothing is counted twice: a sum never takes an amount together with its own parts. Sources state the"
                        + " same money under several headings, so that amounts of different programmes do not add up.");
        flow.table(
                funding.isBrokenDown() ? "payer" : "payerOnly",
                "By payer",
                funding.isBrokenDown() ? "Headline total: " + funding.total().text() + "." : "");
        for (Funding.PayerLine line : funding.byPayer()) {
            Figure first = line.stated() != null
                    ? line.stated()
                    : line.parts().isEmpty() ? null : line.parts().get(0);
            if (first != null) {
                flow.row(
                        "label", line.label(),
                        "value", line.partsSum() == null ? null : FigureText.yuan(line.partsSum()),
                        "value2", shareOfTotal(line.partsSum()),
                        "value3", line.stated() == null ? null : line.stated().text(),
                        "sentences", sentenceNumber(first),
                        "target", target(first));
            }
        }
        BigDecimal open = funding.notBrokenDown();
        if (open != null && open.signum() > 0) {
            flow.row(
                    "label", Funding.NOT_BROKEN_DOWN,
                    "value", FigureText.yuan(open),
                    "value2", shareOfTotal(open));
        }
        flow.table(
                "money",
                "By programme",
                "The largest amount stated under a programme, and the sum of all its amounts of the year, which may"
                        + " still overlap: an upper limit.");
        for (Funding.ProgrammeLine line : funding.byProgramme()) {
            flow.row(
                    "label", line.programme().label(),
                    "value", line.largest().text(),
                    "value2", FigureText.yuan(line.sum()),
                    "count", line.counted().size(),
                    "strong", "yes",
                    "sentences", sentenceNumber(line.largest()),
                    "target", target(line.largest()));
        }
        flow.table("breakdown", "Stated breakdowns", "Amounts of money that the sources divide into parts.");
        for (Funding.Breakdown breakdown : funding.breakdowns()) {
            amount(breakdown.total(), 0);
            breakdown.parts().forEach(part -> amount(part, 1));
            if (breakdown.difference().signum() != 0) {
                flow.row(
                        "label",
                        breakdown.difference().signum() > 0 ? "Not broken down" : "Parts exceed the total by",
                        "value",
                        FigureText.yuan(breakdown.difference().abs()),
                        "level",
                        1);
            }
        }
    }

    private void amount(Figure figure, int level) {
        flow.row(
                "label", item(figure.observation()),
                "value", figure.text(),
                "level", level,
                "strong", level == 0 ? "yes" : null,
                "sentences", sentenceNumber(figure),
                "target", target(figure));
    }

    private @Nullable String shareOfTotal(@Nullable BigDecimal amount) {
        Figure total = report.funding().total();
        BigDecimal whole = total == null ? null : total.observation().quantity().baseValue();
        return amount == null || whole == null ? null : Phrases.share(amount, whole);
    }

    private void checks() {
        flow.part(
                "Checks and findings",
                report.checks().summary() + ". " + report.leftOut().summary() + ". " + report.doubt() + ".");
        flow.table(
                "finding",
                "Findings",
                "What does not hold. An error: the stated figures cannot all be right. A warning: a person should look.");
        for (Check check : report.checks().findings()) {
            List<SourceSentence> sentences = check.figures().stream()
                    .map(Figure::sentence)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            flow.row(
                    "number", check.number(),
                    "severity", check.outcome(),
                    "detail", check.message(),
                    "stated", check.stated(),
                    "expected", check.expected(),
                    "sentences",
                            sentences.stream()
                                    .map(sentence -> Integer.toString(sentence.number()))
                                    .collect(Collectors.joining(", ")),
                    "target",
                            sentences.isEmpty() ? null : anchor(sentences.get(0).number()));
        }
        flow.table("rules", "Checks by kind", "");
        Map<FindingRule, List<Check>> byRule = new EnumMap<>(FindingRule.class);
        report.checks().all().forEach(check -> byRule.computeIfAbsent(check.rule(), rule -> new ArrayList<>())
                .add(check));
        byRule.forEach((rule, checks) -> rule(Labels.of(rule), checks, false));
        if (byRule.size() > 1) {
            rule("All", report.checks().all(), true);
        }
    }

    private void rule(String label, Collection<Check> checks, boolean strong) {
        int holding = (int) checks.stream().filter(Check::holds).count();
        flow.row(
                "label",
                label,
                "count",
                checks.size(),
                "count2",
                holding,
                "count3",
                checks.size() - holding,
                "strong",
                strong ? "yes" : null);
    }

    private void programmes() {
        flow.part(
                "Figures by programme",
                "All " + Phrases.number(report.figures().size())
                        + " figures of the sources, by the programme of the section that states them. A figure without a"
                        + " period refers to " + report.year() + ", one that names no place to the whole "
                        + (report.region().name().endsWith("Corps") ? "Corps." : "province."));
        for (ProgrammeTable table : report.programmes()) {
            flow.table("figure", table.programme().label(), headings(table));
            for (Figure figure : table.figures()) {
                figure(figure);
            }
        }
    }

    private static String headings(ProgrammeTable table) {
        List<String> headings = table.headings();
        if (headings.isEmpty() || headings.equals(List.of(table.programme().label()))) {
            return "";
        }
        return (headings.size() == 1 ? "Section: " : "Sections: ") + String.join("; ", headings);
    }

    private void figure(Figure figure) {
        Observation observation = figure.observation();
        List<String> note = new ArrayList<>();
        if (observation.status() != Status.ACTUAL) {
            note.add(observation.status().code());
        }
        if (KINDS_TO_NAME.contains(observation.kind())) {
            note.add(observation.kind().code());
        }
        note.add(Flag.marks(figure.flags()));
        String period = observation.period().iso();
        flow.row(
                "number", figure.number(),
                "label",
                        observation.region().equals(report.region().code())
                                ? item(observation)
                                : item(observation) + " · " + observation.region(),
                "value", figure.text(),
                "period", period.equals(Integer.toString(report.year())) ? null : period.replace("/", "–"),
                "note", Phrases.join("; ", note),
                "sentences", sentenceNumber(figure),
                "target", target(figure));
    }

    private void revisions() {
        flow.part("Revisions", "What changed since the vintage before.");
        Map<String, List<RevisionLine>> byArticle = new LinkedHashMap<>();
        report.revisions().forEach(line -> byArticle
                .computeIfAbsent(line.article(), title -> new ArrayList<>())
                .add(line));
        byArticle.forEach((title, lines) -> {
            flow.table("revision", title, "");
            for (RevisionLine line : lines) {
                Observation item = line.after() == null ? line.before() : line.after();
                flow.row(
                        "note", line.change(),
                        "label", item(item),
                        "value", line.before() == null ? null : FigureText.of(line.before()),
                        "value2", line.after() == null ? null : FigureText.of(line.after()),
                        "sentences", sentenceNumber(line.figure()),
                        "target", target(line.figure()));
            }
        });
    }

    private void sources() {
        Sources sources = report.sources();
        flow.part(
                "Sources",
                "The documents this report was made from, and every sentence that states one of its figures.");
        flow.table("document", "Documents", "The SHA-256 tells whether a file is the one that was read.");
        for (SourceFile file : sources.files()) {
            flow.row(
                    "label", file.name(),
                    "detail", file.format() + ", " + file.charset() + ", " + Phrases.bytes(file.size()),
                    "value", file.id());
        }
        flow.table("article", "Articles", "");
        for (Sources.SourceArticle article : sources.articles()) {
            flow.row(
                    "label", article.title(),
                    "detail",
                            Phrases.join(
                                    "; ",
                                    article.subArea().isEmpty() ? "" : "report of " + article.subArea(),
                                    article.author(),
                                    article.partner().isEmpty() ? "" : "with " + article.partner(),
                                    article.stated().isEmpty() ? "" : "stated by the operator: " + article.stated()),
                    "count", article.sections(),
                    "count2", article.sentences(),
                    "count3", article.figures(),
                    "count4", article.leftOut());
        }
        Map<String, List<SourceSentence>> byArticle = new LinkedHashMap<>();
        sources.sentences().stream()
                .filter(sentence -> !sentence.figures().isEmpty())
                .forEach(sentence -> byArticle
                        .computeIfAbsent(sentence.documentId() + sentence.article(), key -> new ArrayList<>())
                        .add(sentence));
        byArticle.values().forEach(sentences -> {
            SourceSentence first = sentences.get(0);
            flow.table("sentence", "Sentences cited: " + first.article(), "In " + first.documentName());
            for (SourceSentence sentence : sentences) {
                flow.row(
                        "number", sentence.number(),
                        "detail", sentence.text(),
                        "label", sentence.heading().isEmpty() ? "–" : sentence.heading(),
                        "anchor", anchor(sentence.number()));
            }
        });
    }

    private void leftOut() {
        LeftOut leftOut = report.leftOut();
        flow.part("Numbers left out", leftOut.summary() + ". The workbook lists each of them with its sentence.");
        flow.table("reason", "", "");
        BigDecimal all = BigDecimal.valueOf(leftOut.numbers().size());
        for (LeftOut.ReasonCount reason : leftOut.byReason()) {
            flow.row(
                    "label", reason.label(),
                    "count", reason.count(),
                    "value", Phrases.share(BigDecimal.valueOf(reason.count()), all),
                    "detail", examples(reason.reason()));
        }
        if (leftOut.byReason().size() > 1) {
            flow.row(
                    "label", "All",
                    "count", leftOut.numbers().size(),
                    "value", "100.0%",
                    "strong", "yes");
        }
    }

    private String examples(LeftOutReason reason) {
        return report.leftOut().numbers().stream()
                .filter(line -> line.reason() == reason)
                .map(LeftOut.Line::text)
                .filter(text -> text.length() <= LONGEST_EXAMPLE)
                .distinct()
                .limit(EXAMPLES)
                .collect(Collectors.joining(", "));
    }

    private static String item(Observation observation) {
        return observation.item().isBlank() ? observation.measure().label() : observation.item();
    }

    private static @Nullable String sentenceNumber(@Nullable Figure figure) {
        return figure == null || figure.sentence() == null
                ? null
                : Integer.toString(figure.sentence().number());
    }

    private static @Nullable String target(@Nullable Figure figure) {
        return figure == null || figure.sentence() == null
                ? null
                : anchor(figure.sentence().number());
    }

    private static String anchor(int sentence) {
        return "sentence-" + sentence;
    }
}
