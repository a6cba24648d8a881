package org.fupin.reference;

import java.util.Set;

/** Words that tell how a figure is named in a report, from {@code lexicon/report_words.csv}. */
public final class ReportWords {

    private static final Once<ReportWords> TABLE = new Once<>(ReportWords::read);

    /** The classes of words; what each means stands in the file. */
    public enum Use {
        VAGUE_ITEM,
        GROUP_PLACE,
        GROUP_POOR,
        GROUP_STOP,
        GROUP_ARTICLE
    }

    private final WordClasses<Use> words;

    private ReportWords(WordClasses<Use> words) {
        this.words = words;
    }

    /** Reads the table at the first call. */
    public static ReportWords load() {
        return TABLE.get();
    }

    private static ReportWords read() {
        return new ReportWords(WordClasses.read("report_words.csv", Use.class));
    }

    /** All words of this use, in lower case. */
    public Set<String> of(Use use) {
        return words.of(use);
    }
}
