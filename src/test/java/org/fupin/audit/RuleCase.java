package org.fupin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * A marked text and all that the auditor finds in it.
 *
 * @param outcomes as {@link Passage#audit()} writes them, in its order
 */
record RuleCase(String name, String text, List<String> outcomes) {

    static RuleCase of(String name, String text, String... outcomes) {
        return new RuleCase(name, text, List.of(outcomes));
    }

    void check() {
        assertThat(Passage.of(text).audit()).as(text).isEqualTo(outcomes);
    }

    @Override
    public String toString() {
        return name;
    }
}
