package org.fupin.job.batch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Divides keys among partitions: enough for all threads to be at work until the end, and few, for each has rows of its own
 * in Spring Batch's records.
 */
final class Partitions {

    /** For each thread at least so many, if there are as many keys: who has the long ones has fewer of them. */
    private static final int PER_THREAD = 4;

    private static final int MOST_KEYS = 32;

    /** What a column of Spring Batch's tables holds (64 KiB) leaves room for, in whatever form it is kept. */
    private static final int MOST_BYTES = 30_000;

    private static final String KEYS = "keys";

    private Partitions() {}

    /** By name; each has the keys that {@link #keys} gives back. */
    static <K> Map<String, ExecutionContext> of(PartitionedWork<K> work, Collection<K> keys, int threads) {
        int most = Math.max(1, Math.min(MOST_KEYS, keys.size() / (PER_THREAD * threads)));
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        ArrayList<Map<String, Object>> written = new ArrayList<>();
        int bytes = 0;
        for (K key : keys) {
            Map<String, Object> one = new HashMap<>(work.write(key));
            int size = bytes(one);
            if (!written.isEmpty() && (written.size() == most || bytes + size > MOST_BYTES)) {
                add(partitions, written);
                written = new ArrayList<>();
                bytes = 0;
            }
            written.add(one);
            bytes += size;
        }
        if (!written.isEmpty()) {
            add(partitions, written);
        }
        return partitions;
    }

    private static void add(Map<String, ExecutionContext> partitions, ArrayList<Map<String, Object>> written) {
        ExecutionContext partition = new ExecutionContext();
        partition.put(KEYS, written);
        partitions.put(Integer.toString(partitions.size() + 1), partition);
    }

    private static int bytes(Map<String, Object> key) {
        return key.entrySet().stream()
                .mapToInt(entry ->
                        entry.getKey().length() + entry.getValue().toString().getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    /** The keys of a partition, in their order. */
    @SuppressWarnings("unchecked")
    static <K> List<K> keys(PartitionedWork<K> work, ExecutionContext partition) {
        return ((List<Map<String, ?>>) partition.get(KEYS))
                .stream().map(work::read).toList();
    }
}
