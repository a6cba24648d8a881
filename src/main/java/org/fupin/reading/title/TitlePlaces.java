package org.fupin.reading.title;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.observation.Span;
import org.fupin.reference.ReadingWords;
import org.fupin.reference.ReadingWords.Part;
import org.fupin.reference.RegionNames;

/**
 * The places that a line names.
 *
 * @param regions ISO 3166-2 codes of the provinces, in the order of the line, each once
 * @param subArea the smallest county, prefecture or city named ("Tongwei County"), empty if none
 * @param subAreaRegion code of the province that it lies in; empty where neither the line nor the gazetteer tells
 * @param own where the provinces stand in the line, in its order
 * @param all where all of the places stand
 */
record TitlePlaces(
        List<String> regions, String subArea, String subAreaRegion, List<RegionNames.Named> own, List<Span> all) {

    private static final Pattern WORD = Pattern.compile("\\p{L}{1,40}+(?:['\u2019]\\p{L}{1,20}+){0,2}+");

    private static final Pattern DIRECTION =
            Pattern.compile("(?:north|south|central|east|west|middle)(?:east|west)?(?:ern)?");

    private static final Set<String> MUNICIPALITIES = Set.of("CN-BJ", "CN-TJ", "CN-SH", "CN-CQ");

    /** "Jishishan Bonan, Dongxiang and Salar Autonomous County". */
    private static final int LONGEST_NAME = 7;

    private static final int LONGEST_PLAIN_NAME = 3;

    private static final int LONGEST_CHINESE_NAME = 10;

    private record Word(Span span, String raw, String lower) {}

    private record SubArea(String name, Span span, int rank, Set<String> regions) {}

    /** Whether a province is named itself, not only a place in one. */
    boolean namesProvince() {
        return own.stream().anyMatch(region -> !region.city());
    }

    static TitlePlaces in(String line, ReadingWords words, RegionNames names) {
        return new Finder(line, words, names).find();
    }

    private static final class Finder {

        private final String line;
        private final ReadingWords words;
        private final RegionNames names;
        private final List<String> kinds;
        private final List<Word> tokens = new ArrayList<>();
        private final boolean noCapitals;

        Finder(String line, ReadingWords words, RegionNames names) {
            this.line = line;
            this.words = words;
            this.names = names;
            this.kinds = List.copyOf(words.of(Part.SUB_AREA));
            Matcher matcher = WORD.matcher(line);
            while (matcher.find()) {
                String raw = matcher.group().replaceFirst("['\u2019][sS]$", "");
                Span span = new Span(matcher.start(), matcher.start() + raw.length());
                tokens.add(new Word(span, raw, raw.toLowerCase(Locale.ROOT)));
            }
            noCapitals = line.equals(line.toLowerCase(Locale.ROOT));
        }

        TitlePlaces find() {
            List<RegionNames.Named> named = new ArrayList<>(names.inMisspelled(line));
            if (named.isEmpty()) {
                named.addAll(names.inChinese(line));
            }
            List<RegionNames.Named> cities =
                    named.stream().filter(this::isSubArea).toList();
            named.removeAll(cities);
            List<SubArea> subAreas = new ArrayList<>();
            subAreas.addAll(withKind(named));
            subAreas.addAll(inChinese(named));
            subAreas.addAll(byDirection(named));
            subAreas.addAll(inGazetteer(named, subAreas));
            Set<String> regions = new LinkedHashSet<>();
            named.forEach(region -> regions.add(region.region()));
            if (regions.contains("CN-XJ-XPCC")) {
                regions.remove("CN-XJ"); // "Production and Construction Corps of Xinjiang"
            }
            boolean citiesOnly = !named.isEmpty() && named.stream().allMatch(RegionNames.Named::city);
            if (citiesOnly) {
                // "Suzhou-Tongren": a donor's city and a recipient's
                subAreas.stream()
                        .filter(area -> area.regions().size() == 1)
                        .forEach(area -> regions.addAll(area.regions()));
            }
            for (RegionNames.Named city : named) {
                if (city.city() && regions.size() == 1) {
                    String name = city.span().in(line);
                    subAreas.add(new SubArea(name, city.span(), kinds.indexOf("city"), Set.of(city.region())));
                }
            }
            SubArea smallest = null;
            for (SubArea area : listed(subAreas)) {
                boolean within = regions.isEmpty()
                        || area.regions().isEmpty()
                        || area.regions().stream().anyMatch(regions::contains);
                if (within && (smallest == null || area.rank() < smallest.rank())) {
                    smallest = area;
                }
            }
            List<Span> all = new ArrayList<>();
            named.forEach(region -> all.add(region.span()));
            subAreas.forEach(area -> all.add(area.span()));
            String region = smallest == null
                    ? ""
                    : smallest.regions().stream()
                            .filter(code -> regions.isEmpty() || regions.contains(code))
                            .reduce((a, b) -> "")
                            .orElse(regions.size() == 1 ? regions.iterator().next() : "");
            String name = smallest == null ? "" : cased(smallest.name());
            return new TitlePlaces(List.copyOf(regions), name, region, named, all);
        }

        /** With places of one kind that are listed together as one: "Tongwei County and Longxi County". */
        private List<SubArea> listed(List<SubArea> areas) {
            List<SubArea> all = new ArrayList<>();
            areas.stream()
                    .sorted(Comparator.comparing((SubArea area) -> area.span().begin()))
                    .forEach(area -> {
                        SubArea last = all.isEmpty() ? null : all.get(all.size() - 1);
                        boolean together = last != null
                                && last.rank() == area.rank()
                                && line.substring(last.span().end(), area.span().begin())
                                        .matches("(?i)\\s{0,2}(?:,|and|&|,\\s{0,2}and)\\s{0,2}");
                        if (together) {
                            Span span =
                                    new Span(last.span().begin(), area.span().end());
                            all.set(all.size() - 1, new SubArea(span.in(line), span, area.rank(), last.regions()));
                        } else {
                            all.add(area);
                        }
                    });
            return all;
        }

        /** "Southern Xinjiang": a part of the one province. */
        private List<SubArea> byDirection(List<RegionNames.Named> named) {
            List<SubArea> found = new ArrayList<>();
            for (Word word : tokens) {
                if (named.size() == 1
                        && DIRECTION.matcher(word.lower()).matches()
                        && named.get(0).span().begin() > word.span().begin()
                        && isSpace(word.span().end(), named.get(0).span().begin())) {
                    Span span =
                            new Span(word.span().begin(), named.get(0).span().end());
                    found.add(new SubArea(
                            span.in(line),
                            word.span(),
                            kinds.size(),
                            Set.of(named.get(0).region())));
                }
            }
            return found;
        }

        /** "Jilin City", "Hainan Tibetan Autonomous Prefecture": a place that has the name of a province. */
        private boolean isSubArea(RegionNames.Named named) {
            String text = named.span().in(line).toLowerCase(Locale.ROOT);
            if (named.city()) {
                return false;
            }
            if (text.endsWith(" city") && !MUNICIPALITIES.contains(named.region())) {
                return true;
            }
            return tokens.stream()
                    .filter(token -> token.span().begin() >= named.span().end())
                    .findFirst()
                    .filter(token -> kinds.contains(token.lower())
                            && isSpace(named.span().end(), token.span().begin()))
                    .isPresent();
        }

        private List<SubArea> withKind(List<RegionNames.Named> named) {
            List<SubArea> found = new ArrayList<>();
            for (int i = 1; i < tokens.size(); i++) {
                int rank = kinds.indexOf(singular(tokens.get(i).lower()));
                int first = rank < 0 ? i : nameBegin(i, named);
                if (first == i) {
                    continue;
                }
                Span span = new Span(
                        tokens.get(first).span().begin(), tokens.get(i).span().end());
                String bare =
                        line.substring(span.begin(), tokens.get(i - 1).span().end());
                Set<String> regions = names.regionsOfPlace(span.in(line));
                if (regions.isEmpty()) {
                    regions = names.regionsOfPlace(bare);
                }
                if (regions.isEmpty()) {
                    regions = names.regionsOfPlace(tokens.get(first).raw());
                }
                if (regions.isEmpty() && span.in(line).toLowerCase(Locale.ROOT).endsWith(" city")) {
                    // "Jilin City"
                    List<RegionNames.Named> same = names.in(span.in(line));
                    regions = same.size() == 1 ? Set.of(same.get(0).region()) : regions;
                }
                found.add(new SubArea(span.in(line), span, rank, regions));
            }
            return found;
        }

        private String singular(String kind) {
            return kind.endsWith("ies")
                    ? kind.substring(0, kind.length() - 3) + "y"
                    : kind.endsWith("s") ? kind.substring(0, kind.length() - 1) : kind;
        }

        /** The first word of the name that ends before the kind at {@code kind}; {@code kind} if there is none. */
        private int nameBegin(int kind, List<RegionNames.Named> named) {
            int first = kind;
            boolean plural = !kinds.contains(tokens.get(kind).lower());
            boolean several = tokens.get(kind - 1).lower().equals("autonomous") || plural;
            boolean autonomous = several && !plural;
            while (first > 0 && kind - first < (several ? LONGEST_NAME : LONGEST_PLAIN_NAME)) {
                Word word = tokens.get(first - 1);
                String between = line.substring(
                        word.span().end(), tokens.get(first).span().begin());
                boolean joined = between.isBlank() || several && between.strip().equals(",");
                boolean inList = several && word.lower().equals("and") && first > 1 && isName(tokens.get(first - 2));
                boolean part = first - 1 == kind - 1 && autonomous || isName(word) || inList;
                if (!joined
                        || !part
                        || named.stream().anyMatch(region -> region.span()
                                .contains(word.span().begin()))) {
                    break;
                }
                first--;
            }
            boolean onlyAutonomous = autonomous && first >= kind - 1;
            return onlyAutonomous ? kind : first;
        }

        private boolean isName(Word word) {
            boolean capital = noCapitals || Character.isUpperCase(word.raw().charAt(0));
            String lower = word.lower();
            return capital
                    && lower.length() > 1
                    && !kinds.contains(lower)
                    && !words.is(Part.FUNCTION, lower)
                    && !words.is(Part.TITLE, lower)
                    && !words.is(Part.TITLE_MORE, lower)
                    && !words.is(Part.TITLE_TOPIC, lower)
                    && !words.is(Part.TITLE_PAIRING, lower)
                    && !words.is(Part.VOCABULARY, lower)
                    && !words.is(Part.HEADING_NOUN, lower)
                    && !words.is(Part.OPENER, lower)
                    && !words.is(Part.COUNTER, lower)
                    && !words.is(Part.SUB_AREA_GENERIC, lower);
        }

        /** "Dingxi, Gansu Province": a known place without its kind. */
        private List<SubArea> inGazetteer(List<RegionNames.Named> named, List<SubArea> known) {
            List<SubArea> found = new ArrayList<>();
            for (int i = 0; i < tokens.size(); i++) {
                for (int last = Math.min(i + 1, tokens.size() - 1); last >= i; last--) {
                    Span span = new Span(
                            tokens.get(i).span().begin(),
                            tokens.get(last).span().end());
                    Set<String> regions = names.regionsOfPlace(span.in(line));
                    boolean taken = known.stream().anyMatch(area -> overlap(area.span(), span))
                            || named.stream().anyMatch(region -> overlap(region.span(), span));
                    boolean fits = named.stream().allMatch(RegionNames.Named::city)
                            ? regions.size() == 1
                            : named.stream().anyMatch(region -> regions.contains(region.region()));
                    if (!taken && fits && isName(tokens.get(i))) {
                        found.add(new SubArea(span.in(line), span, kinds.indexOf("city"), regions));
                        i = last;
                        break;
                    }
                }
            }
            return found;
        }

        /** The county right behind a province named in Chinese. */
        private List<SubArea> inChinese(List<RegionNames.Named> named) {
            List<SubArea> found = new ArrayList<>();
            for (RegionNames.Named region : named) {
                int from = region.span().end();
                if (!Character.isIdeographic(line.charAt(region.span().begin()))) {
                    continue;
                }
                while (from < line.length() && "\u7701\u5E02\u533A\u5340".indexOf(line.charAt(from)) >= 0) {
                    from++; // the province's own kind
                }
                Matcher county = Pattern.compile(
                                "[\u4E00-\u9FFF]{2," + LONGEST_CHINESE_NAME + "}?[\u53BF\u7E23\u5E02\u5DDE\u65D7]")
                        .matcher(line)
                        .region(from, Math.min(line.length(), from + LONGEST_CHINESE_NAME));
                if (county.lookingAt()) {
                    Span span = new Span(county.start(), county.end());
                    found.add(new SubArea(county.group(), span, kinds.indexOf("county"), Set.of(region.region())));
                }
            }
            return found;
        }

        private boolean isSpace(int from, int to) {
            return line.substring(from, to).isBlank();
        }

        private static boolean overlap(Span a, Span b) {
            return a.begin() < b.end() && b.begin() < a.end();
        }

        /** A name out of a title all in capitals, or all in small letters, as names are written. */
        private String cased(String name) {
            boolean capitals = line.equals(line.toUpperCase(Locale.ROOT));
            if (!capitals && !noCapitals) {
                return name;
            }
            StringBuilder out = new StringBuilder();
            for (String word : name.toLowerCase(Locale.ROOT).split(" ")) {
                boolean small = word.equals("and") || word.isEmpty();
                out.append(out.length() == 0 ? "" : " ")
                        .append(small ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
            return out.toString();
        }
    }
}
