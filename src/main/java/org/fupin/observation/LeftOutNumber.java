package org.fupin.observation;

/** A number of a source that is no observation, and why. */
public record LeftOutNumber(Span span, String text, LeftOutReason reason) {}
