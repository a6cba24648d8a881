package org.fupin.gold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The gold files of a folder: those with observations, not with findings, identities or headlines. */
final class GoldFolder {

    private GoldFolder() {}

    /** By file; each is one stretch. */
    static List<GoldStretch> in(Path folder) throws IOException, InvalidGoldException {
        List<GoldStretch> gold = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jsonl"))
                    .filter(f -> Stream.of(".findings.", ".identities.", ".headlines.")
                            .noneMatch(f.getFileName().toString()::contains))
                    .sorted()
                    .toList()) {
                gold.addAll(GoldLines.read(file.toString(), Files.readAllLines(file)));
            }
        }
        return gold;
    }
}
