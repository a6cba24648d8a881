package org.fupin.gold;

import java.util.EnumMap;
import java.util.Map;
import org.fupin.observation.CorrectedField;
import org.fupin.observation.Observation;
import org.fupin.observation.Span;

/**
 * A figure as gold has it, or as it was read: its fields as texts, in the forms of the records.
 *
 * @param span where its number stands in the document's text
 * @param text the characters there; empty where the gold keeps none
 * @param fields those that are stated
 */
public record AnnotatedFigure(Span span, String text, Map<CorrectedField, String> fields) {

    public AnnotatedFigure {
        fields = Map.copyOf(fields);
    }

    public static AnnotatedFigure of(Observation observation) {
        Map<CorrectedField, String> fields = new EnumMap<>(CorrectedField.class);
        for (CorrectedField field : CorrectedField.values()) {
            String value = field == CorrectedField.FIGURE ? "" : field.of(observation);
            if (!value.isEmpty()) {
                fields.put(field, value);
            }
        }
        return new AnnotatedFigure(observation.span(), observation.text(), fields);
    }

    public int begin() {
        return span.begin();
    }

    /** Empty for what is not stated. */
    public String field(CorrectedField field) {
        return fields.getOrDefault(field, "");
    }

    /** For people: "2352000000 CNY", "5000000 to 10000000 CNY". */
    String amount() {
        String low = field(CorrectedField.LOW);
        String high = field(CorrectedField.HIGH);
        String value = low.isEmpty() && high.isEmpty() ? field(CorrectedField.VALUE) : low + " to " + high;
        return (value + " " + field(CorrectedField.UNIT)).strip();
    }

    /** How many characters of the text both cover. */
    int overlap(AnnotatedFigure other) {
        return Math.min(span.end(), other.span.end()) - Math.max(span.begin(), other.span.begin());
    }
}
