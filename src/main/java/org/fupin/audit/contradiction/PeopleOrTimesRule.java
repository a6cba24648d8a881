package org.fupin.audit.contradiction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.rule.AuditRule;
import org.fupin.observation.Dimension;
import org.fupin.observation.Measure;
import org.fupin.observation.finding.Finding;
import org.fupin.reference.ItemWords;

/**
 * One number that one section gives as people and another as person-times: "trained 61,200 people to weave", but "weaving
 * courses for 61,200 person-times". What is told of them must have words in common, so that it is the same training.
 */
public final class PeopleOrTimesRule implements AuditRule.InArticle {

    /** Numbers of so many digits are the same by chance. */
    private static final int DIGITS = 2;

    /** So many telling words stand beside both. */
    private static final int COMMON = 2;

    private static final int BEFORE = 60;
    private static final int BEHIND = 30;

    private record Key(Measure measure, String value) {}

    private final ItemWords words;

    public PeopleOrTimesRule(ItemWords words) {
        this.words = words;
    }

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        Map<Key, Figure> first = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Figure figure : article.all()) {
            if (!isCounted(article, figure)) {
                continue;
            }
            Key key = new Key(
                    figure.observation().measure(),
                    figure.amount().value().stripTrailingZeros().toPlainString());
            Figure other = first.putIfAbsent(key, figure);
            if (other != null
                    && !other.unit().equals(figure.unit())
                    && other.sectionRank() != figure.sectionRank()
                    && areOne(article, other, figure)) {
                findings.add(Restated.contradiction(other, figure, ": the same number in two units."));
            }
        }
        return findings;
    }

    private static boolean isCounted(ArticleFigures article, Figure figure) {
        return Restated.stands(article, figure)
                && figure.unit().dimension() == Dimension.PEOPLE
                && figure.amount().value().stripTrailingZeros().precision() >= DIGITS;
    }

    private boolean areOne(ArticleFigures article, Figure one, Figure other) {
        Set<String> common = new HashSet<>(wordsOf(article, one));
        common.retainAll(wordsOf(article, other));
        return common.size() >= COMMON;
    }

    private Set<String> wordsOf(ArticleFigures article, Figure figure) {
        return words.telling(article.before(figure, BEFORE) + " " + article.after(figure, BEHIND));
    }
}
