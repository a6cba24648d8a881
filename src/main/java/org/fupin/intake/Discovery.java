package org.fupin.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.fupin.intake.Conflicts.Contender;
import org.fupin.warehouse.load.ArticleEdition;

/**
 * What the discover step found in the inbox and the extract step shall take in, in the order of the names. One for each
 * job execution.
 *
 * <p>Of new documents with the same content the first by name is taken in. What becomes of it becomes of the others, its
 * duplicates.
 */
public class Discovery {

    private final NavigableMap<String, List<Incoming>> fresh = new TreeMap<>();
    private final NavigableMap<String, List<Incoming>> known = new TreeMap<>();
    private final Map<String, Contender> inspected = new HashMap<>();

    /**
     * @param newDocuments that were seen, in the order of their names
     * @param knownDocuments whose content the warehouse holds, in the order of their names
     */
    public synchronized void hold(Collection<Incoming> newDocuments, Collection<Incoming> knownDocuments) {
        inspected.clear();
        group(newDocuments, fresh);
        group(knownDocuments, known);
    }

    private static void group(Collection<Incoming> documents, Map<String, List<Incoming>> byHash) {
        byHash.clear();
        documents.forEach(document -> byHash.computeIfAbsent(document.hash(), any -> new ArrayList<>())
                .add(document));
    }

    /** Of a document it is known what becomes of it: neither it nor its duplicates are among the documents any more. */
    public synchronized List<Incoming> settle(Incoming document) {
        inspected.remove(document.hash());
        List<Incoming> settled = fresh.remove(document.hash());
        return settled == null ? List.of() : settled.subList(1, settled.size());
    }

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
        return contenders(inspected.values(), known.values(), loaded);
    }

    /** As above, of a run that is only thought of. */
    public static List<Contender> contenders(
            Collection<Contender> inspected,
            Collection<List<Incoming>> known,
            Map<String, List<ArticleEdition>> loaded) {
        List<Contender> contenders = new ArrayList<>(inspected);
        known.stream()
                .filter(duplicates -> loaded.containsKey(duplicates.get(0).hash()))
                .map(duplicates -> contender(
                        duplicates, false, loaded.get(duplicates.get(0).hash())))
                .forEach(contenders::add);
        return contenders;
    }

    /** @param duplicates documents of the same content, by name */
    public static Contender contender(List<Incoming> duplicates, boolean open, List<ArticleEdition> articles) {
        Incoming first = Incoming.first(duplicates);
        return new Contender(
                first.hash(), duplicates.stream().map(Incoming::name).toList(), first.changed(), open, articles);
    }

    /** A new document by its SHA-256. */
    public synchronized Incoming document(String hash) {
        return Incoming.first(fresh.get(hash));
    }
}
