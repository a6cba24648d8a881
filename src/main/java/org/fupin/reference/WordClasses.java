package org.fupin.reference;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words by class, from a file of the lexicon with the columns {@code class} and {@code word}.
 *
 * @param <C> the classes, whose names in lower case stand in the file
 */
final class WordClasses<C extends Enum<C>> {

    private final Map<C, Set<String>> words;

    private WordClasses(Map<C, Set<String>> words) {
        this.words = words;
    }

    /** @throws IllegalStateException naming the file, if a class has no word or a word stands twice in its class */
    static <C extends Enum<C>> WordClasses<C> read(String file, Class<C> classes) {
        Map<C, Set<String>> words = new EnumMap<>(classes);
        LexiconTable table = new LexiconTable(
                CsvTable.Files.CLASS_PATH, "word", row -> List.of("for the class " + row.get("class")));
        table.read(file, row -> {
            C of = Enum.valueOf(classes, row.get("class").toUpperCase(Locale.ROOT));
            return words.computeIfAbsent(of, any -> new LinkedHashSet<>()).add(row.get("word"));
        });
        for (C each : classes.getEnumConstants()) {
            if (!words.containsKey(each)) {
                throw new IllegalStateException(file + " has no class " + each);
            }
        }
        return new WordClasses<>(words);
    }

    /** All words of a class, in lower case. */
    Set<String> of(C of) {
        return words.getOrDefault(of, Set.of());
    }
}
