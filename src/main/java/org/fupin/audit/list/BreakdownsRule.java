package org.fupin.audit.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.figure.Parthood;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Qualifier;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.reference.AuditWords;
import org.fupin.reference.AuditWords.Use;
import org.jspecify.annotations.Nullable;

/**
 * Two complete breakdowns of one thing without its total: "Classified by age, 3,100 were under forty and the other 1,900 older.
 * Classified by sex, 2,800 were men and the other 2,500 women." Each begins with words for it and ends with the others.
 */
public final class BreakdownsRule implements AuditRule.InArticle {

    /** Right before the last part of a list that leaves none out. */
    private static final Pattern OTHERS =
            Pattern.compile("(?i)\\b(the|all)\\s+(others?|rest|remaining|remainder)(\\s+of)?(\\s+them)?[\\s,(]*$");

    private static final Pattern CLAUSE_END = Pattern.compile("[.;:]\\s");

    private static final int BEFORE = 160;
    private static final int MOST_PARTS = 12;

    private final AuditWords words;

    public BreakdownsRule(AuditWords words) {
        this.words = words;
    }

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        List<Figure> last = List.of();
        List<Figure> group = new ArrayList<>();
        for (Figure figure : article.all()) {
            Figure before = group.isEmpty() ? null : group.get(group.size() - 1);
            boolean begins = begins(article, before, figure);
            if (before != null && (begins || !figure.inSentenceOf(before))) {
                List<Figure> complete = complete(article, group);
                check(last, complete).ifPresent(findings::add);
                last = complete;
                group.clear();
            }
            if (begins || !group.isEmpty()) {
                group.add(figure);
            } else if (last.isEmpty() || !figure.inSentenceOf(last.get(0))) {
                last = List.of();
            }
        }
        check(last, complete(article, group)).ifPresent(findings::add);
        return findings;
    }

    /** Whether a breakdown begins with the figure: its clause begins with the words for one. */
    private boolean begins(ArticleFigures article, @Nullable Figure before, Figure figure) {
        String text = article.before(figure, BEFORE);
        if (before != null && before.inSentenceOf(figure)) {
            String between = article.between(before, figure);
            if (!CLAUSE_END.matcher(between).find()) {
                return false;
            }
            text = between;
        }
        String[] clauses = CLAUSE_END.split(text);
        return clauses.length > 0 && words.begins(Use.BREAKDOWN, clauses[clauses.length - 1]);
    }

    /** The parts of a group that ends with the others; empty if it does not, or if it counts several things. */
    private static List<Figure> complete(ArticleFigures article, List<Figure> group) {
        if (group.size() < 2 || group.size() > MOST_PARTS) {
            return List.of();
        }
        Figure last = group.get(group.size() - 1);
        boolean like = group.stream()
                .allMatch(figure -> figure.unit().equals(last.unit())
                        && Parthood.canBeTotal(figure)
                        && Parthood.isTotalAmount(figure)
                        && figure.observation().qualifier() == Qualifier.EXACT
                        && figure.observation().partOf() == null);
        boolean others = OTHERS.matcher(article.between(group.get(group.size() - 2), last))
                .find();
        return like && others ? List.copyOf(group) : List.of();
    }

    private static Optional<Finding> check(List<Figure> one, List<Figure> other) {
        boolean beside = !one.isEmpty()
                && !other.isEmpty()
                && one.get(0).paragraph() == other.get(0).paragraph()
                && one.get(0).unit().equals(other.get(0).unit());
        if (!beside) {
            return Optional.empty();
        }
        Amount first = PartList.sum(one, one.get(0));
        Amount second = PartList.sum(other, one.get(0));
        if (first.fit(second) != Fit.FAILS) {
            return Optional.empty();
        }
        List<Figure> figures = new ArrayList<>(one);
        figures.addAll(other);
        String ofFirst = Wording.like(one.get(0), first.value());
        String ofSecond = Wording.like(one.get(0), second.value());
        return Optional.of(Findings.warning(
                FindingRule.CONTRADICTION,
                figures,
                ofFirst,
                ofSecond,
                "Two breakdowns of the same make different totals: %s are %s, %s are %s."
                        .formatted(Wording.listed(one, " + "), ofFirst, Wording.listed(other, " + "), ofSecond)));
    }
}
