package org.fupin.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fupin.observation.Span;
import org.fupin.reference.ReadingWords;
import org.fupin.reference.ReadingWords.Part;
import org.fupin.reference.RegionNames;

/**
 * Finds lines that can be titles: a short line of its own that names a region and the topic, and whose other words are
 * all such as titles of these reports have.
 */
final class TitleFinder {

    private static final int MAX_LENGTH = 160;

    private final ReadingWords words;
    private final RegionNames regions;

    TitleFinder(ReadingWords words, RegionNames regions) {
        this.words = words;
        this.regions = regions;
    }

    /** The title at paragraph {@code at}, which may go on in the next one. */
    Optional<Title> at(String text, List<Span> paragraphs, int at) {
        Span first = paragraphs.get(at);
        if (first.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Optional<Title> both = Optional.empty();
        if (at + 1 < paragraphs.size() && goesOn(text, first)) {
            both = in(text, new Span(first.begin(), paragraphs.get(at + 1).end()), 2);
        }
        return both.isPresent() ? both : in(text, first, 1);
    }

    /** "Poverty Alleviation and Development in": the line stops where no title stops. */
    private boolean goesOn(String text, Span line) {
        char last = text.charAt(line.end() - 1);
        String lineText = line.in(text);
        String lastWord = lineText.substring(lineText.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return last == '-' || words.is(Part.FUNCTION, lastWord);
    }

    private Optional<Title> in(String text, Span span, int paragraphs) {
        if (span.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String line = collapsed(span.in(text));
        char last = line.charAt(line.length() - 1);
        if (".;,:!?\u3002".indexOf(last) >= 0 || "(\uFF08\u3010[".indexOf(line.charAt(0)) >= 0) {
            return Optional.empty();
        }
        List<RegionNames.Named> named = regions.inMisspelled(line);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        List<String> others = otherWords(line, named);
        boolean topic = false;
        boolean poverty = false;
        boolean pairing = line.toLowerCase(Locale.ROOT).matches(".*\\bpair(?:ed|ing)?[ -]?off\\b.*");
        int year = 0;
        for (String word : others) {
            boolean aboutTopic = words.is(Part.TITLE_TOPIC, word);
            boolean aboutPairing = words.is(Part.TITLE_PAIRING, word);
            topic |= aboutTopic;
            poverty |= word.contains("poverty");
            pairing |= aboutPairing;
            if (isYear(word)) {
                year = Integer.parseInt(word);
            } else if (!aboutTopic && !aboutPairing && !words.is(Part.TITLE, word) && !isCounter(word)) {
                return Optional.empty();
            }
        }
        Set<String> distinct = new LinkedHashSet<>();
        named.forEach(region -> distinct.add(region.region()));
        boolean two = distinct.size() >= 2;
        if (!topic && !(pairing && two) && !isBare(others)) {
            return Optional.empty();
        }
        List<String> codes = new ArrayList<>(distinct);
        String region = codes.get(codes.size() - 1);
        String partner = "";
        if (two) {
            region = recipient(codes);
            String own = region;
            partner = codes.stream()
                    .filter(code -> !code.equals(own))
                    .reduce((a, b) -> b)
                    .orElse("");
        } else if (named.get(0).city()) {
            // A city of a province is none of the regions that are reported on.
            return Optional.empty();
        }
        Title.Strength strength = !topic && !pairing
                ? Title.Strength.BARE
                : poverty && !two && !pairing ? Title.Strength.CERTAIN : Title.Strength.LIKELY;
        return Optional.of(new Title(line, span, region, partner, year, paragraphs, strength));
    }

    /**
     * Whom a pairing-off report is about: the recipient. That is the one western region of the two where east_west in
     * regions.csv tells them apart, else the one that is named second, as these titles name the donor first.
     */
    private String recipient(List<String> codes) {
        List<String> recipients = codes.stream().filter(regions::isRecipient).toList();
        boolean othersGive =
                codes.stream().filter(code -> !regions.isRecipient(code)).allMatch(regions::isDonor);
        return recipients.size() == 1 && othersGive ? recipients.get(0) : codes.get(codes.size() - 1);
    }

    private static boolean isBare(List<String> others) {
        return others.stream().allMatch(word -> isCounter(word) || isYear(word));
    }

    private static List<String> otherWords(String line, List<RegionNames.Named> named) {
        StringBuilder rest = new StringBuilder(line);
        for (RegionNames.Named region : named) {
            for (int i = region.span().begin(); i < region.span().end(); i++) {
                rest.setCharAt(i, ' ');
            }
        }
        List<String> others = new ArrayList<>();
        for (String word : rest.toString().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}-]+")) {
            String bare = word.replaceAll("^-+|(?<!-)-++$", "");
            if (!bare.isEmpty()) {
                others.add(bare);
            }
        }
        return others;
    }

    private static boolean isYear(String word) {
        return word.matches("(?:19|20)\\d\\d");
    }

    private static boolean isCounter(String word) {
        return word.matches("\\d{1,2}|[ivx]{1,5}");
    }

    static String collapsed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Paragraphs.isBlank(c)) {
                out.append(c);
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().strip();
    }
}
