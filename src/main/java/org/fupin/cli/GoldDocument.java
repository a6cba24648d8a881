package org.fupin.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fupin.gold.GoldLines;
import org.fupin.gold.GoldStretch;
import org.fupin.gold.InvalidGoldException;
import org.fupin.observation.Printable;
import org.fupin.settings.Mistake;
import org.fupin.settings.SettingsException;
import org.jspecify.annotations.Nullable;

/**
 * A document, and the gold of it that lies in files.
 *
 * @param path where the document is to be; of a member of an archive with that of the archive
 * @param stretches by file
 */
record GoldDocument(Path path, List<GoldStretch> stretches) {

    /** Files of the annotation guide that are no observations. */
    private static final List<String> OTHERS = List.of(".findings.", ".identities.", ".headlines.");

    /**
     * The documents of all gold that the paths name; of a folder the files {@code *.jsonl} in it.
     *
     * @param texts where the documents are; null for the folder that is named, or that of the file
     * @throws SettingsException with every mistake in the gold
     */
    static List<GoldDocument> of(List<Path> paths, @Nullable Path texts) throws IOException {
        Map<Path, List<GoldStretch>> byDocument = new LinkedHashMap<>();
        List<Mistake> mistakes = new ArrayList<>();
        for (Path path : paths) {
            boolean isFolder = Files.isDirectory(path);
            for (Path file : isFolder ? under(path) : List.of(path)) {
                try {
                    for (GoldStretch stretch : GoldLines.read(file.toString(), Files.readAllLines(file))) {
                        Path document = texts != null
                                ? texts.resolve(stretch.document())
                                : isFolder ? path.resolve(stretch.document()) : file.resolveSibling(stretch.document());
                        byDocument
                                .computeIfAbsent(document, any -> new ArrayList<>())
                                .add(stretch);
                    }
                } catch (InvalidGoldException e) {
                    mistakes.add(
                            new Mistake(Printable.line(e.place()), Printable.line(String.valueOf(e.getMessage()))));
                } catch (NoSuchFileException e) {
                    mistakes.add(new Mistake(Printable.line(file.toString()), "there is no such file"));
                } catch (MalformedInputException e) {
                    mistakes.add(new Mistake(Printable.line(file.toString()), "not a text in UTF-8"));
                }
            }
        }
        if (!mistakes.isEmpty()) {
            throw new SettingsException(mistakes);
        }
        List<GoldDocument> documents = new ArrayList<>();
        byDocument.forEach((document, stretches) -> documents.add(new GoldDocument(document, stretches)));
        return documents;
    }

    private static List<Path> under(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .filter(file -> OTHERS.stream().noneMatch(file.getFileName().toString()::contains))
                    .sorted()
                    .toList();
        }
    }
}
