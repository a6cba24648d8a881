package org.fupin.audit.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.rule.AuditRule;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Span;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.observation.finding.Severity;
import org.fupin.reference.AuditWords;
import org.fupin.reference.AuditWords.Use;

/**
 * A year that has lost or gained a digit: "In 212, a total of ...". It stands where a year does, nothing is counted by it, and
 * with the digit it is a year near that of the report. The finding refers to the place where it stands.
 */
public final class YearDigitRule implements AuditRule.InArticle {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{3}|[0-9]{5}");

    /** After a year comes the next clause, or an end. */
    private static final Pattern AFTER = Pattern.compile("\\s*([,;:.)\\]]|and\\b|$).*", Pattern.DOTALL);

    private static final int BEFORE = 24;
    private static final int BEHIND = 8;

    private static final int GLUED = 2;

    /** A report looks back so many years, and ahead so many. */
    private static final int BACK = 5;

    private static final int AHEAD = 1;

    private final AuditWords words;

    public YearDigitRule(AuditWords words) {
        this.words = words;
    }

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        for (ExtractedSection section : article.sections()) {
            for (LeftOutNumber number : section.leftOut()) {
                if (isOpen(number.reason())) {
                    Span digits = digits(article, number.span());
                    String text = article.text(digits.begin(), digits.end());
                    if (NUMBER.matcher(text).matches() && standsAsYear(article, digits)) {
                        meant(article, text).ifPresent(year -> findings.add(finding(article, number, text, year)));
                    }
                }
            }
        }
        return findings;
    }

    /** The number with the digits that are glued to it: a year was read of five digits, too. */
    private static Span digits(ArticleFigures article, Span number) {
        int begin = number.begin();
        int end = number.end();
        while (end - number.end() < GLUED && isDigit(article.text(end, end + 1))) {
            end++;
        }
        while (number.begin() - begin < GLUED && isDigit(article.text(begin - 1, begin))) {
            begin--;
        }
        return new Span(begin, end);
    }

    private static boolean isDigit(String text) {
        return !text.isEmpty() && Character.isDigit(text.charAt(0));
    }

    private static boolean isOpen(LeftOutReason reason) {
        return reason == LeftOutReason.OTHER || reason == LeftOutReason.DATE;
    }

    private boolean standsAsYear(ArticleFigures article, Span number) {
        int begin = number.begin();
        int end = number.end();
        return words.ends(Use.BEFORE_YEAR, article.text(begin - BEFORE, begin))
                && AFTER.matcher(article.text(end, end + BEHIND)).matches();
    }

    /** The year of the report if it can be meant, else one near it. */
    private static Optional<Integer> meant(ArticleFigures article, String number) {
        int of = article.article().year();
        for (int years = 0; years <= BACK; years++) {
            if (differByOneDigit(number, of - years)) {
                return Optional.of(of - years);
            }
            if (years <= AHEAD && differByOneDigit(number, of + years)) {
                return Optional.of(of + years);
            }
        }
        return Optional.empty();
    }

    private static boolean differByOneDigit(String number, int year) {
        String meant = String.valueOf(year);
        return number.length() < meant.length() ? isDropped(meant, number) : isDropped(number, meant);
    }

    private static boolean isDropped(String longer, String shorter) {
        for (int i = 0; i < longer.length(); i++) {
            if ((longer.substring(0, i) + longer.substring(i + 1)).equals(shorter)) {
                return true;
            }
        }
        return false;
    }

    private static Finding finding(ArticleFigures article, LeftOutNumber number, String text, int year) {
        return new Finding(
                FindingRule.MALFORMED,
                Severity.WARNING,
                false,
                List.of(new ObservationRef(
                        article.article().documentId(), number.span().begin())),
                text,
                String.valueOf(year),
                "\"%s\" is used as a year; %d is probably meant.".formatted(text, year));
    }
}
