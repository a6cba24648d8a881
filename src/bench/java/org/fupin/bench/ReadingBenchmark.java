package org.fupin.bench;

import java.util.concurrent.TimeUnit;
import org.fupin.observation.document.SourceDocument;
import org.fupin.reading.DocumentReader;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading on one thread: the bytes of a file in, articles with their sections and sentences out. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReadingBenchmark {

    @Param({"corpus-1", "corpus-4", "corpus-16"})
    public String text = "";

    private DocumentReader reader;
    private byte[] content;

    @Setup
    public void prepare() {
        reader = DocumentReader.create();
        content = BenchmarkText.bytes(text);
    }

    @Benchmark
    public SourceDocument reading() throws UnreadableDocumentException {
        return reader.read("corpus.txt", content);
    }
}
