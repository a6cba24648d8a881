package org.fupin.job.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.repository.dao.DefaultExecutionContextSerializer;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class PartitionsTest {

    private record Texts() implements PartitionedWork<String> {

        @Override
        public String name() {
            return "texts";
        }

        @Override
        public List<String> keys() {
            return List.of();
        }

        @Override
        public void work(String key) {}

        @Override
        public Map<String, ?> write(String key) {
            return Map.of("text", key, "length", key.length());
        }

        @Override
        public String read(Map<String, ?> written) {
            return (String) written.get("text");
        }
    }

    @Test
    void eachKeyIsInOnePartitionAndInItsOrder() {
        for (int count : List.of(0, 1, 7, 8, 33, 330, 5000)) {
            List<String> keys =
                    IntStream.range(0, count).mapToObj(i -> "key " + i).toList();

            assertThat(divided(keys, 2).stream().flatMap(List::stream)).containsExactlyElementsOf(keys);
        }
    }

    @Test
    void threadsHaveWorkUntilTheEndAndManyKeysFewPartitions() {
        assertThat(sizes(33, 2)).containsExactly(4, 4, 4, 4, 4, 4, 4, 4, 1);
        assertThat(sizes(5, 2)).containsExactly(1, 1, 1, 1, 1);
        assertThat(sizes(5000, 2)).hasSize(157).contains(32, 8);
    }

    @Test
    void aPartitionFitsIntoItsColumn() throws Exception {
        List<String> keys = IntStream.range(0, 400)
                .mapToObj(i -> "报告".repeat(400 * (i % 3)) + i)
                .toList();
        int most = 0;
        for (ExecutionContext partition : Partitions.of(new Texts(), keys, 2).values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new DefaultExecutionContextSerializer().serialize(partition.toMap(), out);
            most = Math.max(most, out.size());
        }

        assertThat(most).isBetween(30_000, 65_535);
        assertThat(divided(keys, 2).stream().flatMap(List::stream)).containsExactlyElementsOf(keys);
    }

    private static List<Integer> sizes(int count, int threads) {
        return divided(IntStream.range(0, count).mapToObj(Integer::toString).toList(), threads).stream()
                .map(List::size)
                .toList();
    }

    private static List<List<String>> divided(Collection<String> keys, int threads) {
        Texts work = new Texts();
        List<List<String>> divided = new ArrayList<>();
        Partitions.of(work, keys, threads).values().forEach(one -> divided.add(Partitions.keys(work, one)));
        return divided;
    }
}
