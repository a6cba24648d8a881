package org.fupin.audit.contradiction;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Observation;
import org.fupin.observation.Programme;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Status;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;

/** Which figures can state the same thing again, and where they say it. */
final class Restated {

    private static final Set<Programme> NARROWER = EnumSet.of(
            Programme.CONTIGUOUS,
            Programme.BASE_AREAS,
            Programme.BORDER_MINORITY,
            Programme.LOTTERY,
            Programme.PAIRING,
            Programme.SOCIAL,
            Programme.FOREIGN,
            Programme.RELIEF,
            Programme.HOUSEHOLD);

    private Restated() {}

    /**
     * A figure that stands for itself: what the province did in the year or has, not a part of something, not of one place in it, no
     * sum of several years.
     */
    static boolean stands(ArticleFigures article, Figure figure) {
        Observation observation = figure.observation();
        return figure.isLevel()
                && figure.sentence() >= 0
                && !figure.isPercent()
                && observation.status() == Status.ACTUAL
                && observation.qualifier() == Qualifier.EXACT
                && !observation.quantity().isRange()
                && observation.partOf() == null
                && observation.per() == null
                && observation.region().equals(article.article().region())
                && observation.period().start().getYear() == article.article().year()
                && observation.period().end().getYear() == article.article().year()
                && figure.amount().value().signum() > 0;
    }

    /** Programmes for some places or by some payers do not speak of the whole province. */
    static boolean haveOneScope(Figure one, Figure other) {
        Programme first = one.section().programme();
        Programme second = other.section().programme();
        return first == second || !NARROWER.contains(first) && !NARROWER.contains(second);
    }

    /**
     * That one thing is stated with two values.
     *
     * @param how they are seen to be one, behind where each of them stands: ": two digits are swapped."
     */
    static Finding contradiction(Figure one, Figure other, String how) {
        return Findings.warning(
                FindingRule.CONTRADICTION,
                List.of(one, other),
                Wording.stated(one),
                Wording.stated(other),
                apart(one, other) + how);
    }

    /** "31 people (guides) are stated under "Overview", but 13 people (guides) under "Training"", without a full stop. */
    private static String apart(Figure one, Figure other) {
        return "%s %s stated %s, but %s %s"
                .formatted(
                        Wording.describedInPlace(one),
                        Wording.be(one),
                        Wording.place(one),
                        Wording.describedInPlace(other),
                        Wording.place(other));
    }
}
