package org.fupin.extraction;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.text.Sorted;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Span;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.SourceDocument;
import org.fupin.observation.document.Warning;

/**
 * Numbers where there are no sentences: those of titles and headings, and what was dropped as page furniture or, as a warning of
 * the document says, not read.
 */
final class OutsideNumbers {

    private static final int WARNINGS_AT_A_PLACE = 4;

    private final SourceDocument document;
    private final List<LeftOutNumber> leftOut = new ArrayList<>();

    OutsideNumbers(SourceDocument document) {
        this.document = document;
    }

    List<LeftOutNumber> all() {
        return leftOut;
    }

    /** Where the title ends that the article begins with, as the text writes it; the begin where it was stated elsewhere. */
    int titleEnd(Article article) {
        String text = document.text();
        int at = article.span().begin();
        String title = article.title();
        for (int i = 0; i < title.length(); i++) {
            if (title.charAt(i) == ' ') {
                continue;
            }
            while (at < article.span().end() && text.charAt(at) != title.charAt(i) && isBlank(text.charAt(at))) {
                at++;
            }
            if (at >= article.span().end() || text.charAt(at) != title.charAt(i)) {
                return article.span().begin();
            }
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c <= ' '
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT;
    }

    /**
     * Numbers where there are no sentences: those of titles and headings, and what was dropped as page furniture or, as a
     * warning of the document says, not read.
     */
    void add(int from, int to, LeftOutReason reason) {
        if (from >= to) {
            return;
        }
        Tokens tokens = Tokens.of(document.text().substring(from, to), from);
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.isNumber(i)) {
                Span span = new Span(tokens.begin[i], tokens.end[i]);
                LeftOutReason own = reason == LeftOutReason.FURNITURE ? unread(span, reason) : reason;
                leftOut.add(new LeftOutNumber(span, tokens.raw(i, i + 1), own));
            }
        }
        for (Span mark : tokens.footnoteDigits()) {
            leftOut.add(new LeftOutNumber(mark, mark.in(document.text()), LeftOutReason.MARK));
        }
    }

    /** Why the text around a number was not read, if a warning says so. */
    private LeftOutReason unread(Span number, LeftOutReason otherwise) {
        List<Warning> warnings = document.warnings();
        int behind = Sorted.firstFrom(warnings, warning -> warning.span().begin(), number.begin() + 1);
        // The last ones that begin before the number: few begin at one place.
        for (Warning warning : warnings.subList(Math.max(0, behind - WARNINGS_AT_A_PLACE), behind)) {
            if (warning.reason() != LeftOutReason.OTHER && warning.span().contains(number.begin())) {
                return warning.reason();
            }
        }
        return otherwise;
    }
}
