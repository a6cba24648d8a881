package org.fupin.warehouse.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;

/**
 * Which of the files of a run that have the same article speaks: the last in this order. A file that is still there in a
 * later attempt of the run comes after one that is not; then by when they were last changed, where the job takes the newest;
 * then by name; then by content.
 *
 * @param attempt the last attempt of the run that found the file
 * @param changed milliseconds since 1970, 0 where the job does not go by it
 */
record EditionRank(int attempt, long changed, String name, String documentId) implements Comparable<EditionRank> {

    /** Of the table of documents under its alias {@code d}. */
    static final String COLUMNS = "d.attempt, d.changed, d.name, d.document_id";

    private static final Comparator<EditionRank> ORDER = Comparator.comparingInt(EditionRank::attempt)
            .thenComparingLong(EditionRank::changed)
            .thenComparing(EditionRank::name)
            .thenComparing(EditionRank::documentId);

    static EditionRank read(ResultSet row) throws SQLException {
        return new EditionRank(
                row.getInt("attempt"), row.getLong("changed"), row.getString("name"), row.getString("document_id"));
    }

    @Override
    public int compareTo(EditionRank other) {
        return ORDER.compare(this, other);
    }
}
