package org.fupin.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fupin.gold.Score;
import org.fupin.gold.Score.Wrong;
import org.fupin.gold.ScoreResult;
import org.fupin.observation.CorrectedField;
import org.fupin.observation.Printable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a score came to, for people and for machines.
 *
 * @param wrong the figures to be named; empty where nobody asked
 */
public record ScoreSummary(ScoreResult score, int documents, int stretches, List<Wrong> wrong) {

    private static final int LONGEST = 60;

    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s, %,d annotated %s: %s in the gold, %,d read, %,d the same",
                Counted.of(documents, "document"),
                stretches,
                stretches == 1 ? "stretch" : "stretches",
                Counted.of(score.gold(), "figure"),
                score.read(),
                score.paired()));
        score.shares().forEach((name, share) -> lines.add(row(name, share.toPlainString())));
        wrong.forEach(one -> lines.add(line(one)));
        return String.join(System.lineSeparator(), lines);
    }

    /** A field says also how often it is filled. */
    private String row(String name, String share) {
        return Score.FIELDS.stream()
                .filter(field -> field.code().equals(name))
                .findFirst()
                .map(field -> String.format(
                        Locale.ROOT,
                        "  %-12s %s   (%,d in the gold)",
                        name,
                        share,
                        score.fields().get(field).gold()))
                .orElseGet(() -> String.format(Locale.ROOT, "  %-12s %s", name, share));
    }

    private static String line(Wrong one) {
        String place = "%s@%d \"%s\": ".formatted(Printable.line(one.document()), one.begin(), shortened(one.text()));
        if (one.field() != CorrectedField.FIGURE) {
            return place + one.field().code() + ": expected " + stated(one.expected()) + ", read " + stated(one.read());
        }
        return place
                + (one.read().isEmpty()
                        ? "not read: expected " + one.expected()
                        : "expected no figure, read " + one.read());
    }

    private static String stated(String value) {
        return value.isEmpty() ? "(not stated)" : Printable.line(value);
    }

    private static String shortened(String text) {
        String line = Printable.line(text.replaceAll("\\s+", " "));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
    }

    public String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("documents", documents);
        json.put("stretches", stretches);
        json.put("gold", score.gold());
        json.put("read", score.read());
        json.put("same", score.paired());
        json.putAll(score.shares());
        Map<String, Integer> filled = new LinkedHashMap<>();
        Score.FIELDS.forEach(
                field -> filled.put(field.code(), score.fields().get(field).gold()));
        json.put("filled_in_gold", filled);
        json.put("wrong", wrong.stream().map(ScoreSummary::json).toList());
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static Map<String, Object> json(Wrong one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("document", one.document());
        json.put("begin", one.begin());
        json.put("text", one.text());
        json.put("field", one.field().code());
        json.put("expected", one.expected());
        json.put("read", one.read());
        return json;
    }
}
