package org.fupin.reference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fupin.observation.Coded;
import org.fupin.reference.ExtractionRules.Basis;

/** What makes a figure doubtful, from {@code doubts.csv}: the codes of the field {@code doubt} of an observation. */
public final class DoubtReasons {

    /**
     * A reason to doubt a field of a figure.
     *
     * @param code as observations have it: lower case letters and underscores
     * @param field of the observation that may be wrong
     * @param basis of the rule that concluded the field, which alone causes it; empty where the extraction looks at more
     * @param sentence for people, without its full stop
     */
    public record DoubtReason(String code, String field, Optional<Basis> basis, String sentence) {}

    private final Map<String, DoubtReason> byCode = new LinkedHashMap<>();
    private final Map<String, Integer> order = new HashMap<>();

    private DoubtReasons(List<DoubtReason> all) {
        for (DoubtReason reason : all) {
            order.put(reason.code(), order.size());
            byCode.put(reason.code(), reason);
        }
    }

    /**
     * Reads the table.
     *
     * @throws IllegalStateException naming file and line of what cannot be read
     */
    public static DoubtReasons load() {
        Map<String, DoubtReason> seen = new HashMap<>();
        return new DoubtReasons(CsvTable.read("doubts.csv", row -> {
            String basis = row.get("basis");
            DoubtReason reason = new DoubtReason(
                    row.get("doubt"),
                    row.get("field"),
                    basis.isEmpty() ? Optional.empty() : Optional.of(Coded.of(Basis.class, basis)),
                    row.get("sentence"));
            if (reason.field().isEmpty() || reason.sentence().isEmpty()) {
                throw new IllegalArgumentException(reason.code() + " needs a field and a sentence");
            }
            if (seen.put(reason.code(), reason) != null) {
                throw new IllegalArgumentException("doubt " + reason.code() + " stands twice");
            }
            return reason;
        }));
    }

    /** All reasons, in the order of the file: that of the fields. */
    public List<DoubtReason> all() {
        return List.copyOf(byCode.values());
    }

    /** The reason of this code; empty if the table has none. */
    public Optional<DoubtReason> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The sentences of the codes, each with its full stop; a code that another version of the program gave stands for itself. */
    public List<String> sentences(List<String> codes) {
        return codes.stream()
                .map(code -> find(code).map(reason -> reason.sentence() + ".").orElse(code))
                .toList();
    }

    /** The codes in the order of the file, each once. */
    public List<String> ordered(Iterable<String> codes) {
        java.util.TreeMap<Integer, String> sorted = new java.util.TreeMap<>();
        codes.forEach(code -> sorted.put(order.get(code), code));
        return List.copyOf(sorted.values());
    }
}
