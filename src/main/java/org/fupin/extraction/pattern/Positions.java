package org.fupin.extraction.pattern;

import java.util.Arrays;

/**
 * The places that a walk along a pattern can have come to, each once, in the order of its direction, and for each the
 * stretch of words that it went by: from {@code near} to {@code far}, both {@link #NONE} where it passed gaps alone.
 */
final class Positions {

    static final int NONE = -1;

    private final int direction;
    private int size;
    private int[] at;
    private int[] near;
    private int[] far;

    Positions(int direction, int expected) {
        this.direction = direction;
        at = new int[expected];
        near = new int[expected];
        far = new int[expected];
    }

    static Positions of(int direction, int place) {
        Positions one = new Positions(direction, 1);
        one.add(place, NONE, NONE);
        return one;
    }

    int size() {
        return size;
    }

    int at(int index) {
        return at[index];
    }

    int near(int index) {
        return near[index];
    }

    int far(int index) {
        return far[index];
    }

    /** Of two ways to a place the first counts. */
    void add(int place, int from, int to) {
        int index = size;
        while (index > 0 && (at[index - 1] - place) * direction > 0) {
            index--;
        }
        if (index > 0 && at[index - 1] == place) {
            return;
        }
        if (size == at.length) {
            at = Arrays.copyOf(at, size * 2);
            near = Arrays.copyOf(near, size * 2);
            far = Arrays.copyOf(far, size * 2);
        }
        if (index < size) {
            System.arraycopy(at, index, at, index + 1, size - index);
            System.arraycopy(near, index, near, index + 1, size - index);
            System.arraycopy(far, index, far, index + 1, size - index);
        }
        at[index] = place;
        near[index] = from;
        far[index] = to;
        size++;
    }

    /** The way of {@code index} of {@code others} goes on as it is. */
    void addAs(Positions others, int index) {
        add(others.at[index], others.near[index], others.far[index]);
    }

    /** The way of {@code index} of {@code others} goes on over words to {@code place}. */
    void addBehind(Positions others, int index, int place) {
        int from = others.near[index] == NONE ? others.at[index] : others.near[index];
        add(place, from, place);
    }

    void addAll(Positions others) {
        for (int i = 0; i < others.size; i++) {
            addAs(others, i);
        }
    }
}
