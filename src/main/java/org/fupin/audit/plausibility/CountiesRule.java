package org.fupin.audit.plausibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Measure;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.reference.AuditWords;
import org.fupin.reference.AuditWords.Use;
import org.fupin.reference.Counties;

/** More counties than the province has, or than the villages that are said to lie in them. */
public final class CountiesRule implements AuditRule.InArticle {

    /** Counties are merged and set up, and zones and farms are counted with them. */
    private static final BigDecimal MARGIN = new BigDecimal("1.1");

    private static final Pattern LYING_IN =
            Pattern.compile("(?i)\\s*(?:[a-z-]+\\s+){0,3}villages?\\s+(?:of|in|from|across)\\s+(?:the\\s+|all\\s+)?");

    /** How far around the figure words that lead elsewhere may stand, in characters: mostly its whole sentence. */
    private static final int AROUND = 200;

    private final Counties counties;
    private final AuditWords words;

    public CountiesRule(Counties counties, AuditWords words) {
        this.counties = counties;
        this.words = words;
    }

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        OptionalInt most = counties.of(article.article().region());
        List<Figure> all = article.all();
        for (int i = 0; i < all.size(); i++) {
            Figure figure = all.get(i);
            if (!isCount(figure, Measure.COUNTIES)) {
                continue;
            }
            if (most.isPresent() && isMore(article, figure, most.getAsInt())) {
                findings.add(tooMany(figure, most.getAsInt()));
            } else if (i > 0 && lieIn(article, all.get(i - 1), figure)) {
                findings.add(fewerVillages(all.get(i - 1), figure));
            }
        }
        return findings;
    }

    private static boolean isCount(Figure figure, Measure measure) {
        return figure.isLevel()
                && figure.observation().measure() == measure
                && figure.observation().per() == null
                && figure.unit().is("1");
    }

    private boolean isMore(ArticleFigures article, Figure figure, int most) {
        BigDecimal limit = BigDecimal.valueOf(most).multiply(MARGIN);
        String around = article.before(figure, AROUND) + " " + article.after(figure, AROUND);
        return !words.isIn(Use.ELSEWHERE, around)
                && figure.observation().region().equals(article.article().region())
                && figure.amount().strict().low().compareTo(limit) > 0;
    }

    private static boolean lieIn(ArticleFigures article, Figure villages, Figure counties) {
        return isCount(villages, Measure.VILLAGES)
                && villages.inSentenceOf(counties)
                && counties.amount().strict().isAbove(villages.amount().strict())
                && LYING_IN.matcher(article.between(villages, counties)).matches();
    }

    private static Finding tooMany(Figure figure, int most) {
        return Findings.error(
                FindingRule.PLAUSIBILITY,
                List.of(figure),
                Wording.stated(figure),
                "at most " + most,
                "%s are stated, but the whole province has %d units at county level (2012)."
                        .formatted(Wording.described(figure), most));
    }

    private static Finding fewerVillages(Figure villages, Figure counties) {
        return Findings.warning(
                FindingRule.PLAUSIBILITY,
                List.of(villages, counties),
                Wording.stated(villages) + " in " + Wording.stated(counties),
                "no fewer villages than counties",
                "%s cannot lie in %s: there are fewer of them."
                        .formatted(Wording.described(villages), Wording.described(counties)));
    }
}
