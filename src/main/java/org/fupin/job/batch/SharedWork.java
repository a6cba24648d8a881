package org.fupin.job.batch;

import java.util.List;
import java.util.Map;

/** Work whose partitions other processes do, and hand back what they found out as text. */
public interface SharedWork<K> extends PartitionedWork<K> {

    /**
     * What another process did not get done.
     *
     * @param key as it is described
     */
    record Failed(Map<String, ?> key, ElsewhereException why) {}

    /**
     * Takes note of what was found out of a partition; called once for each.
     *
     * @param keys of the partition
     * @return what failed
     */
    List<Failed> heard(List<K> keys, String report) throws Exception;
}
