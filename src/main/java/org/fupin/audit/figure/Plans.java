package org.fupin.audit.figure;

import java.util.regex.Pattern;

/** Tells plans from what was done by the words before a figure. */
public final class Plans {

    private static final Pattern PLAN_OF = Pattern.compile(
            "(?is).*\\b(planned|plan|target|task|quota|goal)s?\\s+(figure\\s+|number\\s+)?(of|was|were|is|being)\\s*$");
    private static final int BEFORE = 40;

    private Plans() {}

    /** Whether the text calls this figure a plan: "against a plan of 4,000". */
    public static boolean isCalledPlan(ArticleFigures article, Figure figure) {
        return PLAN_OF.matcher(article.before(figure, BEFORE)).matches();
    }
}
