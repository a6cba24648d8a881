package org.fupin.review;

import java.util.Comparator;

/**
 * Something wrong in a corrections file.
 *
 * @param file its name
 * @param line from 1
 * @param what for people
 */
public record CorrectionMistake(String file, int line, String what) implements Comparable<CorrectionMistake> {

    private static final Comparator<CorrectionMistake> ORDER = Comparator.comparing(CorrectionMistake::file)
            .thenComparingInt(CorrectionMistake::line)
            .thenComparing(CorrectionMistake::what);

    static CorrectionMistake in(CorrectionLine line, String what) {
        return new CorrectionMistake(line.file(), line.line(), what);
    }

    /** Where it stands, for people. */
    public String place() {
        return file + ":" + line;
    }

    @Override
    public int compareTo(CorrectionMistake other) {
        return ORDER.compare(this, other);
    }
}
