package org.fupin.reference;

import java.util.List;
import java.util.Locale;
import org.fupin.observation.Coded;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Measure;
import org.fupin.observation.Programme;
import org.jspecify.annotations.Nullable;

/** What overviews state of programmes that have a section of their own, from {@code headlines.csv}. */
public final class Headlines {

    private static final Once<Headlines> TABLE = new Once<>(Headlines::read);

    /**
     * A figure that an overview and a programme's own section both state.
     *
     * @param source who pays; null for any
     * @param words in lower case; one of them stands near the figure in the overview
     */
    public record Headline(
            Programme programme, Measure measure, @Nullable FundingSource source, List<String> words) {

        public Headline {
            words = List.copyOf(words);
        }

        /** Whether {@code text} speaks of the programme. */
        public boolean isNamedIn(String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            return words.stream().anyMatch(lower::contains);
        }
    }

    private final List<Headline> all;

    private Headlines(List<Headline> all) {
        this.all = all;
    }

    /** Reads the table at the first call. */
    public static Headlines load() {
        return TABLE.get();
    }

    private static Headlines read() {
        return new Headlines(CsvTable.read(
                "headlines.csv",
                row -> new Headline(
                        Coded.of(Programme.class, row.get("programme")),
                        Coded.of(Measure.class, row.get("measure")),
                        row.get("source").isEmpty() ? null : Coded.of(FundingSource.class, row.get("source")),
                        CsvTable.several(row, "words"))));
    }

    /** In the order of the file. */
    public List<Headline> all() {
        return all;
    }
}
