package org.fupin.extraction.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds phrases in tokens: a tree of the numbers of the phrases' words. A look-up costs at most as many steps as the longest
 * phrase has words, so that a scan over a text is linear in it.
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

    /** What phrases with the same first words lead to and go on with. */
    private static final class Node<T> {

        /** The words that may come next, in the order of their numbers, with the node of each. */
        private int[] words = {};

        private final List<Node<T>> next = new ArrayList<>(0);
        private final List<T> values = new ArrayList<>(1);

        @SuppressWarnings("unchecked")
        static <T> @Nullable Node<T>[] none(int size) {
            return (Node<T>[]) new Node<?>[size];
        }

        @Nullable
        Node<T> next(int word) {
            int index = Arrays.binarySearch(words, word);
            return index < 0 ? null : next.get(index);
        }

        Node<T> add(int word) {
            int index = Arrays.binarySearch(words, word);
            if (index >= 0) {
                return next.get(index);
            }
            int place = -index - 1;
            int[] more = Arrays.copyOf(words, words.length + 1);
            System.arraycopy(words, place, more, place + 1, words.length - place);
            more[place] = word;
            words = more;
            Node<T> node = new Node<>();
            next.add(place, node);
            return node;
        }
    }

    private final Vocabulary vocabulary;
    /** Whether words are looked up in their singular. */
    private final boolean byLemma;
    /** For each word the node of the phrases that begin with it, null if none do. */
    private @Nullable Node<T>[] openers = Node.none(0);

    private PhraseIndex(Vocabulary vocabulary, boolean byLemma) {
        this.vocabulary = vocabulary;
        this.byLemma = byLemma;
    }

    /** An index of phrases as they are written. */
    public static <T> PhraseIndex<T> ofWords(Vocabulary vocabulary) {
        return new PhraseIndex<>(vocabulary, false);
    }

    /** An index of nouns in their singular; plurals are found too. */
    public static <T> PhraseIndex<T> ofLemmas(Vocabulary vocabulary) {
        return new PhraseIndex<>(vocabulary, true);
    }

    public void add(String phrase, T value) {
        Tokens tokens = Tokens.of(phrase, 0);
        Node<T> node = null;
        for (int i = 0; i < tokens.count; i++) {
            int word = vocabulary.add(byLemma ? Lemma.of(tokens.norm[i]) : tokens.norm[i]);
            node = node == null ? opener(word) : node.add(word);
        }
        if (node != null && !node.values.contains(value)) {
            node.values.add(value);
        }
    }

    private Node<T> opener(int word) {
        if (word >= openers.length) {
            @Nullable Node<T>[] more = Node.none(Math.max(word + 1, openers.length * 2));
            System.arraycopy(openers, 0, more, 0, openers.length);
            openers = more;
        }
        if (openers[word] == null) {
            openers[word] = new Node<>();
        }
        return openers[word];
    }

    private int number(Word word) {
        return byLemma ? word.lemma : word.number;
    }

    private @Nullable Node<T> begin(Word first) {
        int number = number(first);
        return number < openers.length ? openers[number] : null;
    }

    /** Whether a phrase can begin at the token, by its word. */
    public boolean opensAt(Tokens tokens, int at) {
        return begin(tokens.words(vocabulary)[at]) != null;
    }

    /** The longest phrase that begins at {@code at} and ends not after {@code limit}, null if there is none. */
    @Nullable
    public Hit<T> longest(Tokens tokens, int at, int limit) {
        int last = Math.min(limit, tokens.count);
        if (at >= last) {
            return null;
        }
        Word[] words = tokens.words(vocabulary);
        T found = null;
        int end = at;
        Node<T> node = begin(words[at]);
        for (int i = at + 1; node != null; i++) {
            if (!node.values.isEmpty()) {
                found = node.values.get(0);
                end = i;
            }
            node = i < last && !node.next.isEmpty() ? node.next(number(words[i])) : null;
        }
        return found == null ? null : new Hit<>(found, at, end);
    }

    /** Adds all phrases that begin at {@code at} to {@code hits}. */
    public void all(Tokens tokens, int at, List<Hit<T>> hits) {
        if (at >= tokens.count) {
            return;
        }
        Word[] words = tokens.words(vocabulary);
        Node<T> node = begin(words[at]);
        for (int i = at + 1; node != null; i++) {
            for (int v = 0; v < node.values.size(); v++) {
                hits.add(new Hit<>(node.values.get(v), at, i));
            }
            node = i < tokens.count && !node.next.isEmpty() ? node.next(number(words[i])) : null;
        }
    }
}
