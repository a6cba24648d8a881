package org.fupin.bench;

import java.util.concurrent.TimeUnit;
import org.fupin.extraction.Extractor;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.SourceDocument;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The whole extraction on one thread: sections in, observations and left-out numbers out. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ExtractionBenchmark {

    @Param({
        "corpus-1", "corpus-4", "corpus-16", "paragraph-1", "paragraph-10", "paragraph-100", "sentence-1", "sentence-10",
        "sentence-100"
    })
    public String text = "";

    private Extractor extractor;
    private SourceDocument document;

    @Setup
    public void prepare() {
        extractor = Extractor.create();
        document = BenchmarkText.document(text);
    }

    @Benchmark
    public ExtractedDocument extraction() {
        return extractor.extract(document);
    }
}
