package org.fupin.audit.list;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.reference.ListClaim;
import org.fupin.reference.ListCues;
import org.jspecify.annotations.Nullable;

/**
 * Parts that the text lists under one total, and what the text claims about the list.
 *
 * @param claim what the words that join them say; null where no such words stand between total and parts
 * @param closed the list comes to an end of its own ("A, B and C") within one sentence and does not go on ("etc.")
 * @param rest the last part is what remains: "other projects", "the rest"
 * @param nameless the one part of which nothing is said, of at least four: "8 by A, 7, 9 by B and 5 by C"; null where all have
 *     their names, or several have none
 */
public record PartList(
        Figure total,
        List<Figure> parts,
        @Nullable ListClaim claim,
        boolean closed,
        boolean rest,
        @Nullable Figure nameless) {

    /** An identity whose figures are known no better than this share of the total proves nothing. */
    private static final BigDecimal TELLING = new BigDecimal("0.05");

    private static final BigDecimal TELLING_BY_ITSELF = new BigDecimal("0.01");

    private static final Pattern CLOSING = Pattern.compile("\\b(and|while|as well as|plus)\\b|;|&");
    private static final Pattern REST = Pattern.compile("\\b(others?|rest|remaining|remainder|balance)\\b");
    /** Right before a total: "Among the 88 counties, ..." at the beginning of a sentence or clause. */
    private static final Pattern OF_THE =
            Pattern.compile("(?s)(.*[.;:,]\\s*)?(of|among|in|from)\\s+(the|these|those|all)(\\s+\\w+){0,3}\\s*$");

    /** Behind the last part: "of which A and B were from C and D respectively" names all there are. */
    private static final Pattern TOLD_OFF =
            Pattern.compile("(?i)[^.;:0-9]{0,60}\\brespectively\\s*([.;,)]|$)(?!\\s*(up|down|with|an?)\\b)");

    private static final Pattern TAKING_UP = Pattern.compile("(?i)(of|among) (the|this|these|them|it)\\b");

    /** Between a part of which nothing is said and the next. */
    private static final Pattern NOTHING_SAID = Pattern.compile("\\s*[,;]\\s*(and\\s+)?");

    /** Fewer parts without names are told off elsewhere, as "respectively". */
    private static final int NAMED = 4;

    /** Words that may stand between a total and the cue of its list. */
    private static final int CUE_BEFORE = 40;

    private static final int AFTER_LIST = 60;

    public static PartList of(ArticleFigures article, Figure total, List<Figure> parts, ListCues cues) {
        Figure first = parts.get(0);
        Figure last = parts.get(parts.size() - 1);
        String join = article.between(total, first);
        Optional<ListCues.Cue> cue = cues.lastJoin(join);
        ListClaim claim = null;
        if (cue.isPresent()) {
            claim = cue.get().claim();
        } else if (join.stripTrailing().endsWith("(")) {
            // "1.117 billion yuan (847 million yuan from A and 270 million yuan from B)"
            claim = ListClaim.WHOLE;
        } else if (total.precedes(first)) {
            claim = startsOfThe(article, total) || takesUp(article, total, first) ? ListClaim.PARTITION : null;
        }
        boolean oneSentence = parts.stream().allMatch(part -> part.inSentenceOf(first));
        boolean closed = parts.size() > 1
                && oneSentence
                && CLOSING.matcher(article.between(parts.get(parts.size() - 2), last))
                        .find()
                && !cues.leavesOpen(article.after(last, AFTER_LIST));
        if (claim == ListClaim.PARTITION
                && closed
                && TOLD_OFF.matcher(article.after(last, AFTER_LIST)).lookingAt()) {
            claim = ListClaim.WHOLE;
        }
        boolean rest =
                REST.matcher(last.observation().item().toLowerCase(Locale.ROOT)).find();
        return new PartList(total, List.copyOf(parts), claim, closed, rest, nameless(article, total, parts));
    }

    private static @Nullable Figure nameless(ArticleFigures article, Figure total, List<Figure> parts) {
        List<Figure> without = new ArrayList<>();
        for (int i = 1; i < parts.size() && parts.size() >= NAMED; i++) {
            boolean listed = total.precedes(parts.get(i - 1)) && parts.get(i).inSentenceOf(parts.get(i - 1));
            if (listed
                    && NOTHING_SAID
                            .matcher(article.between(parts.get(i - 1), parts.get(i)))
                            .matches()) {
                without.add(parts.get(i - 1));
            }
        }
        return without.size() == 1 ? without.get(0) : null;
    }

    /** "1.4 billion yuan was invested. Of the investment, 570 million yuan was ...". */
    private static boolean takesUp(ArticleFigures article, Figure total, Figure first) {
        return first.sentence() == total.sentence() + 1
                && TAKING_UP.matcher(article.before(first, CUE_BEFORE)).lookingAt();
    }

    /** "Of the 26 counties, 14 ...". */
    private static boolean startsOfThe(ArticleFigures article, Figure total) {
        return OF_THE.matcher(article.before(total, CUE_BEFORE).toLowerCase(Locale.ROOT))
                .matches();
    }

    /** Whether the text says that these are all the parts: "divided into A and B", "of which A and the rest B". */
    public boolean claimsAll() {
        if (parts.size() < 2 || claim == null) {
            return false;
        }
        return switch (claim) {
            case WHOLE -> closed || rest;
            case PARTITION -> closed && rest;
            case EXAMPLE, OPEN -> false;
        };
    }

    /** The sum of the parts in the total's unit. */
    public Amount sum() {
        return sum(parts, total);
    }

    /** The sum of {@code parts} in the unit of {@code total}. */
    public static Amount sum(List<Figure> parts, Figure total) {
        Amount sum = Amount.ZERO;
        for (Figure part : parts) {
            sum = sum.plus(part.in(total.unit()));
        }
        return sum;
    }

    /** Whether the parts make up the total, and so closely that it proves something. */
    boolean reconciles() {
        return reconciles(TELLING);
    }

    /** The same where no link but only the arithmetic says that the figures belong together. */
    boolean reconcilesByItself() {
        return reconciles(TELLING_BY_ITSELF);
    }

    private boolean reconciles(BigDecimal telling) {
        return parts.size() > 1 && makes(sum(), total, telling);
    }

    /** Whether {@code sum} makes up the total as {@link #reconciles()} has it; for sums that are built up part by part. */
    static boolean makes(Amount sum, Figure total) {
        return makes(sum, total, TELLING);
    }

    /** The same as {@link #reconcilesByItself()} has it. */
    static boolean makesByItself(Amount sum, Figure total) {
        return makes(sum, total, TELLING_BY_ITSELF);
    }

    private static boolean makes(Amount sum, Figure total, BigDecimal telling) {
        return sum.fit(total.amount()) == Fit.HOLDS
                && (sum.value().compareTo(total.amount().value()) == 0
                        || sum.spread().add(total.amount().spread()).compareTo(telling) <= 0);
    }

    boolean exceeds() {
        Amount sum = sum();
        return sum.strict().isAbove(total.amount().strict())
                && sum.value().compareTo(total.amount().value()) > 0;
    }

    /** Whether the parts make up the total once that without a name is left out. */
    boolean reconcilesWithoutNameless() {
        List<Figure> named = new ArrayList<>(parts);
        return nameless != null && named.remove(nameless) && makes(sum(named, total), total);
    }

    /** Total first, then the parts. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>(parts.size() + 1);
        figures.add(total);
        figures.addAll(parts);
        return figures;
    }
}
