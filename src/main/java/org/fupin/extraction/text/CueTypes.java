package org.fupin.extraction.text;

/** A set of types of cues. */
final class CueTypes {

    private static final int BITS = Long.SIZE;

    private final long[] bits = new long[(CueType.values().length + BITS - 1) / BITS];

    void add(CueType type) {
        bits[type.ordinal() / BITS] |= 1L << type.ordinal();
    }

    void addAll(CueTypes others) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] |= others.bits[i];
        }
    }

    boolean has(CueType type) {
        return (bits[type.ordinal() / BITS] & 1L << type.ordinal()) != 0;
    }
}
