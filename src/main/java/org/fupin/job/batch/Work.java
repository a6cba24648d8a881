package org.fupin.job.batch;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.fupin.observation.Printable;

/**
 * A step as plain work on keys: files, province-years, years. It may be killed at any point and done again: what is left to do
 * it finds where the results are.
 */
public interface Work<K> {

    /** Of the step, as operators know it. */
    String name();

    /** What there is to do now. */
    Collection<K> keys() throws Exception;

    /** What a key is called, under the names that the log has for it; empty where there is but one. */
    default Map<String, ?> describe(K key) {
        return Map.of();
    }

    /** What a key is called, on one line. */
    default String label(K key) {
        return label(describe(key));
    }

    /** A key as it was described, on one line. */
    static String label(Map<String, ?> described) {
        return Printable.line(described.values().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    /** @throws StoppedException if it noticed by itself that the run shall stop */
    void work(K key) throws Exception;

    /** Called after the work on all keys, by one thread; not if it failed or was stopped. */
    default void end() throws Exception {}

    /** Whether people see how it goes. */
    default boolean isShown() {
        return true;
    }
}
