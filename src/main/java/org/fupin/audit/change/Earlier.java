package org.fupin.audit.change;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;

/** Finds the earlier level that a level is compared with. */
final class Earlier {

    private static final Pattern FROM = Pattern.compile("(?s).*\\bfrom\\W+(?:\\w+\\W+){0,6}$");
    private static final Pattern TO = Pattern.compile("(?s)^[^.;]*\\bto\\W+(?:\\w+\\W+){0,3}$");
    /** Right before an earlier level: a bracket behind its year, or a word that compares. */
    private static final Pattern BASE = Pattern.compile(
            "(?s).*((19|20)[0-9]{2}\\s*\\(|\\byear\\s*\\(|\\bfrom|\\bagainst|\\bcompared (with|to))\\s*$");

    private static final int FROM_BEFORE = 50;

    private Earlier() {}

    /** The like level of an earlier period in the sentence: "from 40 to 50", "50, against 40 in 2010". */
    static Optional<Figure> levelOf(ArticleFigures article, Figure level) {
        List<Figure> candidates = article.inSentenceOf(level).stream()
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

    /** Whether the text says that the one is what the other is compared with. */
    static boolean isTold(ArticleFigures article, Figure earlier, Figure level) {
        return isFromTo(article, earlier, level) || isBase(article, earlier, level);
    }

    /** "Y, 12 more than in 2011 (X)", "Y, up from X a year earlier", "Y, against X the year before". */
    private static boolean isBase(ArticleFigures article, Figure earlier, Figure level) {
        return level.precedes(earlier)
                && level.inSentenceOf(earlier)
                && BASE.matcher(article.before(earlier, FROM_BEFORE).toLowerCase(Locale.ROOT))
                        .matches();
    }

    /** Whether the text leads from the one to the other: "from X in 2011 to Y". */
    private static boolean isFromTo(ArticleFigures article, Figure earlier, Figure level) {
        return earlier.precedes(level)
                && FROM.matcher(article.before(earlier, FROM_BEFORE).toLowerCase(Locale.ROOT))
                        .matches()
                && TO.matcher(article.between(earlier, level).toLowerCase(Locale.ROOT))
                        .matches();
    }
}
