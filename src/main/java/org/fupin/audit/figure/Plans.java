package org.fupin.audit.figure;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells plans from what was done by the words before a figure. */
public final class Plans {

    private static final Pattern PLAN_OF = Pattern.compile(
            "(?is).*\\b(planned|plan|target|task|quota|goal)s?\\s+(figure\\s+|number\\s+)?(of|was|were|is|being)\\s*$");
    private static final int BEFORE = 40;

    private static final Pattern EXCEEDS =
            Pattern.compile("\\b(exceed\\w*|beyond|over-?\\s?ful\\w*|surpass\\w*|more than|above|ahead)\\b");

    /** A larger percentage is one of the plan itself, whatever words stand beside it. */
    private static final BigDecimal MOST_OF_EXCESS = new BigDecimal(90);

    private static final int PHRASE = 60;

    private Plans() {}

    /** Whether the text calls this figure a plan: "against a plan of 4,000". */
    public static boolean isCalledPlan(ArticleFigures article, Figure figure) {
        return PLAN_OF.matcher(article.before(figure, BEFORE)).matches();
    }

    /** "Exceeding the plan by 6%", not "106% of the plan, exceeding it". */
    public static boolean isExcess(ArticleFigures article, Figure completion) {
        String around = article.before(completion, PHRASE) + " " + article.after(completion, PHRASE / 2);
        return completion.amount().value().compareTo(MOST_OF_EXCESS) < 0
                && EXCEEDS.matcher(around.toLowerCase(Locale.ROOT)).find();
    }
}
