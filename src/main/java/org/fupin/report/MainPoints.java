package org.fupin.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureText;
import org.fupin.report.figure.Flag;
import org.fupin.report.figure.Labels;
import org.fupin.report.headline.Basis;
import org.fupin.report.headline.Headline;
import org.fupin.report.headline.Indicator;
import org.fupin.report.headline.MoneyClass;
import org.fupin.report.headline.Scope;
import org.fupin.report.money.Funding;
import org.jspecify.annotations.Nullable;

/**
 * Writes the main points of a report: at most five sentences, each from a headline figure, the money of a programme or the
 * checks. What the reading or a check doubts is not in any of them.
 */
final class MainPoints {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What is done in a year, as it is said after the amount. */
    private static final Map<Indicator, String> WORK = Map.of(
            Indicator.TRAINED, "were trained",
            Indicator.TRANSFERRED, "were helped to jobs elsewhere",
            Indicator.RELOCATED, "were relocated");

    private final String name;
    private final int year;
    private final List<Headline> headlines;
    private final Funding funding;
    private final Checks checks;
    private final List<MainPoint> points = new ArrayList<>();

    private MainPoints(String name, int year, List<Headline> headlines, Funding funding, Checks checks) {
        this.name = name;
        this.year = year;
        this.headlines = headlines;
        this.funding = funding;
        this.checks = checks;
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
        if (funds == null) {
            return;
        }
        StringBuilder text =
                new StringBuilder(name + " reports " + prose(funds) + " of poverty alleviation funds for " + year);
        Basis basis = funds.basis();
        if (basis != null && basis.money() != null && basis.money() != MoneyClass.ALL_SOURCES) {
            text.append(" (").append(lower(basis.money().label())).append(')');
        }
        text.append(growth(funds, " more than", " less than"));
        BigDecimal total = funds.value();
        List<String> payers = new ArrayList<>();
        funding.byPayer().stream()
                .filter(line -> line.partsSum() != null && line.payer() != null && areSure(line.parts()))
                .sorted(Comparator.comparing(Funding.PayerLine::partsSum).reversed())
                .limit(2)
                .forEach(line -> payers.add(FigureText.prose(FigureText.yuan(line.partsSum())) + " ("
                        + line.partsSum().multiply(HUNDRED).divide(total, 0, RoundingMode.HALF_UP) + "%) "
                        + from(line.payer())));
        if (!payers.isEmpty()) {
            text.append("; of this ").append(String.join(" and ", payers));
        }
        add(text, funds);
    }

    private static String from(FundingSource payer) {
        return switch (payer) {
            case MASSES -> "from villagers";
            case CREDIT -> "from banks";
            case LOTTERY -> "from the lottery";
            case CENTRAL -> "from the central government";
            case PROVINCIAL -> "from the provincial government";
            case FISCAL -> "from governments";
            default -> "from " + lower(Labels.payer(payer));
        };
    }

    private void poverty() {
        Headline reduced = sure(Indicator.POVERTY_REDUCED).orElse(null);
        Headline poor = sure(Indicator.POOR_POPULATION).orElse(null);
        if (reduced != null) {
            StringBuilder text =
                    new StringBuilder(capital(prose(reduced)) + " were lifted out of poverty" + where(reduced));
            if (poor != null && poor.scope().equals(reduced.scope())) {
                text.append("; ").append(prose(poor)).append(" were poor").append(date(poor));
            }
            add(text, reduced);
        } else if (poor != null) {
            add(new StringBuilder(capital(prose(poor)) + " were poor" + where(poor) + date(poor)), poor);
        }
    }

    /** " at the end of 2012" of a day; nothing of the year. */
    private String date(Headline headline) {
        String period = headline.figure().observation().period().iso();
        return period.equals(year + "-12-31") ? " at the end of " + year : " in " + period;
    }

    private void income() {
        Headline income = sure(Indicator.INCOME).orElse(null);
        if (income == null) {
            return;
        }
        StringBuilder text = new StringBuilder("Income per person" + where(income) + " was "
                + FigureText.prose(FigureText.of(income.figure().observation().quantity())));
        Headline growth = sure(Indicator.INCOME_GROWTH).orElse(null);
        if (growth != null
                && growth.figure().observation().about() != null
                && growth.figure().observation().about()
                        == income.figure().ref().begin()) {
            text.append(", ").append(growth.text());
        }
        add(text, income);
    }

    private void work() {
        List<String> done = new ArrayList<>();
        Headline first = null;
        Headline villages = sure(Indicator.VILLAGES).orElse(null);
        if (villages != null) {
            done.add("work went on in " + villages.text() + " villages");
            first = villages;
        }
        for (Indicator indicator : List.of(Indicator.TRAINED, Indicator.TRANSFERRED, Indicator.RELOCATED)) {
            Headline headline = sure(indicator).orElse(null);
            if (headline != null && headline.scope().isEmpty()) {
                done.add(prose(headline) + " " + WORK.get(indicator));
                first = first == null ? headline : first;
            }
        }
        if (first != null) {
            String last = done.remove(done.size() - 1);
            String text = done.isEmpty() ? last : String.join(", ", done) + " and " + last;
            add(new StringBuilder(capital(text)), first);
        }
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
                    .append(". The first: ")
                    .append(withoutStop(worst.message()));
        }
        Figure figure = worst == null || worst.figures().isEmpty()
                ? null
                : worst.figures().get(0);
        points.add(new MainPoint(text + ".", figure));
    }

    private void add(StringBuilder text, Headline headline) {
        points.add(new MainPoint(text + ".", headline.figure()));
    }

    /** The headline of an indicator that neither the reading nor a check doubts. */
    private Optional<Headline> sure(Indicator indicator) {
        return headlines.stream()
                .filter(headline -> headline.indicator() == indicator && headline.isAvailable())
                .filter(headline -> headline.finding() == null
                        && isSure(headline.figure())
                        && headline.basis() != null
                        && headline.basis().scope() != Scope.AID)
                .findFirst();
    }

    private static boolean areSure(List<Figure> figures) {
        return figures.stream().allMatch(MainPoints::isSure);
    }

    private static boolean isSure(Figure figure) {
        return figure.observation().doubt().isEmpty() && !figure.flags().contains(Flag.LOW_RELIABILITY);
    }

    /** ", 24.9% more than in 2011": the stated growth, unless the figures of both years make another one. */
    private String growth(Headline headline, String more, String less) {
        Figure change = headline.change();
        if (change == null
                || change.observation().kind() != Kind.GROWTH
                || !isSure(change)
                || !headline.contradictedChange().isEmpty()) {
            return "";
        }
        return ", " + FigureText.prose(FigureText.undirected(change.observation()))
                + (change.observation().direction() == Direction.DOWN ? less : more) + " in " + (year - 1);
    }

    private static String where(Headline headline) {
        return switch (headline.basis().scope()) {
            case KEY_COUNTIES -> " in the key and poor counties";
            case POOR_PEOPLE -> " among the poor";
            case AREA -> " in a part of the province";
            default -> "";
        };
    }

    private static String prose(Headline headline) {
        return FigureText.prose(headline.text());
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String lower(@Nullable String label) {
        return label == null || label.isEmpty()
                ? ""
                : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
