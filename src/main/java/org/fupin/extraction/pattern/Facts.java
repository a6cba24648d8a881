package org.fupin.extraction.pattern;

/** What is known of a figure and its section, for the column {@code where}. */
public interface Facts {

    /**
     * The code of what is known under the key, in lower case; empty if there is nothing. It is called with keys of the
     * table's {@link Keys} alone.
     */
    String fact(String key);
}
