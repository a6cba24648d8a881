package org.fupin.job.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
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

    @Test
    void hasOthersDoWhatIsShared() {
        BatchEnd end =
                shared(() -> false, step("list", "a"), new NotingShared("read", "a", "b", "bad c"), step("list", "d"));

        assertThat(events)
                .contains(
                        "read begins: 3", "offered read [a, b, bad c]", "heard a", "heard b", "read {key=bad c} failed")
                .doesNotContain("read a", "read at the end", "list d");
        assertThat(end.failures())
                .extracting(StepFailure::step, StepFailure::key, failure -> failure.cause()
                        .getMessage())
                .containsExactly(tuple("read", "bad c", "no c there"));

        events.clear();
        assertThat(shared(() -> false, new NotingShared("read", "a", "b"), step("list", "d"))
                        .completed())
                .contains("read", "list");
        assertThat(events).contains("heard a", "heard b", "read at the end", "list d done");
    }

    @Test
    void takesBackWhatNobodyHasBegunWhenItShallStop() {
        BatchEnd end =
                shared(() -> events.contains("heard a"), new NotingShared("read", "a", "b", "c"), step("list", "d"));

        assertThat(end.stopped()).isTrue();
        assertThat(end.failures()).isEmpty();
        assertThat(events).contains("heard a", "recalled 1", "read ends").doesNotContain("heard c", "list d");
    }

    @Test
    void failsWhereNobodyCanBeFoundToDoIt() {
        BatchEnd end = shared(() -> false, new NotingShared("nobody", "a"), step("list", "d"));

        assertThat(end.failures())
                .extracting(StepFailure::step, StepFailure::key, failure -> failure.cause()
                        .getMessage())
                .containsExactly(tuple("nobody", "", "nobody is there"));
    }

    private BatchEnd shared(BooleanSupplier stop, Work<?>... steps) {
        return runner.run(
                "job",
                Map.of("attempt", System.nanoTime()),
                new BatchRunner.Sharing(List.of(steps), 1, new Others()),
                stop,
                noting());
    }

    /** Does one partition at each look; when asked, gives back the last. */
    private final class Others implements Distribution {

        private final Deque<Through> open = new ArrayDeque<>();
        private boolean nobody;

        @Override
        public int hands() {
            return 2;
        }

        @Override
        public void offer(String step, Map<Long, String> partitions, int keys) {
            events.add("offered " + step + " "
                    + partitions.values().stream().sorted().toList());
            nobody = step.equals("nobody");
            partitions.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .forEach(one -> open.add(new Through(one.getKey(), one.getValue())));
        }

        @Override
        public List<Through> next() throws ElsewhereException {
            if (nobody) {
                throw new ElsewhereException("nobody is there");
            }
            return List.of(open.remove());
        }

        @Override
        public List<Long> recall(Collection<Long> partitions) {
            Through last = open.pollLast();
            events.add("recalled " + (last == null ? 0 : 1));
            return last == null ? List.of() : List.of(last.id());
        }
    }

    private final class NotingShared extends NotingInParts implements SharedWork<String> {

        NotingShared(String name, String... keys) {
            super(name, keys);
        }

        @Override
        public List<Failed> heard(List<String> keys, String report) {
            events.add("heard " + report);
            return report.startsWith("bad")
                    ? List.of(new Failed(Map.of("key", report), new ElsewhereException("no c there")))
                    : List.of();
        }
    }

    private BatchEnd run(BooleanSupplier stop, Work<?>... steps) {
        return runner.run("job", Map.of("attempt", System.nanoTime()), List.of(steps), 1, stop, noting());
    }

    private StepProgress noting() {
        return new StepProgress() {
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
        };
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

    private class NotingInParts extends Noting implements PartitionedWork<String> {

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
