package org.fupin.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fupin.observation.Coded;
import org.fupin.reference.ExtractionRules.Basis;
import org.jspecify.annotations.Nullable;

/** What makes a figure doubtful, from {@code doubts.csv}: the codes in the field {@code doubt} of an observation. */
public final class DoubtReasons {

    private static final Once<DoubtReasons> TABLE = new Once<>(DoubtReasons::read);

    /**
     * A reason to doubt a field of a figure.
     *
     * @param code as observations have it
     * @param field of the observation that may be wrong
     * @param basis of the rule that concluded the field, if that alone is the reason, else null
     * @param rules that are the reason where one of them applied to the figure
     * @param sentence for people, without its full stop
     */
    public record DoubtReason(
            String code, String field, @Nullable Basis basis, Set<String> rules, String sentence) {}

    private final Map<String, DoubtReason> byCode;
    private final List<String> codes;

    private DoubtReasons(Map<String, DoubtReason> byCode) {
        this.byCode = byCode;
        this.codes = List.copyOf(byCode.keySet());
    }

    /**
     * Reads the table at the first call.
     *
     * @throws IllegalStateException naming file and line of what cannot be read
     */
    public static DoubtReasons load() {
        return TABLE.get();
    }

    private static DoubtReasons read() {
        Map<String, DoubtReason> byCode = new LinkedHashMap<>();
        CsvTable.read("doubts.csv", row -> {
            String basis = row.get("basis");
            DoubtReason reason = new DoubtReason(
                    row.get("doubt"),
                    row.get("field"),
                    basis.isEmpty() ? null : Coded.of(Basis.class, basis),
                    row.get("rules").isEmpty()
                            ? Set.of()
                            : Set.of(row.get("rules").split(";")),
                    row.get("sentence"));
            if (reason.field().isEmpty() || reason.sentence().isEmpty()) {
                throw new IllegalArgumentException(reason.code() + " needs a field and a sentence");
            }
            if (byCode.put(reason.code(), reason) != null) {
                throw new IllegalArgumentException("doubt " + reason.code() + " stands twice");
            }
            return reason;
        });
        return new DoubtReasons(byCode);
    }

    /** All reasons, in the order of the file: that of the fields. */
    public List<DoubtReason> all() {
        return List.copyOf(byCode.values());
    }

    /** The reason of this code; empty if the table has none. */
    public Optional<DoubtReason> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The place of the code in the order of the file, from 0; -1 if the table has none. */
    public int order(String code) {
        return codes.indexOf(code);
    }

    /** Each code as a sentence with its full stop; one that the table does not have, by another version, as it is. */
    public List<String> sentences(List<String> codes) {
        List<String> sentences = new ArrayList<>(codes.size());
        for (String code : codes) {
            sentences.add(find(code).map(reason -> reason.sentence() + ".").orElse(code));
        }
        return sentences;
    }
}
