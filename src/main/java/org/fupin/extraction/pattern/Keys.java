package org.fupin.extraction.pattern;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fupin.observation.Coded;

/** The keys that conditions or conclusions may name, each with the codes that it takes. Immutable. */
public final class Keys {

    public static final Keys NONE = new Keys(Map.of());

    /** By key; an empty set for a key that takes any text. */
    private final Map<String, Set<String>> codes;

    private Keys(Map<String, Set<String>> codes) {
        this.codes = codes;
    }

    /** These keys and one that takes the codes of a list. */
    public <E extends Enum<E> & Coded> Keys with(String key, Class<E> list) {
        return with(key, Arrays.stream(list.getEnumConstants()).map(Coded::code).collect(Collectors.toSet()));
    }

    /** These keys and one that takes these codes. */
    public Keys with(String key, Set<String> values) {
        Map<String, Set<String>> more = new LinkedHashMap<>(codes);
        more.put(key, new TreeSet<>(values));
        return new Keys(more);
    }

    /** These keys and one that takes yes and no. */
    public Keys withFlag(String key) {
        return with(key, Set.of("yes", "no"));
    }

    /** These keys and one that takes any text. */
    public Keys withText(String key) {
        return with(key, Set.of());
    }

    /** @throws IllegalArgumentException if the key is unknown; the message lists those there are */
    void check(String key) {
        if (!codes.containsKey(key)) {
            throw new IllegalArgumentException(
                    "unknown key '" + key + "', expected one of " + String.join(", ", codes.keySet()));
        }
    }

    /** @throws IllegalArgumentException if the key does not take the code; the message lists those that it takes */
    void check(String key, String code) {
        check(key);
        Set<String> known = codes.get(key);
        if (!known.isEmpty() && !known.contains(code)) {
            throw new IllegalArgumentException(
                    "unknown " + key + " '" + code + "', expected one of " + String.join(", ", known));
        }
    }
}
