package org.fupin.review;

/**
 * A file of corrections as it was found.
 *
 * @param name for messages
 * @param content its bytes
 */
public record CorrectionsFile(String name, byte[] content) {}
