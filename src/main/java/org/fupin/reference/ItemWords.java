package org.fupin.reference;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reduces the phrase of an item to the words that tell it from others, by {@code item_words.csv}. */
public final class ItemWords {

    private final Map<String, String> sameAs;

    private ItemWords(Map<String, String> sameAs) {
        this.sameAs = sameAs;
    }

    public static ItemWords load() {
        Map<String, String> sameAs = new HashMap<>();
        CsvTable.read("item_words.csv", row -> {
            if (sameAs.put(row.get("word"), row.get("same_as")) != null) {
                throw new IllegalArgumentException("word " + row.get("word") + " stands twice");
            }
            return row;
        });
        return new ItemWords(sameAs);
    }

    /** The telling words of {@code item}, in the singular, in alphabetical order; empty where it has none. */
    public Set<String> telling(String item) {
        Set<String> words = new TreeSet<>();
        for (String word : item.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            String singular = singular(word);
            String same = sameAs.getOrDefault(word, sameAs.getOrDefault(singular, singular));
            if (same.length() > 1) {
                words.add(same);
            }
        }
        return words;
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
