package org.fupin.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the earlier level that a level is compared with. */
final class Earlier {

    private static final Pattern FROM = Pattern.compile("(?s).*\\bfrom\\W+(?:\\w+\\W+){0,6}$");
    private static final Pattern TO = Pattern.compile("(?s)^[^.;]*\\bto\\W+(?:\\w+\\W+){0,3}$");
    private static final int FROM_BEFORE = 50;

    private Earlier() {}

    /** The like level of an earlier period in the sentence: "from 40 to 50", "50, against 40 in 2010". */
    static Optional<Figure> levelOf(ArticleFigures article, Figure level) {
        List<Figure> candidates = article.inSentence(level.sentence()).stream()
                .filter(other -> other.isLevel()
                        && !other.equals(level)
                        && other.isLike(level)
                        && !other.isStandard()
                        && other.observation().partOf() == null
                        && other.amount().value().signum() > 0
                        && other.observation()
                                .region()
                                .equals(level.observation().region())
                        && other.observation()
                                .period()
                                .end()
                                .isBefore(level.observation().period().end()))
                .sorted(Comparator.comparingInt(other -> Math.abs(other.begin() - level.begin())))
                .toList();
        return candidates.stream().findFirst();
    }

    /** Whether the text leads from the one to the other: "from X in 2011 to Y". */
    static boolean isFromTo(ArticleFigures article, Figure earlier, Figure level) {
        return earlier.precedes(level)
                && FROM.matcher(article.before(earlier, FROM_BEFORE).toLowerCase(Locale.ROOT))
                        .matches()
                && TO.matcher(article.between(earlier, level).toLowerCase(Locale.ROOT))
                        .matches();
    }
}
