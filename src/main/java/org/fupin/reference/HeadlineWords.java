package org.fupin.reference;

import java.util.List;
import java.util.Locale;
import org.fupin.observation.Coded;

/** Words beside a figure that tell whether it can be a headline, of whom it is, and what money is, from {@code headline_words.csv}. */
public final class HeadlineWords {

    private static final Once<HeadlineWords> TABLE = new Once<>(HeadlineWords::read);

    /** What a rule concludes. */
    public enum Role implements Coded {
        /** The figure is none of the indicator. */
        NEVER,
        /** The figure comes before those that no such rule prefers. */
        PREFER,
        /** The figure is of the scope that the rule names. */
        SCOPE,
        /** The total comprises the money that the rule names. */
        CLASS,
        /** The amount of money is of the use that the rule names. */
        USE,
        /** The amount of money is put into the programme that the rule names, whatever its section is about. */
        PROGRAMME,
        /** The part of the headline total is for the programme that the rule names, though its section is about all. */
        PART,
        /** The amount of mutual funds was lent out, where people or households follow it. */
        LENT,
        /** A payer's amount is for so many counties, where their number follows it. */
        FOR_COUNTIES,
        /** People came over the poverty line, where an income follows them. */
        OVER_LINE,
        /** A count of another section than the headline's is one of what was done, too. */
        TOO,
        /** People were moved, rather than houses built for them. */
        MOVED,
        /** What the rule says is told with the figure: it is the indicator's in other words. */
        NOTE,
        /** What the rule says is told with the figure, and nobody may say the indicator of it outright. */
        CAUTION,
        /** A multiple is one of the year before. */
        YEAR_BEFORE,
        /** What follows is what the figure does not comprise: no rule looks at it. */
        EXCLUSION;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which of a figure's own words a rule looks at. */
    public enum Where implements Coded {
        /** The last three words before it. */
        JUST_BEFORE,
        /** Those between it and the comma before. */
        BEFORE,
        /** Those between the commas around it, and its item. */
        CLAUSE,
        /** As {@link #CLAUSE}, but from the figure before on. */
        NEAR,
        /** Those from it to the next figure or comma. */
        AFTER,
        /** From the begin of the sentence, or the semicolon before, to the next figure or semicolon, beyond figures before. */
        SENTENCE;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A rule.
     *
     * @param value for people, after "stated only", of {@link Role#NEVER}, as a sentence without full stop of {@link Role#NOTE}
     *     and {@link Role#CAUTION}; the code of a scope, class, use or programme,
     *     else empty
     * @param indicators codes of those that it is for, {@code funds_*} for all payers'; empty for all
     * @param words begins of words, in lower case: "export" stands for "exports" too, but not for "reexport"
     * @param unless such begins; where one of them stands the rule does not hold
     * @param reason why it is right
     * @param example a sentence of whose figure, in brackets, it holds
     * @param counterexample one that looks alike, of whose figure it does not hold
     */
    public record WordRule(
            Role role,
            String value,
            List<String> indicators,
            Where where,
            List<String> words,
            List<String> unless,
            String reason,
            String example,
            String counterexample) {

        public WordRule {
            indicators = List.copyOf(indicators);
            words = List.copyOf(words);
            unless = List.copyOf(unless);
        }

        /** Whether it is for the indicator of this code. */
        public boolean isFor(String indicator) {
            return indicators.isEmpty()
                    || indicators.contains(indicator)
                    || indicator.startsWith("funds_") && indicators.contains("funds_*");
        }

        /** Whether one of the words stands in {@code text}, and none that forbids the rule. */
        public boolean matches(String text) {
            String lowered = text.toLowerCase(Locale.ROOT);
            return oneBeginsIn(lowered, words) && !oneBeginsIn(lowered, unless);
        }

        private static boolean oneBeginsIn(String text, List<String> words) {
            for (String word : words) {
                if (beginsIn(text, word)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean beginsIn(String text, String word) {
            int at = text.indexOf(word);
            while (at > 0 && isOfWord(text.charAt(at - 1))) {
                at = text.indexOf(word, at + 1);
            }
            return at >= 0;
        }

        private static boolean isOfWord(char character) {
            return Character.isLetter(character) || character == '-';
        }
    }

    private final List<WordRule> all;

    private HeadlineWords(List<WordRule> all) {
        this.all = all;
    }

    /**
     * Reads the table at the first call.
     *
     * @throws IllegalStateException naming file and line of what cannot be read
     */
    public static HeadlineWords load() {
        return TABLE.get();
    }

    private static HeadlineWords read() {
        return new HeadlineWords(CsvTable.read(
                "headline_words.csv",
                row -> new WordRule(
                        Coded.of(Role.class, row.get("role")),
                        row.get("value"),
                        CsvTable.several(row, "indicators"),
                        Coded.of(Where.class, row.get("where")),
                        begins(CsvTable.several(row, "words")),
                        begins(CsvTable.several(row, "unless")),
                        row.get("reason"),
                        row.get("example"),
                        row.get("counterexample"))));
    }

    /** In the order of the file. */
    public List<WordRule> all() {
        return all;
    }

    /** The rules of a role for an indicator, in the order of the file. */
    public List<WordRule> of(Role role, String indicator) {
        return all.stream()
                .filter(rule -> rule.role() == role && rule.isFor(indicator))
                .toList();
    }

    private static List<String> begins(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }
}
