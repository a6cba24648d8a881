package org.fupin.extraction.pattern;

import java.util.Arrays;

/**
 * The places that a walk along a pattern can have come to, each once, in the order of its direction, and for each the
 * stretch of words that it went by: from {@code near} to {@code far}, both {@link #NONE} where it passed gaps alone.
 */
final class Positions {

    static final int NONE = -1;

    private static final int[] NOTHING = {};

    /** Numbers kept of a way: its place, near and far. */
    private static final int WIDTH = 3;

    private final int direction;
    private final int expected;
    private int size;
    /** Made when there is a first place: most elements of most patterns do not fit. */
    private int[] ways = NOTHING;

    Positions(int direction, int expected) {
        this.direction = direction;
        this.expected = expected;
    }

    static Positions of(int direction, int place) {
        return of(direction, place, NONE, NONE);
    }

    static Positions of(int direction, int place, int near, int far) {
        Positions one = new Positions(direction, 1);
        one.ways = new int[] {place, near, far};
        one.size = 1;
        return one;
    }

    static Positions none(int direction) {
        return new Positions(direction, 1);
    }

    int size() {
        return size;
    }

    int at(int index) {
        return ways[index * WIDTH];
    }

    /** The farthest place, where there is one. */
    int last() {
        return at(size - 1);
    }

    int near(int index) {
        return ways[index * WIDTH + 1];
    }

    int far(int index) {
        return ways[index * WIDTH + 2];
    }

    /** Of two ways to a place the first counts. */
    void add(int place, int near, int far) {
        int index = size;
        while (index > 0 && (at(index - 1) - place) * direction > 0) {
            index--;
        }
        if (index > 0 && at(index - 1) == place) {
            return;
        }
        if (size * WIDTH == ways.length) {
            ways = Arrays.copyOf(ways, Math.max(expected, size * 2) * WIDTH);
        }
        int way = index * WIDTH;
        if (index < size) {
            System.arraycopy(ways, way, ways, way + WIDTH, (size - index) * WIDTH);
        }
        ways[way] = place;
        ways[way + 1] = near;
        ways[way + 2] = far;
        size++;
    }

    /** The way of {@code index} of {@code others} goes on as it is. */
    void addAs(Positions others, int index) {
        add(others.at(index), others.near(index), others.far(index));
    }

    /** The way of {@code index} of {@code others} goes on over words to {@code place}. */
    void addBehind(Positions others, int index, int place) {
        int near = others.near(index) == NONE ? others.at(index) : others.near(index);
        add(place, near, place);
    }

    void addAll(Positions others) {
        for (int i = 0; i < others.size; i++) {
            addAs(others, i);
        }
    }
}
