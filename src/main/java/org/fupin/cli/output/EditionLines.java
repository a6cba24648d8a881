package org.fupin.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fupin.observation.Coded;
import org.fupin.observation.Printable;
import org.fupin.observation.edition.Edition;
import org.fupin.observation.edition.EditionReason;
import org.fupin.reference.Regions;
import org.fupin.warehouse.query.ProvinceYearKey;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the editions of a province and year are told, to people and to machines: the newest first.
 *
 * @param editions the first first
 */
public record EditionLines(ProvinceYearKey key, List<Edition> editions) {

    private record Document(String name, String sha256) {}

    private List<Edition> last(int limit) {
        List<Edition> last = new ArrayList<>();
        for (int i = editions.size() - 1; i >= 0 && last.size() < limit; i--) {
            last.add(editions.get(i));
        }
        return last;
    }

    public List<String> text(int limit) {
        String of = key.region() + " " + key.year() + " ("
                + Regions.load().region(key.region()).shortName() + ")";
        if (editions.isEmpty()) {
            return List.of("no editions of " + of);
        }
        List<String> lines = new ArrayList<>();
        lines.add(of + ": " + Counted.of(editions.size(), "edition"));
        for (Edition edition : last(limit)) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %d  %s  %s; run %d, %s",
                    edition.vintage(),
                    edition.edition(),
                    edition.reasons().stream().map(EditionLines::words).collect(Collectors.joining(", ")),
                    edition.run(),
                    RunLines.time(edition.made())));
            lines.add(String.format(
                    Locale.ROOT,
                    "     figures: %,d added, %,d removed, %,d changed",
                    edition.added(),
                    edition.removed(),
                    edition.changed()));
            edition.files().forEach(file -> lines.add("     " + Printable.line(file.name())));
        }
        return lines;
    }

    /** "revision by the province". */
    static String words(EditionReason reason) {
        return switch (reason) {
            case FIRST -> "first";
            case REVISION -> "revision by the province";
            case READING -> "reading by a newer program";
            case CORRECTION -> "correction by people";
        };
    }

    public List<String> json(int limit) {
        return last(limit).stream()
                .map(this::json)
                .map(JsonMapper.shared()::writeValueAsString)
                .toList();
    }

    private Map<String, Object> json(Edition edition) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("region", key.region());
        json.put("year", key.year());
        json.put("vintage", edition.vintage());
        json.put("edition", edition.edition().toString());
        json.put("newest", edition.vintage() == editions.size());
        json.put("reasons", edition.reasons().stream().map(Coded::code).toList());
        json.put("run", edition.run());
        json.put("made", edition.made().toString());
        json.put(
                "documents",
                edition.files().stream()
                        .map(file -> new Document(file.name(), file.id()))
                        .toList());
        json.put("figures_added", edition.added());
        json.put("figures_removed", edition.removed());
        json.put("figures_changed", edition.changed());
        return json;
    }
}
