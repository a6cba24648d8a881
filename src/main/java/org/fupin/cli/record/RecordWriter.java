package org.fupin.cli.record;

import java.io.Closeable;
import java.io.IOException;

/** Writes records of one type, one after the other. */
public interface RecordWriter<T> extends Closeable {

    void write(T record) throws IOException;
}
