package org.fupin.job.batch;

import java.util.List;

/**
 * Work whose results are put down several at a time, in one transaction. If that fails, each is put down alone: then one
 * that cannot be is the only one that fails.
 *
 * @param <P> what is made of a key before it is put down
 */
public interface ChunkedWork<K, P> extends PartitionedWork<K> {

    /** So many are put down at once, if they do not weigh too much. */
    int MOST = 16;

    /** So much they may weigh together; one that weighs more is put down alone. */
    long HEAVIEST = 500_000;

    /**
     * Does what needs no transaction.
     *
     * @throws StoppedException if it noticed by itself that the run shall stop
     */
    P prepare(K key) throws Exception;

    /** How much memory it takes until it is put down, in bytes of the source, roughly. */
    long weight(P prepared);

    /**
     * Puts down what was made of some keys, all of it or nothing. Called again with one of them at a time if it throws.
     */
    void putDown(List<P> prepared) throws Exception;

    /** What is left to do for a key once its part is put down. */
    void conclude(P prepared) throws Exception;

    @Override
    default void work(K key) throws Exception {
        P prepared = prepare(key);
        putDown(List.of(prepared));
        conclude(prepared);
    }
}
