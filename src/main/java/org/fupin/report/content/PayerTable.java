package org.fupin.report.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.fupin.observation.FundingSource;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Qualifier;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureText;
import org.fupin.report.figure.Flag;
import org.fupin.report.figure.Labels;
import org.fupin.report.figure.Qualifiers;
import org.fupin.report.money.Funding;
import org.fupin.report.table.Cell;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;
import org.jspecify.annotations.Nullable;

/** The parts of the headline total by payer, what they leave open, and what payers are stated to give besides. */
final class PayerTable implements ReportTable<ProvinceYearReport> {

    private static final String CODE = "Funding_by_payer";

    private static final String NOT_KNOWN = "Not known";

    private static final String OVER = "Over the total; no part of it";

    /**
     * A line.
     *
     * @param amount in Yuan
     * @param formula that makes the amount, empty where it is stated
     * @param text the amount for people
     * @param stated the headline figure to compare with, null if there is none
     * @param figure that the line leads to, null if it is of several
     * @param compared whether the amount was computed, so that its difference from the headline figure says something
     * @param share formula of its share of the total; empty if it is none
     * @param total null if the amount is no share of one
     * @param exactness of the share
     */
    private record Line(
            String label,
            String basis,
            BigDecimal amount,
            String formula,
            String text,
            @Nullable Figure stated,
            @Nullable Figure figure,
            boolean compared,
            String share,
            @Nullable BigDecimal total,
            Qualifier exactness) {

        static Line asStated(String label, String basis, Figure figure) {
            boolean yearly = figure.observation().per() == PerUnit.YEAR;
            return new Line(
                    label,
                    yearly ? basis + "; per year" : basis,
                    amountOf(figure),
                    "",
                    Funding.inWords(List.of(figure), amountOf(figure)),
                    figure,
                    figure,
                    false,
                    "",
                    null,
                    Qualifier.EXACT);
        }

        /** The payer of the whole headline total, as {@code figure} states it. */
        static Line ofWhole(String label, Figure figure) {
            return new Line(
                    label,
                    "All of the headline total",
                    amountOf(figure),
                    "",
                    Funding.inWords(List.of(figure), amountOf(figure)),
                    figure,
                    figure,
                    false,
                    "{amount}/{headline_figure}*100",
                    amountOf(figure),
                    Qualifier.EXACT);
        }

        Cell amountCell() {
            return formula.isEmpty() ? Cell.amount(amount) : Cell.formula(formula, amount);
        }

        Cell shareCell() {
            return total == null ? Cell.EMPTY : Cell.percentage(share, amount, total);
        }
    }

    private static final Layout<Line> LAYOUT = Layout.<Line>ofSheet(
                    CODE, "Funding", "Money by payer: the stated total against its parts")
            .text("Payer", 36, Line::label)
            .onPage(ColumnType.TEXT, 142)
            .text("Basis", 36, Line::basis)
            .onPage(ColumnType.REMARK, 134)
            .cell("Amount", ColumnType.NUMBER, 20, Line::amountCell)
            .page("Amount", ColumnType.NUMBER, 124, Line::text)
            .cell("Unit", ColumnType.CODE, 8, line -> new Cell.Text(MoneyTable.YUAN))
            .cell("Percent of total", ColumnType.PERCENT, 12, Line::shareCell)
            .page(
                    "Share",
                    ColumnType.PERCENT,
                    70,
                    line -> line.total() == null || line.text().equals(NOT_KNOWN)
                            ? ""
                            : Qualifiers.beforeShare(Phrases.share(line.amount(), line.total()), line.exactness()))
            .cell(
                    "Headline figure",
                    ColumnType.NUMBER,
                    20,
                    line -> line.stated() == null
                            ? Cell.EMPTY
                            : Cells.value(line.stated().observation()))
            .cell(
                    "Difference",
                    ColumnType.NUMBER,
                    18,
                    line -> line.compared() && line.stated() != null
                            ? Cell.formula(
                                    "{amount}-{headline_figure}", line.amount().subtract(amountOf(line.stated())))
                            : Cell.EMPTY)
            .cell("Figure", ColumnType.LINK, 10, line -> Cells.figure(line.figure()))
            .cell(
                    "Flags",
                    ColumnType.FLAG,
                    10,
                    line -> line.figure() == null
                            ? Cell.EMPTY
                            : Cell.text(Flag.marks(line.figure().flags())))
            .text("Item", 54, line -> line.figure() == null ? "" : line.figure().item())
            .pageCell("Sentence", ColumnType.LINK, 34, line -> Cells.source(line.figure()))
            .build();

    @Override
    public Layout<?> layout() {
        return LAYOUT;
    }

    @Override
    public Table of(ProvinceYearReport report) {
        Funding funding = report.funding();
        List<Funding.PayerLine> parts = funding.byPayer().stream()
                .filter(line -> line.partsSum() != null)
                .sorted(Comparator.comparing(Funding.PayerLine::partsSum).reversed())
                .toList();
        List<Funding.PayerLine> others = funding.byPayer().stream()
                .filter(line -> line.partsSum() == null && line.stated() != null)
                .sorted(Comparator.comparing((Funding.PayerLine line) -> amountOf(line.stated()))
                        .reversed())
                .toList();
        boolean broken = funding.isBrokenDown();
        boolean open = funding.isOpen();

        List<Line> lines = new ArrayList<>();
        if (broken) {
            composition(funding, lines, parts, open);
            others.stream()
                    .filter(line -> !funding.repeatsTotal(line))
                    .forEach(line -> lines.add(
                            Line.asStated(line.label(), basis(line.stated(), funding, report), line.stated())));
        } else {
            String basis = others.size() == 1 ? "As stated" : "As stated; payers may overlap";
            others.forEach(line -> lines.add(
                    funding.isAllFrom(line)
                            ? Line.ofWhole(line.label(), line.stated())
                            : Line.asStated(
                                    line.label(), isOver(line.stated(), funding) ? OVER : basis, line.stated())));
            if (funding.total() != null && !funding.hasOnePayer()) {
                lines.add(Line.asStated("Headline total", "As stated", funding.total()));
            }
        }
        String description = broken
                ? "The parts that the sources give of the headline total. Only these are added up;"
                        + " amounts stated elsewhere may overlap with them."
                : (others.size() == 1
                                ? "The headline amount of the one payer that is stated: "
                                : "The headline amount of each payer. They may overlap and are not added up: ")
                        + (funding.total() == null
                                ? "the sources state no single total."
                                : funding.hasOnePayer()
                                        ? "the headline total is stated as the money of one payer."
                                        : "the headline total is not broken down by payer.");
        Table table = LAYOUT.table(
                Table.Texts.ofSheet("Money by payer: " + report.title(), description, "No amount of money is stated")
                        .onPage(MoneyTable.PART, "By payer", description),
                lines);
        int bars = broken ? parts.size() + (open ? 1 : 0) : others.size();
        return MoneyTable.charted(table, "Money by payer", "payer", "amount", bars, funding.payerBars());
    }

    /** The parts by payer, what they leave open, their sum and the stated total. */
    private static void composition(Funding funding, List<Line> lines, List<Funding.PayerLine> parts, boolean open) {
        Figure total = funding.total();
        Qualifier ofTotal = total.observation().qualifier();
        Qualifier ofParts = Qualifiers.ofShare(funding.partsQualifier(), ofTotal);
        String share = "{amount}/{amount@" + (parts.size() + 3) + "}*100";
        for (Funding.PayerLine line : parts) {
            Figure only = line.parts().size() == 1 ? line.parts().get(0) : line.stated();
            lines.add(new Line(
                    line.label(),
                    "Part of the total",
                    line.partsSum(),
                    "SUMIFS({Funding_detail.amount},{Funding_detail.payer},{payer},{Funding_detail.in_total},\"yes\")",
                    Funding.inWords(line.parts(), line.partsSum()),
                    line.stated(),
                    only,
                    true,
                    share,
                    amountOf(total),
                    Qualifiers.ofShare(Qualifiers.ofSum(line.parts()), ofTotal)));
        }
        String sum = "SUM({amount@1-" + parts.size() + "})";
        lines.add(remainder(funding, open, "{amount@" + (parts.size() + 3) + "}-" + sum, share, ofParts));
        lines.add(new Line(
                "Sum of the parts",
                "Computed",
                funding.partsSum(),
                sum,
                Qualifiers.before(FigureText.yuan(funding.partsSum()), funding.partsQualifier()),
                null,
                null,
                false,
                share,
                amountOf(total),
                ofParts));
        lines.add(new Line(
                "Headline total",
                "As stated",
                amountOf(total),
                "",
                Funding.inWords(List.of(total), amountOf(total)),
                total,
                total,
                false,
                share,
                amountOf(total),
                Qualifier.EXACT));
    }

    /** What the parts leave of the total; of one that is "over" an amount which they make up, no number tells how much that is. */
    private static Line remainder(Funding funding, boolean open, String formula, String share, Qualifier ofParts) {
        Qualifier ofTotal = funding.total().observation().qualifier();
        BigDecimal amount = funding.notBrokenDown();
        boolean exact = amount.signum() == 0;
        String label = open ? Funding.NOT_BROKEN_DOWN : "Total less its parts";
        String text = exact
                ? FigureText.yuan(amount)
                : Qualifiers.before(FigureText.yuan(amount), funding.notBrokenDownQualifier());
        String basis = open ? "Total less its parts" : funding.rounded() ? "Rounding" : "Rounding or a contradiction";
        if (exact && ofTotal != Qualifier.EXACT) {
            text = NOT_KNOWN;
            basis = "The total is stated as " + ofTotal.code() + " their sum";
        } else if (exact) {
            basis = "No difference";
        }
        return new Line(
                label,
                basis,
                amount,
                formula,
                text,
                null,
                null,
                false,
                share,
                amountOf(funding.total()),
                exact ? Qualifier.EXACT : Qualifiers.ofDifference(Qualifier.EXACT, ofParts));
    }

    private static boolean isOver(Figure stated, Funding funding) {
        return funding.total() != null && amountOf(stated).compareTo(amountOf(funding.total())) > 0;
    }

    private static String basis(Figure stated, Funding funding, ProvinceYearReport report) {
        if (isOver(stated, funding)) {
            return OVER;
        }
        FundingSource wholePayer = report.figures().stream()
                .filter(figure -> figure.ref().documentId().equals(stated.ref().documentId())
                        && Integer.valueOf(figure.ref().begin())
                                .equals(stated.observation().partOf()))
                .map(figure -> figure.observation().source())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (wholePayer != null && wholePayer != stated.observation().source()) {
            return "Part of money stated for: " + FigureText.lower(Labels.payer(wholePayer));
        }
        boolean above = funding.byPayer().stream()
                .flatMap(line -> line.parts().stream())
                .anyMatch(part -> part.ref().documentId().equals(stated.ref().documentId())
                        && Integer.valueOf(stated.ref().begin())
                                .equals(part.observation().partOf()));
        return above ? "Stated; its parts are in the total" : "Stated elsewhere; may overlap";
    }

    private static BigDecimal amountOf(Figure figure) {
        return figure.observation().quantity().value();
    }
}
