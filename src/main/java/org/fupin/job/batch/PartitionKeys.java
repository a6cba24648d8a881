package org.fupin.job.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The work on the keys of one partition. What fails on one of them is told, and the others are worked on nevertheless. When the
 * run shall stop no key is begun any more.
 */
final class PartitionKeys<K> {

    private final PartitionedWork<K> work;
    private final BooleanSupplier stop;
    private final Telling telling;
    private @Nullable Exception failure;

    PartitionKeys(PartitionedWork<K> work, BooleanSupplier stop, Telling telling) {
        this.work = work;
        this.stop = stop;
        this.telling = telling;
    }

    /**
     * Whether the work on all was done; not if it was stopped.
     *
     * @throws Exception what it failed of first
     */
    boolean areDone(List<K> keys) throws Exception {
        boolean done = work instanceof ChunkedWork<K, ?> chunked
                ? new Chunks<>(chunked).areDone(keys)
                : keys.stream().allMatch(this::isDone);
        if (failure != null) {
            throw failure;
        }
        return done;
    }

    private boolean isDone(K key) {
        return goesOn(() -> telling.isDone(work, key));
    }

    @FunctionalInterface
    private interface Part {
        boolean isDone() throws Exception;
    }

    /** Whether to go on after a part of the work, which is not begun if the run shall stop. */
    private boolean goesOn(Part part) {
        return !stop.getAsBoolean() && isTried(part);
    }

    /** Does a part of the work, and keeps what it fails of. */
    private boolean isTried(Part part) {
        try {
            return part.isDone();
        } catch (StoppedException e) {
            return false;
        } catch (Exception e) {
            failure = failure == null ? e : failure;
            return true;
        }
    }

    private record Prepared<K, P>(K key, P made) {}

    /** Puts down several at a time what was made of keys. */
    private final class Chunks<P> {

        private final ChunkedWork<K, P> chunked;
        private final List<Prepared<K, P>> waiting = new ArrayList<>();
        private long weight;

        Chunks(ChunkedWork<K, P> chunked) {
            this.chunked = chunked;
        }

        boolean areDone(List<K> keys) {
            for (K key : keys) {
                if (!goesOn(() -> isPrepared(key)) || !isRoomLeft() && !arePutDown()) {
                    // What is in work when the run shall stop is finished.
                    arePutDown();
                    return false;
                }
            }
            return arePutDown();
        }

        private boolean isPrepared(K key) throws Exception {
            P made = telling.call(chunked, chunked.describe(key), () -> chunked.prepare(key));
            waiting.add(new Prepared<>(key, made));
            weight += chunked.weight(made);
            return true;
        }

        private boolean isRoomLeft() {
            return waiting.size() < ChunkedWork.MOST && weight < ChunkedWork.HEAVIEST;
        }

        private boolean arePutDown() {
            List<Prepared<K, P>> chunk = List.copyOf(waiting);
            waiting.clear();
            weight = 0;
            try {
                if (chunk.size() > 1) {
                    chunked.putDown(chunk.stream().map(Prepared::made).toList());
                    return chunk.stream().allMatch(one -> isTried(() -> isConcluded(one)));
                }
            } catch (StoppedException e) {
                return false;
            } catch (Exception e) {
                // Told of the one that it fails on alone.
                LoggerFactory.getLogger(PartitionKeys.class)
                        .debug("{} {} are put down one by one", chunk.size(), chunked.name(), e);
            }
            return arePutDownOneByOne(chunk);
        }

        /** The first is put down even if the run shall stop: that may be for what the chunk failed of, which is to be told. */
        private boolean arePutDownOneByOne(List<Prepared<K, P>> chunk) {
            for (int i = 0; i < chunk.size(); i++) {
                Prepared<K, P> one = chunk.get(i);
                if (i > 0 && stop.getAsBoolean() || !isTried(() -> isPutDown(one))) {
                    return false;
                }
            }
            return true;
        }

        private boolean isPutDown(Prepared<K, P> one) throws Exception {
            told(one, () -> chunked.putDown(List.of(one.made())));
            return isConcluded(one);
        }

        private boolean isConcluded(Prepared<K, P> one) throws Exception {
            told(one, () -> chunked.conclude(one.made()));
            telling.done(chunked, one.key());
            return true;
        }

        private void told(Prepared<K, P> one, Action action) throws Exception {
            telling.call(chunked, chunked.describe(one.key()), () -> {
                action.run();
                return true;
            });
        }
    }

    @FunctionalInterface
    private interface Action {
        void run() throws Exception;
    }
}
