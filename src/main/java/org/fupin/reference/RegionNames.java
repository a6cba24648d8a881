package org.fupin.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fupin.observation.Region;
import org.fupin.observation.Span;

/**
 * Finds the regions that a text names: by name, short name and alias, in any letter case, with the words that say what
 * kind of region it is ("Province", "Zhuang Autonomous Regions"), and on request misspelled by one letter.
 */
public final class RegionNames {

    private static final Once<RegionNames> TABLE = new Once<>(RegionNames::read);

    /** Below this length one letter makes another province (Henan, Hunan, Hainan). */
    private static final int SHORTEST_MISSPELLED = 6;

    private static final Set<String> KINDS =
            Set.of("province", "provinces", "provincial", "municipality", "municipal", "city", "regional");

    /**
     * A region that a text names.
     *
     * @param span the name with the words that say what kind of region it is
     * @param region ISO 3166-2 code
     * @param city whether a city of the region is named, not the region
     */
    public record Named(Span span, String region, boolean city) {}

    private record Name(List<String> words, String region, boolean city) {}

    private record Word(int begin, int end, String lower) {}

    private final Map<String, List<Name>> byFirstWord = new HashMap<>();
    private final Map<String, String> spellings = new HashMap<>();
    private final Set<String> recipients = new HashSet<>();
    private final Set<String> donors = new HashSet<>();
    /** What Chinese titles call a region, the longest names first. */
    private final Map<String, String> chinese =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    /** Prefecture-level places, and the regions that have one of the name. */
    private final Map<List<String>, Set<String>> places = new HashMap<>();

    private RegionNames() {}

    /** Reads the table at the first call. */
    public static RegionNames load() {
        return TABLE.get();
    }

    private static RegionNames read() {
        RegionNames names = new RegionNames();
        Regions regions = Regions.load();
        for (Region region : regions.all()) {
            names.add(region.name(), region.code(), false);
            names.add(region.shortName(), region.code(), false);
            regions.aliases(region.code()).forEach(alias -> names.add(alias, region.code(), false));
            if (region.shortName().length() >= SHORTEST_MISSPELLED
                    && !region.shortName().contains(" ")) {
                names.spellings.put(region.shortName().toLowerCase(Locale.ROOT), region.code());
            }
        }
        CsvTable.read("regions.csv", row -> {
            switch (row.get("east_west")) {
                case "donor" -> names.donors.add(row.get("code"));
                case "recipient" -> names.recipients.add(row.get("code"));
                case "" -> {}
                default -> throw new IllegalArgumentException("east_west is donor, recipient or empty");
            }
            CsvTable.several(row, "zh").forEach(name -> names.chinese.put(name, row.get("code")));
            return row;
        });
        for (Language.Place place : Language.places(CsvTable.Files.CLASS_PATH)) {
            List<String> words = words(place.name(), 0, place.name().length()).stream()
                    .map(Word::lower)
                    .toList();
            names.places.computeIfAbsent(words, any -> new TreeSet<>()).add(place.region());
        }
        CsvTable.read("paired_cities.csv", row -> {
            names.add(row.get("city"), regions.region(row.get("region")).code(), true);
            return row;
        });
        names.byFirstWord
                .values()
                .forEach(list -> list.sort(
                        Comparator.comparingInt((Name name) -> name.words().size())
                                .reversed()));
        return names;
    }

    private void add(String name, String region, boolean city) {
        List<String> words =
                words(name, 0, name.length()).stream().map(Word::lower).toList();
        byFirstWord.computeIfAbsent(words.get(0), first -> new ArrayList<>()).add(new Name(words, region, city));
    }

    /** Whether the region receives aid in the pairing of east and west. */
    public boolean isRecipient(String region) {
        return recipients.contains(region);
    }

    /** Whether the region gives aid in the pairing of east and west. */
    public boolean isDonor(String region) {
        return donors.contains(region);
    }

    /** The regions that have a prefecture or city of this name, given without its kind; empty if none is known. */
    public Set<String> regionsOfPlace(String name) {
        List<String> words =
                words(name, 0, name.length()).stream().map(Word::lower).toList();
        return places.getOrDefault(words, Set.of());
    }

    /** The regions that {@code text} names in Chinese, simplified or traditional, in its order. */
    public List<Named> inChinese(String text) {
        List<Named> found = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int at = i;
            Optional<Map.Entry<String, String>> name = Character.isIdeographic(text.charAt(i))
                    ? chinese.entrySet().stream()
                            .filter(entry -> text.startsWith(entry.getKey(), at))
                            .findFirst()
                    : Optional.empty();
            if (name.isPresent()) {
                int end = i + name.get().getKey().length();
                found.add(new Named(new Span(i, end), name.get().getValue(), false));
                i = end;
            } else {
                i++;
            }
        }
        return found;
    }

    /** The region whose name begins exactly at {@code offset}, the longest if there are several. */
    public Optional<Named> at(String text, int offset) {
        return at(words(text, offset, Math.min(text.length(), offset + 120)), 0)
                .filter(named -> named.span().begin() == offset);
    }

    /** The regions that {@code text} names, in its order. */
    public List<Named> in(String text) {
        return in(text, false);
    }

    /** As {@link #in(String)}; names of six letters and more also with one letter wrong, missing, added or swapped. */
    public List<Named> inMisspelled(String text) {
        return in(text, true);
    }

    private List<Named> in(String text, boolean misspelled) {
        List<Word> words = words(text, 0, text.length());
        List<Named> found = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            Optional<Named> named = at(words, i);
            if (named.isEmpty() && misspelled) {
                named = misspelled(words, i);
            }
            if (named.isPresent()) {
                found.add(named.get());
                int end = named.get().span().end();
                while (i < words.size() && words.get(i).begin() < end) {
                    i++;
                }
            } else {
                i++;
            }
        }
        return found;
    }

    private Optional<Named> at(List<Word> words, int first) {
        if (first >= words.size()) {
            return Optional.empty();
        }
        for (Name name : byFirstWord.getOrDefault(words.get(first).lower(), List.of())) {
            int size = name.words().size();
            if (first + size <= words.size() && stands(name, words, first)) {
                return Optional.of(named(name.region(), name.city(), words, first, first + size));
            }
        }
        return Optional.empty();
    }

    private static boolean stands(Name name, List<Word> words, int first) {
        for (int i = 0; i < name.words().size(); i++) {
            if (!name.words().get(i).equals(words.get(first + i).lower())) {
                return false;
            }
        }
        return true;
    }

    private static Named named(String region, boolean city, List<Word> words, int first, int next) {
        int end = words.get(next - 1).end();
        if (next < words.size() && KINDS.contains(words.get(next).lower())) {
            end = words.get(next).end();
        } else {
            // "Zhuang Autonomous Regions": whatever people is named, however spelled.
            for (int people = 0; people <= 1 && next + people < words.size(); people++) {
                if (words.get(next + people).lower().equals("autonomous")) {
                    boolean kind = next + people + 1 < words.size()
                            && words.get(next + people + 1).lower().startsWith("region");
                    end = words.get(kind ? next + people + 1 : next + people).end();
                    break;
                }
            }
        }
        return new Named(new Span(words.get(first).begin(), end), region, city);
    }

    private Optional<Named> misspelled(List<Word> words, int at) {
        String word = words.get(at).lower();
        if (word.length() < SHORTEST_MISSPELLED - 1) {
            return Optional.empty();
        }
        String region = null;
        for (Map.Entry<String, String> spelling : spellings.entrySet()) {
            if (oneLetterApart(word, spelling.getKey())) {
                if (region != null) {
                    return Optional.empty();
                }
                region = spelling.getValue();
            }
        }
        if (region == null || nearShortName(word)) {
            return Optional.empty();
        }
        return Optional.of(named(region, false, words, at, at + 1));
    }

    private boolean nearShortName(String word) {
        for (List<Name> names : byFirstWord.values()) {
            for (Name name : names) {
                String spelling = name.words().get(0);
                if (name.words().size() == 1 && !spellings.containsKey(spelling) && oneLetterApart(word, spelling)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether one insertion, deletion, substitution or swap of neighbours turns one word into the other. */
    static boolean oneLetterApart(String a, String b) {
        String longer = a.length() >= b.length() ? a : b;
        String shorter = a.length() >= b.length() ? b : a;
        if (longer.length() - shorter.length() > 1 || longer.equals(shorter)) {
            return false;
        }
        int i = 0;
        while (i < shorter.length() && shorter.charAt(i) == longer.charAt(i)) {
            i++;
        }
        if (longer.length() > shorter.length()) {
            return longer.substring(i + 1).equals(shorter.substring(i));
        }
        boolean substituted = longer.substring(i + 1).equals(shorter.substring(i + 1));
        boolean swapped = i + 1 < longer.length()
                && longer.charAt(i) == shorter.charAt(i + 1)
                && longer.charAt(i + 1) == shorter.charAt(i)
                && longer.substring(i + 2).equals(shorter.substring(i + 2));
        return substituted || swapped;
    }

    private static List<Word> words(String text, int from, int to) {
        List<Word> words = new ArrayList<>();
        int i = from;
        while (i < to) {
            if (!inWord(text.charAt(i))) {
                i++;
                continue;
            }
            int begin = i;
            while (i < to && inWord(text.charAt(i))) {
                i++;
            }
            words.add(new Word(begin, i, text.substring(begin, i).toLowerCase(Locale.ROOT)));
        }
        return words;
    }

    private static boolean inWord(char c) {
        return Character.isLetterOrDigit(c) || c == '&';
    }
}
