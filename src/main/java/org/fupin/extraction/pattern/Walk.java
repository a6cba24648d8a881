package org.fupin.extraction.pattern;

/** A walk through a sentence, on or back; all ways are followed at once, so that its length bounds the work. */
final class Walk {

    private final Scene scene;
    private final Words words;
    private final int direction;
    private final Walk opposite;

    /** A walk on. */
    Walk(Scene scene, Words words) {
        this.scene = scene;
        this.words = words;
        direction = 1;
        opposite = new Walk(this);
    }

    private Walk(Walk on) {
        scene = on.scene;
        words = on.words;
        direction = -on.direction;
        opposite = on;
    }

    Scene scene() {
        return scene;
    }

    Words words() {
        return words;
    }

    /** 1 on, -1 back. */
    int direction() {
        return direction;
    }

    /** The token that comes next, -1 at the end. */
    int token(int place) {
        int token = direction > 0 ? place : place - 1;
        return token < words.count() ? token : -1;
    }

    Walk to(int other) {
        return other == direction ? this : opposite;
    }
}
