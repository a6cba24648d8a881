package org.fupin.audit.text;

import java.util.ArrayList;
import java.util.List;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.rule.AuditRule;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.document.Sentence;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.observation.finding.Severity;

/**
 * Tables, or cells of them, that were not understood: one finding for all numbers of rows that follow one another. The numbers
 * are no observations; the finding refers to the place where the first one stands.
 */
public final class UnreadTableRule implements AuditRule.InArticle {

    /** Rows that stand so far apart belong to one table. */
    private static final int ROWS_APART = 2;

    /** Longest quotation of a row. */
    private static final int QUOTED = 80;

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        for (ExtractedSection section : article.sections()) {
            List<Sentence> sentences = section.section().sentences();
            List<LeftOutNumber> open = new ArrayList<>();
            int first = 0;
            int last = 0;
            int at = 0;
            for (LeftOutNumber number : section.leftOut()) {
                if (number.reason() != LeftOutReason.TABLE) {
                    continue;
                }
                while (at < sentences.size()
                        && sentences.get(at).span().end() <= number.span().begin()) {
                    at++;
                }
                Sentence sentence = at < sentences.size() ? sentences.get(at) : null;
                if (sentence != null
                        && number.isOfUnit(sentence.text(), sentence.span().begin())) {
                    continue; // in a header: nothing is missing
                }
                if (!open.isEmpty() && at - last > ROWS_APART) {
                    findings.add(finding(article, sentences, open, first));
                    open.clear();
                }
                first = open.isEmpty() ? at : first;
                last = at;
                open.add(number);
            }
            if (!open.isEmpty()) {
                findings.add(finding(article, sentences, open, first));
            }
        }
        return findings;
    }

    private static Finding finding(
            ArticleFigures article, List<Sentence> sentences, List<LeftOutNumber> numbers, int row) {
        String text = row < sentences.size() ? sentences.get(row).text().replaceAll("\\s+", " ") : "";
        String quoted = text.length() > QUOTED ? text.substring(0, QUOTED) + "..." : text;
        int count = numbers.size();
        return new Finding(
                FindingRule.MALFORMED,
                Severity.WARNING,
                false,
                List.of(new ObservationRef(
                        article.article().documentId(), numbers.get(0).span().begin())),
                count == 1 ? "1 number in a table" : count + " numbers in a table",
                "headers that say what is counted and in which unit",
                "%s of a table could not be understood and %s left out; the first stands in the row \"%s\"."
                        .formatted(count == 1 ? "One number" : count + " numbers", count == 1 ? "is" : "are", quoted));
    }
}
