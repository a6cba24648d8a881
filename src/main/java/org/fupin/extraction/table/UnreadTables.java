package org.fupin.extraction.table;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.text.Sorted;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Observation;
import org.fupin.observation.Span;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.document.Sentence;
import org.fupin.observation.document.SourceDocument;
import org.fupin.observation.document.Table;
import org.fupin.observation.document.Warning;

/** Tables of which no figure could be read, so that nobody misses them in silence. */
public final class UnreadTables {

    /** Longest quotation of a table's first row. */
    private static final int QUOTED = 60;

    private final String text;
    private final List<Warning> warnings = new ArrayList<>();
    private int line = 1;
    private int counted;

    private UnreadTables(String text) {
        this.text = text;
    }

    /** A warning for each, in the order of the text. */
    public static List<Warning> in(SourceDocument document, List<ExtractedArticle> articles) {
        UnreadTables unread = new UnreadTables(document.text());
        articles.forEach(article -> article.sections().forEach(unread::section));
        return unread.warnings;
    }

    private void section(ExtractedSection section) {
        List<Observation> observations = section.observations();
        List<LeftOutNumber> leftOut = section.leftOut();
        for (Table table : section.section().tables()) {
            List<Sentence> sentences = table.sentences();
            Span span = new Span(
                    table.first().span().begin(),
                    sentences.get(sentences.size() - 1).span().end());
            int first = Sorted.firstFrom(observations, o -> o.span().begin(), span.begin());
            boolean read = first < observations.size()
                    && span.contains(observations.get(first).span().begin());
            long unread = leftOut
                    .subList(
                            Sorted.firstFrom(leftOut, o -> o.span().begin(), span.begin()),
                            Sorted.firstFrom(leftOut, o -> o.span().begin(), span.end()))
                    .stream()
                    .filter(one -> one.reason() == LeftOutReason.TABLE && !one.isOfUnit(text, 0))
                    .count();
            if (!read && unread > 0) {
                warn(table, span, unread);
            }
        }
    }

    private void warn(Table table, Span span, long numbers) {
        Sentence row = table.rows().get(0).sentence();
        while (counted < row.span().begin()) {
            line += text.charAt(counted) == '\n' ? 1 : 0;
            counted++;
        }
        String words = row.text().replaceAll("\\s+", " ").strip();
        warnings.add(new Warning(
                span,
                LeftOutReason.TABLE,
                "line %d: a table whose headers do not tell what its figures are; %s left out (table): \"%s\""
                        .formatted(
                                line,
                                numbers == 1 ? "a number is" : numbers + " numbers are",
                                words.length() > QUOTED ? words.substring(0, QUOTED) + "..." : words)));
    }
}
