package org.fupin.extraction.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.Reasons;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.observation.Coded;
import org.fupin.observation.Kind;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Status;
import org.jspecify.annotations.Nullable;

/** What each pass changed of each number of a sentence. */
final class PassLog {

    /**
     * What one pass did to one number.
     *
     * @param changes fields with their new values
     * @param rules names of the rules that it added
     */
    record Entry(String pass, List<String> changes, List<String> rules) {}

    private record State(Map<String, String> fields, int rules) {}

    private final Map<Mention, State> before = new IdentityHashMap<>();
    private final Map<Mention, List<Entry>> entries = new IdentityHashMap<>();

    /** Notes what changed since the pass before. */
    void after(Pass pass, SentenceContext context) {
        for (Mention mention : context.mentions) {
            State was = before.getOrDefault(mention, new State(Map.of(), 0));
            State now = new State(fields(mention), mention.rules.size());
            List<String> changes = new ArrayList<>();
            now.fields().forEach((field, value) -> {
                if (!value.equals(was.fields().get(field))) {
                    changes.add(field + " " + value);
                }
            });
            was.fields().keySet().stream()
                    .filter(field -> !now.fields().containsKey(field))
                    .forEach(field -> changes.add("no " + field));
            List<String> rules = mention.rules.all().subList(Math.min(was.rules(), now.rules()), now.rules()).stream()
                    .map(Reasons.Reason::rule)
                    .toList();
            if (!changes.isEmpty() || !rules.isEmpty()) {
                entries.computeIfAbsent(mention, m -> new ArrayList<>()).add(new Entry(pass.name(), changes, rules));
            }
            before.put(mention, now);
        }
    }

    /** What the passes did to a number, in their order. */
    List<Entry> of(Mention mention) {
        return entries.getOrDefault(mention, List.of());
    }

    /** The fields that have a value; those that every number begins with are not told. */
    private static Map<String, String> fields(Mention mention) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "left out as", mention.leftOut);
        put(fields, "value", plain(mention.value));
        put(fields, "low", plain(mention.low));
        put(fields, "high", plain(mention.high));
        put(fields, "unit", mention.unit == null ? null : mention.unit.code());
        put(fields, "qualifier", mention.qualifier == Qualifier.EXACT ? null : mention.qualifier);
        put(
                fields,
                "subject",
                mention.hasSubject()
                        ? FigureTable.quoted(mention.sentence.tokens.raw(mention.subjectFrom, mention.subjectTo))
                        : null);
        put(fields, "counted", FigureTable.counted(mention));
        put(fields, "kind", mention.kind == Kind.LEVEL ? null : mention.kind);
        put(fields, "direction", mention.direction);
        put(fields, "measure", mention.measure);
        put(fields, "part_of", mention.partOf == null ? null : FigureTable.reference(mention.partOf));
        put(fields, "about", mention.about == null ? null : FigureTable.reference(mention.about));
        put(fields, "per", mention.per);
        put(fields, "period", mention.period == null ? null : mention.period.iso());
        put(fields, "status", mention.status == Status.ACTUAL ? null : mention.status);
        put(fields, "region", mention.region);
        put(fields, "source", mention.source);
        put(fields, "item", mention.item.isEmpty() ? null : "\"" + mention.item + "\"");
        return fields;
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    private static void put(Map<String, String> fields, String field, @Nullable Coded value) {
        put(fields, field, value == null ? null : value.code());
    }

    private static void put(Map<String, String> fields, String field, @Nullable String value) {
        if (value != null) {
            fields.put(field, value);
        }
    }
}
