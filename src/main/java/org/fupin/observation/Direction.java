package org.fupin.observation;

/** Which way a change, growth or gap goes. */
public enum Direction implements Coded {
    UP("up"),
    DOWN("down"),
    /** Of a gap: more than the benchmark. */
    ABOVE("above"),
    /** Of a gap: less than the benchmark. */
    BELOW("below");

    private final String code;

    Direction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
