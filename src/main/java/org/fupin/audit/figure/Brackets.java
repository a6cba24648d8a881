package org.fupin.audit.figure;

import java.util.regex.Pattern;

/** Text in brackets belongs to what stands before it, and joins nothing outside. */
public final class Brackets {

    private static final Pattern PAIR = Pattern.compile("\\([^()]*\\)");

    private Brackets() {}

    /** The text without what stands in pairs of brackets; one that is only opened or closed stays. */
    public static String without(String text) {
        return text.indexOf('(') < 0 ? text : PAIR.matcher(text).replaceAll(" ");
    }
}
