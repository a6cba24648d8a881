package org.fupin.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.fupin.audit.Auditor;
import org.fupin.extraction.Extractor;
import org.fupin.observation.document.ExtractedArticle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The whole audit on one thread, province and year after province and year. The corpus has some 2,000 observations: ten times
 * as many reports have 20,000, a hundred times as many 200,000.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class AuditBenchmark {

    @Param({"corpus-1", "corpus-10", "corpus-100"})
    public String text = "";

    private final Auditor auditor = Auditor.create();
    private Collection<List<ExtractedArticle>> reports = List.of();

    /** The same articles over and over: each province and year has as many reports as the text's name says. */
    @Setup
    public void prepare() {
        Map<String, List<ExtractedArticle>> byProvinceAndYear = new LinkedHashMap<>();
        List<ExtractedArticle> articles =
                Extractor.create().extract(BenchmarkText.document("corpus-1")).articles();
        IntStream.range(0, BenchmarkText.times(text))
                .forEach(time -> articles.forEach(article -> byProvinceAndYear
                        .computeIfAbsent(
                                article.article().region() + " " + article.article().year(), key -> new ArrayList<>())
                        .add(article)));
        reports = byProvinceAndYear.values();
    }

    @Benchmark
    public int audit() {
        return reports.stream().mapToInt(report -> auditor.audit(report).size()).sum();
    }
}
