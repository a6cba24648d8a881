package org.fupin.audit.list;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Parthood;
import org.fupin.observation.Qualifier;
import org.fupin.reference.ListCues;

/** Lists under a total to which no figure leads: only the arithmetic and their place say that they belong together. */
final class UnlinkedLists {

    private static final int SENTENCES_ON = 2;
    private static final int MOST_BEFORE = 6;
    private static final int PARENTHESES = 600;

    private static final Pattern REACHED = Pattern.compile(
            "(?i)\\b(total|totall?ed|totall?ing|altogether|in all|combined|reached|amounted to|sum)\\b");
    private static final int REACHED_BEFORE = 60;

    private final ListCues cues;

    UnlinkedLists(ListCues cues) {
        this.cues = cues;
    }

    /** The list that adds up to {@code total}, to which no figure leads. */
    Optional<PartList> of(ArticleFigures article, Figure total) {
        return inParentheses(article, total).or(() -> besideOrAfter(article, total));
    }

    /** "1.117 billion yuan (847 million yuan from A and 270 million yuan from B)". */
    private Optional<PartList> inParentheses(ArticleFigures article, Figure total) {
        String after = article.after(total, PARENTHESES);
        int open = after.indexOf('(');
        int close = after.indexOf(')');
        if (open < 0 || close < open || !after.substring(0, open).isBlank()) {
            return Optional.empty();
        }
        List<Figure> inside = article.inSentenceOf(total).stream()
                .filter(other -> total.end() + open < other.begin() && other.begin() < total.end() + close)
                .filter(other ->
                        Parthood.canBePart(other, total) && other.unit().equals(total.unit()))
                .toList();
        return telling(article, total, inside);
    }

    private Optional<PartList> telling(ArticleFigures article, Figure total, List<Figure> parts) {
        return parts.size() > 1 && isTelling(total) && PartList.makesByItself(PartList.sum(parts, total), total)
                ? Optional.of(PartList.of(article, total, parts, cues))
                : Optional.empty();
    }

    private Optional<PartList> besideOrAfter(ArticleFigures article, Figure total) {
        if (total.sentence() < 0
                || total.observation().partOf() != null
                || total.observation().qualifier() != Qualifier.EXACT) {
            return Optional.empty();
        }
        List<Figure> after = article.inSentenceOf(total).stream()
                .filter(other -> total.precedes(other) && Parthood.canJoin(other, total, article))
                .toList();
        boolean joined = !after.isEmpty()
                && cues.lastJoin(article.between(total, after.get(0))).isPresent();
        List<Figure> like = after.stream().filter(other -> other.isLike(total)).toList();
        List<Figure> next = article.ahead(total, 1).stream()
                .filter(other -> Parthood.canContinue(other, total, article))
                .toList();
        return telling(article, total, joined ? after : like)
                .or(() -> telling(article, total, like))
                .or(() -> telling(article, total, next))
                .or(() -> reached(article, total));
    }

    /**
     * A total next to one that is broken down, where each of its parts has a figure of this kind beside it: "5,400 households
     * and 22,500 people. 3,300 households and 13,700 people ...", "58 projects (12.86 billion yuan), 39 of them (7.88 ...".
     */
    Optional<PartList> beside(ArticleFigures article, Figure total, PartList other) {
        Figure firstPart = other.parts().get(0);
        boolean nextToIt = total.inSentenceOf(other.total())
                && other.total().precedes(firstPart)
                && total.precedes(firstPart)
                && total.observation().qualifier() == Qualifier.EXACT
                && !total.unit().equals(other.total().unit());
        boolean oneSentence = other.parts().stream().allMatch(part -> part.inSentenceOf(firstPart));
        if (!nextToIt || !oneSentence) {
            return Optional.empty();
        }
        List<Figure> kind = article.inSentenceOf(firstPart).stream()
                .filter(figure -> !figure.equals(total) && Parthood.canJoin(figure, total, article))
                .toList();
        boolean after = firstPart.precedes(kind.isEmpty() ? firstPart : kind.get(kind.size() - 1))
                && kind.stream().noneMatch(figure -> total.precedes(figure) && figure.precedes(firstPart));
        List<Figure> parts = new ArrayList<>();
        for (int i = 0; i < other.parts().size(); i++) {
            Figure from = after
                    ? other.parts().get(i)
                    : i == 0 ? total : other.parts().get(i - 1);
            Figure to = after
                    ? (i + 1 < other.parts().size() ? other.parts().get(i + 1) : null)
                    : other.parts().get(i);
            List<Figure> between = kind.stream()
                    .filter(figure -> from.precedes(figure) && (to == null || figure.precedes(to)))
                    .toList();
            if (between.size() != 1) {
                return Optional.empty();
            }
            parts.add(between.get(0));
        }
        return Optional.of(PartList.of(article, total, parts, cues));
    }

    /**
     * A total that the next sentence takes up by who pays: "500 million yuan came from the central government. The central
     * funds include: 300 million yuan of ... and 200 million yuan of ...".
     */
    Optional<PartList> takenUp(ArticleFigures article, Figure total) {
        List<Figure> next = article.ahead(total, 1);
        if (total.observation().source() == null
                || next.isEmpty()
                || next.get(0).paragraph() != total.paragraph()) {
            return Optional.empty();
        }
        List<Figure> parts = next.stream()
                .filter(figure ->
                        Parthood.canJoin(figure, total, article) || Parthood.isDivided(figure, total, article))
                .toList();
        boolean ofOnePayer = parts.stream()
                .allMatch(figure ->
                        figure.observation().source() == total.observation().source());
        boolean only = article.inSentenceOf(total).stream()
                .noneMatch(other -> !other.equals(total)
                        && other.isLike(total)
                        && other.observation().source() == total.observation().source());
        if (parts.size() < 2 || !parts.get(0).equals(next.get(0)) || !ofOnePayer || !only) {
            return Optional.empty();
        }
        if (cues.lastJoin(article.before(parts.get(0), PARENTHESES)).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(PartList.of(article, total, parts, cues));
    }

    /** "11 counties were added. ... Before that, 16 ... The total reached 27." */
    private Optional<PartList> reached(ArticleFigures article, Figure total) {
        if (!REACHED.matcher(article.before(total, REACHED_BEFORE)).find()) {
            return Optional.empty();
        }
        List<Figure> before = article.near(total, SENTENCES_ON).stream()
                .filter(other -> other.precedes(total)
                        && other.paragraph() == total.paragraph()
                        && Parthood.canContinue(other, total, article))
                .toList();
        for (int from = before.size() - 2; from >= Math.max(0, before.size() - MOST_BEFORE); from--) {
            Optional<PartList> list = telling(article, total, before.subList(from, before.size()));
            if (list.isPresent()) {
                return list;
            }
        }
        return Optional.empty();
    }

    /** Small counts add up by chance. */
    private static boolean isTelling(Figure total) {
        return total.amount().value().compareTo(BigDecimal.TEN) > 0;
    }
}
