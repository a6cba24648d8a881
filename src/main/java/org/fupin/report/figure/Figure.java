package org.fupin.report.figure;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.observation.Direction;
import org.fupin.observation.Observation;
import org.fupin.observation.Programme;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.reference.ReportWords;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a report: an observation and where it stands.
 *
 * @param number 1 for the first of the report, in the order of articles and text; the same in workbook and PDF
 * @param id the observation's stable id: the same in the warehouse and in addresses of the review page
 * @param ref the observation's key: document and offset
 * @param year the year that the article reports on
 * @param article the article's title
 * @param heading the section's heading as written, empty if it has none
 * @param programme the section's
 * @param sentence the sentence that states it; null if the section's sentences do not cover it
 * @param flags in the order of {@link Flag}
 */
public record Figure(
        int number,
        String id,
        ObservationRef ref,
        Observation observation,
        int year,
        String article,
        String heading,
        Programme programme,
        @Nullable SourceSentence sentence,
        List<Flag> flags) {

    /** An item, what stands in its last bracket, and the bracket's end, which may be missing. */
    private static final Pattern LAST_BRACKET = Pattern.compile("(.*?)\\s*\\(([^()]*)(\\)?)");

    /** What is left of "to launch 25 projects" or "for the pilot project of" where the reading ends an item at a number. */
    private static final Pattern LOOSE_END = Pattern.compile(
            "(?:\\s+(?:to\\s+\\p{Ll}*[\\p{Ll}&&[^s]]|to|of|for|(?<!\\bput\\s)in|by|with|from|and|the|a|an|as well))+$");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Words that name money and how it was given, but not what for. */
    private static final Set<String> VAGUE = ReportWords.load().of(ReportWords.Use.VAGUE_ITEM);

    public Figure {
        flags = List.copyOf(flags);
    }

    /** Its address on the review page: the same in all editions. */
    public String address() {
        return "#o-" + id;
    }

    /** The sentence's text, empty if it is not known. */
    public String sentenceText() {
        return sentence == null ? "" : sentence.text();
    }

    /**
     * What is measured, for people: the item without the section's name behind it, which the reading adds, without a
     * bracket that is not closed and without a loose end; the measure where nothing is left.
     */
    public String item() {
        String item = observation.item().strip();
        if (item.indexOf('(') >= 0) {
            Matcher bracket = LAST_BRACKET.matcher(item);
            if (bracket.matches() && (bracket.group(3).isEmpty() || isHeading(bracket.group(2)))) {
                item = bracket.group(1);
            }
        }
        item = LOOSE_END.matcher(item).replaceFirst("");
        return item.isEmpty() ? observation.measure().label() : item;
    }

    private boolean isHeading(String text) {
        return !heading.isEmpty()
                && (heading.equalsIgnoreCase(text)
                        || heading.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
    }

    /** As {@link #item()}, with the section's heading where the item alone does not tell what it is of: "investment · "Roads"". */
    public String itemOrSection() {
        String item = item();
        boolean vague =
                Arrays.stream(BLANKS.split(item.toLowerCase(Locale.ROOT))).allMatch(VAGUE::contains);
        return vague && !heading.isEmpty() ? item + " \u00B7 \"" + heading + '"' : item;
    }

    /** The value in the base unit, negative for a decrease or a gap below its benchmark; null for a range. */
    public @Nullable BigDecimal signedBaseValue() {
        return signedBaseValue(observation);
    }

    /** As {@link #signedBaseValue()}. */
    public static @Nullable BigDecimal signedBaseValue(Observation observation) {
        BigDecimal value = observation.quantity().baseValue();
        Direction direction = observation.direction();
        boolean negative = direction == Direction.DOWN || direction == Direction.BELOW;
        return value != null && negative ? value.negate() : value;
    }

    /** The amount for people, such as "about 2.352 billion Yuan". */
    public String text() {
        return FigureText.of(observation);
    }
}
