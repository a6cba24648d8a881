package org.fupin.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Ways to take the square of a text's length, each of which the counting must notice. */
final class SquareWork {

    private SquareWork() {}

    /** Looks at each character for each character. */
    public static final class Loops implements Consumer<String> {
        @Override
        public void accept(String text) {
            int same = 0;
            for (int i = 0; i < text.length(); i++) {
                for (int k = 0; k < text.length(); k++) {
                    same += text.charAt(i) == text.charAt(k) ? 1 : 0;
                }
            }
        }
    }

    /** Copies the rest of the text at each character. */
    public static final class Copies implements Consumer<String> {
        @Override
        public void accept(String text) {
            String joined = "";
            for (int i = 0; i < text.length(); i++) {
                joined = text.substring(i);
            }
        }
    }

    /** Searches a list for each of its elements. */
    public static final class Lookups implements Consumer<String> {
        @Override
        public void accept(String text) {
            List<Integer> seen = new ArrayList<>();
            for (int i = 0; i < text.length(); i++) {
                if (!seen.contains(i)) {
                    seen.add(i);
                }
            }
        }
    }

    /** Searches for an expression that looks at the rest of the text from each character. */
    public static final class Regexes implements Consumer<String> {
        @Override
        public void accept(String text) {
            text.replaceAll("a+b", "");
        }
    }
}
