package org.fupin.observation;

/** Text whose white space is evened out: the same words are the same text, however their lines are broken. */
public final class EvenedText {

    private EvenedText() {}

    /** Each run of white space as one blank, none at the ends. */
    public static String of(CharSequence text) {
        StringBuilder evened = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBlank(c)) {
                blank = true;
            } else {
                if (blank && !evened.isEmpty()) {
                    evened.append(' ');
                }
                blank = false;
                evened.append(c);
            }
        }
        return evened.toString();
    }

    /**
     * Where a stretch of one text is in another, if both are the same but for white space.
     *
     * @param span in {@code text}; not empty, without white space at its ends
     * @return the stretch in {@code other}
     */
    public static Span move(Span span, String text, String other) {
        int begin = position(other, countBefore(text, span.begin()));
        int last = position(other, countBefore(text, span.end() - 1));
        return new Span(begin, last + 1);
    }

    private static int countBefore(String text, int end) {
        int count = 0;
        for (int i = 0; i < end; i++) {
            count += isBlank(text.charAt(i)) ? 0 : 1;
        }
        return count;
    }

    private static int position(String text, int countBefore) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i)) && count++ == countBefore) {
                return i;
            }
        }
        throw new IllegalArgumentException("the texts differ");
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
