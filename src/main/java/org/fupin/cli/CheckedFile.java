package org.fupin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fupin.intake.InboxFile;
import org.fupin.intake.InboxFiles;
import org.fupin.intake.Incoming;
import org.fupin.intake.Intake;
import org.fupin.intake.Intake.Outcome;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.reading.ReportArchive;
import org.jspecify.annotations.Nullable;

/**
 * A file that {@code check} looks at, and what it is called. In the records a file of a folder has its path in the folder,
 * as in an inbox, and a file that was named has its bare name; where two would be called the same, both have their paths as
 * given. Messages name a file as the records do.
 *
 * @param member the one member that is wanted of an archive; null for all
 * @param given the path as given, of a file of a folder the folder's with it
 * @param name in the records
 */
record CheckedFile(InboxFile file, @Nullable String member, String given, String name) {

    /**
     * All files that the paths name, folders in the order of the names in them.
     *
     * @throws IOException if a folder cannot be listed
     */
    static List<CheckedFile> of(List<Path> paths) throws IOException {
        List<CheckedFile> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                for (InboxFile file : InboxFiles.under(path)) {
                    files.add(new CheckedFile(file, null, path + "/" + file.name(), file.name()));
                }
            } else {
                files.add(named(path));
            }
        }
        Map<String, Set<Path>> named = new HashMap<>();
        files.forEach(file -> named.computeIfAbsent(file.name(), any -> new HashSet<>())
                .add(file.file().path()));
        files.replaceAll(file -> named.get(file.name()).size() == 1 ? file : file.calledAsGiven());
        return files;
    }

    private static CheckedFile named(Path path) {
        Incoming document = Incoming.at(path);
        InboxFile file = InboxFiles.at(document.file());
        return new CheckedFile(
                file,
                document.member(),
                file.name(),
                file.name().substring(file.name().lastIndexOf('/') + 1));
    }

    private CheckedFile calledAsGiven() {
        return new CheckedFile(file, member, given, given);
    }

    /** Reads it, and of an archive the members that are wanted, and extracts the figures. */
    List<Outcome<ExtractedDocument>> extract(Intake intake) {
        return member == null
                ? intake.extractAll(file.named(name))
                : List.of(intake.extract(
                        new Incoming(file.path(), member, name + ReportArchive.SEPARATOR + member, null)));
    }
}
