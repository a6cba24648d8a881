package org.fupin.extraction.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds phrases in tokens: a tree of the phrases' words. A look-up costs at most as many steps as the longest phrase has
 * words, so that a scan over a text is linear in it.
 *
 * @param <T> what a phrase leads to
 */
public final class PhraseIndex<T> {

    /** A phrase at a place: tokens {@code begin} to before {@code end}. */
    public record Hit<T>(T value, int begin, int end) {

        public int length() {
            return end - begin;
        }
    }

    private static final class Node<T> {
        final Map<String, Node<T>> next = new HashMap<>();
        final List<T> values = new ArrayList<>(1);
    }

    /** Whether words are looked up in their singular. */
    private final boolean byLemma;

    private final Node<T> root = new Node<>();

    private PhraseIndex(boolean byLemma) {
        this.byLemma = byLemma;
    }

    /** An index of phrases as they are written. */
    public static <T> PhraseIndex<T> ofWords() {
        return new PhraseIndex<>(false);
    }

    /** An index of nouns in their singular; plurals are found too. */
    public static <T> PhraseIndex<T> ofLemmas() {
        return new PhraseIndex<>(true);
    }

    public void add(String phrase, T value) {
        Tokens tokens = Tokens.of(phrase, 0);
        Node<T> node = root;
        for (int i = 0; i < tokens.count; i++) {
            node = node.next.computeIfAbsent(key(tokens.norm[i]), k -> new Node<>());
        }
        if (!node.values.contains(value)) {
            node.values.add(value);
        }
    }

    private String key(String norm) {
        return byLemma ? Lemma.of(norm) : norm;
    }

    /** The longest phrase that begins at {@code at} and ends not after {@code limit}, null if there is none. */
    @Nullable
    public Hit<T> longest(Tokens tokens, int at, int limit) {
        Node<T> node = root;
        Hit<T> found = null;
        for (int i = at; i < limit; i++) {
            node = node.next.get(key(tokens.norm[i]));
            if (node == null) {
                break;
            }
            if (!node.values.isEmpty()) {
                found = new Hit<>(node.values.get(0), at, i + 1);
            }
        }
        return found;
    }

    /** Adds all phrases that begin at {@code at} to {@code hits}. */
    public void all(Tokens tokens, int at, List<Hit<T>> hits) {
        Node<T> node = root;
        for (int i = at; i < tokens.count; i++) {
            node = node.next.get(key(tokens.norm[i]));
            if (node == null) {
                return;
            }
            for (T value : node.values) {
                hits.add(new Hit<>(value, at, i + 1));
            }
        }
    }
}
