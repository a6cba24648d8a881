package org.fupin.reference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fupin.observation.Coded;
import org.fupin.observation.Programme;
import org.jspecify.annotations.Nullable;

/**
 * The programme that a section heading stands for, by the runs of words in {@code programmes.csv} (the list of
 * programmes is the observation model's, GUIDE "Programmes").
 */
public final class Programmes {

    private static final Once<Programmes> TABLE = new Once<>(Programmes::read);

    /** How many words {@code _} may stand for. */
    private static final int GAP = 3;

    private static final String ANY = "_";

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\u201C[^\u201C\u201D]*\u201D");

    private static final Pattern APOSTROPHE = Pattern.compile("['\u2019]s?\\b|['\u2019]");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private static final Set<Programme> OFFICE_WORK =
            EnumSet.of(Programme.OVERVIEW, Programme.MANAGEMENT, Programme.PLANNING, Programme.PUBLICITY);

    private record Run(Programme programme, int tier, List<String> words) {}

    /** By first word, so that few runs are tried at a place; those that begin with a stem stand under "". */
    private final Map<String, List<Run>> runs;

    private final int tiers;

    private Programmes(List<Run> runs) {
        this.runs = runs.stream()
                .collect(Collectors.groupingBy(run ->
                        run.words().get(0).endsWith("*") ? "" : run.words().get(0)));
        this.tiers = runs.stream().mapToInt(Run::tier).max().orElse(0);
    }

    /** Reads the table at the first call. */
    public static Programmes load() {
        return TABLE.get();
    }

    private static Programmes read() {
        List<Run> runs = new ArrayList<>();
        CsvTable.read("programmes.csv", row -> {
            Programme programme = Coded.of(Programme.class, row.get("programme"));
            int tier = Integer.parseInt(row.get("tier"));
            for (String words : CsvTable.several(row, "words")) {
                List<String> run = new ArrayList<>();
                for (String word : words.split(" +")) {
                    run.add(word.equals(ANY) || word.endsWith("*") ? word : stem(word));
                }
                if (run.get(0).equals(ANY) || run.get(run.size() - 1).equals(ANY)) {
                    throw new IllegalArgumentException("'" + words + "' begins or ends with white space");
                }
                runs.add(new Run(programme, tier, List.copyOf(run)));
            }
            return programme;
        });
        return new Programmes(runs);
    }

    /** The programme of a section with this heading: overview for a section without one, other if no run fits. */
    public Programme of(String heading) {
        return heading.isBlank() ? Programme.OVERVIEW : named(heading).orElse(Programme.OTHER);
    }

    /** The programme that {@code heading} names, if it names any; words in quotes count only where no others do. */
    public Optional<Programme> named(String heading) {
        String plain = QUOTED.matcher(heading).replaceAll(" ");
        Optional<Programme> named = named(words(plain));
        if (named.isPresent() || plain.equals(heading)) {
            return named;
        }
        // A campaign's own name tells its programme ("One Product") but no work of the office ("Organization Year").
        return named(words(heading)).filter(programme -> !OFFICE_WORK.contains(programme));
    }

    private Optional<Programme> named(List<String> words) {
        for (int tier = 1; tier <= tiers; tier++) {
            for (int at = 0; at < words.size(); at++) {
                Optional<Run> longest = longestAt(words, at, tier);
                if (longest.isPresent()) {
                    return longest.map(Run::programme);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Run> longestAt(List<String> words, int at, int tier) {
        Run exact = longest(runs.getOrDefault(words.get(at), List.of()), words, at, tier);
        Run byStem = longest(runs.getOrDefault("", List.of()), words, at, tier);
        boolean longer = byStem != null
                && (exact == null || byStem.words().size() > exact.words().size());
        return Optional.ofNullable(longer ? byStem : exact);
    }

    /** The longest of the runs that stands there, the first of several; null if none does. */
    private static @Nullable Run longest(List<Run> runs, List<String> words, int at, int tier) {
        Run longest = null;
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            boolean longer =
                    longest == null || run.words().size() > longest.words().size();
            if (longer && run.tier() == tier && stands(run.words(), 0, words, at)) {
                longest = run;
            }
        }
        return longest;
    }

    private static boolean stands(List<String> run, int from, List<String> words, int at) {
        int word = at;
        for (int i = from; i < run.size(); i++) {
            String wanted = run.get(i);
            if (wanted.equals(ANY)) {
                for (int skipped = 0; skipped <= GAP; skipped++) {
                    if (stands(run, i + 1, words, word + skipped)) {
                        return true;
                    }
                }
                return false;
            }
            if (word >= words.size() || !fits(wanted, words.get(word))) {
                return false;
            }
            word++;
        }
        return true;
    }

    private static boolean fits(String wanted, String word) {
        return wanted.endsWith("*") ? word.regionMatches(0, wanted, 0, wanted.length() - 1) : wanted.equals(word);
    }

    private static List<String> words(String heading) {
        List<String> words = new ArrayList<>();
        String plain = APOSTROPHE
                .matcher(heading.toLowerCase(Locale.ROOT))
                .replaceAll("")
                .strip();
        for (String word : BETWEEN_WORDS.split(plain)) {
            if (!word.isEmpty()) {
                words.add(stem(word));
            }
        }
        return words;
    }

    /** The word without the s of the plural; short words ("news") keep it. */
    private static String stem(String word) {
        return word.length() > 4 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
