package org.fupin.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.observation.Coded;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
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
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.document.Section;
import org.fupin.observation.finding.Finding;
import org.fupin.reference.Units;
import org.jspecify.annotations.Nullable;

/**
 * An article written with its figures marked: {@code "{t|5 million yuan} was spent, of which {a|2 million yuan|part=t}"}.
 *
 * <p>A mark holds a name, the text of the span, and what differs from a level stated exactly for the article's year, as
 * {@code key=value} or one of the words up, down, above, below, about, over, under, change, growth ..., planned, standard.
 * Yuan, percent signs, percentage points, mu and kilometers give the unit, everything else counts things, or
 * {@code unit=person}. A line {@code # programme} begins a section.
 */
public final class Passage {

    static final String REGION = "CN-GX";
    static final int YEAR = 2012;

    private static final Pattern MARK = Pattern.compile("\\{(\\w+)\\|([^|}]+)((?:\\|[^|}]+)*)}");
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,]*(?:\\.[0-9]+)?");
    private static final Units UNITS = Units.load();

    private final ExtractedArticle article;
    private final Map<Integer, String> names = new HashMap<>();

    private record Mark(String name, String text, List<String> words, int begin) {}

    private Passage(String document, String partner, String marked) {
        StringBuilder text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        record Begin(Programme programme, int at) {}
        List<Begin> begins = new ArrayList<>();
        for (String line : marked.strip().split("\n")) {
            if (line.startsWith("# ")) {
                begins.add(new Begin(Coded.of(Programme.class, line.substring(2).strip()), text.length()));
                continue;
            }
            if (begins.isEmpty()) {
                begins.add(new Begin(Programme.FUNDING, 0));
            }
            Matcher matcher = MARK.matcher(line);
            int from = 0;
            while (matcher.find()) {
                text.append(line, from, matcher.start());
                List<String> words = new ArrayList<>(List.of(matcher.group(3).split("\\|")));
                words.removeIf(String::isEmpty);
                marks.add(new Mark(matcher.group(1), matcher.group(2), words, text.length()));
                text.append(matcher.group(2));
                from = matcher.end();
            }
            text.append(line.substring(from)).append('\n');
        }
        Map<String, Integer> offsets = new LinkedHashMap<>();
        marks.forEach(mark -> offsets.put(mark.name(), mark.begin()));
        offsets.forEach((name, begin) -> names.put(begin, name));
        List<ExtractedSection> sections = new ArrayList<>();
        for (int i = 0; i < begins.size(); i++) {
            int begin = begins.get(i).at();
            int end = i + 1 < begins.size() ? begins.get(i + 1).at() : text.length();
            Span body = new Span(begin, end);
            Programme programme = begins.get(i).programme();
            List<Observation> observations = marks.stream()
                    .filter(mark -> body.contains(mark.begin()))
                    .map(mark -> observation(mark, offsets))
                    .toList();
            sections.add(new ExtractedSection(
                    new Section(
                            programme.label(), programme, begin, body, GoldArticles.sentences(text.toString(), body)),
                    observations,
                    List.of()));
        }
        article = new ExtractedArticle(
                new Article(
                        document,
                        "Report",
                        REGION,
                        partner,
                        YEAR,
                        new Span(0, text.length()),
                        "",
                        sections.stream().map(ExtractedSection::section).toList()),
                sections,
                List.of());
    }

    public static Passage of(String marked) {
        return new Passage("document", "", marked);
    }

    public static Passage of(String document, String partner, String marked) {
        return new Passage(document, partner, marked);
    }

    public ExtractedArticle article() {
        return article;
    }

    /** What all rules find: {@code "sum error t a b"}, with {@code holds} for identities; names in the finding's order. */
    List<String> audit() {
        return Auditor.create().audit(List.of(article)).stream()
                .map(this::outcome)
                .toList();
    }

    /** The messages of what all rules find. */
    List<String> messages() {
        return Auditor.create().audit(List.of(article)).stream()
                .map(Finding::message)
                .toList();
    }

    /** The names of the figures that each finding which does not hold gives reason to doubt. */
    List<String> doubted() {
        return Auditor.create().audit(List.of(article)).stream()
                .filter(finding -> !finding.holds())
                .map(finding -> String.join(
                        " ",
                        finding.doubted().stream()
                                .map(ref -> names.getOrDefault(ref.begin(), "@" + ref.begin()))
                                .toList()))
                .toList();
    }

    private String outcome(Finding finding) {
        StringBuilder outcome = new StringBuilder(finding.rule().code())
                .append(' ')
                .append(finding.holds() ? "holds" : finding.severity().code());
        finding.observations()
                .forEach(ref -> outcome.append(' ').append(names.getOrDefault(ref.begin(), "@" + ref.begin())));
        return outcome.toString();
    }

    private static Observation observation(Mark mark, Map<String, Integer> offsets) {
        Map<String, String> set = new HashMap<>();
        Kind kind = Kind.LEVEL;
        @Nullable Direction direction = null;
        Status status = Status.ACTUAL;
        Qualifier qualifier = Qualifier.EXACT;
        for (String word : mark.words()) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                set.put(word.substring(0, equals), word.substring(equals + 1));
                continue;
            }
            switch (word) {
                case "up", "down", "above", "below" -> direction = Coded.of(Direction.class, word);
                case "planned", "standard" -> status = Coded.of(Status.class, word);
                case "about", "over", "under" -> qualifier = Coded.of(Qualifier.class, word);
                case "repaired" -> set.put("flag", Observation.REPAIRED);
                default -> kind = Coded.of(Kind.class, word);
            }
        }
        Unit unit = UNITS.unit(set.getOrDefault("unit", unit(mark.text())));
        BigDecimal value = set.containsKey("value") ? new BigDecimal(set.get("value")) : value(mark.text());
        return new Observation(
                new Span(mark.begin(), mark.begin() + mark.text().length()),
                mark.text(),
                Quantity.of(value, unit),
                kind,
                direction,
                Coded.of(Measure.class, set.getOrDefault("measure", unit.is("CNY") ? "funds" : "other")),
                set.containsKey("source") ? Coded.of(FundingSource.class, set.get("source")) : null,
                set.containsKey("per") ? Coded.of(PerUnit.class, set.get("per")) : null,
                status,
                qualifier,
                Period.parse(set.getOrDefault("period", String.valueOf(YEAR))),
                set.getOrDefault("region", REGION),
                set.getOrDefault("item", mark.name()),
                set.containsKey("part") ? offsets.get(set.get("part")) : null,
                set.containsKey("of") ? offsets.get(set.get("of")) : null,
                set.containsKey("rule") ? List.of(set.get("rule")) : List.of(),
                set.containsKey("flag") ? List.of(set.get("flag")) : List.of(),
                set.containsKey("doubt") ? List.of(set.get("doubt")) : List.of());
    }

    private static String unit(String text) {
        if (text.contains("%")) {
            return "percent";
        }
        return text.contains("points")
                ? "pp"
                : text.contains("yuan") ? "CNY" : text.contains("mu") ? "mu" : text.endsWith("km") ? "km" : "1";
    }

    private static BigDecimal value(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no number in '" + text + "'; give value=");
        }
        BigDecimal number = new BigDecimal(matcher.group().replace(",", ""));
        return text.contains("billion")
                ? number.movePointRight(9)
                : text.contains("million") ? number.movePointRight(6) : number;
    }
}
