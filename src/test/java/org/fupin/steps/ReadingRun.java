package org.fupin.steps;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.fupin.reading.DocumentReader;
import org.fupin.reading.UnreadableDocumentException;

/** Reads a file that holds one article with the text in it. */
public final class ReadingRun implements Consumer<String> {

    private final DocumentReader reader = DocumentReader.create();

    @Override
    public void accept(String text) {
        String file = "Poverty Alleviation and Development in Guizhou\nIn 2012, the province went on.\n" + text + "\n";
        try {
            reader.read("hostile.txt", file.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableDocumentException e) {
            throw new IllegalStateException(e);
        }
    }
}
