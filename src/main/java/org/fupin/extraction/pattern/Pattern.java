package org.fupin.extraction.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.fupin.extraction.pattern.Scene.Figure;
import org.fupin.extraction.text.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Words around a figure, compiled: alternatives, each with the elements before and behind it. All ways through a sentence are
 * followed at once, so that the work is linear in the pattern and in the stretch that its gaps span.
 */
public final class Pattern {

    /**
     * The words that a pattern went by, tokens {@code from} to before {@code to}; equal where there are none.
     *
     * @param begin the place farthest before the figure that it reaches
     * @param end the place farthest behind it
     */
    public record Match(int from, int to, int begin, int end) {}

    /**
     * How the figure stands in a pattern.
     *
     * @param noun whether with the noun that it counts
     * @param number whether without the qualifier before it
     * @param own what its number begins with, null where that is no matter
     */
    record Anchor(boolean noun, boolean number, @Nullable Element own) {}

    /**
     * @param before read from the figure to the left
     * @param after read from the figure, or from its noun phrase, to the right; from the sentence's begin where there is no
     *     figure in it
     * @param anchor the figure in it; null where it tells of the whole sentence
     * @param needs groups of which one each must occur in the sentence, the rarest first
     */
    record Alternative(Combined.Sequence before, @Nullable Anchor anchor, Combined.Sequence after, int[][] needs) {

        static Alternative of(
                List<Element> before, @Nullable Anchor anchor, List<Element> after, Vocabulary vocabulary) {
            List<int[]> needs = new ArrayList<>();
            before.forEach(element -> element.needs(needs));
            if (anchor != null && anchor.own() != null) {
                anchor.own().needs(needs);
            }
            after.forEach(element -> element.needs(needs));
            needs.sort(Comparator.comparingInt(words -> commonness(words, vocabulary)));
            return new Alternative(sequence(before), anchor, sequence(after), needs.toArray(int[][]::new));
        }

        private static Combined.Sequence sequence(List<Element> elements) {
            return new Combined.Sequence(List.copyOf(elements));
        }

        @Nullable
        Match match(Walk on, Figure figure) {
            return anchor != null ? search(on, figure) : on.words().once(this, () -> search(on, figure));
        }

        private @Nullable Match search(Walk on, Figure figure) {
            Walk back = on.to(-1);
            if (anchor != null && anchor.own() != null && !anchor.own().standsAt(on, figure.from())) {
                return null;
            }
            int begin = anchor != null && anchor.number() ? figure.from() : figure.lead();
            int end = anchor == null ? 0 : anchor.noun() ? figure.behindNoun() : figure.to();
            if (!before.beginsAt(back, begin) || !after.beginsAt(on, end)) {
                return null;
            }
            Positions left = before.walk(back, Positions.of(-1, begin));
            if (left.size() == 0) {
                return null;
            }
            Positions right = after.walk(on, Positions.of(1, end));
            if (right.size() == 0) {
                return null;
            }
            if (left.near(0) != Positions.NONE) {
                return new Match(left.far(0), left.near(0), left.last(), right.last());
            }
            boolean none = right.near(0) == Positions.NONE;
            return new Match(none ? 0 : right.near(0), none ? 0 : right.far(0), left.last(), right.last());
        }
    }

    private final Alternative[] alternatives;

    Pattern(List<Alternative> alternatives) {
        this.alternatives = alternatives.toArray(Alternative[]::new);
    }

    /**
     * Compiles a pattern.
     *
     * @param facts of figures, which {@code [fig:key=code]} may name
     * @param supplied names of the classes of phrases that the sentences supply
     * @throws IllegalArgumentException if it cannot be read, saying what is expected
     */
    public static Pattern of(String notation, Vocabulary vocabulary, Keys facts, Set<String> supplied) {
        return new PatternParser(notation, vocabulary, facts, supplied).parse();
    }

    /**
     * Words and cue types of which a sentence must have one: for each alternative the rarest that it needs one of; none where
     * an alternative needs no certain word.
     */
    int[] openers() {
        List<int[]> groups = new ArrayList<>();
        for (Alternative alternative : alternatives) {
            if (alternative.needs().length == 0) {
                return new int[0];
            }
            groups.add(alternative.needs()[0]);
        }
        return groups.stream().flatMapToInt(Arrays::stream).distinct().toArray();
    }

    private static int commonness(int[] words, Vocabulary vocabulary) {
        return Arrays.stream(words).map(vocabulary::commonness).sum();
    }

    /** The words around the figure by which the first alternative fits, null if none does. */
    @Nullable
    Match match(Walk on, Figure figure) {
        for (Alternative alternative : alternatives) {
            Match match = on.words().hasAll(alternative.needs()) ? alternative.match(on, figure) : null;
            if (match != null) {
                return match;
            }
        }
        return null;
    }
}
