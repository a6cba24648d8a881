package org.fupin.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Observation;
import org.fupin.observation.Programme;
import org.fupin.observation.Qualifier;
import org.fupin.observation.finding.FindingRule;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureText;
import org.fupin.report.figure.Flag;
import org.fupin.report.figure.Labels;
import org.fupin.report.figure.Qualifiers;
import org.fupin.report.headline.Basis;
import org.fupin.report.headline.Headline;
import org.fupin.report.headline.HeadlineChooser;
import org.fupin.report.headline.Indicator;
import org.fupin.report.headline.MoneyClass;
import org.fupin.report.headline.Scope;
import org.fupin.report.money.Funding;
import org.jspecify.annotations.Nullable;

/**
 * Writes the main points of a report: at most five sentences, each from a headline figure, the money of a programme or the
 * checks. What the reading or a check doubts is not in any of them, nor is aid, unless the report is on nothing else; but the
 * total of funds, where its parts do not make it up, is told with their sum: a reader looks for it first.
 */
final class MainPoints {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What is done in a year, as it is said after the amount. */
    private static final Map<Indicator, String> WORK = Map.of(
            Indicator.TRAINED, "were trained",
            Indicator.TRANSFERRED, "found jobs",
            Indicator.RELOCATED, "were relocated");

    private static final String TIMES = "person-times";

    /** What the levels of government give may be within {@link Indicator#FUNDS_FISCAL}: both are never told together. */
    private static final List<Indicator> LEVELS = List.of(Indicator.FUNDS_CENTRAL, Indicator.FUNDS_PROVINCIAL);

    private final String name;
    private final boolean isAid;
    private final int year;
    private final List<Headline> headlines;
    private final Funding funding;
    private final Checks checks;
    private final Set<Figure> doubted = new HashSet<>();
    private final List<MainPoint> points = new ArrayList<>();

    private MainPoints(String name, int year, List<Headline> headlines, Funding funding, Checks checks) {
        this.isAid = headlines.stream().anyMatch(Headline::isAvailable)
                && headlines.stream()
                        .filter(headline -> headline.basis() != null)
                        .allMatch(headline -> headline.basis().scope() == Scope.AID);
        this.name = isAid ? "The report on the aid" : name;
        this.year = year;
        this.headlines = headlines;
        this.funding = funding;
        this.checks = checks;
        checks.findings().forEach(check -> doubted.addAll(check.figures()));
    }

    /** @param name of the province as a subject: "Gansu" */
    static List<MainPoint> of(String name, int year, List<Headline> headlines, Funding funding, Checks checks) {
        MainPoints points = new MainPoints(name, year, headlines, funding, checks);
        points.funds();
        points.poverty();
        points.income();
        points.work();
        points.checks();
        return List.copyOf(points.points);
    }

    private void funds() {
        Headline funds = sure(Indicator.FUNDS).orElse(null);
        Check unequal = null;
        if (funds == null) {
            funds = available(Indicator.FUNDS).orElse(null);
            unequal = funds == null ? null : onlyUnequalParts(funds.figure());
        }
        if (funds == null || sure(Indicator.FUNDS).isEmpty() && unequal == null) {
            payers();
            return;
        }
        List<Figure> figures = new ArrayList<>(List.of(funds.figure()));
        StringBuilder text = new StringBuilder(
                name + " reports " + prose(funds) + " of poverty alleviation funds" + where(funds) + " for " + year);
        Basis basis = funds.basis();
        if (basis.money() != null
                && basis.money() != MoneyClass.ALL_SOURCES
                && !funds.scope().isEmpty()) {
            text.append(" (").append(FigureText.lower(funds.scope())).append(')');
        }
        text.append(growth(funds, figures));
        if (unequal != null) {
            text.append("; the parts that are stated add up to ").append(unequal.expected());
        }
        List<Share> shares = unequal == null ? shares(funds.value()) : List.of();
        if (basis.money() == MoneyClass.ALL_SOURCES && shares.isEmpty()) {
            text.append(", from all sources");
        }
        if (!shares.isEmpty()) {
            text.append("; of this ").append(shares.stream().map(Share::text).collect(Collectors.joining(" and ")));
            shares.forEach(share -> figures.addAll(share.parts()));
        }
        text.append(besides(funds, figures));
        add(text.toString(), figures);
    }

    /**
     * "; besides, 1.7 billion yuan from the provincial government": the largest amount of a government that is more than a total
     * of governments, and so no part of it.
     *
     * @param figures to which it is added
     */
    private String besides(Headline funds, List<Figure> figures) {
        if (funds.basis().money() == MoneyClass.ALL_SOURCES) {
            return "";
        }
        return HeadlineChooser.GOVERNMENTS.stream()
                .flatMap(payer -> sure(Indicator.of(payer)).stream())
                .filter(headline -> headline.value().compareTo(funds.value()) > 0)
                .max(Comparator.comparing(Headline::value))
                .map(headline -> {
                    figures.add(headline.figure());
                    return "; besides, " + prose(headline) + " "
                            + from(headline.indicator().payer()) + where(headline);
                })
                .orElse("");
    }

    /** The one finding that involves a total, if it is that its parts do not make it up and nothing else is doubtful of it. */
    private @Nullable Check onlyUnequalParts(Figure total) {
        List<Check> involving = checks.findings().stream()
                .filter(check -> check.figures().contains(total))
                .toList();
        boolean only = involving.size() == 1
                && involving.get(0).rule() == FindingRule.SUM
                && involving.get(0).figures().get(0) == total
                && total.observation().doubt().isEmpty()
                && !total.observation().flags().contains(Observation.REPAIRED);
        return only ? involving.get(0) : null;
    }

    /** What a payer gives of the total. */
    private record Share(String text, BigDecimal sum, List<Figure> parts) {}

    /** The two largest, as far as they are undoubted; none is the total itself. Empty where the parts are more than it. */
    private List<Share> shares(BigDecimal total) {
        List<Funding.PayerLine> lines = funding.byPayer().stream()
                .filter(line -> line.partsSum() != null && line.payer() != null)
                .toList();
        if (funding.partsSum() == null || funding.partsSum().compareTo(total) > 0) {
            return List.of();
        }
        List<Share> shares = new ArrayList<>();
        // Where one amount is of governments in general, those of single governments are no whole beside it.
        boolean joined = lines.stream().anyMatch(line -> line.payer() == FundingSource.FISCAL);
        List<Figure> ofGovernments = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Funding.PayerLine line : lines) {
            if (joined && HeadlineChooser.GOVERNMENTS.contains(line.payer())) {
                ofGovernments.addAll(line.parts());
                sum = sum.add(line.partsSum());
            } else {
                shares.add(share(line.partsSum(), total, from(line.payer()), line.parts()));
            }
        }
        if (joined) {
            shares.add(share(sum, total, from(FundingSource.FISCAL), ofGovernments));
        }
        return shares.stream()
                .filter(share -> share.sum().compareTo(total) < 0)
                .sorted(Comparator.comparing(Share::sum).reversed())
                .limit(2)
                .takeWhile(share -> areSure(share.parts()))
                .toList();
    }

    private Share share(BigDecimal sum, BigDecimal total, String from, List<Figure> parts) {
        Qualifier exactness = Qualifiers.ofSum(parts);
        String share = sum.multiply(HUNDRED).divide(total, 0, RoundingMode.HALF_UP) + "%";
        return new Share(
                FigureText.prose(Qualifiers.before(FigureText.yuan(sum), exactness)) + " ("
                        + Qualifiers.beforeShare(
                                share,
                                Qualifiers.ofShare(
                                        exactness, funding.total().observation().qualifier()))
                        + ") " + from,
                sum,
                parts);
    }

    /**
     * The largest amounts of single payers, where there is no undoubted total: of any payer without a total, of the levels
     * of government beside a doubted one.
     */
    private void payers() {
        boolean total = headlines.stream()
                .anyMatch(headline -> headline.indicator() == Indicator.FUNDS && headline.isAvailable());
        boolean levels = LEVELS.stream().anyMatch(level -> sure(level).isPresent());
        List<Headline> stated = headlines.stream()
                .filter(headline -> total
                        ? LEVELS.contains(headline.indicator())
                        : !levels || headline.indicator() != Indicator.FUNDS_FISCAL)
                .filter(headline -> headline.indicator().payer() != null)
                .flatMap(headline -> sure(headline.indicator()).stream())
                .filter(headline -> headline.basis().scope() != Scope.AREA
                        && headline.figure().observation().period().iso().equals(String.valueOf(year)))
                .sorted(Comparator.comparing((Headline headline) -> headline.value())
                        .reversed())
                .limit(3)
                .toList();
        if (stated.isEmpty()) {
            return;
        }
        add(
                name + (isAid ? " states " : " reports ")
                        + enumeration(stated.stream()
                                .map(headline -> prose(headline) + " "
                                        + from(headline.indicator().payer()))
                                .toList())
                        + " for poverty alleviation in " + year
                        + (total || isAid ? "" : "; it states no single total"),
                stated.stream().map(Headline::figure).toList());
    }

    private static String from(FundingSource payer) {
        return switch (payer) {
            case MASSES -> "from villagers";
            case CREDIT -> "from banks";
            case LOTTERY -> "from the lottery";
            case CENTRAL -> "from the central government";
            case PROVINCIAL -> "from the provincial government";
            case FISCAL -> "from governments";
            default -> "from " + FigureText.lower(Labels.payer(payer));
        };
    }

    private void poverty() {
        Headline reduced = sure(Indicator.POVERTY_REDUCED).orElse(null);
        Headline poor = sure(Indicator.POOR_POPULATION)
                .filter(headline -> !headline.isQualified())
                .orElse(null);
        String were = poor == null ? "" : prose(poor) + " were poor";
        String at = poor == null
                ? ""
                : " " + FigureText.when(poor.figure().observation().period()) + wording(poor);
        if (reduced != null) {
            String text = FigureText.capital(prose(reduced)) + " were lifted out of poverty" + where(reduced)
                    + wording(reduced);
            if (poor != null && poor.scope().equals(reduced.scope())) {
                add(text + "; " + were + at, List.of(reduced.figure(), poor.figure()));
            } else {
                add(text, List.of(reduced.figure()));
            }
        } else if (poor != null) {
            add(FigureText.capital(were) + where(poor) + at, List.of(poor.figure()));
        }
    }

    private void income() {
        Headline income = sure(Indicator.INCOME).orElse(null);
        if (income == null) {
            sure(Indicator.INCOME_GROWTH)
                    .ifPresent(growth -> add(
                            "Rural income per person" + where(growth) + " was " + growth.text(),
                            List.of(growth.figure())));
            return;
        }
        List<Figure> figures = new ArrayList<>(List.of(income.figure()));
        String text = "Rural income per person" + where(income) + " was "
                + FigureText.prose(FigureText.of(income.figure().observation().quantity()));
        Headline growth = sure(Indicator.INCOME_GROWTH).orElse(null);
        if (growth != null
                && growth.figure().observation().about() != null
                && growth.figure().observation().about()
                        == income.figure().ref().begin()) {
            text += ", " + growth.text();
            figures.add(growth.figure());
        }
        add(text, figures);
    }

    private void work() {
        List<String> done = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        sure(Indicator.VILLAGES).ifPresent(villages -> {
            String covered = prose(villages) + " villages" + among(villages);
            done.add(
                    villages.figure().programme() == Programme.VILLAGE
                            ? "entire village advancement covered " + covered + where(villages)
                            : covered + where(villages) + " were covered");
            figures.add(villages.figure());
        });
        for (Indicator indicator : List.of(Indicator.TRAINED, Indicator.TRANSFERRED, Indicator.RELOCATED)) {
            sure(indicator)
                    .filter(headline -> isAid || headline.scope().isEmpty())
                    .filter(headline -> !headline.isQualified()
                            && headline.figure().observation().period().start().getYear() == year)
                    .ifPresent(headline -> {
                        done.add(work(indicator, prose(headline)) + among(headline));
                        figures.add(headline.figure());
                    });
        }
        if (!done.isEmpty()) {
            add(FigureText.capital(enumeration(done)), figures);
        }
    }

    /** What was done with so many people; people who took part several times count several times. */
    private static String work(Indicator indicator, String people) {
        return indicator == Indicator.TRAINED && people.endsWith(TIMES)
                ? "training reached " + people
                : people + " " + WORK.get(indicator);
    }

    /** "a, b and c". */
    private static String enumeration(List<String> texts) {
        int last = texts.size() - 1;
        return last == 0 ? texts.get(0) : String.join(", ", texts.subList(0, last)) + " and " + texts.get(last);
    }

    private void checks() {
        if (checks.recomputed() == 0 && checks.findings().isEmpty()) {
            return;
        }
        Check worst = checks.findings().stream().findFirst().orElse(null);
        StringBuilder text = new StringBuilder(checks.summary());
        if (worst == null) {
            text.append("; the checks found no error");
        } else {
            text.append("; the checks found ")
                    .append(checks.tally())
                    .append(checks.findings().size() == 1 ? ": " : ". The first: ")
                    .append(withoutStop(worst.message()));
        }
        add(text.toString(), worst == null ? List.of() : worst.figures());
    }

    private void add(String sentence, List<Figure> figures) {
        points.add(new MainPoint(sentence + ".", figures));
    }

    /** The headline of an indicator that neither the reading nor a check doubts. */
    private Optional<Headline> sure(Indicator indicator) {
        return available(indicator).filter(headline -> headline.finding() == null && isSure(headline.figure()));
    }

    private Optional<Headline> available(Indicator indicator) {
        return headlines.stream()
                .filter(headline -> headline.indicator() == indicator && headline.isAvailable())
                .filter(headline ->
                        headline.basis() != null && (isAid || headline.basis().scope() != Scope.AID))
                .findFirst();
    }

    private boolean areSure(List<Figure> figures) {
        return figures.stream().allMatch(this::isSure);
    }

    private boolean isSure(Figure figure) {
        return figure.observation().doubt().isEmpty()
                && !figure.flags().contains(Flag.LOW_RELIABILITY)
                && !doubted.contains(figure);
    }

    /**
     * ", 24.9% more than in 2011": the stated growth, unless the figures of both years make another one.
     *
     * @param figures to which it is added
     */
    private String growth(Headline headline, List<Figure> figures) {
        Figure change = headline.change();
        if (change == null
                || change.observation().kind() != Kind.GROWTH
                || !isSure(change)
                || !headline.contradictedChange().isEmpty()) {
            return "";
        }
        figures.add(change);
        return ", " + FigureText.prose(FigureText.undirected(change.observation()))
                + (change.observation().direction() == Direction.DOWN ? " less" : " more") + " than in " + (year - 1);
    }

    private static String where(Headline headline) {
        return switch (headline.basis().scope()) {
            case KEY_COUNTIES ->
                " in " + (headline.counties().isEmpty() ? "key or poor counties" : headline.counties());
            case POOR_PEOPLE -> " among the poor";
            case AREA -> " in a part of the province";
            case AID -> " with the aid";
            default -> "";
        };
    }

    /** " (largest of 3 stated)": else one programme's part would be read as all that was done. */
    private static String among(Headline headline) {
        String among = headline.among().brief();
        return among.isEmpty() ? "" : " (" + FigureText.lower(among) + ")";
    }

    /** " (said of them: ...)": in what other words the source states it. */
    private static String wording(Headline headline) {
        return headline.wording().isEmpty() ? "" : " (" + FigureText.lower(headline.wording()) + ")";
    }

    private static String prose(Headline headline) {
        return FigureText.prose(headline.text());
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
