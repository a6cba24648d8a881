package org.fupin.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fupin.observation.Coded;

/** The words that join a total and its parts, from {@code lexicon/list_cues.csv}. */
public final class ListCues {

    private static final Once<ListCues> TABLE = new Once<>(ListCues::read);

    /**
     * A cue that was found.
     *
     * @param begin offset of its first character in the text searched
     * @param end exclusive
     */
    public record Cue(String phrase, ListClaim claim, int begin, int end) {}

    private record Row(String phrase, ListClaim claim) {}

    private final List<Row> rows;

    private ListCues(List<Row> rows) {
        this.rows = rows;
    }

    /** Reads the table at the first call. */
    public static ListCues load() {
        return TABLE.get();
    }

    private static ListCues read() {
        return new ListCues(new LexiconTable(CsvTable.Files.CLASS_PATH, "phrase")
                .read("list_cues.csv", row -> new Row(row.get("phrase"), Coded.of(ListClaim.class, row.get("claim")))));
    }

    /** All cues in {@code text}, by begin; where two begin at one place only the longer. */
    public List<Cue> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<Cue> found = new ArrayList<>();
        for (Row row : rows) {
            int at = lower.indexOf(row.phrase());
            while (at >= 0) {
                int end = at + row.phrase().length();
                if (isWordEdge(lower, at - 1, at) && isWordEdge(lower, end - 1, end)) {
                    found.add(new Cue(row.phrase(), row.claim(), at, end));
                }
                at = lower.indexOf(row.phrase(), at + 1);
            }
        }
        found.sort(Comparator.comparingInt(Cue::begin)
                .thenComparing(Comparator.comparingInt(Cue::end).reversed()));
        List<Cue> longest = new ArrayList<>();
        for (Cue cue : found) {
            if (longest.isEmpty() || longest.get(longest.size() - 1).begin() != cue.begin()) {
                longest.add(cue);
            }
        }
        return List.copyOf(longest);
    }

    /** The last cue in {@code text} that joins a total to the parts after it. */
    public Optional<Cue> lastJoin(String text) {
        List<Cue> joins =
                in(text).stream().filter(cue -> cue.claim() != ListClaim.OPEN).toList();
        return joins.isEmpty() ? Optional.empty() : Optional.of(joins.get(joins.size() - 1));
    }

    /** Whether {@code text} says that a list before it goes on. */
    public boolean leavesOpen(String text) {
        return in(text).stream().anyMatch(cue -> cue.claim() == ListClaim.OPEN);
    }

    /** Digits and punctuation glued to a cue ("of which374.66 million") do not hide it, letters do. */
    private static boolean isWordEdge(String text, int left, int right) {
        return left < 0
                || right >= text.length()
                || !Character.isLetter(text.charAt(left))
                || !Character.isLetter(text.charAt(right));
    }
}
