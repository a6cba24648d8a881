package org.fupin.report.page;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.Status;
import org.fupin.observation.document.Section;
import org.fupin.observation.finding.Severity;
import org.fupin.reference.DoubtReasons;
import org.fupin.reference.ExtractionRules;
import org.fupin.reference.Units;
import org.fupin.report.Check;
import org.fupin.report.CorrectedLine;
import org.fupin.report.Differences;
import org.fupin.report.Origin;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.RevisionLine;
import org.fupin.report.Sources.SourceArticle;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureText;
import org.fupin.report.figure.Flag;
import org.fupin.report.figure.Labels;
import org.fupin.report.figure.LeftOut;
import org.fupin.report.headline.Headline;
import org.fupin.report.page.MarkedText.Mark;

/**
 * Lays out a report as the page at which a person reviews it. The page stands in one file, loads nothing, can be read without
 * its script, and has for each figure the address {@code #o-ID}. The same report gives the same bytes.
 */
public final class ProvinceYearPage {

    private final ExtractionRules rules = ExtractionRules.load();
    private final DoubtReasons doubts = DoubtReasons.load();
    private final Units units = Units.load();
    private final Computation computation = new Computation(units);
    private final PageTemplate template = new PageTemplate(
            "review.html",
            List.of("page.css", "review.css"),
            List.of("dom.js", "data.js", "amounts.js", "csv.js", "decisions.js", "text.js", "detail.js", "review.js"));

    /** From the page of an edition that was asked for to the folder of the newest: it stands in a folder of a folder of that. */
    private static final String NEWEST = "../../../../";

    /** The address of a figure within its page: {@code #o-} and its id. */
    public static String address(Figure figure) {
        return figure.address();
    }

    /**
     * @param report with the texts of its articles
     * @throws IllegalArgumentException if it was made without them
     */
    public void write(ProvinceYearReport report, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        template.fill(view(report), writer);
        writer.flush();
    }

    private Map<String, Object> view(ProvinceYearReport report) {
        List<Check> findings = report.checks().findings();
        List<Check> holding = report.checks().holding();
        String name = report.region().code() + "-" + report.year();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("title", report.region().name() + ", " + report.year());
        view.put("state", report.state());
        view.put("edition", report.edition().toString());
        view.put("doubt", report.doubt());
        view.put("checksSummary", report.checks().summary() + ".");
        view.put("accounting", report.leftOut().summary() + ".");
        view.put("workbook", name + ".xlsx");
        view.put("pdf", name + ".pdf");
        Origin origin = report.origin();
        view.put("reason", origin.reason());
        view.put("isReading", origin.isReading());
        view.put("standing", report.standing());
        view.put("past", report.isPast());
        view.put("newest", NEWEST + report.year() + "/" + report.region().code() + "/" + name + ".html");
        view.put("articles", articles(report));
        view.put(
                "headlines",
                report.headlines().stream()
                        .map(headline -> headline(headline, report))
                        .toList());
        view.put("figures", report.figures().stream().map(this::row).toList());
        view.put("figuresCount", grouped(report.figures().size()));
        view.put("findings", findings.stream().map(this::finding).toList());
        view.put("findingsCount", grouped(findings.size()));
        view.put("noFindings", findings.isEmpty());
        view.put("holding", holding.stream().map(this::finding).toList());
        view.put("holdingCount", grouped(holding.size()));
        view.put("hasHolding", !holding.isEmpty());
        view.put(
                "revisions",
                report.revisions().stream().map(ProvinceYearPage::revision).toList());
        view.put("revisionsCount", grouped(report.revisions().size()));
        view.put("hasRevisions", !report.revisions().isEmpty());
        view.put(
                "reread",
                origin.reread().stream().map(ProvinceYearPage::revision).toList());
        view.put("rereadCount", grouped(origin.reread().size()));
        view.put("hasReread", !origin.reread().isEmpty());
        view.put(
                "corrected",
                report.corrections().stream().map(ProvinceYearPage::corrected).toList());
        view.put("correctedCount", grouped(report.corrections().size()));
        view.put("correctedSummary", report.corrected());
        view.put("hasCorrected", !report.corrections().isEmpty());
        view.put("data", PageData.of(report, rules, doubts, units).json());
        return view;
    }

    private static List<Map<String, Object>> articles(ProvinceYearReport report) {
        Map<Integer, String> outcomes = outcomes(report);
        List<Map<String, Object>> articles = new ArrayList<>();
        List<SourceArticle> sources = report.sources().articles();
        for (int i = 0; i < sources.size(); i++) {
            SourceArticle source = sources.get(i);
            int number = i;
            if (source.text().length() != source.article().span().length()) {
                throw new IllegalArgumentException("the report was made without the text of '" + source.title() + "'");
            }
            List<Section> sections = source.article().sections();
            List<String> sectionIds = new ArrayList<>();
            List<Map<String, Object>> contents = new ArrayList<>();
            for (int k = 0; k < sections.size(); k++) {
                String id = "s-" + (i + 1) + "-" + (k + 1);
                sectionIds.add(id);
                if (!sections.get(k).heading().isEmpty()) {
                    contents.add(Map.of(
                            "id", id,
                            "heading", oneLine(sections.get(k).heading()),
                            "programme", sections.get(k).programme().label()));
                }
            }
            articles.add(Map.of(
                    "number", i,
                    "id", "a-" + (i + 1),
                    "title", oneLine(source.title()),
                    "file", source.file().name(),
                    "sha256", source.file().id(),
                    "provenance", provenance(source),
                    "sections", contents,
                    "text", MarkedText.of(source, marks(report, number, outcomes), sectionIds)));
        }
        return articles;
    }

    private static String provenance(SourceArticle source) {
        List<String> parts = new ArrayList<>();
        if (!source.subArea().isEmpty()) {
            parts.add("on " + source.subArea());
        }
        if (!source.partner().isEmpty()) {
            parts.add("paired with " + source.partner());
        }
        if (!source.author().isEmpty()) {
            parts.add("by " + source.author());
        }
        if (!source.stated().isEmpty()) {
            parts.add("stated by the operator: " + source.stated());
        }
        if (!source.displaced().isEmpty()) {
            parts.add("other editions in the same run: " + String.join(", ", source.displaced()));
        }
        return String.join("; ", parts);
    }

    private static List<Mark> marks(ProvinceYearReport report, int number, Map<Integer, String> outcomes) {
        SourceArticle source = report.sources().articles().get(number);
        List<Mark> marks = new ArrayList<>();
        for (Figure figure : report.figures()) {
            if (stands(source, figure.ref().documentId(), figure.observation().begin())) {
                marks.add(mark(figure, outcomes.getOrDefault(figure.number(), "")));
            }
        }
        List<LeftOut.Line> leftOut = report.leftOut().numbers();
        for (int i = 0; i < leftOut.size(); i++) {
            LeftOut.Line line = leftOut.get(i);
            if (stands(source, line.documentId(), line.span().begin())) {
                marks.add(new Mark(
                        line.span(),
                        "<span class=\"out\" data-out=\"" + i + "\" title=\"Left out: "
                                + Html.escaped(Labels.of(line.reason()))
                                + "\">",
                        "</span>"));
            }
        }
        return marks;
    }

    private static boolean stands(SourceArticle source, String documentId, int offset) {
        return source.article().documentId().equals(documentId)
                && source.article().span().contains(offset);
    }

    private static Mark mark(Figure figure, String outcome) {
        boolean doubtful = !figure.observation().doubt().isEmpty();
        StringBuilder name = new StringBuilder(figure.observation().text())
                .append(", figure ")
                .append(figure.number());
        StringBuilder classes = new StringBuilder("fig");
        if (doubtful) {
            name.append(", doubtful");
            classes.append(" doubt");
        }
        List<String> flags = figure.observation().flags();
        if (figure.observation().isReviewed()) {
            boolean corrected = flags.contains(Observation.CORRECTED);
            name.append(corrected ? ", corrected" : ", confirmed");
            classes.append(corrected ? " held corrected" : " held");
        }
        if (!outcome.isEmpty()) {
            name.append(", in ").append(outcome.equals("error") ? "an error" : "a warning");
            classes.append(' ').append(outcome);
        }
        return new Mark(
                figure.observation().span(),
                "<a class=\"" + classes + "\" id=\"" + elementId(figure) + "\" href=\"#r-" + figure.number()
                        + "\" data-n=\"" + figure.number() + "\" aria-label=\"" + Html.escaped(oneLine(name.toString()))
                        + "\">",
                "</a>");
    }

    /** The worst outcome of the findings that a figure is in, by number of the figure. */
    private static Map<Integer, String> outcomes(ProvinceYearReport report) {
        Map<Integer, String> outcomes = new HashMap<>();
        for (Check check : report.checks().findings()) {
            for (Figure figure : check.figures()) {
                if (check.severity() == Severity.ERROR) {
                    outcomes.put(figure.number(), "error");
                } else {
                    outcomes.putIfAbsent(figure.number(), "warning");
                }
            }
        }
        return outcomes;
    }

    /** Nothing of earlier years: the page is not made again with them. */
    private static Map<String, Object> headline(Headline headline, ProvinceYearReport report) {
        Figure figure = headline.figure();
        String marks = Flag.marks(headline.flags());
        List<String> notes = new ArrayList<>(headline.ownRemarks(report.findingText(headline)));
        if (!marks.isEmpty()) {
            notes.add(marks);
        }
        return Map.of(
                "indicator", headline.indicator().label(),
                "address", figure == null ? "" : address(figure),
                "amount", headline.inWords(),
                "change", headline.changeText(),
                "notes", String.join("; ", notes));
    }

    private Map<String, Object> row(Figure figure) {
        FundingSource source = figure.observation().source();
        Measure measure = figure.observation().measure();
        return Map.of(
                "number", figure.number(),
                "address", address(figure),
                "amount", figure.text(),
                "item", figure.observation().item(),
                "measure", measure.label(),
                "source", source == null ? "" : Labels.payer(source),
                "status",
                        figure.observation().status() == Status.ACTUAL
                                ? ""
                                : figure.observation().status().code(),
                "period", figure.observation().period().iso(),
                "doubts", doubts.sentences(figure.observation().doubt()));
    }

    private Map<String, Object> finding(Check check) {
        List<Map<String, Object>> figures = new ArrayList<>();
        for (int number :
                new TreeSet<>(check.figures().stream().map(Figure::number).toList())) {
            Figure figure = check.figures().stream()
                    .filter(one -> one.number() == number)
                    .findFirst()
                    .orElseThrow();
            figures.add(Map.of(
                    "number", figure.number(),
                    "address", address(figure),
                    "text", figure.text(),
                    "item", figure.observation().item()));
        }
        return Map.of(
                "id",
                "c-" + check.number(),
                "outcome",
                check.outcome(),
                "outcomeLabel",
                check.holds() ? "Holds" : check.severity() == Severity.ERROR ? "Error" : "Warning",
                "rule",
                Labels.of(check.rule()),
                "message",
                check.message(),
                "computation",
                check.recomputation() == null ? "" : computation.words(check.recomputation()),
                "hasComputation",
                check.recomputation() != null,
                "figures",
                figures);
    }

    private static Map<String, Object> revision(RevisionLine line) {
        Figure figure = line.figure();
        return Map.of(
                "change",
                line.change(),
                "hasFigure",
                figure != null,
                "number",
                figure == null ? "" : figure.number(),
                "address",
                figure == null ? "" : address(figure),
                "after",
                line.after() == null ? "" : FigureText.of(line.after()),
                "before",
                Differences.text(line),
                "item",
                line.after() == null ? line.before().item() : line.after().item(),
                "article",
                oneLine(line.article()));
    }

    private static Map<String, Object> corrected(CorrectedLine line) {
        Figure figure = line.figure();
        return Map.of(
                "hasFigure", figure != null,
                "number", figure == null ? "" : figure.number(),
                "address", figure == null ? "" : address(figure),
                "text", oneLine(line.correction().text()),
                "field", line.field(),
                "read", line.read(),
                "corrected", line.corrected(),
                "open", !line.correction().applied(),
                "signature", line.signature(),
                "remark", line.remark());
    }

    private static String elementId(Figure figure) {
        return figure.address().substring(1);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String grouped(int number) {
        return FigureText.grouped(java.math.BigDecimal.valueOf(number));
    }
}
