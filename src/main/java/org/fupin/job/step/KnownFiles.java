package org.fupin.job.step;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.fupin.intake.InboxFile;
import org.fupin.intake.InboxFiles;
import org.fupin.intake.Incoming;
import org.fupin.intake.Intake;
import org.fupin.intake.Intake.Accepted;
import org.fupin.intake.Intake.Outcome;
import org.fupin.warehouse.load.HeldFiles;

/**
 * The files of an inbox whose content the warehouse holds under their names: nothing is to be done about them. Found by a query
 * for hundreds of files, before a run decides whether there is anything to do at all.
 */
public final class KnownFiles {

    /** As many files as one query asks for. */
    private static final int CHUNK = 500;

    private final Map<String, List<Incoming>> known = new HashMap<>();

    /**
     * Looks at an inbox.
     *
     * @param runId the run that asks: what it took in itself is not known
     * @param stop ends the looking
     * @return whether all files are known
     * @throws IOException if the inbox cannot be listed
     */
    public boolean lookAt(Path inbox, Intake intake, HeldFiles held, long runId, BooleanSupplier stop)
            throws IOException {
        List<InboxFile> files = InboxFiles.under(inbox);
        boolean all = true;
        for (int from = 0; from < files.size(); from += CHUNK) {
            Map<String, List<Incoming>> found = new HashMap<>();
            int passedOver = 0;
            for (InboxFile file : files.subList(from, Math.min(from + CHUNK, files.size()))) {
                if (stop.getAsBoolean()) {
                    return false;
                }
                List<Outcome<Incoming>> outcomes = intake.look(file);
                List<Incoming> documents = accepted(outcomes);
                if (outcomes.isEmpty()) {
                    passedOver++;
                } else if (documents.size() == outcomes.size()) {
                    found.put(file.name(), documents);
                } else {
                    all = false;
                }
            }
            int before = known.size();
            all &= take(found, held, runId);
            // Of an inbox that is new nothing need be read twice.
            if (known.size() == before && passedOver < CHUNK && !all) {
                return false;
            }
        }
        return all;
    }

    private static List<Incoming> accepted(List<Outcome<Incoming>> outcomes) {
        List<Incoming> documents = new ArrayList<>();
        for (Outcome<Incoming> outcome : outcomes) {
            if (outcome instanceof Accepted<Incoming> accepted) {
                documents.add(accepted.value());
            }
        }
        return documents;
    }

    private boolean take(Map<String, List<Incoming>> found, HeldFiles held, long runId) {
        Set<String> hashes = new HashSet<>();
        found.values().forEach(documents -> documents.forEach(document -> hashes.add(document.hash())));
        Map<String, Set<String>> names = held.names(hashes, runId);
        boolean all = true;
        for (Map.Entry<String, List<Incoming>> file : found.entrySet()) {
            boolean isKnown = file.getValue().stream()
                    .allMatch(document ->
                            names.getOrDefault(document.hash(), Set.of()).contains(HeldFiles.name(document.name())));
            if (isKnown) {
                known.put(file.getKey(), file.getValue());
            }
            all &= isKnown;
        }
        return all;
    }

    /** The documents of a file that is known; empty for one that is not. */
    List<Incoming> of(InboxFile file) {
        return known.getOrDefault(file.name(), List.of());
    }
}
