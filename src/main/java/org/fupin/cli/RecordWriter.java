package org.fupin.cli;

import java.io.Closeable;
import java.io.IOException;

/** Writes records of one type, one after the other. */
interface RecordWriter<T> extends Closeable {

    void write(T record) throws IOException;
}
