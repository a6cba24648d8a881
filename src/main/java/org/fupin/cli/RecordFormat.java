package org.fupin.cli;

import java.io.IOException;
import java.io.Writer;

/** How records are written. */
enum RecordFormat {
    /** One JSON object a line. */
    JSONL {
        @Override
        <T> RecordWriter<T> open(RecordType<T> type, Writer out) {
            return new JsonLinesWriter<>(type, out);
        }
    },
    /** RFC 4180 with a header row; the values of a list are separated by blanks. */
    CSV {
        @Override
        <T> RecordWriter<T> open(RecordType<T> type, Writer out) throws IOException {
            return new CsvRecordWriter<>(type, out);
        }
    };

    /** Closing the writer flushes {@code out} and leaves it open. */
    abstract <T> RecordWriter<T> open(RecordType<T> type, Writer out) throws IOException;
}
