package org.fupin.extraction.text;

import java.util.Set;

/** The singular of a noun, by the regular rules of English; irregular forms are listed where nouns are listed. */
public final class Lemma {

    /** Plurals without an ending. */
    private static final Set<String> IRREGULAR = Set.of(
            "people", "men", "women", "children", "herdsmen", "fishermen", "businessmen", "craftsmen", "servicemen");

    private Lemma() {}

    public static String of(String word) {
        int n = word.length();
        while (n > 2 && word.startsWith("'s", n - 2)) {
            n -= 2;
        }
        if (n < word.length()) {
            return of(word.substring(0, n));
        }
        if (n < 4 || word.charAt(n - 1) != 's') {
            return word;
        }
        if (word.endsWith("ies") && n > 4) {
            return word.substring(0, n - 3) + "y";
        }
        if (word.endsWith("sses") || word.endsWith("shes") || word.endsWith("ches") || word.endsWith("xes")) {
            return word.substring(0, n - 2);
        }
        char before = word.charAt(n - 2);
        if (word.endsWith("eaus")) {
            return word.substring(0, n - 1);
        }
        return before == 's' || before == 'u' || before == 'i' ? word : word.substring(0, n - 1);
    }

    /** Whether a verb looks like a past or a participle. */
    public static boolean isPast(String word) {
        return word.endsWith("ed");
    }

    /** Whether a word looks like a plural. */
    public static boolean isPlural(String word) {
        return word.length() > 3 && !of(word).equals(word) || IRREGULAR.contains(word);
    }
}
