package org.fupin.job.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartitionKeysTest {

    private final List<String> events = new ArrayList<>();
    private final Telling telling = new Telling(new StepProgress() {
        @Override
        public void begin(String step, int total) {}

        @Override
        public void done(String step, String what) {
            events.add(what + " done");
        }

        @Override
        public void end(String step) {}
    });
    private String stopAfter = "";
    private long weight = 1;

    /** Puts texts down; a chunk with a bad one in it fails as a whole. */
    private final class Chunked implements ChunkedWork<String, String> {

        @Override
        public String name() {
            return "load";
        }

        @Override
        public List<String> keys() {
            return List.of();
        }

        @Override
        public Map<String, ?> describe(String key) {
            return Map.of("key", key);
        }

        @Override
        public Map<String, ?> write(String key) {
            return Map.of("key", key);
        }

        @Override
        public String read(Map<String, ?> written) {
            return (String) written.get("key");
        }

        @Override
        public String prepare(String key) throws IOException {
            if (key.startsWith("unreadable")) {
                throw new IOException("cannot read " + key);
            } else if (key.startsWith("stop")) {
                throw new StoppedException();
            }
            events.add(key);
            return key;
        }

        @Override
        public long weight(String prepared) {
            return weight;
        }

        @Override
        public void putDown(List<String> prepared) throws IOException {
            if (prepared.stream().anyMatch(one -> one.startsWith("bad"))) {
                throw new IOException("cannot load " + prepared);
            }
            events.add(String.valueOf(prepared));
        }

        @Override
        public void conclude(String prepared) throws IOException {
            if (prepared.startsWith("late")) {
                throw new IOException("cannot conclude " + prepared);
            }
        }
    }

    @Test
    void putsSeveralDownAtOnce() throws Exception {
        assertThat(done("a", "b", "c")).isTrue();

        assertThat(events).containsExactly("a", "b", "c", "[a, b, c]", "a done", "b done", "c done");
    }

    @Test
    void notTooManyAndNotTooHeavyOnes() throws Exception {
        String[] keys =
                IntStream.range(0, ChunkedWork.MOST + 3).mapToObj(i -> "k" + i).toArray(String[]::new);

        assertThat(done(keys)).isTrue();
        assertThat(events).contains("[k16, k17, k18]");

        events.clear();
        weight = ChunkedWork.HEAVIEST / 2;
        assertThat(done("a", "b", "c")).isTrue();
        assertThat(events).contains("[a, b]", "[c]");
    }

    @Test
    void oneThatCannotBePutDownHarmsNoOther() {
        assertThatThrownBy(() -> done("a", "bad", "c")).hasMessage("cannot load [bad]");

        assertThat(events).containsExactly("a", "bad", "c", "[a]", "a done", "[c]", "c done");
        assertThat(telling.failures()).extracting(StepFailure::key).containsExactly("bad");
    }

    @Test
    void oneThatCannotBePreparedOrConcludedHarmsNoOther() {
        assertThatThrownBy(() -> done("a", "unreadable", "late", "c")).hasMessage("cannot read unreadable");

        assertThat(events).containsExactly("a", "late", "c", "[a, late, c]", "a done", "c done");
        assertThat(telling.failures()).extracting(StepFailure::key).containsExactly("late", "unreadable");
    }

    @Test
    void finishesWhatIsInWorkWhenItShallStop() throws Exception {
        stopAfter = "b";
        assertThat(done("a", "b", "c")).isFalse();
        assertThat(events).containsExactly("a", "b", "[a, b]", "a done", "b done");

        events.clear();
        stopAfter = "";
        assertThat(done("a", "stop", "c")).isFalse();
        assertThat(events).containsExactly("a", "[a]", "a done");
    }

    @Test
    void tellsWhatAChunkFailedOfEvenIfTheRunShallStopForIt() {
        stopAfter = "bad 2";
        assertThatThrownBy(() -> done("bad 1", "bad 2")).hasMessage("cannot load [bad 1]");

        assertThat(telling.failures()).extracting(StepFailure::key).containsExactly("bad 1");
    }

    private boolean done(String... keys) throws Exception {
        return new PartitionKeys<>(new Chunked(), () -> events.contains(stopAfter), telling).areDone(List.of(keys));
    }
}
