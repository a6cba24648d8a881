package org.fupin.audit.list;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.PerUnit;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;

/** What people read about parts and their total. */
final class SumFindings {

    private SumFindings() {}

    static Finding identity(PartList list) {
        String stated = Wording.stated(list.total());
        String sum = Wording.like(list.total(), list.sum().value());
        String total = "the stated total of " + described(list.total());
        boolean exact = list.sum().value().compareTo(list.total().amount().value()) == 0;
        return Findings.holds(
                FindingRule.SUM,
                list.figures(),
                stated,
                sum,
                "The %s add up to %s: %s."
                        .formatted(
                                Wording.counted(list.parts().size(), "part"),
                                exact ? total : sum + each(list.total()) + ", within rounding " + total,
                                Wording.listed(list.parts(), " + ")));
    }

    static Finding error(PartList list, Amount sum) {
        return Findings.error(
                FindingRule.SUM,
                list.figures(),
                Wording.stated(list.total()),
                Wording.like(list.total(), sum.value()),
                message(list, sum));
    }

    static Finding warning(PartList list, Amount sum) {
        return Findings.warning(
                FindingRule.SUM,
                list.figures(),
                Wording.stated(list.total()),
                Wording.like(list.total(), sum.value()),
                message(list, sum));
    }

    /** The link of what is too much may be wrong, so it is no more than worth a look. */
    static Finding beyond(PartList list, Amount sum, List<Figure> enough) {
        List<Figure> rest = list.parts().subList(enough.size(), list.parts().size());
        return Findings.warning(
                FindingRule.SUM,
                list.figures(),
                Wording.stated(list.total()),
                Wording.like(list.total(), sum.value()),
                message(list, sum)
                        + " The first %s alone give the total; is %s meant to be a part of it?"
                                .formatted(Wording.words(enough.size()), Wording.described(rest.get(0))));
    }

    private static String message(PartList list, Amount sum) {
        Figure total = list.total();
        BigDecimal difference = sum.value().subtract(total.amount().value());
        String text = list.parts().size() == 1
                ? "One part is %s, %s more than the stated total of %s."
                        .formatted(
                                Wording.described(list.parts().get(0)),
                                Wording.like(total, difference.abs()),
                                described(total))
                : "The %s add up to %s, %s %s than the stated total of %s."
                        .formatted(
                                Wording.counted(list.parts().size(), "part"),
                                Wording.like(total, sum.value()) + each(total),
                                Wording.like(total, difference.abs()),
                                difference.signum() > 0 ? "more" : "less",
                                described(total));
        return text + (list.reconcilesWithoutNameless() ? withoutNameless(list) : likelySlip(list));
    }

    /** With what it is for each of: "4.5 million yuan (funds) per village". */
    private static String described(Figure total) {
        return Wording.described(total) + each(total);
    }

    private static String each(Figure total) {
        PerUnit per = total.observation().per();
        return per == null || per == PerUnit.YEAR ? "" : " " + per.phrase();
    }

    private static String withoutNameless(PartList list) {
        return " Nothing is said of one part, %s; without it the others add up to the total."
                .formatted(Wording.stated(Objects.requireNonNull(list.nameless())));
    }

    private static String likelySlip(PartList list) {
        return ListSlip.in(list).map(slip -> slip(list, slip)).orElseGet(() -> repeated(list));
    }

    private static String slip(PartList list, ListSlip slip) {
        return " One digit may be wrong: with %s instead of %s it would add up."
                .formatted(Wording.like(list.total(), slip.meant()), Wording.stated(slip.figure()));
    }

    private static String repeated(PartList list) {
        Figure total = list.total();
        List<Figure> others = list.parts().stream()
                .filter(part -> !Objects.equals(
                        part.observation().quantity(), total.observation().quantity()))
                .toList();
        if (others.isEmpty() || list.parts().size() - others.size() != 1) {
            return others.size() == list.parts().size() ? "" : " One part is as large as the total.";
        }
        BigDecimal left =
                total.amount().value().subtract(PartList.sum(others, total).value());
        return " One part is as large as the total" + (left.signum() > 0 ? leaving(list, left) : "") + ".";
    }

    private static String leaving(PartList list, BigDecimal left) {
        return (list.parts().size() == 2 ? "; the other part leaves " : "; the other parts leave ")
                + Wording.like(list.total(), left) + " for it";
    }
}
