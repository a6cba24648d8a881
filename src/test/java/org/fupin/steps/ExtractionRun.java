package org.fupin.steps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.fupin.extraction.Extractor;
import org.fupin.observation.Programme;
import org.fupin.observation.Span;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.Sentence;
import org.fupin.observation.document.SourceDocument;
import org.fupin.observation.document.SourceFile;

/** Extracts the figures of a text whose lines are the sentences of one paragraph, in a report of Guizhou on Zhejiang's aid. */
public final class ExtractionRun implements Consumer<String> {

    /** What was extracted last, by its text: the least of a text, the shorter and the longer one. */
    private static final Map<String, List<ExtractedArticle>> LAST = new LinkedHashMap<>();

    private final Extractor extractor = Extractor.create();

    @Override
    public void accept(String text) {
        LAST.remove(text);
        LAST.put(text, extract(text));
        if (LAST.size() > 3) {
            LAST.remove(LAST.keySet().iterator().next());
        }
    }

    static List<ExtractedArticle> lastOf(String text) {
        return Objects.requireNonNull(LAST.get(text), "not extracted");
    }

    private List<ExtractedArticle> extract(String text) {
        Span span = new Span(0, text.length());
        List<Sentence> sentences = new ArrayList<>();
        int begin = 0;
        for (String line : text.split("\n")) {
            sentences.add(new Sentence(new Span(begin, begin + line.length()), 0, line));
            begin += line.length() + 1;
        }
        Section section = new Section("Household Work", Programme.SOCIAL, 0, span, sentences);
        Article article = new Article("0".repeat(64), "", "CN-GZ", "CN-ZJ", 2012, span, "", List.of(section));
        SourceFile file = new SourceFile("0".repeat(64), "hostile.txt", "text", "UTF-8", text.length());
        return extractor
                .extract(new SourceDocument(file, text, List.of(article)))
                .articles();
    }
}
