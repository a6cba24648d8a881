package org.fupin.cli.record;

import java.io.IOException;
import java.io.Writer;

/** How records are written. */
public enum RecordFormat {
    /** One JSON object a line. */
    JSONL {
        @Override
        public <T> RecordWriter<T> open(RecordType<T> type, Writer out) {
            return new JsonLinesWriter<>(type, out);
        }
    },
    /** RFC 4180 with a header row; the values of a list are separated by blanks. */
    CSV {
        @Override
        public <T> RecordWriter<T> open(RecordType<T> type, Writer out) throws IOException {
            return new CsvRecordWriter<>(type, out);
        }
    };

    /** Closing the writer flushes {@code out} and leaves it open. */
    public abstract <T> RecordWriter<T> open(RecordType<T> type, Writer out) throws IOException;
}
