package org.fupin.reference;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reduces the phrase of an item to the words that tell it from others, by {@code lexicon/item_words.csv}. */
public final class ItemWords {

    private static final Once<ItemWords> TABLE = new Once<>(ItemWords::read);

    private record Row(String word, String sameAs) {}

    private final Map<String, String> sameAs;

    private ItemWords(Map<String, String> sameAs) {
        this.sameAs = sameAs;
    }

    /** Reads the table at the first call. */
    public static ItemWords load() {
        return TABLE.get();
    }

    private static ItemWords read() {
        List<Row> rows = new LexiconTable(CsvTable.Files.CLASS_PATH, "word")
                .read("item_words.csv", row -> new Row(row.get("word"), row.get("same_as")));
        return new ItemWords(rows.stream().collect(Collectors.toMap(Row::word, Row::sameAs)));
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
