package org.fupin.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fupin.testing.DocumentBuilder.document;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.testing.DocumentBuilder;
import org.junit.jupiter.api.Test;

/** Loads at the same time. */
class ParallelLoadsTest extends LoadingTestCase {

    @Test
    void parallelLoadsOfTheSameArticlesNeitherBlockEachOtherForeverNorDoubleThem() throws Exception {
        int threads = 4;
        int rounds = 6;
        List<String> regions = List.of("CN-HE", "CN-GS", "CN-SX", "CN-NM", "CN-GZ", "CN-YN", "CN-QH", "CN-NX");
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < rounds; round++) {
                long run = startRun();
                CyclicBarrier together = new CyclicBarrier(threads);
                List<Future<LoadResult>> results = new ArrayList<>();
                for (int thread = 0; thread < threads; thread++) {
                    // Each file has most of the articles, in an order of its own, and years that are new to all.
                    DocumentBuilder builder = document("file-" + thread + ".txt");
                    for (int i = 0; i < regions.size() - 1; i++) {
                        String region = regions.get((i * (thread % 2 == 0 ? 1 : 7) + thread) % regions.size());
                        article(builder, region, 2000 + (round + i) % 5, 100 * round + thread);
                    }
                    ExtractedDocument document = builder.build();
                    Callable<LoadResult> load = () -> {
                        together.await();
                        return load(document, run);
                    };
                    results.add(pool.submit(load));
                }
                for (Future<LoadResult> result : results) {
                    assertThat(result.get().articles()).hasSize(regions.size() - 1);
                }
                assertConsistent();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(count("source_document")).isEqualTo(threads * rounds);
    }

    @Test
    void parallelLoadsOfTheSameContentLoadItOnce() throws Exception {
        int threads = 4;
        long run = startRun();
        ExtractedDocument document = hebei("a.txt", 35);
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<LoadResult>> results = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                ExtractedDocument named = renamed(document, "file-" + thread + ".txt");
                results.add(pool.submit(() -> {
                    together.await();
                    return load(named, run);
                }));
            }
            List<LoadResult.Outcome> outcomes = new ArrayList<>();
            for (Future<LoadResult> result : results) {
                outcomes.add(result.get().outcome());
            }
            assertThat(outcomes)
                    .containsOnlyOnce(LoadResult.Outcome.LOADED)
                    .filteredOn(LoadResult.Outcome.UNCHANGED::equals)
                    .hasSize(threads - 1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(current()).hasSize(1);
        assertThat(count("source_document_alias")).isEqualTo(threads - 1);
    }
}
