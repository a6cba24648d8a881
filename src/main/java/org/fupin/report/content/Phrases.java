package org.fupin.report.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.fupin.report.figure.FigureText;
import org.fupin.report.headline.Headline;
import org.fupin.report.headline.Indicator;

/** Phrases that several tables have in common. */
final class Phrases {

    private Phrases() {}

    static String number(int count) {
        return FigureText.grouped(BigDecimal.valueOf(count));
    }

    /** "1 error", "3 errors". */
    static String count(int count, String one, String several) {
        return number(count) + " " + (count == 1 ? one : several);
    }

    /** "840 bytes", "12.3 kB". */
    static String bytes(long size) {
        return size < 1000
                ? size + " bytes"
                : BigDecimal.valueOf(size, 3).setScale(1, RoundingMode.HALF_UP).toPlainString() + " kB";
    }

    /** The share of a part in percent with one decimal; empty if there is no whole. */
    static String share(BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0) {
            return "";
        }
        BigDecimal percent = part.multiply(BigDecimal.valueOf(100)).divide(whole, 1, RoundingMode.HALF_UP);
        return percent.toPlainString() + "%";
    }

    /** As {@link #join(List)}. */
    static String join(String... texts) {
        return join(Arrays.asList(texts));
    }

    /** The texts that are not empty, with "; " between them in place of full stops. */
    static String join(List<String> texts) {
        return texts.stream()
                .filter(text -> !text.isBlank())
                .reduce(
                        "",
                        (before, text) -> before.isEmpty()
                                ? text
                                : (before.endsWith(".") ? before.substring(0, before.length() - 1) : before) + "; "
                                        + text);
    }

    /** A title and what is under it: "Income per person: whole province", "Funds: banks, not ranked". */
    static String list(String title, String part) {
        return part.isEmpty() ? title : title + (title.contains(":") ? ", " : ": ") + part;
    }

    /** The sentences that are not empty, with a blank between them. */
    static String sentences(String... sentences) {
        return Arrays.stream(sentences).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    /**
     * The period of a headline that is not the whole year; empty if it is, if the headline's note tells it, or if it is that in
     * which a line is in force.
     */
    static String otherPeriod(Headline headline, int year) {
        String period = headline.figure().observation().period().iso();
        boolean told = period.equals(Integer.toString(year))
                || headline.note().contains(period)
                || headline.indicator() == Indicator.POVERTY_LINE
                        && !headline.note().isEmpty();
        return told ? "" : period.replace("/", " to ");
    }
}
