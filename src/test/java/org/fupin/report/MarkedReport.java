package org.fupin.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.observation.Coded;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Period;
import org.fupin.observation.Programme;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Quantity;
import org.fupin.observation.Span;
import org.fupin.observation.Status;
import org.fupin.observation.Unit;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ArticleText;
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
import org.fupin.reference.Units;
import org.jspecify.annotations.Nullable;

/** A report of the tests, read from its marked-up text; see {@code resources/report/README.md}. */
public final class MarkedReport {

    private static final Pattern MARK = Pattern.compile("\\{([^}]*)}|\\(\\(([^)|]*)\\|([^)]*)\\)\\)");

    private final String region;
    private final int year;
    private final SourceFile file;
    private final Units units = Units.load();
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Integer> begins = new HashMap<>();
    private final Map<String, Observation> observations = new LinkedHashMap<>();
    private final List<ExtractedSection> sections = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Revision> revisions = new ArrayList<>();
    private final String title;
    private String partner = "";
    private int vintage = 1;

    private MarkedReport(String region, int year, String title, String fileName) {
        this.region = region;
        this.year = year;
        this.title = title;
        String id = "%064x".formatted(new BigInteger(1, fileName.getBytes(StandardCharsets.UTF_8)));
        this.file = new SourceFile(id.substring(id.length() - 64), fileName, "text", "UTF-8", 4096);
        text.append(title).append('\n');
    }

    public static MarkedReport qinghai2013() {
        MarkedReport report = resource("CN-QH", 2013, "qinghai-2013");
        return report.finding(FindingRule.SUM, true, "total", "fiscal", "dept", "social", "masses", "discount")
                .finding(FindingRule.SUM, true, "fiscal", "central", "prov")
                .finding(FindingRule.GROWTH, true, "prov", "pchg", "pgrow")
                .finding(FindingRule.GROWTH, true, "income", "incchg", "incgrow")
                .finding(FindingRule.COMPLETION, true, "liftplan", "lifted", "liftgoal")
                .finding(FindingRule.SUM, true, "villages", "newvil", "oldvil")
                .finding(FindingRule.SUM, true, "vfund", "vfisc", "vdept", "vmass")
                .finding(FindingRule.SHARE, true, "ifund", "iherd", "herdsh")
                .finding(FindingRule.SHARE, true, "train", "trainw", "trainsh")
                .finding(FindingRule.AVERAGE, true, "rfund", "relhh", "rper")
                .finding(FindingRule.SHARE, true, "train", "moved", "jobrate")
                .finding(FindingRule.SUM, false, "ifund", "iherd", "ibarley", "ineedle")
                .finding(FindingRule.SUM, false, "sfund", "scash", "skind")
                .finding(FindingRule.MALFORMED, false, "repaired");
    }

    public static MarkedReport qinghai2012() {
        return resource("CN-QH", 2012, "qinghai-2012");
    }

    public static MarkedReport shaanxi2013() {
        return resource("CN-SN", 2013, "shaanxi-2013");
    }

    /** A report without any text yet. */
    public static MarkedReport empty(String region, int year) {
        return new MarkedReport(
                region, year, "Poverty Alleviation and Development in " + region, region + "-" + year + ".txt");
    }

    private static MarkedReport resource(String region, int year, String name) {
        MarkedReport report = new MarkedReport(
                region,
                year,
                "Poverty Alleviation and Development in "
                        + name.substring(0, 1).toUpperCase(Locale.ROOT)
                        + name.substring(1, name.indexOf('-')) + " Province",
                name + ".txt");
        try (InputStream in = MarkedReport.class.getResourceAsStream("/report/" + name + ".txt")) {
            return report.text(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds marked-up sections. */
    public MarkedReport text(String marked) {
        for (String section : marked.split("(?m)^# ")) {
            if (!section.isBlank()) {
                int line = section.indexOf('\n');
                String[] head = section.substring(0, line).split("\\|", 2);
                section(
                        Coded.of(Programme.class, head[0].strip()),
                        head[1].strip(),
                        section.substring(line + 1).strip());
            }
        }
        return this;
    }

    /** Adds a finding over the observations of these ids. */
    public MarkedReport finding(FindingRule rule, boolean holds, String... ids) {
        List<ObservationRef> refs = Arrays.stream(ids).map(this::ref).toList();
        String stated = observation(ids[0]).text();
        findings.add(new Finding(
                rule,
                holds || rule != FindingRule.SUM ? Severity.WARNING : Severity.ERROR,
                holds,
                refs,
                stated,
                holds ? stated : "another amount",
                "%s (%s) %s what the other figures make."
                        .formatted(stated, observation(ids[0]).item(), holds ? "is" : "is not")));
        return this;
    }

    /** Makes this the second vintage, in which the figure {@code id} had another value before. */
    public MarkedReport revised(String id, String before) {
        Observation after = observation(id);
        Observation old = new Observation(
                after.span(),
                before,
                Quantity.of(new BigDecimal(before), after.quantity().unit()),
                after.kind(),
                after.direction(),
                after.measure(),
                after.source(),
                after.per(),
                after.status(),
                after.qualifier(),
                after.period(),
                after.region(),
                after.item(),
                after.partOf(),
                after.about(),
                after.rules(),
                after.flags(),
                after.doubt());
        revisions.add(new Revision(title, old, after));
        vintage = 2;
        return this;
    }

    /** Makes this a report on pairing-off aid with {@code region}. */
    public MarkedReport pairedWith(String region) {
        partner = region;
        return this;
    }

    public ObservationRef ref(String id) {
        return new ObservationRef(file.id(), observation(id).begin());
    }

    public Observation observation(String id) {
        Observation observation = observations.get(id);
        if (observation == null) {
            throw new IllegalArgumentException("no figure '" + id + "'");
        }
        return observation;
    }

    public int size() {
        return observations.size();
    }

    public ProvinceYear provinceYear() {
        return new ProvinceYear(
                        region,
                        year,
                        vintage,
                        YearMonth.of(year + 1, 5),
                        List.of(file),
                        List.of(article()),
                        findings,
                        revisions,
                        List.of(),
                        vintage > 1,
                        List.of())
                .withTexts(List.of(new ArticleText(file.id(), 0, text.toString())));
    }

    /** This report together with {@code other}, which is on the same region and year. */
    public ProvinceYear with(MarkedReport other) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(other.findings);
        return new ProvinceYear(
                region,
                year,
                vintage,
                YearMonth.of(year + 1, 5),
                List.of(file, other.file),
                List.of(article(), other.article()),
                all,
                revisions,
                List.of(),
                vintage > 1,
                List.of());
    }

    private ExtractedArticle article() {
        Article article = new Article(
                file.id(),
                title,
                region,
                partner,
                year,
                new Span(0, text.length()),
                "Wang Fang, office of the province",
                sections.stream().map(ExtractedSection::section).toList());
        return new ExtractedArticle(article, sections, List.of());
    }

    private void section(Programme programme, String heading, String body) {
        int begin = text.length();
        text.append(heading).append('\n');
        int from = text.length();
        List<Observation> found = new ArrayList<>();
        List<LeftOutNumber> leftOut = new ArrayList<>();
        List<Sentence> sentences = new ArrayList<>();
        int paragraph = 0;
        for (String line : body.split("\n")) {
            int start = text.length();
            sentence(line, found, leftOut);
            sentences.add(new Sentence(new Span(start, text.length()), paragraph++, text.substring(start)));
            text.append('\n');
        }
        sections.add(new ExtractedSection(
                new Section(heading, programme, begin, new Span(from, text.length()), sentences), found, leftOut));
    }

    private void sentence(String line, List<Observation> found, List<LeftOutNumber> leftOut) {
        record Pending(String[] fields, Span span) {}
        List<Pending> pending = new ArrayList<>();
        Matcher mark = MARK.matcher(line);
        int at = 0;
        while (mark.find()) {
            text.append(line, at, mark.start());
            at = mark.end();
            int begin = text.length();
            if (mark.group(1) == null) {
                text.append(mark.group(2));
                leftOut.add(new LeftOutNumber(
                        new Span(begin, text.length()), mark.group(2), Coded.of(LeftOutReason.class, mark.group(3))));
            } else {
                String[] fields = mark.group(1).split("\\|");
                text.append(fields[1]);
                begins.put(fields[0], begin);
                pending.add(new Pending(fields, new Span(begin, text.length())));
            }
        }
        text.append(line.substring(at));
        for (Pending one : pending) {
            Observation observation = observation(one.fields(), one.span());
            observations.put(one.fields()[0], observation);
            found.add(observation);
        }
    }

    private Observation observation(String[] fields, Span span) {
        Map<String, String> options = new HashMap<>();
        if (fields.length > 7) {
            for (String option : fields[7].split(" ")) {
                options.put(option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
            }
        }
        Unit unit = units.unit(fields[5]);
        String[] ends = fields[4].split("\\.\\.");
        Quantity quantity = ends.length == 1
                ? Quantity.of(new BigDecimal(ends[0]), unit)
                : Quantity.range(new BigDecimal(ends[0]), new BigDecimal(ends[1]), unit);
        return new Observation(
                span,
                fields[1],
                quantity,
                Coded.of(Kind.class, fields[3]),
                option(Direction.class, options.get("dir")),
                Coded.of(Measure.class, fields[2]),
                option(FundingSource.class, options.get("source")),
                option(PerUnit.class, options.get("per")),
                options.containsKey("status") ? Coded.of(Status.class, options.get("status")) : Status.ACTUAL,
                options.containsKey("q") ? Coded.of(Qualifier.class, options.get("q")) : Qualifier.EXACT,
                options.containsKey("period") ? Period.parse(options.get("period")) : Period.ofYear(year),
                options.getOrDefault("region", region).replace('_', ' '),
                fields[6],
                begin(options.get("part")),
                begin(options.get("about")),
                List.of("marked"),
                options.containsKey("flags") ? List.of(options.get("flags")) : List.of(),
                options.containsKey("doubt") ? List.of(options.get("doubt")) : List.of());
    }

    private @Nullable Integer begin(@Nullable String id) {
        if (id == null) {
            return null;
        }
        Integer begin = begins.get(id);
        if (begin == null) {
            throw new IllegalArgumentException("'" + id + "' is marked up in no sentence so far");
        }
        return begin;
    }

    private static <E extends Enum<E> & Coded> @Nullable E option(Class<E> type, @Nullable String code) {
        return code == null ? null : Coded.of(type, code);
    }
}
