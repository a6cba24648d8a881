package org.fupin.publish.notice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fupin.delivery.compose.ReportNotice.CorrectedFigure;
import org.fupin.observation.CorrectedField;
import org.fupin.observation.Correction;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.PeriodType;
import org.fupin.observation.finding.FindingRule;
import org.fupin.reference.ChineseNames;
import org.fupin.reference.Units;
import org.fupin.report.Check;
import org.fupin.report.CorrectedLine;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.Recomputation;
import org.fupin.report.RevisionLine;
import org.fupin.report.figure.Figure;
import org.fupin.report.headline.Among;
import org.fupin.report.headline.Basis;
import org.fupin.report.headline.Headline;
import org.fupin.report.headline.Indicator;

/** In Chinese, from codes and amounts: the words of the reports are English. */
final class ChineseNotice implements NoticeLanguage {

    /** Of what was recomputed; more would feign a precision that stated figures do not have. */
    private static final int DECIMALS = 2;

    private static final int MOST_AMOUNTS = 3;

    /** What is said of a figure as a whole; what was read of it is an amount. */
    private static final Set<String> VERDICTS = Set.of("confirmed", "none", "new");

    /** What an amount tells. */
    private static final Set<CorrectedField> AMOUNT = EnumSet.of(
            CorrectedField.FIGURE,
            CorrectedField.VALUE,
            CorrectedField.LOW,
            CorrectedField.HIGH,
            CorrectedField.UNIT,
            CorrectedField.QUALIFIER,
            CorrectedField.DIRECTION,
            CorrectedField.PER);

    private final ChineseNames names = ChineseNames.load();
    private final ChineseAmounts amounts = new ChineseAmounts(names);
    private final Units units = Units.load();

    @Override
    public String label(Indicator indicator) {
        return names.of("indicator", indicator.code());
    }

    @Override
    public String amount(Headline headline) {
        return headline.figure() == null
                ? ""
                : amount(headline.indicator(), headline.figure().observation());
    }

    private String amount(Indicator indicator, Observation figure) {
        // A decrease of the poor population is here the number of people lifted out of poverty: no direction.
        return indicator == Indicator.INCOME_GROWTH ? amounts.of(figure) : amounts.undirected(figure);
    }

    @Override
    public String several() {
        return "原文有多个数字";
    }

    @Override
    public String statedChange(Headline headline) {
        if (headline.change() == null) {
            return "";
        }
        Observation change = headline.change().observation();
        return "原文称" + (change.kind() == Kind.MULTIPLE ? "为上年的" : "") + amounts.of(change);
    }

    @Override
    public String yearBefore(Headline headline) {
        return headline.yearBefore()
                .map(year -> year.year() + " 年：" + amount(headline.indicator(), year.figure())
                        + (headline.difference(year).isEmpty() ? "" : "（口径不同，不可比）"))
                .orElse("");
    }

    @Override
    public List<String> remarks(Headline headline, ProvinceYearReport report) {
        List<String> remarks = new ArrayList<>();
        Figure figure = headline.figure();
        if (figure == null) {
            return remarks;
        }
        Basis basis = headline.basis();
        if (!headline.scope().isEmpty() && basis != null) {
            remarks.add(
                    basis.money() == null
                            ? names.of("scope", basis.scope().code())
                            : names.of("class", basis.money().code()));
        }
        Observation observation = figure.observation();
        if (headline.indicator() == Indicator.FUNDS && observation.source() != null) {
            remarks.add("原文所述来源：" + names.of("source", observation.source().code()));
        }
        if (headline.indicator() == Indicator.POVERTY_REDUCED && observation.measure() == Measure.POOR_POPULATION) {
            remarks.add("原文表述为贫困人口的减少");
        }
        whole(figure, report).ifPresent(total -> remarks.add("为 " + amounts.of(total.observation()) + "中的一部分"));
        if (isBeyondTotal(headline, report)) {
            remarks.add("大于扶贫资金总额，不属于该总额");
        }
        if (observation.period().type() != PeriodType.YEAR) {
            remarks.add("时间：" + observation.period().iso());
        }
        if (headline.isQualified() || !headline.wording().isEmpty()) {
            remarks.add("原文表述与指标名称不尽一致，详见报告");
        }
        if (headline.among().place() != null) {
            remarks.add(among(headline.among()));
        }
        if (!headline.contradictedChange().isEmpty()) {
            remarks.add("按两年数字推算的增长与原文所述不符");
        }
        if (!observation.doubt().isEmpty()) {
            remarks.add("读取存疑："
                    + String.join(
                            "；",
                            observation.doubt().stream()
                                    .map(code -> names.of("doubt", code))
                                    .toList()));
        }
        if (headline.finding() != null) {
            remarks.add("核对未通过：" + names.of("rule", headline.finding().rule().code()));
        }
        return remarks;
    }

    private static String among(Among among) {
        String all = among.counted() ? " " + (among.others() + 1) + " 个" : "多个";
        return switch (among.place()) {
            case LARGEST -> "原文所述" + all + "数字中最大的一个";
            case OWN -> "原文所述" + all + "数字中本省的一个";
            case ONE -> "原文所述" + all + "数字之一";
        };
    }

    /** Whether a payer's money is more than the headline total, of which it can then be no part. */
    private static boolean isBeyondTotal(Headline headline, ProvinceYearReport report) {
        BigDecimal value = headline.value();
        return headline.indicator().payer() != null
                && value != null
                && report.headlines().stream()
                        .filter(other -> other.indicator() == Indicator.FUNDS)
                        .map(Headline::value)
                        .anyMatch(total -> total != null && value.compareTo(total) > 0);
    }

    private static Optional<Figure> whole(Figure part, ProvinceYearReport report) {
        Integer begin = part.observation().partOf();
        return begin == null
                ? Optional.empty()
                : report.figures().stream()
                        .filter(other ->
                                other.ref().documentId().equals(part.ref().documentId())
                                        && other.observation().begin() == begin)
                        .findFirst();
    }

    @Override
    public String doubt(ProvinceYearReport report) {
        long doubtful = report.figures().stream()
                .filter(figure -> !figure.observation().doubt().isEmpty())
                .count();
        return "由程序读取，" + report.figures().size() + " 个数字中 " + doubtful + " 个存疑";
    }

    @Override
    public String finding(Check check) {
        StringBuilder text = new StringBuilder(names.of("rule", check.rule().code()))
                .append(
                        check.rule() == FindingRule.MALFORMED || check.rule() == FindingRule.PLAUSIBILITY
                                ? "有误"
                                : "不符");
        Recomputation made = check.recomputation();
        if (made != null && made.against() != null) {
            Observation stated = made.against().observation();
            BigDecimal recomputed =
                    made.recomputed().setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
            text.append("：原文为 ")
                    .append(amounts.undirected(stated))
                    .append("，按其他数字计算为 ")
                    .append(amounts.withUnit(
                            recomputed, units.unit(stated.quantity().unit().base())));
        } else if (!check.figures().isEmpty()) {
            text.append("：")
                    .append(String.join(
                            "、",
                            check.figures().stream()
                                    .limit(MOST_AMOUNTS)
                                    .map(figure -> amounts.of(figure.observation()))
                                    .toList()));
        }
        return text.toString();
    }

    @Override
    public String item(Observation observation) {
        String payer = observation.source() == null
                ? ""
                : "（" + names.of("source", observation.source().code()) + "）";
        String kind = observation.kind() == Kind.LEVEL
                ? ""
                : "，" + names.of("kind", observation.kind().code());
        return names.of("measure", observation.measure().code()) + payer + kind;
    }

    @Override
    public String amount(Observation observation) {
        return amounts.of(observation);
    }

    @Override
    public String before(RevisionLine line) {
        Observation before = Objects.requireNonNull(line.before());
        Observation after = Objects.requireNonNull(line.after());
        List<String> parts = new ArrayList<>();
        if (!amounts.of(before).equals(amounts.of(after))) {
            parts.add(amounts.of(before));
        }
        for (CorrectedField field : CorrectedField.values()) {
            if (!AMOUNT.contains(field) && !field.of(before).equals(field.of(after))) {
                parts.add(names.of("field", field.code()) + "：" + value(field, field.of(before)));
            }
        }
        return String.join("；", parts);
    }

    @Override
    public CorrectedFigure corrected(CorrectedLine line) {
        Correction correction = line.correction();
        Figure figure = line.figure();
        String what = figure == null
                ? "“" + correction.text() + "”"
                : item(figure.observation()) + "：" + amount(figure.observation());
        String field = names.of("field", correction.field().code());
        String read = correction.read() == null ? "程序未读取" : "读取为 " + value(correction.field(), correction.read());
        return new CorrectedFigure(what, field + "：" + value(correction.field(), correction.value()), read);
    }

    /** What has a Chinese name by it, and all else as the records write it. */
    private String value(CorrectedField field, String value) {
        if (value.isEmpty()) {
            return "未说明";
        }
        return switch (field) {
            case FIGURE -> VERDICTS.contains(value) ? names.of("verdict", value) : value;
            case SOURCE, MEASURE, KIND -> names.of(field.code(), value);
            default -> value;
        };
    }
}
