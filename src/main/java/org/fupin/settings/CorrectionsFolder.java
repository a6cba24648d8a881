package org.fupin.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fupin.reference.Units;
import org.fupin.review.CorrectionMistake;
import org.fupin.review.Corrections;
import org.fupin.review.CorrectionsFile;
import org.fupin.review.CorrectionsReader;

/**
 * The folder of a job's corrections. Its CSV files count; hidden ones and those in folders below do not.
 *
 * @param corrections what the files said when they were read
 */
public record CorrectionsFolder(Path path, Corrections corrections) {

    /** @throws IOException if the folder or a file cannot be read */
    public static CorrectionsFolder read(Path path) throws IOException {
        List<CorrectionsFile> files = new ArrayList<>();
        try (Stream<Path> listed = Files.list(path)) {
            for (Path file : listed.filter(CorrectionsFolder::counts).toList()) {
                files.add(new CorrectionsFile(file.getFileName().toString(), Files.readAllBytes(file)));
            }
        }
        return new CorrectionsFolder(path, CorrectionsReader.read(files, Units.load()));
    }

    /** A mistake in one of the files. */
    public Mistake mistake(CorrectionMistake mistake) {
        return new Mistake(path.resolve(mistake.file()) + ":" + mistake.line(), mistake.what());
    }

    private static boolean counts(Path file) {
        String name = file.getFileName().toString();
        // Spreadsheet programs keep a file "~$name" or ".~lock.name#" beside one that is open.
        return name.toLowerCase(Locale.ROOT).endsWith(".csv")
                && !name.startsWith(".")
                && !name.startsWith("~")
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
