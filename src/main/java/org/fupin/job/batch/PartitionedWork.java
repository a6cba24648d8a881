package org.fupin.job.batch;

import java.util.Map;

/** Work on several keys at the same time. Each is a partition, which carries the key and nothing else. */
public interface PartitionedWork<K> extends Work<K> {

    /** A key as texts and numbers, by name. */
    Map<String, ?> write(K key);

    /** @param written by {@link #write} */
    K read(Map<String, ?> written);
}
