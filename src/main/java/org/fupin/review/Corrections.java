package org.fupin.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fupin.observation.Sha256;
import org.fupin.observation.Span;

/**
 * What files of corrections hold.
 *
 * @param numbers what was decided, by document and place, each number once; nothing that a mistake is about
 * @param mistakes by file and line
 */
public record Corrections(List<CorrectedNumber> numbers, List<CorrectionMistake> mistakes) {

    public static final Corrections NONE = new Corrections(List.of(), List.of());

    private static final int LONGEST_QUOTE = 60;

    public Corrections {
        numbers = List.copyOf(numbers);
        mistakes = List.copyOf(mistakes);
    }

    /** How many lines there are without a mistake. */
    public int lines() {
        return numbers.stream().mapToInt(number -> number.lines().size()).sum();
    }

    /** What numbers say, as a hash: another one where a line was added, changed or withdrawn. */
    public static String hash(List<CorrectedNumber> numbers) {
        List<Object> parts = new ArrayList<>();
        for (CorrectedNumber number : numbers) {
            for (CorrectionLine line : number.lines()) {
                parts.addAll(List.of(number.documentId(), number.span(), number.text()));
                parts.addAll(List.of(line.field(), line.value(), line.reason(), line.by(), line.at()));
            }
        }
        return Sha256.ofParts(parts.toArray());
    }

    /**
     * What only the documents tell: that one is unknown, or has another text at a place.
     *
     * @param texts the whole text of a document, by its id; asked once for each
     */
    public List<CorrectionMistake> against(Function<String, Optional<String>> texts) {
        Map<String, Optional<String>> known = new HashMap<>();
        List<CorrectionMistake> found = new ArrayList<>();
        for (CorrectedNumber number : numbers) {
            Optional<String> text = known.computeIfAbsent(number.documentId(), texts);
            String what = text.map(content -> differing(number, content))
                    .orElse("document " + number.documentId() + " is unknown: expected one that the warehouse holds");
            if (!what.isEmpty()) {
                number.lines().forEach(line -> found.add(CorrectionMistake.in(line, what)));
            }
        }
        found.sort(null);
        return found;
    }

    /** What is wrong with a number's text, empty if nothing is. */
    static String differing(CorrectedNumber number, String text) {
        Span span = number.span();
        if (span.end() > text.length()) {
            return "end: " + span.end() + " is behind the end of the document, which has " + text.length()
                    + " characters";
        }
        String there = span.in(text);
        return there.equals(number.text())
                ? ""
                : "text: '" + quote(number.text()) + "' is not what the document has from " + span.begin() + " to "
                        + span.end() + ": '" + quote(there) + "'";
    }

    private static String quote(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE - 3) + "...";
    }
}
