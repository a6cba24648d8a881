package org.fupin.audit.plausibility;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Quotients;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Dimension;
import org.fupin.observation.Direction;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.reference.Populations;

/** Figures that cannot be: more people or households than the province has, percentages beyond what they can reach. */
public final class MagnitudeRule implements AuditRule.InArticle {

    /** Registered people can outnumber the residents whom a census counts, by a fifth in provinces that many leave. */
    private static final BigDecimal REGISTERED = new BigDecimal("1.3");

    /** The census found 3.1 people to a household; half the people would be two. */
    private static final BigDecimal PEOPLE_PER_HOUSEHOLD = new BigDecimal(2);

    private static final BigDecimal HUNDRED = Quotients.HUNDRED;

    /** Amounts for each person: one in percent of another is a ratio of two, no part of a whole. */
    private static final Set<Measure> RATIOS = EnumSet.of(Measure.POVERTY_LINE, Measure.INCOME);

    /** A bound that follows from a census by a rule of thumb is told to so many digits. */
    private static final MathContext BOUND = new MathContext(2, RoundingMode.HALF_UP);

    private final Populations populations;

    public MagnitudeRule(Populations populations) {
        this.populations = populations;
    }

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        for (Figure figure : article.all()) {
            population(article, figure).or(() -> percent(article, figure)).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> population(ArticleFigures article, Figure figure) {
        boolean counts = (figure.isLevel() || figure.is(Kind.CHANGE))
                && (figure.unit().is("person") || figure.unit().is("household"));
        String region = figure.observation().region();
        if (!counts || !region.equals(article.article().region())) {
            return Optional.empty();
        }
        Optional<BigDecimal> people = populations.people(region);
        if (people.isEmpty()) {
            return Optional.empty();
        }
        boolean households = figure.unit().is("household");
        BigDecimal most = households
                ? people.get().divide(PEOPLE_PER_HOUSEHOLD)
                : people.get().multiply(REGISTERED);
        if (figure.amount().strict().low().compareTo(most) <= 0) {
            return Optional.empty();
        }
        String residents = "%,d".formatted(people.get().toBigInteger());
        return Optional.of(Findings.error(
                FindingRule.PLAUSIBILITY,
                List.of(figure),
                Wording.stated(figure),
                "at most about " + Wording.like(figure, most.round(BOUND)),
                "%s %s impossible: the whole of the report's area has %s residents (census of 2010)."
                        .formatted(Wording.described(figure), Wording.be(figure), residents)));
    }

    private static Optional<Finding> percent(ArticleFigures article, Figure figure) {
        if (!figure.isPercent() || figure.amount().strict().low().compareTo(HUNDRED) <= 0) {
            return Optional.empty();
        }
        Measure measure = figure.observation().measure();
        boolean ratio = RATIOS.contains(measure);
        if (ratio && figure.is(Kind.SHARE) && measure == Measure.POVERTY_LINE) {
            return article.described(figure).filter(MagnitudeRule::isLine).map(line -> ofIncome(line, figure));
        }
        boolean share = figure.is(Kind.SHARE) && !ratio;
        boolean poor = figure.isLevel() && measure == Measure.POVERTY_RATE;
        boolean loss = figure.is(Kind.GROWTH) && figure.observation().direction() == Direction.DOWN;
        if (!share && !poor && !loss) {
            return Optional.empty();
        }
        String what = share ? "a share" : poor ? "a rate of the people" : "a decrease";
        return Optional.of(Findings.error(
                FindingRule.PLAUSIBILITY,
                List.of(figure),
                Wording.stated(figure),
                "at most 100%",
                "%s is stated, but %s cannot exceed 100%%.".formatted(Wording.described(figure), what)));
    }

    private static boolean isLine(Figure figure) {
        return figure.isLevel() && figure.unit().dimension() == Dimension.MONEY && !figure.isRange();
    }

    private static Finding ofIncome(Figure line, Figure percent) {
        BigDecimal income = Quotients.percent(line.amount(), percent.amount()).value();
        return Findings.warning(
                FindingRule.PLAUSIBILITY,
                List.of(percent),
                Wording.stated(percent),
                "less than 100%",
                "%s is stated: the income that %s is compared with would be %s, less than the poverty line itself."
                        .formatted(
                                Wording.described(percent),
                                Wording.stated(line),
                                Wording.like(line, income.setScale(0, RoundingMode.HALF_UP))));
    }
}
