package org.fupin.observation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One quantity that a report states, normalised, with the place where it stands.
 *
 * @param span the quantity expression: number, magnitude and unit; for things that are counted number and magnitude
 *     only; both ends of a range
 * @param text the characters of the span
 * @param quantity decreases are positive numbers with a direction
 * @param direction of a change, growth or gap, else null
 * @param source who pays or lends, null where the text does not say
 * @param per null unless the amount is one per unit
 * @param period the time referred to
 * @param region the article's ISO 3166-2 code, or the name as written of the one other place that the sentence gives
 *     the figure for
 * @param item what is measured, a short noun phrase in the text's words
 * @param partOf begin offset of the total that this is a part of, else null
 * @param about begin offset of the level that this share, change, growth, gap, multiple, completion or ratio
 *     describes, else null
 * @param rules names of the extraction rules that made this, in the order they applied; the files in {@code reference/rules} tell
 *     what they mean
 * @param flags data-quality marks, such as {@code repaired}
 * @param doubt codes of the reasons to doubt the figure, in the order of the fields that they concern; the file
 *     {@code reference/doubts.csv} tells what they mean
 */
public record Observation(
        Span span,
        String text,
        Quantity quantity,
        Kind kind,
        @Nullable Direction direction,
        Measure measure,
        @Nullable FundingSource source,
        @Nullable PerUnit per,
        Status status,
        Qualifier qualifier,
        Period period,
        String region,
        String item,
        @Nullable Integer partOf,
        @Nullable Integer about,
        List<String> rules,
        List<String> flags,
        List<String> doubt) {

    /** Flag of a number that was malformed in the source and read as the most plausible intended one. */
    public static final String REPAIRED = "repaired";

    /** Flag of a figure of which a person corrected a field, or which a person found where none was read. */
    public static final String CORRECTED = "corrected";

    /** Flag of a figure that a person confirmed as it was read. */
    public static final String CONFIRMED = "confirmed";

    public Observation {
        rules = List.copyOf(rules);
        flags = List.copyOf(flags);
        doubt = List.copyOf(doubt);
    }

    public int begin() {
        return span.begin();
    }

    /** Whether a person confirmed or corrected it. */
    public boolean isReviewed() {
        return flags.contains(CORRECTED) || flags.contains(CONFIRMED);
    }

    /** Its stable id in this document: 32 hexadecimal digits, from the document's id and the span alone. */
    public String id(String documentId) {
        return Sha256.ofParts(documentId, span.begin(), span.end()).substring(0, 32);
    }

    /** This one with other links. */
    public Observation withLinks(@Nullable Integer toTotal, @Nullable Integer toLevel) {
        return new Observation(
                span, text, quantity, kind, direction, measure, source, per, status, qualifier, period, region, item,
                toTotal, toLevel, rules, flags, doubt);
    }

    /** This one with other marks. */
    public Observation withMarks(List<String> appliedRules, List<String> qualityFlags, List<String> doubts) {
        return new Observation(
                span,
                text,
                quantity,
                kind,
                direction,
                measure,
                source,
                per,
                status,
                qualifier,
                period,
                region,
                item,
                partOf,
                about,
                appliedRules,
                qualityFlags,
                doubts);
    }
}
