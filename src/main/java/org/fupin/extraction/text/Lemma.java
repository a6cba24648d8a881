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
        if (n < 3 || word.charAt(n - 1) != 's') {
            return word; // as most words, which are asked for again and again
        }
        char before = word.charAt(n - 2);
        if (before == '\'') {
            return of(word.substring(0, n - 2));
        }
        if (n == 3) {
            return word;
        }
        return switch (before) {
            case 'e' -> ofEnding(word, n);
            case 'u' -> word.endsWith("eaus") ? word.substring(0, n - 1) : word;
            case 's', 'i' -> word;
            default -> word.substring(0, n - 1);
        };
    }

    /** The singular of a word of {@code n} letters that ends in "es". */
    private static String ofEnding(String word, int n) {
        if (n > 4 && word.charAt(n - 3) == 'i') {
            return word.substring(0, n - 3) + "y";
        }
        boolean hissing =
                word.endsWith("sses") || word.endsWith("shes") || word.endsWith("ches") || word.endsWith("xes");
        return word.substring(0, hissing ? n - 2 : n - 1);
    }

    /** Whether a verb looks like a past or a participle. */
    public static boolean isPast(String word) {
        return word.endsWith("ed");
    }

    /** Whether a word looks like a plural. */
    public static boolean isPlural(String word) {
        return isPlural(word, of(word));
    }

    static boolean isPlural(String word, String singular) {
        return word.length() > 3 && !singular.equals(word) || IRREGULAR.contains(word);
    }
}
