package org.fupin.extraction.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Clause;
import org.fupin.extraction.structure.Enumeration;
import org.fupin.extraction.structure.Figure;
import org.fupin.extraction.structure.Structure;
import org.fupin.extraction.text.Tokens;

/** Tells people how a sentence is built: a row for each clause and each enumeration. */
final class StructureTable {

    private StructureTable() {}

    /** Rows of what it is, its words, and its parts. */
    static List<List<String>> of(SentenceContext sentence) {
        Structure structure = sentence.structure();
        Tokens tokens = sentence.tokens;
        List<List<String>> rows = new ArrayList<>();
        for (Clause clause : structure.clauses()) {
            String subject = clause.hasSubject()
                    ? "subject " + quoted(tokens, clause.subjectFrom(), clause.subjectTo())
                    : "no subject";
            String predicate = clause.hasPredicate()
                    ? ", predicate " + quoted(tokens, clause.verbFrom(), clause.verbTo())
                    : ", no predicate";
            rows.add(List.of(
                    "clause",
                    quoted(tokens, clause.from(), clause.to()),
                    subject + predicate + roles(sentence, clause)));
        }
        for (Enumeration enumeration : structure.enumerations()) {
            String items = enumeration.items().stream()
                    .map(item -> text(tokens, item.amount())
                            + item.shares().stream()
                                    .map(share -> " " + text(tokens, share))
                                    .collect(Collectors.joining()))
                    .collect(Collectors.joining("; "));
            String topic = quoted(tokens, enumeration.topicFrom(), enumeration.topicTo());
            String total = enumeration.total() == null ? "" : "of " + text(tokens, enumeration.total()) + ": ";
            rows.add(List.of(
                    "list", enumeration.topicTo() > enumeration.topicFrom() ? topic : "(no topic)", total + items));
        }
        return rows;
    }

    private static String roles(SentenceContext sentence, Clause clause) {
        return sentence.figures().stream()
                .filter(figure -> sentence.structure().clauseAt(figure.lead) == clause)
                .map(figure -> "; " + text(sentence.tokens, figure) + " "
                        + sentence.structure().role(figure).name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static String text(Tokens tokens, Figure figure) {
        return tokens.raw(figure.lead(), figure.to());
    }

    private static String quoted(Tokens tokens, int from, int to) {
        return FigureTable.quoted(tokens.raw(from, to));
    }
}
