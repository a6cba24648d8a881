package org.fupin.gold;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The words of an item that tell it, without their plural's "s": two items are the same where enough of them are. */
record ItemWords(Set<String> words) {

    private static final Set<String> STOP =
            Set.of(("the a an of for in to and on by with from at its their this that were was is are total number")
                    .split(" "));

    static ItemWords of(String item) {
        Set<String> words = new TreeSet<>();
        for (String word : item.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            if (!word.isEmpty() && !STOP.contains(word)) {
                words.add(word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
            }
        }
        return new ItemWords(words);
    }

    /** Whether half of the words of both are common, or half of those that are expected. */
    boolean matches(ItemWords expected) {
        Set<String> common = new TreeSet<>(words);
        common.retainAll(expected.words);
        return words.isEmpty() && expected.words.isEmpty()
                || 2 * common.size() >= words.size() + expected.words.size() - common.size()
                || !expected.words.isEmpty() && 2 * common.size() >= expected.words.size();
    }
}
