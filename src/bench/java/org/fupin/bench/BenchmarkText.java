package org.fupin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fupin.observation.Programme;
import org.fupin.observation.Span;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.Sentence;
import org.fupin.observation.document.SourceDocument;
import org.fupin.observation.document.SourceFile;
import org.fupin.reading.DocumentReader;
import org.fupin.reading.limits.UnreadableDocumentException;

/**
 * The texts that are measured, by name: {@code corpus-N} is the whole corpus N times over in one file, {@code paragraph-N}
 * one paragraph of it with its sentences N times over, {@code sentence-N} one sentence that lists 12 · N amounts. Lengths
 * grow so that the times show whether they are linear in the text.
 */
final class BenchmarkText {

    /** Annual reports as downloaded, where the checkout has them beside it; else the reports written for this project. */
    private static final List<Path> CORPORA = List.of(Path.of("../shared/corpus"), Path.of("jobs/sample/inbox"));

    private BenchmarkText() {}

    static Path corpus() {
        return CORPORA.stream()
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("none of " + CORPORA + " is here; run it in the checkout"));
    }

    /** How many times over a text has what it is made of. */
    static int times(String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    }

    /** The size of a text in bytes of UTF-8; that of a corpus in which every report stands more than once, too. */
    static long size(String name) {
        return name.startsWith("corpus-") ? (long) times(name) * bytes("corpus-1").length : bytes(name).length;
    }

    /** The bytes of a text, in UTF-8. */
    static byte[] bytes(String name) {
        return document(name).text().getBytes(StandardCharsets.UTF_8);
    }

    static SourceDocument document(String name) {
        int times = times(name);
        return switch (name.substring(0, name.lastIndexOf('-'))) {
            case "corpus" -> read(corpusText().repeat(times).getBytes(StandardCharsets.UTF_8));
            case "paragraph" -> paragraph(times);
            case "sentence" -> ofSentences(List.of(sentence(12 * times)), 1);
            default -> throw new IllegalArgumentException("no text is called " + name);
        };
    }

    private static String corpusText() {
        try (Stream<Path> files = Files.list(corpus())) {
            List<Path> texts = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
            StringBuilder text = new StringBuilder();
            for (Path file : texts) {
                text.append(read(Files.readAllBytes(file)).text()).append('\n');
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceDocument read(byte[] content) {
        try {
            return DocumentReader.create().read("corpus.txt", content);
        } catch (UnreadableDocumentException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The paragraph of the corpus with the most text, its sentences over and over in one paragraph. */
    private static SourceDocument paragraph(int times) {
        List<String> longest = read(corpusText().getBytes(StandardCharsets.UTF_8)).articles().stream()
                .flatMap(article -> article.sections().stream())
                .flatMap(section -> section.sentences().stream()
                        .collect(Collectors.groupingBy(
                                Sentence::paragraph, Collectors.mapping(Sentence::text, Collectors.toList())))
                        .values()
                        .stream())
                .max(Comparator.comparingInt(sentences ->
                        sentences.stream().mapToInt(String::length).sum()))
                .orElseThrow();
        return ofSentences(longest, times);
    }

    /** "In 2012, 1.1 million yuan was spent on 21 wells, ...". */
    private static String sentence(int amounts) {
        return IntStream.range(0, amounts)
                .mapToObj(i -> "1." + (i + 1) + " million yuan was spent on " + (i + 21) + " wells")
                .collect(Collectors.joining(", ", "In 2012, ", "."));
    }

    /** A document of one article with one section with one paragraph. */
    private static SourceDocument ofSentences(List<String> texts, int times) {
        StringBuilder text = new StringBuilder();
        List<Sentence> sentences = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            for (String sentence : texts) {
                int begin = text.length();
                text.append(sentence);
                sentences.add(new Sentence(new Span(begin, text.length()), 0, sentence));
                text.append(' ');
            }
        }
        Span whole = new Span(0, text.length());
        Section section = new Section("", Programme.OVERVIEW, 0, whole, sentences);
        Article article = new Article("", "", "CN-GS", "", 2012, whole, "", List.of(section));
        SourceFile file = new SourceFile("", "paragraph.txt", "text", "UTF-8", text.length());
        return new SourceDocument(file, text.toString(), List.of(article));
    }
}
