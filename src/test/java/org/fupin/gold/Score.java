package org.fupin.gold;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fupin.observation.Coded;
import org.fupin.observation.Observation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Scores observations against gold, field by field: the share of the gold observations that were found with the field
 * right; for fields that are mostly empty F1 over the filled ones; strict: value, unit, kind, measure, period, status and
 * region all right, as F1. Two observations are the same one where their spans overlap, the largest overlap first.
 */
final class Score {

    private static final List<String> FIELDS = List.of(
            "value",
            "unit",
            "kind",
            "direction",
            "measure",
            "source",
            "per",
            "status",
            "qualifier",
            "period",
            "region",
            "item",
            "part_of",
            "about");
    private static final Set<String> SPARSE = Set.of("direction", "source", "per", "part_of", "about");
    private static final List<String> STRICT =
            List.of("value", "unit", "kind", "measure", "period", "status", "region");
    private static final Set<String> STOP = Set.of(
            ("the a an of for in to and on by with from at its their this that were was" + " is are total number")
                    .split(" "));

    private int gold;
    private int exported;
    private int paired;
    private int strict;
    private final DoubtScore doubt = new DoubtScore();
    private final Map<String, Integer> right = new HashMap<>();
    private final Map<String, Integer> filledGold = new HashMap<>();
    private final Map<String, Integer> filledGot = new HashMap<>();

    private record Pair(int overlap, int distance, int got, int gold) {}

    /** Adds one document. */
    void add(GoldFile file, List<Observation> all) {
        List<Observation> got = all.stream()
                .filter(o -> file.begin() <= o.begin() && o.begin() < file.end())
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < got.size(); i++) {
            for (int j = 0; j < file.observations().size(); j++) {
                JsonNode g = file.observations().get(j);
                int begin = g.get("begin").asInt();
                int overlap = Math.min(got.get(i).span().end(), g.get("end").asInt())
                        - Math.max(got.get(i).begin(), begin);
                if (overlap > 0) {
                    pairs.add(new Pair(overlap, Math.abs(got.get(i).begin() - begin), i, j));
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::overlap).reversed().thenComparingInt(Pair::distance));
        Map<Integer, Integer> goldOf = new HashMap<>();
        Map<Integer, Integer> gotOf = new HashMap<>();
        for (Pair pair : pairs) {
            if (!goldOf.containsKey(pair.got()) && !gotOf.containsKey(pair.gold())) {
                goldOf.put(pair.got(), pair.gold());
                gotOf.put(pair.gold(), pair.got());
            }
        }
        gold += file.observations().size();
        exported += got.size();
        paired += goldOf.size();
        Map<Integer, Integer> beginOfGold = new HashMap<>();
        goldOf.forEach((i, j) -> beginOfGold.put(
                got.get(i).begin(), file.observations().get(j).get("begin").asInt()));
        for (Observation o : got) {
            SPARSE.forEach(field -> count(filledGot, field, !field(o, field).isEmpty()));
        }
        Set<Integer> whollyRight = new TreeSet<>();
        for (int j = 0; j < file.observations().size(); j++) {
            JsonNode g = file.observations().get(j);
            SPARSE.forEach(field -> count(filledGold, field, !text(g, field).isEmpty()));
            if (!gotOf.containsKey(j)) {
                continue;
            }
            Observation o = got.get(gotOf.get(j));
            Map<String, Boolean> ok = new HashMap<>();
            for (String field : FIELDS) {
                boolean same = same(o, g, field, beginOfGold);
                ok.put(field, same);
                count(
                        right,
                        field,
                        same && (!SPARSE.contains(field) || !text(g, field).isEmpty()));
            }
            if (STRICT.stream().allMatch(ok::get)) {
                strict++;
                whollyRight.add(gotOf.get(j));
            }
        }
        for (int i = 0; i < got.size(); i++) {
            doubt.add(got.get(i), whollyRight.contains(i));
        }
    }

    private static void count(Map<String, Integer> counts, String field, boolean one) {
        counts.merge(field, one ? 1 : 0, Integer::sum);
    }

    private static boolean same(Observation o, JsonNode g, String field, Map<Integer, Integer> beginOfGold) {
        return switch (field) {
            case "value" ->
                equal(o.quantity().value(), g, "value")
                        && equal(o.quantity().low(), g, "low")
                        && equal(o.quantity().high(), g, "high");
            case "item" -> sameItem(words(o.item()), words(text(g, "item")));
            case "part_of", "about" -> {
                Integer link = field.equals("about") ? o.about() : o.partOf();
                Integer target = link == null ? null : beginOfGold.getOrDefault(link, link);
                yield (target == null ? "" : target.toString()).equals(text(g, field));
            }
            default -> field(o, field).equals(text(g, field));
        };
    }

    private static boolean equal(@Nullable BigDecimal got, JsonNode g, String field) {
        String text = text(g, field);
        return got == null ? text.isEmpty() : !text.isEmpty() && got.compareTo(new BigDecimal(text)) == 0;
    }

    private static boolean sameItem(Set<String> got, Set<String> gold) {
        if (got.isEmpty() && gold.isEmpty()) {
            return true;
        }
        Set<String> common = new TreeSet<>(got);
        common.retainAll(gold);
        return 2 * common.size() >= got.size() + gold.size() - common.size()
                || !gold.isEmpty() && 2 * common.size() >= gold.size();
    }

    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            if (!word.isEmpty() && !STOP.contains(word)) {
                words.add(word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
            }
        }
        return words;
    }

    private static String text(JsonNode g, String field) {
        JsonNode node = g.get(field);
        return node == null || node.isNull() ? "" : node.asString();
    }

    static String field(Observation o, String field) {
        return switch (field) {
            case "unit" -> o.quantity().unit().code();
            case "kind" -> o.kind().code();
            case "direction" -> code(o.direction());
            case "measure" -> o.measure().code();
            case "source" -> code(o.source());
            case "per" -> code(o.per());
            case "status" -> o.status().code();
            case "qualifier" -> o.qualifier().code();
            case "period" -> o.period().iso();
            case "region" -> o.region();
            case "part_of" -> o.partOf() == null ? "" : o.partOf().toString();
            case "about" -> o.about() == null ? "" : o.about().toString();
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static String code(@Nullable Coded coded) {
        return coded == null ? "" : coded.code();
    }

    /** Detection F1, each field, strict F1 and what {@link DoubtScore} measures, to four decimals. */
    Map<String, BigDecimal> result() {
        Map<String, BigDecimal> result = new LinkedHashMap<>();
        result.put("f1", ratio(2 * paired, exported + gold));
        for (String field : FIELDS) {
            int r = right.getOrDefault(field, 0);
            result.put(
                    field,
                    SPARSE.contains(field)
                            ? ratio(2 * r, filledGot.getOrDefault(field, 0) + filledGold.getOrDefault(field, 0))
                            : ratio(r, gold));
        }
        result.put("strict_f1", ratio(2 * strict, exported + gold));
        result.putAll(doubt.result());
        return result;
    }

    private static BigDecimal ratio(int part, int whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(Math.max(1, whole)), 4, RoundingMode.HALF_UP);
    }
}
