package org.fupin.report;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Programme;
import org.fupin.observation.Region;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ArticleText;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.edition.DisplacedEdition;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.observation.edition.ReviewedReading;
import org.fupin.observation.edition.Revision;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.observation.finding.Severity;
import org.fupin.reference.Regions;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureIndex;
import org.fupin.report.figure.FigureText;
import org.fupin.report.figure.Flag;
import org.fupin.report.figure.LeftOut;
import org.fupin.report.headline.Choice;
import org.fupin.report.headline.Headline;
import org.fupin.report.headline.HeadlineChooser;
import org.fupin.report.headline.Indicator;
import org.fupin.report.headline.YearHeadlines;
import org.fupin.report.money.Funding;
import org.fupin.report.money.FundingTables;

/**
 * The report on a province and year: everything that its workbook and its PDF say.
 *
 * @param region reported on
 * @param vintage 1 for what was first loaded
 * @param edition the month whose run made this vintage; the only date that outputs bear
 * @param earlierYears the earlier years that headlines compare with, ascending
 * @param mainPoints at most five sentences, without anything that is in doubt
 * @param headlines in the order of {@link Indicator}: those that are stated in any of the years, and the ones that are
 *     always shown
 * @param programmes that have figures, in the order of their code list
 * @param figures all of them, in the order of articles and text; a figure's number is its place in this list
 * @param revised whether files of the province changed what an earlier vintage said
 * @param revisions what they changed last
 * @param corrections that people made, applied or not
 * @param reviewed how well the program had read what people had looked at, in all reports, when this vintage was made
 * @param origin how this vintage came about
 */
public record ProvinceYearReport(
        Region region,
        int year,
        int vintage,
        YearMonth edition,
        List<Integer> earlierYears,
        Coverage coverage,
        List<MainPoint> mainPoints,
        List<Headline> headlines,
        Funding funding,
        List<ProgrammeTable> programmes,
        List<Figure> figures,
        Checks checks,
        boolean revised,
        List<RevisionLine> revisions,
        List<CorrectedLine> corrections,
        ReviewedReading reviewed,
        Sources sources,
        LeftOut leftOut,
        List<Note> notes,
        Origin origin) {

    /** Fewer figures that people looked at tell too little of how well the program reads. */
    private static final int FEWEST_REVIEWED = 200;

    public ProvinceYearReport {
        earlierYears = List.copyOf(earlierYears);
        mainPoints = List.copyOf(mainPoints);
        headlines = List.copyOf(headlines);
        programmes = List.copyOf(programmes);
        figures = List.copyOf(figures);
        revisions = List.copyOf(revisions);
        corrections = List.copyOf(corrections);
        notes = List.copyOf(notes);
    }

    /** A report of which nobody knows how well its reading does. */
    public static ProvinceYearReport of(ProvinceYear current, List<YearHeadlines> earlier, Regions regions) {
        return of(current, earlier, ReviewedReading.NONE, regions);
    }

    /**
     * @param earlier other years of the same province, in any order; those not before {@code current} are passed over
     * @throws IllegalArgumentException if the region is unknown, or {@code earlier} is of another one
     */
    public static ProvinceYearReport of(
            ProvinceYear current, List<YearHeadlines> earlier, ReviewedReading reviewed, Regions regions) {
        Region region = regions.region(current.region());
        FigureIndex index = new FigureIndex(current);
        HeadlineChooser chooser = new HeadlineChooser(index, current.region(), current.year());

        List<YearHeadlines> before = new ArrayList<>();
        for (YearHeadlines other : earlier) {
            if (!other.region().equals(current.region())) {
                throw new IllegalArgumentException(
                        "an earlier year of " + current.region() + " cannot be one of " + other.region());
            }
            if (other.year() < current.year()) {
                before.add(other);
            }
        }
        before.sort(Comparator.comparingInt(YearHeadlines::year));

        Checks checks = checks(current, index);
        LeftOut leftOut = leftOut(index);
        List<Headline> headlines = headlines(chooser, before);
        Funding funding = new FundingTables(index, chooser, current.region(), current.year()).build();
        return new ProvinceYearReport(
                region,
                current.year(),
                current.vintage(),
                current.edition(),
                before.stream().map(YearHeadlines::year).toList(),
                coverage(current, index, checks),
                MainPoints.of(region.shortName(), current.year(), headlines, funding, checks),
                headlines,
                funding,
                programmes(index),
                index.figures(),
                checks,
                current.revised(),
                lines(current.revisions(), current, index),
                CorrectedLine.of(current, index),
                reviewed,
                sources(current, index, regions),
                leftOut,
                Notes.of(index.figures()),
                new Origin(
                        current.origin().reasons(),
                        lines(current.origin().reread(), current, index),
                        current.origin().newest()));
    }

    /**
     * "Poverty alleviation in Hebei Province, 2012"; of an aid "Aid to Hebei Province for poverty alleviation, 2012", of a
     * county "Poverty alleviation in Tongwei County, Gansu Province, 2012". A past edition says that it is one.
     */
    public String title() {
        String title =
                switch (subject()) {
                    case PROVINCE -> "Poverty alleviation in " + place() + ", " + year;
                    case AID -> "Aid to " + place() + " for poverty alleviation, " + year;
                    case PART -> "Poverty alleviation in " + parts() + ", " + region.name() + ", " + year;
                };
        return isPast() ? title + " (past edition, vintage " + vintage + ")" : title;
    }

    /** What the title names besides the year: "Hebei Province", "Aid to Hebei Province", "Tongwei County, Gansu Province". */
    public String heading() {
        return switch (subject()) {
            case PROVINCE -> region.name();
            case AID -> "Aid to " + region.shortName();
            case PART -> parts() + ", " + region.shortName();
        };
    }

    /** File name of the review page, which lies beside the report's other files. */
    public String pageName() {
        return region.code() + "-" + year + ".html";
    }

    /** What a report is on. */
    public enum Subject {
        PROVINCE,
        /** What another province or city gave: all its sources are reports on pairing-off aid. */
        AID,
        /** Counties or prefectures: none of its sources is on the province as a whole. */
        PART
    }

    public Subject subject() {
        List<Sources.SourceArticle> articles = sources.articles();
        if (!articles.isEmpty()
                && articles.stream().noneMatch(article -> article.subArea().isEmpty())) {
            return Subject.PART;
        }
        return !articles.isEmpty()
                        && articles.stream()
                                .noneMatch(article -> article.partner().isEmpty())
                ? Subject.AID
                : Subject.PROVINCE;
    }

    private String place() {
        return (region.name().endsWith("Corps") ? "the " : "") + region.name();
    }

    private String parts() {
        List<String> parts = sources.articles().stream()
                .map(Sources.SourceArticle::subArea)
                .distinct()
                .toList();
        return parts.size() == 1 ? parts.get(0) : parts.size() + " counties and prefectures";
    }

    /**
     * That a program read the sources, and how well such reading does: by what people looked at where that is enough, else by the
     * handbook's page on quality.
     */
    public String reading() {
        if (reviewed.figures() >= FEWEST_REVIEWED) {
            return ("A program read the sources, not a person. Of %s figures of all reports that reviewers had confirmed or"
                            + " corrected when this edition was made, %d %% had been read right in all fields")
                    .formatted(
                            FigureText.grouped(BigDecimal.valueOf(reviewed.figures())),
                            100L * reviewed.right() / reviewed.figures());
        }
        return "A program read the sources, not a person. On reports that it did not know it found 98 of 100 figures, and of"
                + " those 80 to 90 of 100 were right in value, unit, kind, measure, period, status and place";
    }

    /** The headline figures whose reading is in doubt, or that a check doubts; empty if there is none. */
    public String doubtfulHeadlines() {
        List<String> labels = headlines.stream()
                .filter(headline ->
                        headline.isAvailable() && (!headline.doubt().isEmpty() || headline.finding() != null))
                .map(headline -> headline.indicator().label())
                .toList();
        return labels.isEmpty() ? "" : "In doubt among the headline figures: " + String.join(", ", labels);
    }

    /**
     * The finding that doubts a headline, for people: of the first headline that it doubts in full, of others by its number.
     * Empty if none does.
     */
    public String findingText(Headline headline) {
        Finding finding = headline.finding();
        boolean told = finding != null
                && headlines.stream()
                        .takeWhile(other -> other != headline)
                        .anyMatch(other -> finding.equals(other.finding()));
        return told ? "See finding " + number(finding) : headline.findingText();
    }

    /** As {@link Headline#remarks()}, with each finding told once. */
    public List<String> remarks(Headline headline) {
        return headline.remarks(findingText(headline));
    }

    private int number(Finding finding) {
        return checks.findings().stream()
                .filter(check ->
                        check.rule() == finding.rule() && check.message().equals(finding.message()))
                .mapToInt(Check::number)
                .findFirst()
                .orElseThrow();
    }

    /** What the report is, in two sentences. */
    public String description() {
        return "Figures on poverty alleviation that the province's own reports on " + year
                + " state, each with the sentence that states it. The arithmetic of the reports was done again.";
    }

    /** Whether the province has not revised its figures, and may still do so. */
    public boolean isProvisional() {
        return !revised;
    }

    /** Whether there is a newer edition: of one that was asked for by its number or month. */
    public boolean isPast() {
        return origin.isPast(vintage);
    }

    /** Of an edition that was asked for, whether it is the newest, in words without a full stop; empty for others. */
    public String standing() {
        return origin.standing(vintage, edition);
    }

    /** "Provisional (vintage 1)", "Revised, with corrections (vintage 3)" or "Provisional, read again (vintage 2)". */
    public String state() {
        return (isProvisional() ? "Provisional" : "Revised")
                + (origin.isReading() ? ", read again" : "")
                + (corrections.stream().anyMatch(CorrectedLine::changes) ? ", with corrections" : "")
                + " (vintage " + vintage + ")";
    }

    /** How many figures people confirmed and corrected, and what needs review, in a sentence; empty where nobody did. */
    public String corrected() {
        List<String> parts = new ArrayList<>();
        count(parts, corrections.stream().filter(CorrectedLine::changes), "%s corrected");
        count(parts, corrections.stream().filter(CorrectedLine::isConfirmation), "%s confirmed");
        count(parts, corrections.stream().filter(line -> !line.correction().applied()), "%s to be reviewed again");
        return parts.isEmpty() ? "" : "By people: " + String.join(", ", parts);
    }

    private static void count(List<String> parts, Stream<CorrectedLine> lines, String text) {
        long numbers = lines.map(CorrectedLine::number).distinct().count();
        if (numbers > 0) {
            parts.add(text.formatted(
                    FigureText.grouped(BigDecimal.valueOf(numbers)) + (numbers == 1 ? " figure" : " figures")));
        }
    }

    /** How many figures rest on something weak. */
    public long doubtful() {
        return figures.stream()
                .filter(figure -> !figure.observation().doubt().isEmpty())
                .count();
    }

    /** How many figures rest on something weak, in a sentence: "12 of 356 figures are doubtful: ...". */
    public String doubt() {
        long doubtful = doubtful();
        if (doubtful == 0) {
            return "No figure is doubtful";
        }
        return FigureText.grouped(BigDecimal.valueOf(doubtful)) + " of "
                + FigureText.grouped(BigDecimal.valueOf(figures.size()))
                + (doubtful == 1 ? " figures is doubtful" : " figures are doubtful")
                + ": the program had to guess a part of what they mean";
    }

    private static List<Headline> headlines(HeadlineChooser chooser, List<YearHeadlines> before) {
        List<Headline> headlines = new ArrayList<>();
        for (Indicator indicator : Indicator.values()) {
            if (indicator == Indicator.FUNDS_FISCAL
                    && chooser.figure(indicator) != null
                    && chooser.figure(indicator) == chooser.figure(Indicator.FUNDS)) {
                continue; // the headline total stated again
            }
            Figure figure = chooser.figure(indicator);
            List<Headline.Earlier> earlier = new ArrayList<>();
            boolean known = figure != null || indicator.alwaysShown();
            for (YearHeadlines year : before) {
                Headline.Earlier then = year.earlier(indicator);
                earlier.add(then);
                known |= then.figure() != null;
            }
            if (known) {
                Choice choice = chooser.choice(indicator);
                Headline headline = new Headline(
                        indicator,
                        choice.status(),
                        figure,
                        chooser.basis(indicator),
                        choice.among(),
                        choice.finding(),
                        indicator == Indicator.INCOME_GROWTH ? null : chooser.change(indicator),
                        flags(choice),
                        choice.note(),
                        earlier);
                headlines.add(headline);
            }
        }
        return headlines;
    }

    private static List<Flag> flags(Choice choice) {
        Figure figure = choice.figure();
        if (figure == null) {
            return switch (choice.status()) {
                case NOT_STATED -> List.of(Flag.NOT_AVAILABLE);
                case ONLY_OTHER -> List.of(Flag.ONLY_OTHER);
                default -> List.of();
            };
        }
        return figure.flags();
    }

    private static List<ProgrammeTable> programmes(FigureIndex index) {
        Map<Programme, List<Figure>> byProgramme = new EnumMap<>(Programme.class);
        for (Figure figure : index.figures()) {
            if (index.isLocal(figure)) {
                continue; // without its place it would pass for the province's; it stands among all figures
            }
            byProgramme
                    .computeIfAbsent(figure.programme(), programme -> new ArrayList<>())
                    .add(figure);
        }
        List<ProgrammeTable> tables = new ArrayList<>();
        byProgramme.forEach((programme, figures) -> tables.add(new ProgrammeTable(
                programme,
                figures.stream()
                        .map(Figure::heading)
                        .filter(heading -> !heading.isEmpty())
                        .distinct()
                        .toList(),
                figures)));
        return tables;
    }

    private static Checks checks(ProvinceYear current, FigureIndex index) {
        record Placed(Finding finding, List<Figure> figures) {
            int first() {
                return figures.stream().mapToInt(Figure::number).min().orElse(Integer.MAX_VALUE);
            }
        }
        List<Placed> placed = new ArrayList<>();
        for (Finding finding : current.findings()) {
            placed.add(new Placed(finding, index.figures(finding)));
        }
        placed.sort(Comparator.<Placed>comparingInt(p -> {
                    if (p.finding().holds()) {
                        return 2;
                    }
                    return p.finding().severity() == Severity.ERROR ? 0 : 1;
                })
                .thenComparingInt(Placed::first));
        List<Check> checks = new ArrayList<>();
        for (Placed p : placed) {
            Finding finding = p.finding();
            checks.add(new Check(
                    checks.size() + 1,
                    finding.rule(),
                    finding.severity(),
                    finding.holds(),
                    p.figures(),
                    finding.stated(),
                    finding.expected(),
                    finding.message(),
                    Recomputation.of(finding, p.figures())));
        }
        return new Checks(checks);
    }

    private static List<RevisionLine> lines(List<Revision> revisions, ProvinceYear current, FigureIndex index) {
        Map<String, String> documents = new HashMap<>();
        for (ExtractedArticle article : current.articles()) {
            documents.put(article.article().title(), article.article().documentId());
        }
        List<RevisionLine> lines = new ArrayList<>();
        for (Revision revision : revisions) {
            String document = documents.get(revision.title());
            Figure figure = revision.after() == null || document == null
                    ? null
                    : index.figure(new ObservationRef(document, revision.after().begin()));
            lines.add(new RevisionLine(revision.title(), revision.before(), revision.after(), figure));
        }
        return lines;
    }

    private static Sources sources(ProvinceYear current, FigureIndex index, Regions regions) {
        List<Sources.SourceArticle> articles = new ArrayList<>();
        for (ExtractedArticle extracted : current.articles()) {
            Article article = extracted.article();
            articles.add(new Sources.SourceArticle(
                    index.file(article.documentId()),
                    article.title(),
                    article.subArea(),
                    article.author(),
                    article.partner().isEmpty()
                            ? ""
                            : regions.region(article.partner()).name(),
                    extracted.sections().size(),
                    extracted.sections().stream()
                            .mapToInt(section -> section.section().sentences().size())
                            .sum(),
                    (int) extracted.observations().count(),
                    (int) extracted.leftOut().count(),
                    article.stated(),
                    current.displaced().stream()
                            .filter(edition -> edition.documentId().equals(article.documentId())
                                    && edition.begin() == article.span().begin())
                            .map(DisplacedEdition::file)
                            .toList(),
                    article,
                    current.texts().stream()
                            .filter(text -> text.documentId().equals(article.documentId())
                                    && text.begin() == article.span().begin())
                            .map(ArticleText::text)
                            .findFirst()
                            .orElse("")));
        }
        return new Sources(current.files(), articles, index.sentences());
    }

    private static LeftOut leftOut(FigureIndex index) {
        Map<LeftOutReason, Integer> counts = new EnumMap<>(LeftOutReason.class);
        index.leftOut().forEach(line -> counts.merge(line.reason(), 1, Integer::sum));
        List<LeftOut.ReasonCount> byReason = new ArrayList<>();
        counts.forEach((reason, count) -> byReason.add(new LeftOut.ReasonCount(reason, count)));
        return new LeftOut(index.leftOut(), byReason, index.figures().size());
    }

    private static Coverage coverage(ProvinceYear current, FigureIndex index, Checks checks) {
        List<ExtractedSection> sections = current.articles().stream()
                .flatMap(article -> article.sections().stream())
                .toList();
        return new Coverage(
                current.articles().size(),
                sections.size(),
                index.sentences().size(),
                index.figures().size(),
                index.leftOut().size(),
                checks.recomputed(),
                checks.holding().size(),
                checks.errors(),
                checks.warnings());
    }
}
