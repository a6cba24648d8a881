package org.fupin.report.page;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.fupin.observation.Region;
import org.fupin.report.figure.FigureText;

/** Lays out the index of all reports: what there is to review in each, and links to their files. The same lines give the same bytes. */
public final class IndexPage {

    /** A file to follow. @param href relative to the index */
    public record Link(String label, String href) {}

    /**
     * A report.
     *
     * @param page the review page relative to the index, empty where there is none
     * @param links to its other files
     * @param edition the month of the run that made its vintage
     * @param state of its edition: "provisional", "revised, vintage 3"
     */
    public record Line(
            Region region,
            int year,
            String edition,
            String state,
            int figures,
            int doubtful,
            int errors,
            int warnings,
            String page,
            List<Link> links) {

        public Line {
            links = List.copyOf(links);
        }

        /** The same with its page and the links to its other files. */
        public Line leadingTo(String itsPage, List<Link> itsLinks) {
            return new Line(region, year, edition, state, figures, doubtful, errors, warnings, itsPage, itsLinks);
        }

        /**
         * The state of an edition.
         *
         * @param revised whether the province has revised its report
         * @param reading whether a newer program read it again
         */
        public static String state(int vintage, boolean revised, boolean reading) {
            return (revised ? "revised" : "provisional")
                    + (reading ? ", read again" : "")
                    + (vintage == 1 ? "" : ", vintage " + vintage);
        }
    }

    private final PageTemplate template =
            new PageTemplate("index.html", List.of("page.css", "index.css"), List.of("dom.js", "index.js"));

    /**
     * @param lines in the order in which those of a year are shown
     * @param summaries links of the years
     * @param note that these are past editions, without a full stop; empty if they are the newest
     */
    public void write(List<Line> lines, Map<Integer, List<Link>> summaries, String note, OutputStream out)
            throws IOException {
        Map<Integer, List<Line>> byYear = new TreeMap<>(Comparator.reverseOrder());
        lines.forEach(line ->
                byYear.computeIfAbsent(line.year(), any -> new ArrayList<>()).add(line));
        List<Map<String, Object>> years = new ArrayList<>();
        byYear.forEach((year, ofYear) -> years.add(Map.of(
                "year",
                year,
                "links",
                summaries.getOrDefault(year, List.of()),
                "lines",
                ofYear.stream().map(IndexPage::row).toList())));
        int figures = lines.stream().mapToInt(Line::figures).sum();
        int doubtful = lines.stream().mapToInt(Line::doubtful).sum();
        Map<String, Object> view = Map.of(
                "note",
                note,
                "years",
                years,
                "empty",
                lines.isEmpty(),
                "summary",
                counted(lines.size(), "report", "reports") + " with " + counted(figures, "figure", "figures") + ", "
                        + grouped(doubtful) + " of them doubtful");
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        template.fill(view, writer);
        writer.flush();
    }

    private static Map<String, Object> row(Line line) {
        String name = line.region().name();
        return Map.ofEntries(
                Map.entry("name", name),
                Map.entry("href", line.page()),
                Map.entry("figures", grouped(line.figures())),
                Map.entry("doubtful", grouped(line.doubtful())),
                Map.entry("errors", grouped(line.errors())),
                Map.entry("hasErrors", line.errors() > 0),
                Map.entry("warnings", grouped(line.warnings())),
                Map.entry("edition", line.edition()),
                Map.entry("state", line.state()),
                Map.entry(
                        "find",
                        (name + " " + line.region().nameZh() + " "
                                        + line.region().code() + " " + line.year())
                                .toLowerCase(Locale.ROOT)),
                Map.entry(
                        "links",
                        line.links().stream()
                                .map(link -> Map.of(
                                        "label", link.label(), "href", link.href(), "of", name + " " + line.year()))
                                .toList()));
    }

    private static String counted(int count, String one, String several) {
        return grouped(count) + " " + (count == 1 ? one : several);
    }

    private static String grouped(int number) {
        return FigureText.grouped(BigDecimal.valueOf(number));
    }
}
