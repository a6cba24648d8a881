package org.fupin.job.reading;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fupin.audit.Auditor;
import org.fupin.job.reading.ReextractResult.Changes;
import org.fupin.job.reading.ReextractResult.HeadlineChange;
import org.fupin.observation.CorrectedField;
import org.fupin.observation.Observation;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.SourceFile;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.observation.finding.Finding;
import org.fupin.report.headline.HeadlineRecord;
import org.fupin.warehouse.load.Reading;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.query.ProvinceYears;
import org.jspecify.annotations.Nullable;

/** Tells what other readings change in the figures, headlines and findings of provinces and years. */
final class Effects {

    private static final String OTHER = "other";

    private record Changed(
            SourceFile file,
            Reading.Change change,
            @Nullable ExtractedArticle then) {}

    private final SortedMap<ProvinceYearKey, List<Changed>> changed = new TreeMap<>();

    /** @param corrected the articles that would hold, with their corrections, by the key of their identity */
    void add(SourceFile file, Reading reading, Map<String, ExtractedArticle> corrected) {
        for (Reading.Change change : reading.changes()) {
            changed.computeIfAbsent(change.provinceYear(), any -> new ArrayList<>())
                    .add(new Changed(file, change, corrected.get(change.articleKey())));
        }
    }

    SortedMap<ProvinceYearKey, Changes> of(ProvinceYears provinceYears, Auditor auditor) {
        SortedMap<ProvinceYearKey, Changes> all = new TreeMap<>();
        changed.forEach((key, changes) -> all.put(
                key, of(key, provinceYears.find(key.region(), key.year()).orElse(null), changes, auditor)));
        return all;
    }

    private static Changes of(
            ProvinceYearKey key, @Nullable ProvinceYear before, List<Changed> changes, Auditor auditor) {
        Changes sum = changes.stream().map(changed -> figures(changed.change())).reduce(Changes.NONE, Changes::plus);
        ProvinceYear then = then(key, before, changes, auditor);
        Set<List<Object>> found = findings(before);
        Set<List<Object>> foundThen = findings(then);
        return new Changes(
                sum.articles(),
                sum.added(),
                sum.removed(),
                sum.changed(),
                sum.fields(),
                headlines(before, then),
                without(foundThen, found),
                without(found, foundThen));
    }

    /** The text is the same, so that a figure is known by where it begins. */
    private static Changes figures(Reading.Change change) {
        Map<Integer, Observation> before = figures(change.before());
        int added = 0;
        int changed = 0;
        SortedMap<String, Integer> fields = new TreeMap<>();
        for (Observation now : figures(change.after()).values()) {
            Observation old = before.remove(now.begin());
            if (old == null) {
                added++;
            } else if (!old.equals(now)) {
                changed++;
                differing(old, now).forEach(field -> fields.merge(field, 1, Integer::sum));
            }
        }
        return new Changes(1, added, before.size(), changed, fields, List.of(), 0, 0);
    }

    private static Map<Integer, Observation> figures(@Nullable ExtractedArticle article) {
        Map<Integer, Observation> figures = new HashMap<>();
        if (article != null) {
            article.observations().forEach(figure -> figures.put(figure.begin(), figure));
        }
        return figures;
    }

    private static List<String> differing(Observation old, Observation now) {
        List<String> fields = new ArrayList<>();
        for (CorrectedField field : CorrectedField.values()) {
            if (field != CorrectedField.FIGURE && !field.of(old).equals(field.of(now))) {
                fields.add(field.code());
            }
        }
        return fields.isEmpty() ? List.of(OTHER) : fields;
    }

    /** The province and year as the readings would have it; null for nothing. */
    private static @Nullable ProvinceYear then(
            ProvinceYearKey key, @Nullable ProvinceYear before, List<Changed> changes, Auditor auditor) {
        Map<Article, Changed> instead = new HashMap<>();
        changes.stream()
                .filter(change -> change.change().before() != null)
                .forEach(change -> instead.put(
                        Objects.requireNonNull(change.change().before()).article(), change));
        List<ExtractedArticle> articles = new ArrayList<>();
        List<SourceFile> files = new ArrayList<>(before == null ? List.of() : before.files());
        for (ExtractedArticle article : before == null ? List.<ExtractedArticle>of() : before.articles()) {
            Changed change = instead.get(article.article());
            Optional.ofNullable(change == null ? article : change.then()).ifPresent(articles::add);
        }
        for (Changed change : changes) {
            if (change.change().before() == null && change.then() != null) {
                articles.add(change.then());
                files.add(change.file());
            }
        }
        if (articles.isEmpty()) {
            return null;
        }
        List<SourceFile> distinct = files.stream().distinct().toList();
        List<Finding> findings =
                auditor.audit(articles, distinct.stream().collect(Collectors.toMap(SourceFile::id, SourceFile::name)));
        return new ProvinceYear(
                key.region(),
                key.year(),
                before == null ? 1 : before.vintage() + 1,
                before == null ? YearMonth.of(key.year(), 12) : before.edition(),
                distinct,
                articles,
                findings,
                List.of(),
                List.of(),
                false,
                List.of());
    }

    private static Set<List<Object>> findings(@Nullable ProvinceYear provinceYear) {
        Set<List<Object>> findings = new HashSet<>();
        if (provinceYear != null) {
            provinceYear.findings().stream()
                    .filter(finding -> !finding.holds())
                    .forEach(finding -> findings.add(List.of(finding.rule(), finding.message())));
        }
        return findings;
    }

    private static int without(Set<List<Object>> some, Set<List<Object>> others) {
        Set<List<Object>> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest.size();
    }

    private static List<HeadlineChange> headlines(@Nullable ProvinceYear before, @Nullable ProvinceYear then) {
        Map<String, HeadlineRecord> old = headlines(before);
        Map<String, HeadlineRecord> now = headlines(then);
        List<HeadlineChange> changes = new ArrayList<>();
        Set<String> indicators = new LinkedHashSet<>(old.keySet());
        indicators.addAll(now.keySet());
        for (String indicator : indicators) {
            String was = text(old.get(indicator));
            String is = text(now.get(indicator));
            if (!was.equals(is)) {
                changes.add(new HeadlineChange(indicator, was, is));
            }
        }
        return changes;
    }

    private static Map<String, HeadlineRecord> headlines(@Nullable ProvinceYear provinceYear) {
        Map<String, HeadlineRecord> headlines = new LinkedHashMap<>();
        if (provinceYear != null) {
            HeadlineRecord.of(provinceYear).forEach(headline -> headlines.put(headline.indicator(), headline));
        }
        return headlines;
    }

    private static String text(@Nullable HeadlineRecord headline) {
        return headline == null || headline.value() == null
                ? ""
                : headline.value().stripTrailingZeros().toPlainString() + " " + headline.unit();
    }
}
