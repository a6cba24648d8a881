package org.fupin.report.money;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Programme;
import org.fupin.observation.Qualifier;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureText;
import org.fupin.report.figure.Flag;
import org.fupin.report.figure.Labels;
import org.fupin.report.figure.Qualifiers;
import org.jspecify.annotations.Nullable;

/**
 * The money of a province and year, in Yuan, with nothing counted twice: a sum never takes an amount together with its
 * own parts. Sources state the same money under several headings without saying so; therefore amounts of different
 * sections are never added up over the whole report.
 *
 * @param total the headline total, null if the sources state none
 * @param partsSum sum of the parts that the total is broken down into; null if it is not broken down
 * @param rounded whether a check found that the parts make up the total, so that what they leave open of it is rounding
 * @param byPayer payers in the order of their code list, money without a payer last
 * @param byProgramme programmes with money, in the order of their code list
 * @param breakdowns every amount that has parts, in the order of the text
 * @param amounts all amounts of money, in the order of the text
 * @param apart those that stand under a title of their own, by title in the order of {@link MoneyUse}, largest first;
 *     without what is stated elsewhere as a headline or payer's money, and without parts of these or of each other
 */
public record Funding(
        @Nullable Figure total,
        @Nullable BigDecimal partsSum,
        boolean rounded,
        List<PayerLine> byPayer,
        List<ProgrammeLine> byProgramme,
        List<Breakdown> breakdowns,
        List<FundingAmount> amounts,
        List<FundingAmount> apart) {

    /** What of the total the parts leave open. */
    public static final String NOT_BROKEN_DOWN = "Not broken down";

    private static final String NO_PROGRAMME = "No single programme";

    public Funding {
        byPayer = List.copyOf(byPayer);
        byProgramme = List.copyOf(byProgramme);
        breakdowns = List.copyOf(breakdowns);
        amounts = List.copyOf(amounts);
        apart = List.copyOf(apart);
    }

    /**
     * A payer's money.
     *
     * @param payer null for money of which the source does not say who pays
     * @param parts the parts of the headline total that the payer gives
     * @param partsSum their sum, null without parts
     * @param stated the payer's headline figure, null if there is none
     */
    public record PayerLine(
            @Nullable FundingSource payer,
            List<Figure> parts,
            @Nullable BigDecimal partsSum,
            @Nullable Figure stated) {

        public PayerLine {
            parts = List.copyOf(parts);
        }

        public String label() {
            return Labels.payer(payer);
        }

        /** Sum of the parts less the headline figure; null unless there are both. */
        public @Nullable BigDecimal difference() {
            BigDecimal value =
                    stated == null ? null : stated.observation().quantity().baseValue();
            return partsSum == null || value == null ? null : partsSum.subtract(value);
        }
    }

    /**
     * The money of the year put into a programme, each amount once. Different amounts of one programme may still overlap
     * without saying so, so that the sum is an upper limit, but where an amount is over what is stated, and the largest
     * amount a lower one.
     *
     * @param counted those of {@link MoneyUse#PROGRAMME}
     * @param sum of the counted amounts
     * @param largest of the counted amounts, as it is stated: never a sum
     * @param overTotal whether several amounts are together more than the headline total: then their sum says nothing
     */
    public record ProgrammeLine(
            Programme programme, List<Figure> counted, BigDecimal sum, Figure largest, boolean overTotal) {

        public ProgrammeLine {
            counted = List.copyOf(counted);
        }

        /** In Yuan. */
        public BigDecimal largestAmount() {
            return largest.observation().quantity().baseValue();
        }

        /** What is stated besides the largest amount; not negative. */
        public BigDecimal difference() {
            return sum.subtract(largestAmount());
        }
    }

    /** A stated total and the parts that the source gives of it. */
    public record Breakdown(Figure total, List<Figure> parts, BigDecimal sum) {

        public Breakdown {
            parts = List.copyOf(parts);
        }

        /** The total less its parts. */
        public BigDecimal difference() {
            return total.observation().quantity().baseValue().subtract(sum);
        }
    }

    /**
     * A bar of a chart.
     *
     * @param label what it is of, with the mark of a doubt
     * @param qualifier of the amount
     */
    public record Bar(String label, BigDecimal amount, Qualifier qualifier) {

        private static Bar of(String name, BigDecimal amount, List<Figure> figures) {
            return new Bar((name + " " + mark(figures)).strip(), amount, Qualifiers.ofSum(figures));
        }

        /** What stands beside the bar: "over 1.117 billion". */
        public String text() {
            return Qualifiers.before(FigureText.charted(amount), qualifier);
        }

        /** What a chart of bars shows, in words, for those who cannot see it. */
        public static String inWords(String chart, List<Bar> bars) {
            return "Bar chart. " + chart + ": "
                    + bars.stream()
                            .map(bar -> bar.label() + " "
                                    + Qualifiers.before(FigureText.yuan(bar.amount()), bar.qualifier()))
                            .collect(Collectors.joining("; "))
                    + ".";
        }
    }

    /** The mark of figures of which one is doubted; empty if none is. */
    private static String mark(List<Figure> figures) {
        return figures.stream().anyMatch(figure -> figure.flags().contains(Flag.LOW_RELIABILITY))
                ? Flag.marks(List.of(Flag.LOW_RELIABILITY))
                : "";
    }

    /**
     * The sum of figures for people, in Yuan: as it is stated if it is one, "over", "under" or "about" where some of
     * them are so, "about" where they differ; with the mark of a doubt.
     */
    public static String inWords(List<Figure> figures, BigDecimal sum) {
        return (Qualifiers.before(FigureText.yuan(sum), Qualifiers.ofSum(figures)) + " " + mark(figures)).strip();
    }

    /** Whether the headline total is broken down, so that {@link #payerBars()} add up to it. */
    public boolean isBrokenDown() {
        return partsSum != null;
    }

    /** The total less its parts; null if it is not broken down. */
    public @Nullable BigDecimal notBrokenDown() {
        return total == null || partsSum == null
                ? null
                : total.observation().quantity().baseValue().subtract(partsSum);
    }

    /** How exact {@link #notBrokenDown()} is: parts of "over 5 billion" leave open "over" so much. */
    public Qualifier notBrokenDownQualifier() {
        return Qualifiers.ofDifference(total.observation().qualifier(), partsQualifier());
    }

    /** How exact {@link #partsSum()} is. */
    public Qualifier partsQualifier() {
        return Qualifiers.ofSum(
                byPayer.stream().flatMap(line -> line.parts().stream()).toList());
    }

    /** Whether the headline total is stated, there or elsewhere, as the money of this one payer. */
    public boolean isAllFrom(PayerLine line) {
        return !isBrokenDown() && repeatsTotal(line);
    }

    /** Whether what a payer is stated to give is the headline total told again, as that of government budgets may be. */
    public boolean repeatsTotal(PayerLine line) {
        return total != null && line.stated != null && MoneyUses.isSame(line.stated, total);
    }

    /** Whether what a payer is stated to give is more than the headline total: then it is no part of it. */
    public boolean hasPayerOverTotal() {
        return byPayer.stream().anyMatch(line -> line.stated != null && MoneyUses.isOver(line.stated, total));
    }

    /** Whether the headline total is stated as the money of one payer. */
    public boolean hasOnePayer() {
        return byPayer.stream().anyMatch(this::isAllFrom);
    }

    /** Whether the parts leave something open of the total that is more than rounding. */
    public boolean isOpen() {
        return isBrokenDown() && !rounded && notBrokenDown().signum() > 0;
    }

    /**
     * Money by payer, largest first: the parts of the headline total and what they leave open of it; where it is not
     * broken down, the payers' headline figures, which do not add up to anything.
     */
    public List<Bar> payerBars() {
        List<Bar> bars = new ArrayList<>();
        for (PayerLine line : byPayer) {
            BigDecimal amount = line.partsSum;
            if (!isBrokenDown() && line.stated != null) {
                amount = line.stated.observation().quantity().baseValue();
            }
            if (amount != null && amount.signum() > 0) {
                bars.add(Bar.of(line.label(), amount, isBrokenDown() ? line.parts : List.of(line.stated)));
            }
        }
        bars.sort(Comparator.comparing(Bar::amount).reversed());
        if (isOpen()) {
            bars.add(new Bar(NOT_BROKEN_DOWN, notBrokenDown(), notBrokenDownQualifier()));
        }
        return List.copyOf(bars);
    }

    /** Whether a programme's largest amount is more than the headline total, which has other money then. */
    public boolean hasProgrammeOverTotal() {
        return total != null
                && byProgramme.stream()
                        .anyMatch(line -> line.largestAmount()
                                        .compareTo(
                                                total.observation().quantity().baseValue())
                                > 0);
    }

    /** What to bear in mind where a programme's largest amount is more than the headline total; empty where none is. */
    public String overTotalNote() {
        return hasProgrammeOverTotal()
                ? "An amount over the headline total includes money that the total does not."
                : "";
    }

    /** Whether there is money for credit, which is none of the loans: subsidies of interest, for one. */
    public boolean hasCredit() {
        return byProgramme.stream().anyMatch(line -> line.programme == Programme.CREDIT);
    }

    /**
     * As {@link #programmeBars()}, with the largest amount of no single programme where the sources state no total: nothing else
     * on the page would show it.
     */
    public List<Bar> useBars() {
        List<Bar> bars = new ArrayList<>(programmeBars());
        apart.stream()
                .filter(amount -> total == null && amount.use() == MoneyUse.UNASSIGNED)
                .map(FundingAmount::figure)
                .findFirst()
                .ifPresent(figure -> bars.add(
                        Bar.of(NO_PROGRAMME, figure.observation().quantity().baseValue(), List.of(figure))));
        bars.sort(Comparator.comparing(Bar::amount).reversed());
        return List.copyOf(bars);
    }

    /** The largest amount stated under each programme, largest first. */
    public List<Bar> programmeBars() {
        return byProgramme.stream()
                .map(line -> Bar.of(line.programme.label(), line.largestAmount(), List.of(line.largest)))
                .sorted(Comparator.comparing(Bar::amount).reversed())
                .toList();
    }
}
