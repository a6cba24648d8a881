package org.fupin.audit.text;

import java.util.ArrayList;
import java.util.Comparator;
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
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Observation;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.observation.finding.Severity;

/**
 * Numbers that are none as they stand: those that the extraction flagged as repaired, and digits right beside a figure that
 * it left out without a reason that explains them. The finding names the figure, as the digits may belong to it.
 */
public final class MalformedRule implements AuditRule.InArticle {

    /** What may stand between a figure and digits beside it: blanks, brackets, dashes, and a word or two, its noun. */
    private static final Pattern BESIDE =
            Pattern.compile("[\\s()\\[\\]/*+\\-'\"\u2010-\u2015\u2212]{0,4}(\\p{L}{1,20}\\s{1,2}){0,2}[(\\[]?|,|\\.");

    private static final Pattern ZEROS = Pattern.compile("00+(,000)*");

    private static final int LONGEST_GAP = 40;

    /** Longest piece of a sentence that is quoted, in characters. */
    private static final int LONGEST_QUOTE = 160;

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        for (Figure figure : article.all()) {
            if (figure.observation().flags().contains(Observation.REPAIRED)) {
                String read = read(figure);
                Optional<String> parts = parts(article, figure);
                String byParts = figure.isReadByParts()
                        ? ", which its parts make: " + Wording.listed(partsOf(article, figure), " + ")
                        : "";
                findings.add(Findings.warning(
                        FindingRule.MALFORMED,
                        List.of(figure),
                        Wording.stated(figure),
                        parts.map(sum -> read + ", or " + sum + " by its parts").orElse(read),
                        "%s: this is not a well-formed number; it was read as %s%s.%s"
                                .formatted(
                                        Wording.described(figure),
                                        read,
                                        byParts,
                                        parts.map(sum -> " The parts stated with it make %s: %s."
                                                        .formatted(
                                                                sum, Wording.listed(partsOf(article, figure), " + ")))
                                                .orElse(""))));
            }
        }
        for (ExtractedSection section : article.sections()) {
            leftBeside(article, section, findings);
        }
        return findings;
    }

    /** What the parts that the text gives to the number make, where that is something else than it was read as. */
    private static Optional<String> parts(ArticleFigures article, Figure figure) {
        List<Figure> parts = partsOf(article, figure);
        if (parts.size() < 2 || figure.isRange()) {
            return Optional.empty();
        }
        Amount sum = Amount.ZERO;
        for (Figure part : parts) {
            sum = sum.plus(part.in(figure.unit()));
        }
        return sum.fit(figure.amount()) == Fit.FAILS
                ? Optional.of(Wording.like(parts.get(0), sum.value()))
                : Optional.empty();
    }

    private static List<Figure> partsOf(ArticleFigures article, Figure figure) {
        return article.partsOf(figure).stream()
                .filter(part -> Parthood.canBePart(part, figure))
                .toList();
    }

    private static String read(Figure figure) {
        if (figure.observation().quantity().isRange()) {
            return Wording.plain(figure.observation().quantity().low()) + " to "
                    + Wording.plain(figure.observation().quantity().high());
        }
        return Wording.like(figure, figure.amount().value());
    }

    private static void leftBeside(ArticleFigures article, ExtractedSection section, List<Finding> findings) {
        List<Observation> observations = section.observations().stream()
                .sorted(Comparator.comparing(Observation::span))
                .toList();
        List<LeftOutNumber> unexplained = section.leftOut().stream()
                .filter(number -> number.reason() == LeftOutReason.OTHER && hasDigit(number.text()))
                .sorted(Comparator.comparing(LeftOutNumber::span))
                .toList();
        int next = 0;
        for (LeftOutNumber number : unexplained) {
            while (next < observations.size()
                    && observations.get(next).begin() < number.span().begin()) {
                next++;
            }
            Observation before = next == 0 ? null : observations.get(next - 1);
            Observation behind = next == observations.size() ? null : observations.get(next);
            if (before != null
                    && isBeside(article, before.span().end(), number.span().begin())) {
                article.at(before.begin()).ifPresent(figure -> findings.add(left(article, number, figure)));
            } else if (behind != null && isBeside(article, number.span().end(), behind.begin())) {
                article.at(behind.begin()).ifPresent(figure -> findings.add(left(article, number, figure)));
            } else if (ZEROS.matcher(number.text()).matches()) {
                findings.add(zeros(article, section, number));
            }
        }
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private static boolean isBeside(ArticleFigures article, int from, int to) {
        return to - from <= LONGEST_GAP
                && BESIDE.matcher(article.text(from, to)).matches();
    }

    /** Zeros that nothing stands beside: the number that they end is lost. */
    private static Finding zeros(ArticleFigures article, ExtractedSection section, LeftOutNumber number) {
        String text = section.section().sentences().stream()
                .filter(sentence -> sentence.span().begin() <= number.span().begin()
                        && number.span().end() <= sentence.span().end())
                .findFirst()
                .map(sentence -> sentence.text().replaceAll("\\s+", " "))
                .orElse(number.text());
        return new Finding(
                FindingRule.MALFORMED,
                Severity.WARNING,
                false,
                List.of(new ObservationRef(
                        article.article().documentId(), number.span().begin())),
                number.text(),
                "the digits that these end",
                "\"%s\" is the end of a number whose beginning was not found, and was left out: \"%s\""
                        .formatted(
                                number.text(),
                                text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text));
    }

    private static Finding left(ArticleFigures article, LeftOutNumber number, Figure figure) {
        return Findings.warning(
                FindingRule.MALFORMED,
                List.of(figure),
                number.text(),
                Wording.stated(figure),
                "\"%s\" stands right beside %s and was read neither as a part of it nor as a figure of its own: \"%s\""
                        .formatted(number.text(), Wording.described(figure), quoted(article, figure)));
    }

    /** The sentence, of a long one what stands around the figure. */
    private static String quoted(ArticleFigures article, Figure figure) {
        String before = article.before(figure, LONGEST_QUOTE / 2);
        String text = before + article.text(figure.begin(), figure.end()) + article.after(figure, LONGEST_QUOTE / 2);
        return text.strip().replaceAll("\\s+", " ");
    }
}
