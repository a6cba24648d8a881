package org.fupin.report.pdf;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fupin.report.Coverage;
import org.fupin.report.figure.FigureText;
import org.fupin.report.figure.Flag;

/** Phrases that several reports have in common. */
final class Phrases {

    private Phrases() {}

    static String number(int count) {
        return FigureText.grouped(BigDecimal.valueOf(count));
    }

    /** "1 error", "3 errors". */
    static String count(int count, String one, String several) {
        return number(count) + " " + (count == 1 ? one : several);
    }

    /** The texts that are not empty, with the separator between them. */
    static String join(String separator, String... texts) {
        return join(separator, List.of(texts));
    }

    static String join(String separator, List<String> texts) {
        return texts.stream().filter(text -> !text.isBlank()).collect(Collectors.joining(separator));
    }

    static String edition(YearMonth edition) {
        return "Edition of " + edition.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                + edition.getYear();
    }

    /** What a report was made from. */
    static String basis(Coverage coverage) {
        return count(coverage.articles(), "article", "articles") + ", "
                + count(coverage.sentences(), "sentence", "sentences") + ", "
                + count(coverage.figures() + coverage.leftOut(), "number", "numbers");
    }

    /** The marks of the tables with their names. */
    static String marks() {
        return "Marks in the tables: "
                + Arrays.stream(Flag.values())
                        .map(flag -> flag.mark() + " " + flag.label())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /**
     * The parameters of the box on the first page that tells how far the figures can be trusted.
     *
     * @param where a half-sentence that tells where the findings are explained
     */
    static Map<String, String> trust(Coverage coverage, String where) {
        int recomputed = coverage.checksRecomputed();
        int findings = coverage.errors() + coverage.warnings();
        return Map.of(
                "CHECKS_VALUE",
                recomputed == 0 ? "None" : number(coverage.checksHolding()) + " of " + number(recomputed),
                "CHECKS_TEXT",
                recomputed == 0
                        ? "No sum, share or growth rate of the sources was recomputed."
                        : "sums, shares, growth rates and other relations between figures that were recomputed hold.",
                "FINDINGS_VALUE",
                number(findings),
                "FINDINGS_TEXT",
                findings == 0
                        ? "findings: the checks found no contradiction."
                        : (findings == 1 ? "finding: " : "findings: ")
                                + join(
                                        " and ",
                                        coverage.errors() == 0 ? "" : count(coverage.errors(), "error", "errors"),
                                        coverage.warnings() == 0
                                                ? ""
                                                : count(coverage.warnings(), "warning", "warnings"))
                                + ", " + where + ".",
                "NUMBERS_VALUE",
                number(coverage.figures() + coverage.leftOut()),
                "NUMBERS_TEXT",
                coverage.figures() + coverage.leftOut() == 0
                        ? "numbers in the sources."
                        : "numbers in the sources, all accounted for: "
                                + count(coverage.figures(), "figure", "figures") + " and "
                                + number(coverage.leftOut()) + " left out with their reason.");
    }
}
