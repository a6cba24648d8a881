package org.fupin.steps;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.fupin.reading.DocumentReader;
import org.fupin.reading.limits.UnreadableDocumentException;

/** Reads a file that holds an article with the text in it; HTML if that is what the text is. */
public final class ReadingRun implements Consumer<String> {

    private static final String FIRST = "In 2012, the province went on.";

    private final DocumentReader reader = DocumentReader.create();

    @Override
    public void accept(String text) {
        String title = "Poverty Alleviation and Development in Guizhou";
        String file = text.startsWith("<html>")
                ? text.replaceFirst("<body>", "<body><h1>" + title + "</h1><p>" + FIRST + "</p>")
                : title + "\n\n" + FIRST + "\n" + text + "\n";
        try {
            reader.read("hostile.txt", file.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableDocumentException e) {
            throw new IllegalStateException(e);
        }
    }
}
