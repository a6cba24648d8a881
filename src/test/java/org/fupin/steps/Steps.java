package org.fupin.steps;

import java.util.function.Consumer;

/** The steps taken so far by the classes that a {@link CountingClassLoader} loaded; for one thread. */
public final class Steps {

    private static long taken;

    private Steps() {}

    /** Called by the counted classes at each method entry and each branch. */
    public static void one() {
        taken++;
    }

    static void add(long steps) {
        taken += steps;
    }

    /** The steps of one run; those of a run before it, which loads classes and fills caches, do not count. */
    static long of(Consumer<String> subject, String text) {
        long before = taken;
        subject.accept(text);
        return taken - before;
    }
}
