package org.fupin.reference;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A table that is read when it is first asked for, and once in a process; whoever asks gets the same. */
final class Once<T> {

    private final Supplier<T> reader;
    private volatile @Nullable T table;

    Once(Supplier<T> reader) {
        this.reader = reader;
    }

    /** A mistake in the file is thrown as it is, and again at the next call. */
    T get() {
        T read = table;
        if (read == null) {
            synchronized (this) {
                read = table;
                if (read == null) {
                    read = reader.get();
                    table = read;
                }
            }
        }
        return read;
    }
}
