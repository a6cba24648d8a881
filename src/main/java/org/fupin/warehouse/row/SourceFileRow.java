package org.fupin.warehouse.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.fupin.observation.document.SourceFile;

/** A document's own columns: {@code document_id, name, format, charset, byte_size}. */
public final class SourceFileRow {

    private SourceFileRow() {}

    public static SourceFile read(ResultSet row) throws SQLException {
        return new SourceFile(
                row.getString("document_id"),
                row.getString("name"),
                row.getString("format"),
                row.getString("charset"),
                row.getLong("byte_size"));
    }
}
