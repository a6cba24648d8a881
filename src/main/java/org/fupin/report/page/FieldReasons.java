package org.fupin.report.page;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fupin.observation.CorrectedField;
import org.fupin.observation.Observation;
import org.fupin.reference.ExtractionRules;
import org.fupin.reference.ExtractionRules.Basis;
import org.fupin.reference.ExtractionRules.Rule;
import org.fupin.report.CorrectedLine;

/**
 * Why the fields of a figure have their values: by the last of the figure's rules that concludes the field, or by what holds
 * where no rule does.
 */
final class FieldReasons {

    /** The fields that a page shows, by the names that records of observations have for them. */
    static final List<String> FIELDS = List.of(
            "value",
            "unit",
            "qualifier",
            "kind",
            "direction",
            "measure",
            "item",
            "source",
            "per",
            "status",
            "period",
            "region",
            "part_of",
            "about");

    /**
     * A reason.
     *
     * @param text a sentence without its full stop
     * @param basis how sure it is
     * @param rule the name of the rule, empty if none concluded the field
     */
    record FieldReason(String text, String basis, String rule) {}

    private final ExtractionRules rules;

    FieldReasons(ExtractionRules rules) {
        this.rules = rules;
    }

    /**
     * By field; a field of which nothing is known is not in it.
     *
     * @param year reported on by the figure's article
     * @param place that article's, see {@link org.fupin.observation.document.Article#place}
     * @param corrections of the figure
     */
    Map<String, FieldReason> of(Observation observation, int year, String place, List<CorrectedLine> corrections) {
        Map<String, FieldReason> reasons = new LinkedHashMap<>();
        Map<String, FieldReason> concluded = concluded(observation.rules());
        for (String field : FIELDS) {
            FieldReason reason = concluded.get(field);
            if (reason != null) {
                reasons.put(field, reason);
            } else {
                String text = rules.unsaid(field, key -> fact(observation, key, year, place));
                if (!text.isEmpty()) {
                    reasons.put(field, new FieldReason(text, "", ""));
                }
            }
        }
        for (CorrectedLine line : corrections) {
            if (line.changes() && line.correction().field() != CorrectedField.FIGURE) {
                String text = line.signature() + ", " + line.asRead();
                reasons.put(shownIn(line.correction().field()), new FieldReason(text, "corrected", ""));
            }
        }
        return reasons;
    }

    /** The ends of a range and the unit are shown with the amount. */
    private static String shownIn(CorrectedField field) {
        return switch (field) {
            case LOW, HIGH, UNIT -> CorrectedField.VALUE.code();
            default -> field.code();
        };
    }

    /** By field, of the last rule that concludes it. */
    private Map<String, FieldReason> concluded(List<String> applied) {
        Map<String, FieldReason> concluded = new HashMap<>();
        for (String name : applied) {
            rules.find(name).ifPresent(rule -> {
                FieldReason reason = concluded(rule, name);
                rule.fields().forEach(field -> concluded.put(field, reason));
            });
        }
        return concluded;
    }

    private static FieldReason concluded(Rule rule, String applied) {
        String basis = rule.basis() == Basis.STATED ? "" : rule.basis().code();
        return new FieldReason(rule.why(applied), basis, applied);
    }

    private static String fact(Observation observation, String key, int year, String place) {
        return switch (key) {
            case "dimension" -> observation.quantity().unit().dimension().code();
            case "measure" -> observation.measure().code();
            case "part" -> yes(observation.partOf() != null);
            case "about" -> yes(observation.about() != null);
            case "own_year" -> yes(observation.period().iso().equals(Integer.toString(year)));
            case "own_region" -> yes(observation.region().equals(place));
            default -> "";
        };
    }

    private static String yes(boolean holds) {
        return holds ? "yes" : "";
    }
}
