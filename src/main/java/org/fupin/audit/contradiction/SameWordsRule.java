package org.fupin.audit.contradiction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.rule.AuditRule;
import org.fupin.observation.Measure;
import org.fupin.observation.Programme;
import org.fupin.observation.finding.Finding;
import org.fupin.reference.ItemWords;

/**
 * What the overview and another section, whatever its programme, state in the very same words with two values: "completed the
 * voluntary upland resettlement of 31,000 people", "completed the voluntary upland resettlement of 81,000 people". The words right
 * before the figure must be the same, and tell it from others; a third value under these words says that they do not.
 */
public final class SameWordsRule implements AuditRule.InArticle {

    /** So many words right before the figure are the same ... */
    private static final int WORDS = 4;

    /** ... and so many of them tell it from others. */
    private static final int TELLING_WORDS = 2;

    private static final int LONGEST = 80;

    /** Values further apart are of a part and its whole, or of something else. */
    private static final BigDecimal FURTHEST = BigDecimal.valueOf(3);

    private static final Pattern NO_WORD = Pattern.compile("[\\s-]+");
    private static final Pattern WORD = Pattern.compile("[a-z]+");

    private record Key(Measure measure, String unit, List<String> words) {}

    private final ItemWords items;

    public SameWordsRule(ItemWords items) {
        this.items = items;
    }

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        Map<Key, List<Figure>> byWords = new LinkedHashMap<>();
        for (Figure figure : article.all()) {
            List<String> words = Restated.stands(article, figure) ? wordsBefore(article, figure) : List.of();
            if (items.telling(String.join(" ", words)).size() >= TELLING_WORDS) {
                List<Figure> same = byWords.computeIfAbsent(
                        new Key(figure.observation().measure(), figure.unit().base(), words), key -> new ArrayList<>());
                boolean known =
                        same.stream().anyMatch(other -> figure.in(other.unit()).fit(other.amount()) != Fit.FAILS);
                if (!known && same.size() <= 2) {
                    same.add(figure);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (List<Figure> same : byWords.values()) {
            if (same.size() == 2 && isRestated(same.get(0), same.get(1))) {
                findings.add(finding(article, same.get(0), same.get(1)));
            }
        }
        return findings;
    }

    /** The last words before the figure; none where anything but words is among them. */
    private static List<String> wordsBefore(ArticleFigures article, Figure figure) {
        String before = article.before(figure, LONGEST).toLowerCase(Locale.ROOT).strip();
        String[] words = NO_WORD.split(before);
        if (words.length <= WORDS) {
            return List.of();
        }
        List<String> last = List.copyOf(Arrays.asList(words).subList(words.length - WORDS, words.length));
        return last.stream().allMatch(word -> WORD.matcher(word).matches()) ? last : List.of();
    }

    private static boolean isRestated(Figure one, Figure other) {
        boolean overview = one.section().programme() == Programme.OVERVIEW
                || other.section().programme() == Programme.OVERVIEW;
        BigDecimal a = one.in(other.unit()).value();
        BigDecimal b = other.amount().value();
        return overview
                && one.sectionRank() != other.sectionRank()
                && one.isComparableWith(other)
                && Restated.haveOneScope(one, other)
                && a.max(b).compareTo(a.min(b).multiply(FURTHEST)) <= 0;
    }

    private static Finding finding(ArticleFigures article, Figure one, Figure other) {
        return Restated.contradiction(
                one, other, ", in the same words: \"%s\".".formatted(common(article, one, other)));
    }

    /** All the words right before both. */
    private static String common(ArticleFigures article, Figure one, Figure other) {
        String[] first = article.before(one, LONGEST).strip().split("\\s+");
        String[] second = article.before(other, LONGEST).strip().split("\\s+");
        int same = 0;
        while (same < Math.min(first.length, second.length)
                && first[first.length - 1 - same].equalsIgnoreCase(second[second.length - 1 - same])) {
            same++;
        }
        return String.join(" ", Arrays.asList(first).subList(first.length - same, first.length));
    }
}
