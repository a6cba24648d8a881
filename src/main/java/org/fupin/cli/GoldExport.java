package org.fupin.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fupin.cli.record.RecordFormat;
import org.fupin.gold.GoldLines;
import org.fupin.gold.GoldStretch;
import org.fupin.job.reading.ReviewedGold;
import org.fupin.observation.Span;
import org.fupin.reading.title.StatedFacts;
import org.fupin.reference.Regions;
import org.fupin.settings.SettingsException;
import org.fupin.store.WarehouseView;
import org.fupin.warehouse.load.StoredDocument;
import tools.jackson.databind.json.JsonMapper;

/** Writes what people confirmed and corrected as gold: to a stream, or into a folder together with the documents' texts. */
final class GoldExport {

    /** What the name of a text begins with where that of the document cannot be one of a file in the folder. */
    private static final String NAMELESS = "document-";

    private static final String ENDING = ".txt";

    private GoldExport() {}

    /** All stretches, one after the other. */
    static void write(WarehouseView warehouse, RecordFormat format, Writer out) throws IOException {
        if (format != RecordFormat.JSONL) {
            throw new SettingsException("--format", "gold is written as jsonl only");
        }
        for (ReviewedGold gold : ReviewedGold.of(warehouse)) {
            for (GoldStretch stretch : gold.stretches()) {
                out.write(GoldLines.write(stretch));
            }
        }
        out.flush();
    }

    /**
     * A file for each stretch, and for each document its text with what an operator stated of it, so that the gold can be scored
     * without the warehouse. Of a table in HTML or DOCX the text shows less than was read.
     *
     * @throws SettingsException if the folder holds anything: what an earlier export left there would be taken for this one's
     */
    static void write(WarehouseView warehouse, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> there = Files.list(folder)) {
            if (there.findAny().isPresent()) {
                throw new SettingsException("--out", folder + " is not empty: expected a new folder for gold");
            }
        }
        Set<String> files = new HashSet<>();
        for (ReviewedGold gold : ReviewedGold.of(warehouse)) {
            StoredDocument document = gold.document();
            String name = textName(document, folder);
            Path text = folder.resolve(name);
            Files.createDirectories(text.toAbsolutePath().getParent());
            Files.writeString(text, document.text());
            Optional<String> stated = stated(document);
            if (stated.isPresent()) {
                Files.writeString(folder.resolve(name + ".meta.yml"), stated.get());
            }
            String flat = name.replace('/', '_');
            String file = files.add(flat) ? flat : document.file().id();
            List<GoldStretch> stretches = gold.stretches();
            for (int i = 0; i < stretches.size(); i++) {
                Span span = stretches.get(i).span();
                GoldStretch named = new GoldStretch(name, span, stretches.get(i).figures());
                Files.writeString(folder.resolve(file + "." + (i + 1) + ".jsonl"), GoldLines.write(named));
            }
        }
    }

    /** A path within the folder that no other text has: the document's, with {@code .txt} behind it unless it ends so. */
    private static String textName(StoredDocument document, Path folder) {
        String name = document.file().name().endsWith(ENDING)
                ? document.file().name()
                : document.file().name() + ENDING;
        boolean odd = Stream.of(name.split("/", -1)).anyMatch(part -> part.isBlank() || part.matches("\\.+"));
        return odd || name.contains("\\") || Files.exists(folder.resolve(name))
                ? NAMELESS + document.file().id() + ENDING
                : name;
    }

    private static Optional<String> stated(StoredDocument document) {
        StatedFacts facts = StatedFacts.of(document.articles());
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> lines = new LinkedHashMap<>();
        if (!facts.region().isEmpty()) {
            lines.put(
                    "area",
                    facts.subArea().isEmpty()
                            ? facts.region()
                            : facts.subArea() + ", "
                                    + Regions.load().region(facts.region()).shortName());
        }
        if (facts.year() != 0) {
            lines.put("year", Integer.toString(facts.year()));
        }
        if (!facts.title().isEmpty()) {
            lines.put("title", JsonMapper.shared().writeValueAsString(facts.title()));
        }
        StringBuilder yaml = new StringBuilder();
        lines.forEach(
                (key, value) -> yaml.append(key).append(": ").append(value).append('\n'));
        return Optional.of(yaml.toString());
    }
}
