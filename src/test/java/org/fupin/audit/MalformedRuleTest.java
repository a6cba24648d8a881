package org.fupin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Span;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Digits that were left out beside a figure. */
class MalformedRuleTest {

    @Test
    void digitsBesideAFigureAreFoundWithTheirSentence() {
        List<Finding> findings = audited("They dug {a|45} (7) wells in all.", "7", LeftOutReason.OTHER);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(FindingRule.MALFORMED);
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.holds()).isFalse();
            assertThat(finding.stated()).isEqualTo("7");
            assertThat(finding.message()).contains("\"7\"").contains("They dug 45 (7) wells in all.");
        });
        assertThat(findings.get(0).observations()).singleElement().satisfies(ref -> assertThat(ref.begin())
                .isEqualTo(9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"They dug 7 {a|45} wells.", "They dug {a|45} wells 7 in the county.", "They paid 7/{a|45 yuan}."
            })
    void besideIsRightBeforeOrBehindTheNounToo(String text) {
        assertThat(audited(text, "7", LeftOutReason.OTHER)).hasSize(1);
    }

    @Test
    void aReasonExplainsThem() {
        assertThat(audited("They dug {a|45} (7) wells.", "7", LeftOutReason.MARK))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They dug {a|45} wells, 7 of another kind.",
                "They dug {a|45} wells in the county and 7 elsewhere.",
                "They dug {a|45} wells. 7 was what remained."
            })
    void digitsElsewhereAreNot(String text) {
        assertThat(audited(text, "7", LeftOutReason.OTHER)).isEmpty();
    }

    @Test
    void wordsAreNoDigits() {
        assertThat(audited("They dug {a|45} several wells.", "several", LeftOutReason.OTHER))
                .isEmpty();
    }

    /** What is found in a text of one figure of which one number was left out. */
    private static List<Finding> audited(String marked, String leftOut, LeftOutReason reason) {
        ExtractedArticle article = Passage.of(marked).article();
        ExtractedSection section = article.sections().get(0);
        String text = section.section().sentences().get(0).text();
        int sentence = section.section().sentences().get(0).span().begin();
        int at = text.indexOf(leftOut);
        if (at < 0) {
            text = section.section().sentences().get(1).text();
            sentence = section.section().sentences().get(1).span().begin();
            at = text.indexOf(leftOut);
        }
        LeftOutNumber number =
                new LeftOutNumber(new Span(sentence + at, sentence + at + leftOut.length()), leftOut, reason);
        ExtractedArticle with = new ExtractedArticle(
                article.article(),
                List.of(new ExtractedSection(section.section(), section.observations(), List.of(number))),
                article.outside());
        return Auditor.create().audit(List.of(with));
    }

    @Test
    void aNumberThatWasReadByItsPartsDoesNotAddUpByThem() {
        Finding finding = Auditor.create()
                .audit(List.of(
                        Passage.of("They dug {t|5608 1|value=5508|repaired|rule=number-by-parts} wells (including"
                                        + " {a|3601|part=t} deep ones and {b|1907|part=t} others).")
                                .article()))
                .get(0);
        assertThat(finding.rule()).isEqualTo(FindingRule.MALFORMED);
        assertThat(finding.expected()).isEqualTo("5,508");
        assertThat(finding.message()).endsWith("it was read as 5,508, which its parts make: 3601 + 1907.");
    }
}
