package org.fupin.warehouse.row;

import java.nio.charset.StandardCharsets;
import org.fupin.observation.Sha256;

/** Text from outside that has to fit into a column. */
public final class ColumnText {

    /** Of the columns that hold names of files. */
    public static final int NAME = 500;

    /** Of a message for people: what MySQL's TEXT holds in any case. */
    public static final int MESSAGE = 4000;

    private ColumnText() {}

    /**
     * The text itself if it has at most {@code length} UTF-16 code units; else its beginning and its end, with a part of
     * its SHA-256 between, so that two long texts stay two.
     */
    public static String fit(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        String middle = "..." + hash(text) + "...";
        int rest = length - middle.length();
        int begin = rest / 2;
        int end = text.length() - (rest - begin);
        // Not between the halves of a surrogate pair.
        if (Character.isHighSurrogate(text.charAt(begin - 1))) {
            begin--;
        }
        if (Character.isLowSurrogate(text.charAt(end))) {
            end++;
        }
        return text.substring(0, begin) + middle + text.substring(end);
    }

    private static String hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }
}
