package org.fupin.extraction.text;

import org.jspecify.annotations.Nullable;

/** What must be known of a language to take glued text apart. Words are in lower case. */
public interface Glue {

    /** Takes nothing apart. */
    Glue NONE = new Glue() {
        @Override
        public boolean opensYear(String word) {
            return false;
        }

        @Override
        public boolean isMagnitude(String word) {
            return false;
        }

        @Override
        public boolean opensUnit(String word) {
            return false;
        }

        @Override
        public boolean namesNote(String word) {
            return false;
        }

        @Override
        public boolean leadsToNote(String word) {
            return false;
        }

        @Override
        public @Nullable Vocabulary vocabulary() {
            return null;
        }
    };

    /** Whether a year may stand behind the word: "in". */
    boolean opensYear(String word);

    /** Whether it multiplies the number before it: "million". */
    boolean isMagnitude(String word);

    /** Whether it is a unit, or the first word of one. */
    boolean opensUnit(String word);

    /** Whether it names a footnote: "note". */
    boolean namesNote(String word);

    /** Whether it may stand before that or between such: "see". */
    boolean leadsToNote(String word);

    /** Where words get their numbers and their letters from, null where they are not looked up. */
    @Nullable
    Vocabulary vocabulary();
}
