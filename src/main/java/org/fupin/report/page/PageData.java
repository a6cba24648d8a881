package org.fupin.report.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fupin.observation.Coded;
import org.fupin.observation.Observation;
import org.fupin.observation.document.Article;
import org.fupin.reference.DoubtReasons;
import org.fupin.reference.ExtractionRules;
import org.fupin.reference.Units;
import org.fupin.report.Check;
import org.fupin.report.CodeLists;
import org.fupin.report.CodeLists.Choice;
import org.fupin.report.CodeLists.UnitChoice;
import org.fupin.report.CorrectedLine;
import org.fupin.report.Differences;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.RevisionLine;
import org.fupin.report.Sources.SourceArticle;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.LeftOut;
import org.fupin.report.page.FieldReasons.FieldReason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the script of a page knows of the report, as JSON. What many figures share is told once, and they name its place in a
 * list.
 *
 * @param region ISO 3166-2
 * @param place the region's name
 * @param past whether there is a newer edition, so that nothing is corrected here; null if there is none
 * @param documents SHA-256 of the documents of the articles, by which corrections name them
 * @param figures in the order of their numbers
 * @param checks what does not hold first; only their outcomes and figures: the page's markup tells the rest
 * @param reasons that figures have for their fields
 * @param doubts that figures have
 * @param codes choices, by field
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record PageData(
        String region,
        String place,
        int year,
        int vintage,
        String edition,
        @Nullable Boolean past,
        List<String> documents,
        List<ArticleData> articles,
        List<FigureData> figures,
        List<LeftOutData> leftOut,
        List<CheckData> checks,
        List<FieldReason> reasons,
        List<DoubtData> doubts,
        Map<String, List<Choice>> codes,
        List<UnitChoice> units) {

    /** An article. @param document place in {@link #documents} @param place what its figures are of by default */
    record ArticleData(int document, int begin, int end, String title, int year, String place) {}

    /**
     * A figure, with the fields of its observation by the names and codes that records have.
     *
     * @param article place in {@link #articles}
     * @param amount for people
     * @param why places in {@link #reasons}, by field
     * @param doubt places in {@link #doubts}
     * @param before what the province said before; null if it said the same, "" if the figure is new
     * @param readBefore what an earlier program read; null if it read the same, "" if it read no figure
     * @param reviewed how a person confirmed or corrected it for the job, "Corrected by ..."; null if nobody did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FigureData(
            String id,
            int n,
            int article,
            int begin,
            int end,
            String text,
            String amount,
            @Nullable String value,
            @Nullable String low,
            @Nullable String high,
            String unit,
            String kind,
            @Nullable String direction,
            String measure,
            @Nullable String source,
            @Nullable String per,
            String status,
            String qualifier,
            String period,
            String region,
            String item,
            @Nullable Integer part_of,
            @Nullable Integer about,
            String programme,
            Map<String, Integer> why,
            List<Integer> doubt,
            @Nullable String before,
            @Nullable String readBefore,
            @Nullable String reviewed) {}

    /** A number left out. @param article place in {@link #articles} */
    record LeftOutData(int article, int begin, int end, String text, String reason, String heading) {}

    /** A check. @param n its number @param figures their numbers */
    record CheckData(int n, String outcome, List<Integer> figures) {}

    /** A reason to doubt. @param field that may be wrong */
    record DoubtData(String field, String sentence) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    static PageData of(ProvinceYearReport report, ExtractionRules rules, DoubtReasons doubts, Units units) {
        return new Collector(report, rules, doubts).collect(units);
    }

    /** As JSON that can stand in an element of a page: no text in it ends the element. */
    String json() {
        return JSON.writeValueAsString(this).replace("<", "\\u003c");
    }

    /** Gathers the data of one report. */
    private static final class Collector {

        private final ProvinceYearReport report;
        private final FieldReasons fieldReasons;
        private final DoubtReasons doubtReasons;
        private final Places<String> documents = new Places<>();
        private final Places<FieldReason> reasons = new Places<>();
        private final Places<DoubtData> doubts = new Places<>();
        private final Map<Integer, String> before;
        private final Map<Integer, String> readBefore;
        private final Map<Integer, List<CorrectedLine>> corrections = new HashMap<>();

        Collector(ProvinceYearReport report, ExtractionRules rules, DoubtReasons doubtReasons) {
            this.report = report;
            this.fieldReasons = new FieldReasons(rules);
            this.doubtReasons = doubtReasons;
            this.before = before(report.revisions());
            this.readBefore = before(report.origin().reread());
            for (CorrectedLine line : report.corrections()) {
                if (line.figure() != null) {
                    corrections
                            .computeIfAbsent(line.figure().number(), any -> new ArrayList<>())
                            .add(line);
                }
            }
        }

        /** By number of the figure. */
        private static Map<Integer, String> before(List<RevisionLine> lines) {
            Map<Integer, String> before = new HashMap<>();
            for (RevisionLine line : lines) {
                if (line.figure() != null) {
                    before.put(line.figure().number(), line.before() == null ? "" : Differences.text(line));
                }
            }
            return before;
        }

        /** "Corrected by Wang Fang on 2013-06-01: see the annex". */
        private @Nullable String reviewed(Figure figure) {
            List<CorrectedLine> lines = corrections.getOrDefault(figure.number(), List.of());
            String verb = lines.stream().anyMatch(CorrectedLine::changes) ? "Corrected" : "Confirmed";
            return lines.isEmpty()
                    ? null
                    : verb + " by "
                            + lines.stream()
                                    .map(line ->
                                            line.signature() + (line.remark().isEmpty() ? "" : ": " + line.remark()))
                                    .distinct()
                                    .collect(Collectors.joining("; "));
        }

        PageData collect(Units units) {
            List<ArticleData> articles = report.sources().articles().stream()
                    .map(source -> article(source.article()))
                    .toList();
            List<FigureData> figures =
                    report.figures().stream().map(this::figure).toList();
            List<LeftOutData> leftOut =
                    report.leftOut().numbers().stream().map(this::leftOut).toList();
            return new PageData(
                    report.region().code(),
                    report.region().name(),
                    report.year(),
                    report.vintage(),
                    report.edition().toString(),
                    report.isPast() ? true : null,
                    documents.values(),
                    articles,
                    figures,
                    leftOut,
                    report.checks().all().stream().map(Collector::check).toList(),
                    reasons.values(),
                    doubts.values(),
                    CodeLists.all(),
                    CodeLists.units(units));
        }

        private ArticleData article(Article article) {
            return new ArticleData(
                    documents.of(article.documentId()),
                    article.span().begin(),
                    article.span().end(),
                    article.title(),
                    article.year(),
                    article.place());
        }

        private FigureData figure(Figure figure) {
            Observation observation = figure.observation();
            int article = articleOf(figure.ref().documentId(), observation.begin());
            Article of = report.sources().articles().get(article).article();
            Map<String, Integer> why = new LinkedHashMap<>();
            fieldReasons
                    .of(observation, of.year(), of.place(), corrections.getOrDefault(figure.number(), List.of()))
                    .forEach((field, reason) -> why.put(field, reasons.of(reason)));
            return new FigureData(
                    figure.id(),
                    figure.number(),
                    article,
                    observation.begin(),
                    observation.span().end(),
                    observation.text(),
                    figure.text(),
                    plain(observation.quantity().value()),
                    plain(observation.quantity().low()),
                    plain(observation.quantity().high()),
                    observation.quantity().unit().code(),
                    observation.kind().code(),
                    code(observation.direction()),
                    observation.measure().code(),
                    code(observation.source()),
                    code(observation.per()),
                    observation.status().code(),
                    observation.qualifier().code(),
                    observation.period().iso(),
                    observation.region(),
                    observation.item(),
                    observation.partOf(),
                    observation.about(),
                    figure.programme().code(),
                    why,
                    observation.doubt().stream()
                            .map(code -> doubts.of(doubt(code)))
                            .toList(),
                    before.get(figure.number()),
                    readBefore.get(figure.number()),
                    reviewed(figure));
        }

        /** One that the table does not have, by another version of the program, is told as it is. */
        private DoubtData doubt(String code) {
            return doubtReasons
                    .find(code)
                    .map(reason -> new DoubtData(reason.field(), reason.sentence()))
                    .orElseGet(() -> new DoubtData("", code));
        }

        private LeftOutData leftOut(LeftOut.Line line) {
            return new LeftOutData(
                    articleOf(line.documentId(), line.span().begin()),
                    line.span().begin(),
                    line.span().end(),
                    line.text(),
                    line.reason().code(),
                    line.heading());
        }

        private static CheckData check(Check check) {
            return new CheckData(
                    check.number(),
                    check.outcome(),
                    check.figures().stream().map(Figure::number).toList());
        }

        private int articleOf(String documentId, int offset) {
            List<SourceArticle> articles = report.sources().articles();
            for (int i = 0; i < articles.size(); i++) {
                Article article = articles.get(i).article();
                if (article.documentId().equals(documentId) && article.span().contains(offset)) {
                    return i;
                }
            }
            throw new IllegalArgumentException("no article stands at " + offset + " of " + documentId);
        }

        private static @Nullable String code(@Nullable Coded value) {
            return value == null ? null : value.code();
        }

        private static @Nullable String plain(@Nullable BigDecimal number) {
            return number == null ? null : number.stripTrailingZeros().toPlainString();
        }
    }

    /** Values, each once, in the order in which they were first asked for. */
    private static final class Places<T> {

        private final Map<T, Integer> places = new LinkedHashMap<>();

        int of(T value) {
            return places.computeIfAbsent(value, any -> places.size());
        }

        List<T> values() {
            return new ArrayList<>(places.keySet());
        }
    }
}
