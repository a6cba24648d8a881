package org.fupin.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fupin.settings.OnConflict;
import org.fupin.warehouse.load.ArticleEdition;

/**
 * Where several files of a run have the same article with different texts, so that nobody but the operator can tell which is
 * right, and which of them the run therefore does not take. Decides by what it is given and reads nothing.
 *
 * <p>A file is taken whole or not at all. An article that is word for word the same in several files is no conflict.
 */
public final class Conflicts {

    /** Of a dispute about very many articles so many are named. */
    private static final int MOST_TITLES = 3;

    /**
     * A content that is to be taken in.
     *
     * @param id its SHA-256
     * @param files the paths of the files that have it, the first by name first
     * @param changed when the last of them was changed, in milliseconds since 1970
     * @param open whether it can be turned away: not if it is loaded already, or not wanted in this run
     */
    public record Contender(String id, List<String> files, long changed, boolean open, List<ArticleEdition> articles) {

        public Contender {
            files = List.copyOf(files);
            articles = List.copyOf(articles);
        }
    }

    /**
     * Files that have the same articles with different texts.
     *
     * @param files by name
     * @param articles by year, region and title
     */
    public record Dispute(List<String> files, List<ArticleEdition> articles) {

        public Dispute {
            files = List.copyOf(files);
            articles = List.copyOf(articles);
        }

        /** {@code "Poverty Alleviation in Gansu" (CN-GS, 2011) is in a.txt and b.txt with different texts}. */
        @Override
        public String toString() {
            List<String> titles = new ArrayList<>(articles.stream()
                    .limit(MOST_TITLES)
                    .map(article -> "\"%s\" (%s, %d)"
                            .formatted(
                                    article.title(),
                                    article.provinceYear().region(),
                                    article.provinceYear().year()))
                    .toList());
            int more = articles.size() - titles.size();
            if (more > 0) {
                titles.add(String.format(Locale.ROOT, "%,d more article%s", more, more == 1 ? "" : "s"));
            }
            return enumerated(titles) + (articles.size() == 1 ? " is" : " are") + " in " + enumerated(files)
                    + " with different texts";
        }
    }

    private record Claim(Contender contender, ArticleEdition article) {}

    private final List<Dispute> disputes = new ArrayList<>();
    private final Map<String, String> turnedAway = new LinkedHashMap<>();

    private Conflicts() {}

    /** @param contenders all contents of the run; their order does not matter */
    public static Conflicts among(Collection<Contender> contenders, OnConflict rule) {
        Conflicts conflicts = new Conflicts();
        List<Contender> left = new ArrayList<>(contenders);
        // Where one is turned away, others may be the newest that were not.
        while (conflicts.turnAway(left, rule)) {
            left.removeIf(contender -> conflicts.turnedAway.containsKey(contender.id()));
        }
        conflicts.disputes.sort(Comparator.comparing(dispute -> String.join("\n", dispute.files())));
        return conflicts;
    }

    /** What the disputes are about, by the names of the files. */
    public List<Dispute> disputes() {
        return List.copyOf(disputes);
    }

    /** Why contents are not taken, for people, naming all files, by the content's SHA-256. */
    public Map<String, String> turnedAway() {
        return turnedAway;
    }

    private boolean turnAway(List<Contender> contenders, OnConflict rule) {
        Map<List<String>, List<List<Claim>>> byFiles = new LinkedHashMap<>();
        byArticle(contenders).values().stream()
                .filter(claims -> isDisputed(claims, rule))
                .forEach(claims -> byFiles.computeIfAbsent(
                                claims.stream()
                                        .map(claim -> claim.contender().id())
                                        .toList(),
                                any -> new ArrayList<>())
                        .add(claims));
        Map<String, List<Dispute>> byContent = new LinkedHashMap<>();
        for (List<List<Claim>> articles : byFiles.values()) {
            List<String> open = articles.get(0).stream()
                    .map(Claim::contender)
                    .filter(Contender::open)
                    .map(Contender::id)
                    .toList();
            if (!open.isEmpty()) {
                Dispute dispute = dispute(articles);
                disputes.add(dispute);
                open.forEach(id ->
                        byContent.computeIfAbsent(id, any -> new ArrayList<>()).add(dispute));
            }
        }
        byContent.forEach((id, its) -> turnedAway.put(
                id, its.stream().map(Dispute::toString).sorted().collect(Collectors.joining("; ")) + advice(rule)));
        return !byContent.isEmpty();
    }

    /** @param articles which the same contents have */
    private static Dispute dispute(List<List<Claim>> articles) {
        return new Dispute(
                articles.get(0).stream()
                        .flatMap(claim -> claim.contender().files().stream())
                        .sorted()
                        .toList(),
                articles.stream()
                        .map(claims -> claims.get(0).article())
                        .sorted(Comparator.comparing(ArticleEdition::provinceYear)
                                .thenComparing(ArticleEdition::title))
                        .toList());
    }

    /** Who has each article, by name. */
    private static Map<String, List<Claim>> byArticle(List<Contender> contenders) {
        Map<String, List<Claim>> claims = new TreeMap<>();
        contenders.stream()
                .sorted(Comparator.comparing(contender -> contender.files().get(0)))
                .forEach(contender -> contender.articles().forEach(article -> claims.computeIfAbsent(
                                article.key(), any -> new ArrayList<>())
                        .add(new Claim(contender, article))));
        return claims;
    }

    private static boolean isDisputed(List<Claim> claims, OnConflict rule) {
        long last = claims.stream()
                .mapToLong(claim -> claim.contender().changed())
                .max()
                .orElseThrow();
        Set<String> texts = new HashSet<>();
        claims.stream()
                .filter(claim -> rule == OnConflict.REJECT || claim.contender().changed() == last)
                .forEach(claim -> texts.add(claim.article().textHash()));
        return texts.size() > 1;
    }

    private static String advice(OnConflict rule) {
        return switch (rule) {
            case REJECT -> ": keep one of the files, or set 'on-conflict: newest'";
            case NEWEST -> ", and those changed last at the same time: keep one of the files, or change it last";
        };
    }

    private static String enumerated(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }
}
