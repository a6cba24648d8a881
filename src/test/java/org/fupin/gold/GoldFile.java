package org.fupin.gold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gold observations of one document.
 *
 * @param document the source file's name
 * @param begin of the annotated stretch
 * @param end of the annotated stretch, exclusive
 * @param observations the fields of the annotation guide, all of them strings or numbers
 */
record GoldFile(String document, int begin, int end, List<JsonNode> observations) {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** The gold files of a folder: those with observations, not with findings, identities or headlines. */
    static List<GoldFile> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".jsonl"))
                    .filter(f -> Stream.of(".findings.", ".identities.", ".headlines.")
                            .noneMatch(f.getFileName().toString()::contains))
                    .sorted()
                    .map(GoldFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldFile read(Path file) {
        try {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    lines.add(JSON.readTree(line));
                }
            }
            JsonNode head = lines.get(0);
            return new GoldFile(
                    head.get("document").asString(),
                    head.get("begin").asInt(),
                    head.get("end").asInt(),
                    List.copyOf(lines.subList(1, lines.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
