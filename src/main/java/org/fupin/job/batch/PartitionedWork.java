package org.fupin.job.batch;

import java.util.Map;

/**
 * Work on several keys at the same time. A partition has some of them, next to each other, and carries them and nothing
 * else. A key that fails keeps none of the others from being worked on.
 */
public interface PartitionedWork<K> extends Work<K> {

    /** A key as texts and numbers, by name. */
    Map<String, ?> write(K key);

    /** @param written by {@link #write} */
    K read(Map<String, ?> written);
}
