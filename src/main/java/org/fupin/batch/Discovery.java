package org.fupin.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What the discover step found in the inbox and the extract step shall take in, in the order of the names. One for each
 * job execution.
 *
 * <p>Of new documents with the same content the first by name is taken in. What becomes of it becomes of the others, its
 * twins.
 */
class Discovery {

    private final NavigableMap<String, Incoming> byHash = new TreeMap<>();
    private final Map<String, List<Incoming>> twins = new TreeMap<>();

    /** @param newDocuments that were seen, in the order of their names */
    synchronized void hold(Collection<Incoming> newDocuments) {
        byHash.clear();
        twins.clear();
        for (Incoming document : newDocuments) {
            if (byHash.putIfAbsent(document.hash(), document) != null) {
                twins.computeIfAbsent(document.hash(), any -> new ArrayList<>()).add(document);
            }
        }
    }

    /** Of a document it is known what becomes of it: neither it nor its twins are among the documents any more. */
    synchronized List<Incoming> settle(Incoming document) {
        byHash.remove(document.hash());
        List<Incoming> settled = twins.remove(document.hash());
        return settled == null ? List.of() : settled;
    }

    synchronized List<Incoming> documents() {
        return byHash.values().stream().sorted(Incoming.BY_NAME).toList();
    }
}
