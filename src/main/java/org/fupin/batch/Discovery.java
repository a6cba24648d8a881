package org.fupin.batch;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What the discover step found in the inbox and the extract step shall take in, in the order of the names. One for each
 * job execution.
 */
class Discovery {

    private final NavigableMap<String, Incoming> documents = new TreeMap<>();

    synchronized void hold(Collection<Incoming> newDocuments) {
        documents.clear();
        newDocuments.forEach(document -> documents.put(document.name(), document));
    }

    /** Of a document it turned out, before the extract step, that it is not to be taken in. */
    synchronized void drop(Incoming document) {
        documents.remove(document.name());
    }

    synchronized List<Incoming> documents() {
        return List.copyOf(documents.values());
    }
}
