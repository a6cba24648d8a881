package org.fupin.extraction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fupin.observation.Coded;
import org.jspecify.annotations.Nullable;

/** Writes down what each pass concludes for the numbers of a sentence, for people. */
final class Explainer {

    private final StringBuilder out = new StringBuilder();
    private final List<Map<String, String>> before = new ArrayList<>();

    Explainer(SentenceContext context) {
        out.append("Article   ").append(context.article.title()).append(" (").append(context.article.region());
        out.append(", ").append(context.article.year()).append(")\n");
        String heading = context.section.heading().isEmpty() ? "(no heading)" : context.section.heading();
        out.append("Section   ")
                .append(heading)
                .append(" [")
                .append(context.section.programme().code())
                .append("]\n");
        out.append("Sentence  ").append(context.source.span().begin()).append("..");
        out.append(context.source.span().end()).append("\n\n");
        wrap(context.source.text());
        out.append('\n');
    }

    /** Adds what changed since the pass before. */
    void after(Pass pass, SentenceContext context) {
        out.append(pass.name()).append('\n');
        boolean any = false;
        for (int i = 0; i < context.mentions.size(); i++) {
            Mention mention = context.mentions.get(i);
            Map<String, String> now = state(mention);
            Map<String, String> was = i < before.size() ? before.get(i) : Map.of();
            List<String> changes = new ArrayList<>();
            now.forEach((field, value) -> {
                if (!value.equals(was.get(field))) {
                    changes.add(field + " " + value);
                }
            });
            if (!changes.isEmpty()) {
                any = true;
                out.append("  ")
                        .append(mention.begin())
                        .append("  ")
                        .append(quoted(mention))
                        .append(": ");
                out.append(String.join(", ", changes)).append('\n');
            }
        }
        if (!any) {
            out.append("  -\n");
        }
        before.clear();
        context.mentions.forEach(mention -> before.add(state(mention)));
    }

    private static String quoted(Mention mention) {
        return "\"" + mention.sentence.tokens.raw(mention.from, mention.to) + "\"";
    }

    private static Map<String, String> state(Mention mention) {
        Map<String, String> state = new LinkedHashMap<>();
        put(state, "left out as", mention.leftOut);
        put(state, "value", mention.value == null ? null : mention.value.toPlainString());
        put(state, "from", mention.low == null ? null : mention.low.toPlainString());
        put(state, "to", mention.high == null ? null : mention.high.toPlainString());
        put(state, "unit", mention.unit == null ? null : mention.unit.code());
        put(state, "qualifier", mention.qualifier);
        put(
                state,
                "counts",
                mention.nounTo > mention.nounFrom
                        ? "\"" + mention.sentence.tokens.raw(mention.nounFrom, mention.nounTo) + "\""
                        : null);
        put(state, "kind", mention.kind);
        put(state, "direction", mention.direction);
        put(state, "measure", mention.measure);
        put(state, "part of", link(mention.partOf));
        put(state, "about", link(mention.about));
        put(state, "per", mention.per);
        put(state, "period", mention.period == null ? null : mention.period.iso());
        put(state, "status", mention.status);
        put(state, "region", mention.region);
        put(state, "payer", mention.source);
        put(state, "item", mention.item.isEmpty() ? null : "\"" + mention.item + "\"");
        put(state, "by", mention.rules.size() == 0 ? null : String.join(" > ", mention.rules.names()));
        return state;
    }

    private static @Nullable String link(@Nullable Mention target) {
        return target == null ? null : target.begin() + " " + quoted(target);
    }

    private static void put(Map<String, String> state, String field, @Nullable Coded value) {
        put(state, field, value == null ? null : value.code());
    }

    private static void put(Map<String, String> state, String field, @Nullable String value) {
        if (value != null) {
            state.put(field, value);
        }
    }

    private void wrap(String text) {
        int column = 0;
        for (String word : text.split("\\s+")) {
            if (column + word.length() > 100 && column > 0) {
                out.append('\n');
                column = 0;
            }
            out.append(column == 0 ? "  " : " ").append(word);
            column += word.length() + 1;
        }
        out.append('\n');
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
