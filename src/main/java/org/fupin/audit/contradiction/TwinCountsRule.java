package org.fupin.audit.contradiction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;

/**
 * The same thing counted twice in one enumeration: "introduced 412 projects, 96 projects and 210 talents", "dug 30
 * wells, planted 200 trees and dug 45 wells". What is counted of
 * two places or kinds has their names beside it, and three and more are told off.
 */
public final class TwinCountsRule implements AuditRule.InArticle {

    /** What is counted, and what parts it from the next item. */
    private static final Pattern ITEM = Pattern.compile(
            "\\s*([a-z][a-z -]{2,60}?)\\s*(?:,\\s*and\\b|,|\\band\\b)\\s*([a-z]{3,20}\\s+(?:up\\s+)?)?");

    private static final Pattern LAST_ITEM = Pattern.compile("\\s*([a-z][a-z -]{2,60}?)\\s*(?:[,;.]|\\band\\b|$)");

    private static final int LONGEST_ITEM = 80;
    private static final int MOST_ITEMS = 30;

    private static final Pattern TOLD_OFF = Pattern.compile("(?i)\\brespectively\\b");

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        List<Figure> all = article.all();
        int from = 0;
        while (from < all.size()) {
            int to = from + 1;
            List<String> names = new ArrayList<>();
            List<String> verbs = new ArrayList<>();
            verbs.add(lastWord(article.before(all.get(from), LONGEST_ITEM)));
            while (to < all.size()
                    && to - from < MOST_ITEMS
                    && isNext(article, all.get(to - 1), all.get(to), names, verbs)) {
                to++;
            }
            if (to - from > 1) {
                Figure last = all.get(to - 1);
                Matcher matcher = LAST_ITEM.matcher(lower(article.after(last, LONGEST_ITEM)));
                names.add(matcher.lookingAt() ? matcher.group(1) : "");
                for (int i = 0; i < names.size(); i++) {
                    names.set(i, names.get(i).isEmpty() ? "" : verbs.get(i) + " " + names.get(i));
                }
                twins(article, all.subList(from, to), names).ifPresent(findings::add);
            }
            from = to;
        }
        return findings;
    }

    /**
     * Whether the second is the next item of the enumeration; then the name of the first is added, and the verb of
     * the second, which is that of the first where it has none of its own.
     */
    private static boolean isNext(
            ArticleFigures article, Figure one, Figure next, List<String> names, List<String> verbs) {
        if (!one.inSentenceOf(next) || next.begin() - one.end() > LONGEST_ITEM) {
            return false;
        }
        Matcher matcher = ITEM.matcher(lower(article.between(one, next)));
        if (!matcher.matches()) {
            return false;
        }
        names.add(matcher.group(1));
        String verb = matcher.group(2);
        verbs.add(verb == null ? verbs.get(verbs.size() - 1) : verb.strip());
        return true;
    }

    private static String lastWord(String text) {
        String lower = lower(text.strip());
        return lower.substring(lower.lastIndexOf(' ') + 1);
    }

    private static Optional<Finding> twins(ArticleFigures article, List<Figure> items, List<String> names) {
        for (int i = 0; i < items.size(); i++) {
            String name = names.get(i);
            List<Figure> same = new ArrayList<>();
            for (int k = 0; k < items.size(); k++) {
                if (!name.isEmpty() && names.get(k).equals(name)) {
                    same.add(items.get(k));
                }
            }
            if (same.size() == 2 && areTwins(same.get(0), same.get(1)) && !areToldOff(article, items)) {
                return Optional.of(finding(same.get(0), same.get(1), name));
            }
        }
        return Optional.empty();
    }

    private static boolean areTwins(Figure one, Figure other) {
        return isCounted(one)
                && isCounted(other)
                && one.isLike(other)
                && one.observation().status() == other.observation().status()
                && one.observation().region().equals(other.observation().region())
                && one.amount().value().compareTo(other.amount().value()) != 0;
    }

    private static boolean isCounted(Figure figure) {
        return figure.isLevel()
                && figure.observation().partOf() == null
                && switch (figure.unit().dimension()) {
                    case COUNT, PEOPLE, HOUSEHOLDS, LENGTH -> true;
                    default -> false;
                };
    }

    private static boolean areToldOff(ArticleFigures article, List<Figure> items) {
        Figure first = items.get(0);
        Figure last = items.get(items.size() - 1);
        return TOLD_OFF.matcher(article.before(first, LONGEST_ITEM) + article.after(last, LONGEST_ITEM))
                .find();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Finding finding(Figure one, Figure other, String name) {
        return Findings.warning(
                FindingRule.CONTRADICTION,
                List.of(one, other),
                Wording.stated(one) + ", " + Wording.stated(other),
                "one number of " + name,
                "One enumeration counts %s twice: %s and %s; one of the two is probably something else."
                        .formatted(name, Wording.stated(one), Wording.stated(other)));
    }
}
