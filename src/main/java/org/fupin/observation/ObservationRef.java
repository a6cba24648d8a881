package org.fupin.observation;

/**
 * Points to an observation.
 *
 * @param documentId {@link SourceFile#id()} of its document
 * @param begin of its span
 */
public record ObservationRef(String documentId, int begin) {}
