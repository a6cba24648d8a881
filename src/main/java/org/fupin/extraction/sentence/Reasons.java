package org.fupin.extraction.sentence;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.jspecify.annotations.Nullable;

/**
 * Why a mention became what it is: the rules that concluded something on it, in the order they applied, each with what it
 * went by. The rules are documented in the files of {@code reference/rules}.
 */
public final class Reasons {

    /**
     * A rule that applied.
     *
     * @param from first token of the words that it went by, in the mention's sentence
     * @param to behind the last of these words; equal to {@code from} where there are none
     * @param of the other figure that it went by, null if there is none
     */
    public record Reason(
            String rule, int from, int to, @Nullable Mention of) {}

    private final List<Reason> reasons = new ArrayList<>(8);

    public void add(String rule) {
        reasons.add(new Reason(rule, 0, 0, null));
    }

    public void add(String rule, int from, int to) {
        reasons.add(new Reason(rule, from, to, null));
    }

    public void add(String rule, Hit<?> words) {
        add(rule, words.begin(), words.end());
    }

    public void add(String rule, Mention of) {
        reasons.add(new Reason(rule, 0, 0, of));
    }

    /** Takes over why another mention is what it is, of which this one becomes a part. */
    public void addAll(Reasons others) {
        reasons.addAll(others.reasons);
    }

    public boolean contains(String rule) {
        for (Reason reason : reasons) {
            if (reason.rule().equals(rule)) {
                return true;
            }
        }
        return false;
    }

    public int size() {
        return reasons.size();
    }

    public List<Reason> all() {
        return reasons;
    }

    /** The names of the rules, each once. */
    public List<String> names() {
        List<String> names = new ArrayList<>(reasons.size());
        for (Reason reason : reasons) {
            if (!names.contains(reason.rule())) {
                names.add(reason.rule());
            }
        }
        return names;
    }
}
