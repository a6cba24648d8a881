package org.fupin.audit.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.rule.AuditRule;
import org.fupin.observation.Span;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.document.Sentence;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.observation.finding.Severity;

/**
 * A year out of place: where a sentence names neighbouring years and one that lies years off, and one digit makes it the year
 * that is missing among them ("those of 2010 ..., those of 2001 ..., those of 2012").
 *
 * <p>The year is no observation; the finding refers to the place where it stands.
 */
public final class YearOrderRule implements AuditRule.InArticle {

    private static final Pattern YEAR = Pattern.compile("(?<![0-9,.])(?:19|20)[0-9]{2}(?![0-9]|[,.][0-9])");

    /** The other years of the sentence lie within so many years. */
    private static final int WINDOW = 4;

    /** The odd one and two others. */
    private static final int FEWEST = 3;

    /** A sentence with more is a list of its own. */
    private static final int MOST = 30;

    /** The odd one lies so many years off. */
    private static final int OFF = 5;

    private record Year(int value, int begin) {}

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        for (ExtractedSection section : article.sections()) {
            NavigableMap<Integer, Span> figures = new TreeMap<>();
            section.observations().forEach(figure -> figures.put(figure.begin(), figure.span()));
            for (Sentence sentence : section.section().sentences()) {
                check(article, years(sentence, figures), findings);
            }
        }
        return findings;
    }

    private static List<Year> years(Sentence sentence, NavigableMap<Integer, Span> figures) {
        List<Year> years = new ArrayList<>();
        Matcher matcher = YEAR.matcher(sentence.text());
        while (matcher.find()) {
            years.add(
                    new Year(Integer.parseInt(matcher.group()), sentence.span().begin() + matcher.start()));
        }
        if (years.size() >= FEWEST) {
            years.removeIf(year -> {
                Map.Entry<Integer, Span> figure = figures.floorEntry(year.begin());
                return figure != null && figure.getValue().contains(year.begin());
            });
        }
        return years;
    }

    private static void check(ArticleFigures article, List<Year> years, List<Finding> findings) {
        if (years.size() < FEWEST || years.size() > MOST) {
            return;
        }
        for (Year odd : years) {
            TreeSet<Integer> others = new TreeSet<>();
            years.stream().filter(year -> year != odd).forEach(year -> others.add(year.value()));
            int first = others.first();
            int last = others.last();
            boolean off = odd.value() <= first - OFF || odd.value() >= last + OFF;
            if (!off || last - first > WINDOW || last == first) {
                continue;
            }
            for (int meant = first + 1; meant < last; meant++) {
                if (!others.contains(meant) && differByOneDigit(meant, odd.value())) {
                    findings.add(finding(article, odd, first, meant, last));
                }
            }
        }
    }

    private static boolean differByOneDigit(int one, int other) {
        String a = String.valueOf(one);
        String b = String.valueOf(other);
        int different = 0;
        for (int i = 0; i < a.length(); i++) {
            different += a.charAt(i) == b.charAt(i) ? 0 : 1;
        }
        return different == 1;
    }

    private static Finding finding(ArticleFigures article, Year odd, int first, int meant, int last) {
        return new Finding(
                FindingRule.PLAUSIBILITY,
                Severity.WARNING,
                false,
                List.of(new ObservationRef(article.article().documentId(), odd.begin())),
                String.valueOf(odd.value()),
                String.valueOf(meant),
                "The year %d stands in a sentence about %d to %d; %d is probably meant."
                        .formatted(odd.value(), first, last, meant));
    }
}
