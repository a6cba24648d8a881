package org.fupin.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fupin.intake.Conflicts.Contender;
import org.fupin.warehouse.load.ArticleEdition;

/**
 * What a run found in its inbox and shall take in, in the order of the names. Safe for use by several threads.
 *
 * <p>Of new documents with the same content the first by name is taken in. What becomes of it becomes of the others, its
 * duplicates.
 */
public final class Discovery {

    private final Map<String, List<Incoming>> fresh = new TreeMap<>();
    private final Map<String, List<Incoming>> known = new TreeMap<>();
    private final Map<String, Contender> inspected = new HashMap<>();

    /**
     * Notes a document that was seen.
     *
     * @param isKnown whether the warehouse holds its content
     */
    public synchronized void found(Incoming document, boolean isKnown) {
        (isKnown ? known : fresh)
                .computeIfAbsent(document.hash(), any -> new ArrayList<>())
                .add(document);
    }

    /** Of a document it is known what becomes of it: neither it nor its duplicates, which it gives, are in question any more. */
    public synchronized List<Incoming> settle(Incoming document) {
        inspected.remove(document.hash());
        List<Incoming> settled = fresh.remove(document.hash());
        return settled == null ? List.of() : settled.subList(1, settled.size());
    }

    /** Those that are in question. */
    public synchronized List<Incoming> documents() {
        return fresh.values().stream()
                .map(Incoming::first)
                .sorted(Incoming.BY_NAME)
                .toList();
    }

    /**
     * Notes what a document holds.
     *
     * @param wanted whether it is in the scope of the run
     */
    public synchronized void inspected(Incoming document, List<ArticleEdition> articles, boolean wanted) {
        inspected.put(document.hash(), contender(fresh.get(document.hash()), wanted, articles));
    }

    /**
     * All that the inspected documents hold, and what the documents hold that the run has loaded in an earlier attempt and
     * that are still there.
     *
     * @param loaded in earlier attempts, by the documents' SHA-256
     */
    public synchronized List<Contender> contenders(Map<String, List<ArticleEdition>> loaded) {
        List<Contender> contenders = new ArrayList<>(inspected.values());
        known.forEach((hash, duplicates) -> {
            if (loaded.containsKey(hash)) {
                contenders.add(contender(duplicates, false, loaded.get(hash)));
            }
        });
        return contenders;
    }

    /** @param duplicates documents of the same content, by name */
    private static Contender contender(List<Incoming> duplicates, boolean open, List<ArticleEdition> articles) {
        Incoming first = Incoming.first(duplicates);
        return new Contender(
                first.hash(), duplicates.stream().map(Incoming::name).toList(), first.changed(), open, articles);
    }

    /** A new document by its SHA-256. */
    public synchronized Incoming document(String hash) {
        return Incoming.first(fresh.get(hash));
    }
}
