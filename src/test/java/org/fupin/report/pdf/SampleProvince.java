package org.fupin.report.pdf;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.Period;
import org.fupin.observation.Programme;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Quantity;
import org.fupin.observation.Span;
import org.fupin.observation.Status;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.Sentence;
import org.fupin.observation.document.SourceFile;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.observation.edition.Revision;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.observation.finding.Severity;
import org.fupin.reference.Regions;
import org.fupin.reference.Units;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.headline.YearHeadlines;
import org.jspecify.annotations.Nullable;

/** Writes a report for the tests, sentence by sentence. */
final class SampleProvince {

    private static final Units UNITS = Units.load();
    private static final Regions REGIONS = Regions.load();
    private static final String DOCUMENT = "5d41402abc4b2a76b9719d911017c592ae3f1c1d6e8f7a2b4c9d0e1f2a3b4c5d";

    private final String region;
    private final int year;
    private final String title;
    private final StringBuilder text = new StringBuilder();
    private final List<ExtractedSection> sections = new ArrayList<>();
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<LeftOutNumber> leftOut = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Revision> revisions = new ArrayList<>();
    private String heading = "";
    private Programme programme = Programme.OVERVIEW;
    private int sectionBegin;
    private int vintage = 1;

    SampleProvince(String region, int year, String title) {
        this.region = region;
        this.year = year;
        this.title = title;
        text.append(title).append('\n');
        sectionBegin = text.length();
    }

    /** A report of a few sentences in three sections, with parts of a total, a finding of each kind and left-out numbers. */
    static SampleProvince small(String region, int year) {
        SampleProvince sample = new SampleProvince(region, year, "Poverty Alleviation in a Sample Province");
        sample.sentence("Over the year, 2.355 billion yuan of funds went into the work, up 15.1%.");
        int total = sample.figure(
                "2.355 billion yuan", "2355000000", "CNY", Kind.LEVEL, Measure.FUNDS, "funds", null, null);
        sample.figure("15.1%", "15.1", "percent", Kind.GROWTH, Measure.FUNDS, "funds", null, null);
        sample.sentence("Of this, the central government gave 1.9 billion yuan and the province 430 million yuan.");
        int central = sample.figure(
                "1.9 billion yuan",
                "1900000000",
                "CNY",
                Kind.LEVEL,
                Measure.FUNDS,
                "funds",
                FundingSource.CENTRAL,
                total);
        int provincial = sample.figure(
                "430 million yuan",
                "430000000",
                "CNY",
                Kind.LEVEL,
                Measure.FUNDS,
                "funds",
                FundingSource.PROVINCIAL,
                total);
        sample.sentence("By then 318,000 people had left poverty, as Document No. 7 had asked.");
        sample.figure("318,000", "318000", "person", Kind.LEVEL, Measure.POVERTY_REDUCED, "people", null, null);
        sample.leftOut("No. 7", LeftOutReason.DOCUMENT_NUMBER);
        sample.section("Villages moving as one", Programme.VILLAGE);
        sample.sentence("Works began in 552 villages at a cost of 640 million yuan.");
        sample.figure("552", "552", "1", Kind.LEVEL, Measure.VILLAGES, "villages", null, null);
        sample.figure("640 million yuan", "640000000", "CNY", Kind.LEVEL, Measure.FUNDS, "works", null, null);
        sample.section("Teaching trades", Programme.TRAINING);
        sample.sentence("Trades were taught to 21,700 people for 50 million yuan.");
        int trained = sample.figure("21,700", "21700", "person", Kind.LEVEL, Measure.TRAINED, "people", null, null);
        sample.figure("50 million yuan", "50000000", "CNY", Kind.LEVEL, Measure.FUNDS, "teaching", null, null);
        sample.finding(
                FindingRule.SUM,
                Severity.ERROR,
                false,
                "2.355 billion Yuan",
                "2.33 billion Yuan",
                "The parts of the funds make 25 million Yuan less than their total.",
                total,
                central,
                provincial);
        sample.finding(
                FindingRule.PLAUSIBILITY,
                Severity.WARNING,
                false,
                "21,700",
                "",
                "Few people for so much money.",
                trained);
        return sample;
    }

    SampleProvince section(String heading, Programme programme) {
        closeSection();
        this.heading = heading;
        this.programme = programme;
        sectionBegin = text.length();
        text.append(heading).append('\n');
        return this;
    }

    SampleProvince sentence(String sentence) {
        int begin = text.length();
        text.append(sentence).append('\n');
        sentences.add(new Sentence(new Span(begin, begin + sentence.length()), 0, sentence));
        return this;
    }

    /** Adds the figure that the last sentence states as {@code quantity}; gives its begin. */
    int figure(
            String quantity,
            String value,
            String unit,
            Kind kind,
            Measure measure,
            String item,
            @Nullable FundingSource source,
            @Nullable Integer partOf) {
        Span span = inLastSentence(quantity);
        observations.add(new Observation(
                span,
                quantity,
                Quantity.of(new BigDecimal(value), UNITS.unit(unit)),
                kind,
                kind == Kind.GROWTH ? Direction.UP : null,
                measure,
                source,
                null,
                Status.ACTUAL,
                Qualifier.EXACT,
                Period.ofYear(year),
                region,
                item,
                partOf,
                kind == Kind.GROWTH ? observations.get(observations.size() - 1).begin() : null,
                List.of("sample"),
                List.of(),
                List.of()));
        return span.begin();
    }

    SampleProvince leftOut(String number, LeftOutReason reason) {
        leftOut.add(new LeftOutNumber(inLastSentence(number), number, reason));
        return this;
    }

    SampleProvince finding(
            FindingRule rule,
            Severity severity,
            boolean holds,
            String stated,
            String expected,
            String message,
            int... begins) {
        List<ObservationRef> refs = new ArrayList<>();
        for (int begin : begins) {
            refs.add(new ObservationRef(DOCUMENT, begin));
        }
        findings.add(new Finding(rule, severity, holds, refs, stated, expected, message));
        return this;
    }

    /** A second vintage, in which the last figure was added. */
    SampleProvince revised() {
        vintage = 2;
        revisions.add(new Revision(title, null, observations.get(observations.size() - 1)));
        return this;
    }

    ProvinceYear provinceYear() {
        closeSection();
        Article article = new Article(
                DOCUMENT,
                title,
                region,
                "",
                year,
                new Span(0, text.length()),
                "",
                sections.stream().map(ExtractedSection::section).toList());
        return new ProvinceYear(
                region,
                year,
                vintage,
                YearMonth.of(year + 1, 3),
                List.of(new SourceFile(DOCUMENT, "sample.txt", "text", "UTF-8", text.length())),
                List.of(new ExtractedArticle(article, sections, List.of())),
                findings,
                revisions,
                List.of(),
                vintage > 1,
                List.of());
    }

    ProvinceYearReport report(ProvinceYear... earlier) {
        return ProvinceYearReport.of(
                provinceYear(), Stream.of(earlier).map(YearHeadlines::of).toList(), REGIONS);
    }

    private Span inLastSentence(String words) {
        Sentence last = sentences.get(sentences.size() - 1);
        int at = last.text().indexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException("'" + words + "' is not in: " + last.text());
        }
        int begin = last.span().begin() + at;
        return new Span(begin, begin + words.length());
    }

    private void closeSection() {
        if (!sentences.isEmpty()) {
            Section section = new Section(
                    heading,
                    programme,
                    sectionBegin,
                    new Span(sentences.get(0).span().begin(), text.length()),
                    sentences);
            sections.add(new ExtractedSection(section, observations, leftOut));
            sentences.clear();
            observations.clear();
            leftOut.clear();
        }
    }
}
