package org.fupin.observation.finding;

import org.fupin.observation.document.SourceFile;

/**
 * Points to an observation.
 *
 * @param documentId {@link SourceFile#id()} of its document
 * @param begin of its span
 */
public record ObservationRef(String documentId, int begin) {}
