package org.fupin.observation;

/**
 * A stretch of a source's text.
 *
 * @param begin 0-based offset in UTF-16 code units, inclusive
 * @param end exclusive, not before begin
 */
public record Span(int begin, int end) implements Comparable<Span> {

    public Span {
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("not a span: " + begin + ".." + end);
        }
    }

    public int length() {
        return end - begin;
    }

    public boolean contains(int offset) {
        return begin <= offset && offset < end;
    }

    public boolean contains(Span other) {
        return begin <= other.begin && other.end <= end;
    }

    public boolean overlaps(Span other) {
        return begin < other.end && other.begin < end;
    }

    /** The characters of this span in {@code text}, the whole text of the source. */
    public String in(String text) {
        return text.substring(begin, end);
    }

    /** By begin, then by end. */
    @Override
    public int compareTo(Span other) {
        return begin != other.begin ? Integer.compare(begin, other.begin) : Integer.compare(end, other.end);
    }
}
