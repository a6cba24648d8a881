package org.fupin.batch;

import java.util.List;

/**
 * What the discover step found in the inbox and the extract step shall take in: paths relative to the inbox, with
 * {@code /}, in their order. One for each job execution.
 */
class Discovery {

    private List<String> files = List.of();

    void hold(List<String> newFiles) {
        files = List.copyOf(newFiles);
    }

    List<String> files() {
        return files;
    }
}
