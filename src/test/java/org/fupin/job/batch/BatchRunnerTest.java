package org.fupin.job.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;

class BatchRunnerTest {

    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private BatchRunner runner;

    @BeforeEach
    void repositoryInMemory() throws Exception {
        ResourcelessJobRepository repository = new ResourcelessJobRepository();
        TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
        operator.setJobRepository(repository);
        operator.setJobRegistry(new MapJobRegistry());
        operator.afterPropertiesSet();
        runner = new BatchRunner(repository, operator);
    }

    @Test
    void doesTheStepsInTheirOrderAndEachKeyOnce() {
        BatchEnd end = run(() -> false, step("list", "a", "b"), parts("read", "a", "b"));

        assertThat(end).isEqualTo(new BatchEnd(false, List.of(), end.completed()));
        assertThat(end.completed()).contains("list", "read");
        assertThat(events.subList(0, 9))
                .containsExactly(
                        "list begins: 2",
                        "list a",
                        "list a done",
                        "list b",
                        "list b done",
                        "list at the end",
                        "list ends",
                        "read begins: 2",
                        events.get(8));
        assertThat(events.subList(8, 14))
                .containsOnlyOnce("read a", "read a done", "read b", "read b done")
                .endsWith("read at the end", "read ends");
    }

    @Test
    void tellsOnWhichKeyItFailedAndBeginsNothingMore() {
        BatchEnd end = run(() -> false, parts("read", "a", "bad 1", "bad 2"), step("list", "a"));

        assertThat(end.stopped()).isFalse();
        assertThat(end.failures())
                .extracting(StepFailure::step, StepFailure::key, failure -> failure.cause()
                        .getMessage())
                .containsExactly(tuple("read", "bad 1", "cannot do bad 1"), tuple("read", "bad 2", "cannot do bad 2"));
        assertThat(end.completed()).doesNotContain("read", "list");
        assertThat(events)
                .contains("read {key=bad 1} failed", "read a done", "read ends")
                .doesNotContain("read bad 1 done", "read at the end", "list begins: 1");
    }

    @Test
    void failsWhereTheEndOrTheListOfKeysFails() {
        BatchEnd atTheEnd = run(() -> false, step("bad end", "a"), step("list", "a"));
        assertThat(atTheEnd.failures())
                .extracting(StepFailure::step, StepFailure::key, StepFailure::cause)
                .containsExactly(tuple("bad end", "", atTheEnd.failures().get(0).cause()));
        assertThat(events).doesNotContain("list begins: 1");

        BatchEnd noKeys = run(() -> false, parts("bad keys"), step("list", "a"));
        assertThat(noKeys.failures())
                .extracting(StepFailure::step, failure -> failure.cause().getMessage())
                .containsExactly(tuple("bad keys", "no keys"));
    }

    @Test
    void finishesWhatIsInWorkWhenItShallStop() {
        BatchEnd end = run(() -> events.contains("list b"), step("list", "a", "b", "c"), parts("read", "a"));

        assertThat(end.stopped()).isTrue();
        assertThat(end.failures()).isEmpty();
        assertThat(events).contains("list b done", "list ends").doesNotContain("list c", "list at the end", "read a");

        events.clear();
        // Partitions come in no particular order.
        BatchEnd parts = run(
                () -> events.stream().anyMatch(event -> event.matches("read [abc]")),
                parts("read", "a", "b", "c"),
                step("list", "a"));
        assertThat(parts.stopped()).isTrue();
        assertThat(events).filteredOn(event -> event.matches("read [abc] done")).hasSize(1);
        assertThat(events).doesNotContain("read at the end", "list a");
    }

    @Test
    void stopsWhereTheWorkSaysSo() {
        BatchEnd end = run(() -> false, step("list", "a", "stop", "c"), step("read", "a"));

        assertThat(end.stopped()).isTrue();
        assertThat(end.failures()).isEmpty();
        assertThat(events).doesNotContain("list stop done", "list c", "list at the end", "read a");
    }

    private BatchEnd run(BooleanSupplier stop, Work<?>... steps) {
        return runner.run("job", Map.of("attempt", System.nanoTime()), List.of(steps), 1, stop, new StepProgress() {
            @Override
            public void begin(String step, int total) {
                events.add(step + " begins: " + total);
            }

            @Override
            public void done(String step, String what) {
                events.add(step + " " + what + " done");
            }

            @Override
            public void failed(String step, Map<String, ?> key, Throwable why) {
                events.add(step + " " + key + " failed");
            }

            @Override
            public void end(String step) {
                events.add(step + " ends");
            }
        });
    }

    private Work<String> step(String name, String... keys) {
        return new Noting(name, keys);
    }

    private Work<String> parts(String name, String... keys) {
        return new NotingInParts(name, keys);
    }

    private class Noting implements Work<String> {

        private final String name;
        private final List<String> keys;

        Noting(String name, String... keys) {
            this.name = name;
            this.keys = List.of(keys);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Collection<String> keys() throws IOException {
            if (name.equals("bad keys")) {
                throw new IOException("no keys");
            }
            return keys;
        }

        @Override
        public Map<String, ?> describe(String key) {
            return Map.of("key", key);
        }

        @Override
        public void work(String key) throws IOException {
            events.add(name + " " + key);
            if (key.equals("stop")) {
                throw new StoppedException();
            } else if (key.startsWith("bad")) {
                throw new IOException("cannot do " + key);
            }
        }

        @Override
        public void end() throws IOException {
            events.add(name + " at the end");
            if (name.equals("bad end")) {
                throw new IOException("no end");
            }
        }
    }

    private final class NotingInParts extends Noting implements PartitionedWork<String> {

        NotingInParts(String name, String... keys) {
            super(name, keys);
        }

        @Override
        public Map<String, ?> write(String key) {
            return Map.of("key", key);
        }

        @Override
        public String read(Map<String, ?> written) {
            return (String) written.get("key");
        }
    }
}
