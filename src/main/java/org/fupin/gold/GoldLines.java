package org.fupin.gold;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fupin.observation.CorrectedField;
import org.fupin.observation.Span;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gold as lines of JSON: a stretch is one with {@code document}, {@code begin} and {@code end}, and one for each of its figures
 * with {@code begin}, {@code end}, {@code text} and the fields; what is not stated is empty or missing. Other keys are passed
 * over.
 */
public final class GoldLines {

    private static final String DOCUMENT = "document";
    private static final String BEGIN = "begin";
    private static final String END = "end";
    private static final String TEXT = "text";

    /** In the order of the annotation guide. */
    private static final List<CorrectedField> ORDER = List.of(
            CorrectedField.VALUE,
            CorrectedField.LOW,
            CorrectedField.HIGH,
            CorrectedField.UNIT,
            CorrectedField.KIND,
            CorrectedField.DIRECTION,
            CorrectedField.MEASURE,
            CorrectedField.SOURCE,
            CorrectedField.PER,
            CorrectedField.STATUS,
            CorrectedField.QUALIFIER,
            CorrectedField.PERIOD,
            CorrectedField.REGION,
            CorrectedField.ITEM,
            CorrectedField.PART_OF,
            CorrectedField.ABOUT);

    private final String file;
    private final List<GoldStretch> stretches = new ArrayList<>();
    private final List<AnnotatedFigure> figures = new ArrayList<>();
    private String document = "";
    private Span span = new Span(0, 0);

    private GoldLines(String file) {
        this.file = file;
    }

    /**
     * The stretches of a file, one or several.
     *
     * @param file its name, for messages
     */
    public static List<GoldStretch> read(String file, List<String> lines) throws InvalidGoldException {
        GoldLines gold = new GoldLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                gold.add(lines.get(i), i + 1);
            }
        }
        gold.close();
        return gold.stretches;
    }

    private void add(String line, int number) throws InvalidGoldException {
        try {
            JsonNode node = JsonMapper.shared().readTree(line);
            if (node.has(DOCUMENT)) {
                close();
                document = text(node, DOCUMENT);
                span = span(node);
            } else if (document.isEmpty()) {
                throw new IllegalArgumentException(
                        "expected the document and the stretch of it first: \"document\", \"begin\" and \"end\"");
            } else {
                figures.add(figure(node));
            }
        } catch (JacksonException e) {
            throw new InvalidGoldException(file, number, "not a JSON object: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw new InvalidGoldException(file, number, String.valueOf(e.getMessage()));
        }
    }

    private void close() {
        if (!document.isEmpty()) {
            stretches.add(new GoldStretch(document, span, figures));
        }
        figures.clear();
    }

    private AnnotatedFigure figure(JsonNode node) {
        Map<CorrectedField, String> fields = new EnumMap<>(CorrectedField.class);
        for (CorrectedField field : ORDER) {
            String value = text(node, field.code());
            if (!value.isEmpty()) {
                fields.put(field, isNumber(field) ? number(field, value) : value);
            }
        }
        AnnotatedFigure figure = new AnnotatedFigure(span(node), text(node, TEXT), fields);
        if (!span.contains(figure.span())) {
            throw new IllegalArgumentException("the figure at " + figure.begin()
                    + " is outside of the stretch, which goes from " + span.begin() + " to " + span.end());
        }
        return figure;
    }

    private static boolean isNumber(CorrectedField field) {
        return field == CorrectedField.VALUE || field == CorrectedField.LOW || field == CorrectedField.HIGH;
    }

    private static String number(CorrectedField field, String value) {
        try {
            return new BigDecimal(value).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(field.code() + ": not a number: '" + value + "'", e);
        }
    }

    private static Span span(JsonNode node) {
        for (String end : List.of(BEGIN, END)) {
            if (!node.path(end).isInt()) {
                throw new IllegalArgumentException("expected " + end + ", an offset in the document's text");
            }
        }
        return new Span(node.get(BEGIN).intValue(), node.get(END).intValue());
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString() && !value.isNumber()) {
            throw new IllegalArgumentException(key + ": expected a text or a number");
        }
        return value.asString();
    }

    /** A stretch as lines, each with its line feed. */
    public static String write(GoldStretch stretch) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put(DOCUMENT, stretch.document());
        head.put(BEGIN, stretch.span().begin());
        head.put(END, stretch.span().end());
        StringBuilder lines = new StringBuilder(line(head));
        for (AnnotatedFigure figure : stretch.figures()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put(BEGIN, figure.span().begin());
            fields.put(END, figure.span().end());
            fields.put(TEXT, figure.text());
            for (CorrectedField field : ORDER) {
                String value = figure.field(field);
                fields.put(field.code(), isLink(field) && !value.isEmpty() ? Integer.valueOf(value) : value);
            }
            lines.append(line(fields));
        }
        return lines.toString();
    }

    private static boolean isLink(CorrectedField field) {
        return field == CorrectedField.PART_OF || field == CorrectedField.ABOUT;
    }

    private static String line(Map<String, Object> fields) {
        return JsonMapper.shared().writeValueAsString(fields) + "\n";
    }
}
