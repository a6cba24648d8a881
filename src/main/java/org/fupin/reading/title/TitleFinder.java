package org.fupin.reading.title;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fupin.observation.Span;
import org.fupin.reading.text.Paragraphs;
import org.fupin.reading.title.Title.Strength;
import org.fupin.reference.ReadingWords;
import org.fupin.reference.ReadingWords.Part;
import org.fupin.reference.RegionNames;

/**
 * Finds lines that can be titles: a short line of its own that names a region and the topic, and whose other words are
 * all such as titles of these reports have. At the head of a document, where a title is to be expected, a line may have any
 * words as long as it is no sentence.
 */
public final class TitleFinder {

    private static final int MAX_LENGTH = 200;

    /** A title goes on over no more lines than this. */
    private static final int MAX_LINES = 3;

    /** The longest line that is but a part of a title. */
    private static final int MAX_PART = 110;

    private static final Pattern DOT_LEADER = Pattern.compile("\\.{3}|\u2026{2}|(?:\\. ){3}|[ \t]{3}\\d{1,3}$");

    private static final Pattern FIGURE = Pattern.compile(
            "[%\u00A5$\u20AC]|\\d[.,]\\d|\\d{3,}|\\d\\s{0,2}(?:yuan|mu|million|billion|people|households)\\b");

    private static final Pattern JOINED =
            Pattern.compile("\\s{0,2}[-\u2013\u2014~\u2192/]\\s{0,2}|\\s{1,2}(?:to|for|with|towards|toward)\\s{1,2}");

    private static final Pattern LISTED = Pattern.compile(
            "(?i)\\s{0,2}(?:provinces?|municipality|autonomous region)?\\s{0,2}(?:,|,?\\s{0,2}\\band|&)\\s{1,2}(?:the\\s{1,2})?");

    private static final Pattern BETWEEN = Pattern.compile("(?i)\\bbetween\\s(?:the\\s)?[^,;:]{0,60}$");

    private static final Pattern PAIRING_OFF = Pattern.compile("\\bpair(?:ed|ing)?[ -]?off\\b");

    /** How far from a county its province is looked for, and at how many mentions. */
    private static final int BESIDE = 60;

    private static final int MAX_MENTIONS = 50;

    /** Quotes and marks around a title. */
    private static final Pattern AROUND =
            Pattern.compile("^[\"'\u201C\u2018\u300A\u00AB#* ]{1,5}|[\"'\u201D\u2019\u300B\u00BB#* ]{1,5}$");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}-]+|\\p{IsHan}+");

    private static final Pattern DASHES = Pattern.compile("^-+|(?<!-)-++$");

    private static final Pattern COUNTER = Pattern.compile("\\d{1,2}|[ivx]{1,5}");

    private static final int LONGEST_COUNTER = 5;

    private static final Set<String> CHAPTER = Set.of("chapter", "part", "section", "volume");

    private final ReadingWords words;
    private final RegionNames regions;

    public TitleFinder(ReadingWords words, RegionNames regions) {
        this.words = words;
        this.regions = regions;
    }

    /** The title at paragraph {@code at}, which may go on in the next ones. */
    public Optional<Title> at(String text, List<Span> paragraphs, int at) {
        Span first = paragraphs.get(at);
        if (first.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Optional<Title> one = in(text, first, 1, false);
        boolean whole = one.filter(title -> title.strength() != Strength.BARE).isPresent();
        Optional<Title> placed = withProvinceBelow(one, text, paragraphs, at, false);
        if (placed.isPresent()) {
            return placed;
        }
        if (whole && !goesOn(text, first)) {
            return Optional.of(withTail(one.get(), text, paragraphs, at));
        }
        if (!isChapter(text, first)) {
            for (int lines = 2; lines <= MAX_LINES; lines++) {
                Optional<Title> joined = joined(text, paragraphs, at, lines, false);
                if (joined.isPresent()) {
                    return Optional.of(withTail(joined.get(), text, paragraphs, at));
                }
            }
        }
        return one;
    }

    /** The title at paragraph {@code at} of the head of a document, which may be in Chinese. */
    public Optional<Title> atHead(String text, List<Span> paragraphs, int at) {
        Optional<Title> strict = in(text, paragraphs.get(at), 1, false);
        Optional<Title> placed = withProvinceBelow(strict, text, paragraphs, at, true);
        if (placed.isPresent()) {
            return placed;
        }
        if (strict.filter(title -> title.strength() != Strength.BARE).isPresent()) {
            return strict;
        }
        Optional<Title> one = in(text, paragraphs.get(at), 1, true);
        if (one.isPresent() && !goesOn(text, paragraphs.get(at))) {
            return Optional.of(withTail(one.get(), text, paragraphs, at));
        }
        if (!isChapter(text, paragraphs.get(at))) {
            for (int lines = 2; lines <= MAX_LINES; lines++) {
                Optional<Title> joined = joined(text, paragraphs, at, lines, true);
                if (joined.isPresent()) {
                    return joined;
                }
            }
        }
        return one;
    }

    /** "Poverty Alleviation in Tongwei County" above "Gansu Province": a county whose province stands on the next line. */
    private Optional<Title> withProvinceBelow(
            Optional<Title> title, String text, List<Span> paragraphs, int at, boolean head) {
        if (title.isEmpty() || title.get().subArea().isEmpty() || at + 1 >= paragraphs.size()) {
            return Optional.empty();
        }
        boolean province = in(text, paragraphs.get(at + 1), 1, false)
                .filter(below -> below.strength() == Strength.BARE)
                .isPresent();
        return province
                ? joined(text, paragraphs, at, 2, head)
                        .filter(joined -> !joined.region().isEmpty())
                : Optional.empty();
    }

    /** "III. Local Poverty Alleviation IV": what follows are titles of provinces. */
    public boolean isChapter(String text, Span paragraph) {
        if (paragraph.length() > MAX_PART) {
            return false;
        }
        boolean topic = false;
        boolean local = false;
        for (String word : wordsOf(collapsed(paragraph.in(text)))) {
            boolean known = words.is(Part.TITLE, word) || words.is(Part.TITLE_TOPIC, word) || isCounter(word);
            if (!known) {
                return false;
            }
            topic |= words.is(Part.TITLE_TOPIC, word);
            local |=
                    word.equals("local") || word.equals("regional") || word.equals("provinces") || word.equals("areas");
        }
        return topic && local && regions.in(paragraph.in(text)).isEmpty();
    }

    /** The province that a county lies in as the text says it: "Tongwei County, Gansu Province", "Gansu Province's Tongwei County". */
    public Optional<String> regionOf(String county, String text) {
        Set<String> found = new LinkedHashSet<>();
        for (int at = text.indexOf(county), times = 0; at >= 0 && times < MAX_MENTIONS; times++) {
            int end = at + county.length();
            String before = text.substring(Math.max(0, at - BESIDE), at);
            String after = text.substring(end, Math.min(text.length(), end + BESIDE));
            for (RegionNames.Named named : regions.in(before)) {
                if (before.substring(named.span().end())
                        .matches(
                                "(?:['\u2019]s)?[\\s,]{0,3}(?:[A-Z]\\w{1,20}+ (?:City|Prefecture)(?:['\u2019]s)?[\\s,]{0,3})?")) {
                    found.add(named.region());
                }
            }
            for (RegionNames.Named named : regions.in(after)) {
                if (after.substring(0, named.span().begin())
                        .matches(
                                "[\\s,(]{0,3}(?:(?:of|in)\\s)?(?:[A-Z]\\w{1,20}+ (?:City|Prefecture)[\\s,]{0,3}(?:(?:of|in)\\s)?)?(?:the\\s)?")) {
                    found.add(named.region());
                }
            }
            at = text.indexOf(county, end);
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private Optional<Title> joined(String text, List<Span> paragraphs, int at, int lines, boolean head) {
        if (at + lines > paragraphs.size()) {
            return Optional.empty();
        }
        for (int i = at; i < at + lines; i++) {
            Span line = paragraphs.get(i);
            char last = text.charAt(line.end() - 1);
            boolean stops = i < at + lines - 1 && ".;:!?\u3002".indexOf(last) >= 0;
            if (line.length() > MAX_PART || stops || i > at && isOwn(text, line, goesOn(text, paragraphs.get(i - 1)))) {
                return Optional.empty();
            }
        }
        Span span = new Span(
                paragraphs.get(at).begin(), paragraphs.get(at + lines - 1).end());
        return in(text, span, lines, head).filter(title -> title.strength() != Strength.BARE);
    }

    /** Whether a line is a title or a heading of its own rather than the rest of the one before. */
    private boolean isOwn(String text, Span line, boolean expected) {
        String first = line.in(text).toLowerCase(Locale.ROOT);
        if (first.startsWith("overview") || first.startsWith("(")) {
            return true;
        }
        return !expected
                && !Character.isLowerCase(text.charAt(line.begin()))
                && in(text, line, 1, false)
                        .filter(title -> title.strength() != Strength.BARE)
                        .isPresent();
    }

    /** "Poverty Alleviation in Gansu" / "2012 Annual Report": a year or a kind of report below a title is of it. */
    private Title withTail(Title title, String text, List<Span> paragraphs, int at) {
        Title whole = title;
        for (int next = at + whole.paragraphs();
                next < paragraphs.size() && whole.paragraphs() < MAX_LINES;
                next = at + whole.paragraphs()) {
            Span line = paragraphs.get(next);
            if (line.length() > MAX_PART || !isTail(collapsed(line.in(text)), whole.year() == 0)) {
                break;
            }
            Span span = new Span(whole.span().begin(), line.end());
            TitleYears years = whole.year() == 0 ? TitleYears.in(line.in(text), words) : whole.years();
            whole = whole.with(collapsed(span.in(text)), span, years, whole.paragraphs() + 1);
        }
        return whole;
    }

    private boolean isTail(String line, boolean yearWanted) {
        TitleYears years = TitleYears.in(line, words);
        boolean genre = false;
        for (String word : wordsOf(blanked(line, years.spans()))) {
            boolean known = words.is(Part.TITLE, word) || words.is(Part.TITLE_MORE, word);
            if (!known || words.is(Part.MONTH, word) || word.equals("overview")) {
                return false;
            }
            genre |= word.equals("report") || word.startsWith("communiqu") || word.equals("bulletin");
        }
        return years.year() != 0 && yearWanted || genre;
    }

    /** "Poverty Alleviation and Development in": the line stops where no title stops. */
    private boolean goesOn(String text, Span line) {
        char last = text.charAt(line.end() - 1);
        String lineText = line.in(text);
        String lastWord = lineText.substring(lineText.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return last == '-' || last == ',' || words.is(Part.FUNCTION, lastWord);
    }

    private Optional<Title> in(String text, Span span, int paragraphs, boolean head) {
        if (span.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String line = collapsed(span.in(text));
        String bare = AROUND.matcher(line).replaceAll("");
        if (bare.isEmpty() || DOT_LEADER.matcher(span.in(text)).find()) {
            return Optional.empty();
        }
        char last = bare.charAt(bare.length() - 1);
        boolean stop = last == '.' || last == '\u3002';
        if (";,:!?".indexOf(last) >= 0 || "(\uFF08\u3010[".indexOf(bare.charAt(0)) >= 0) {
            return Optional.empty();
        }
        TitlePlaces places = TitlePlaces.in(line, words, regions);
        if (places.regions().isEmpty() && places.subArea().isEmpty()) {
            return Optional.empty();
        }
        TitleYears years = TitleYears.in(line, words);
        List<Span> known = new ArrayList<>(places.all());
        known.addAll(years.spans());
        Words others = words(
                blanked(line, known),
                PAIRING_OFF.matcher(line.toLowerCase(Locale.ROOT)).find());
        others = chinese(line) ? others.withTopic() : others;
        return title(line, span, paragraphs, places, years, others, stop, head);
    }

    /**
     * What the words of a line say besides its places and years.
     *
     * @param all in lower case
     * @param strange whether there is one that no title has
     * @param plain whether all are such as the usual titles have
     */
    private record Words(
            List<String> all,
            boolean topic,
            boolean poverty,
            boolean pairing,
            boolean genre,
            boolean office,
            boolean strange,
            boolean plain) {

        Words withTopic() {
            return new Words(all, true, true, pairing, genre, office, strange, plain);
        }
    }

    private Words words(String rest, boolean pairingOff) {
        boolean topic = false;
        boolean poverty = false;
        boolean pairing = pairingOff;
        boolean genre = false;
        boolean office = false;
        boolean strange = false;
        boolean plain = true;
        List<String> all = wordsOf(rest);
        for (String word : all) {
            boolean aboutTopic = words.is(Part.TITLE_TOPIC, word);
            boolean aboutPairing = words.is(Part.TITLE_PAIRING, word);
            boolean usual = aboutTopic || aboutPairing || words.is(Part.TITLE, word) || isCounter(word);
            topic |= aboutTopic || word.contains("poverty");
            poverty |= word.contains("poverty");
            pairing |= aboutPairing;
            genre |= words.is(Part.TITLE_GENRE, word);
            office |= words.is(Part.TITLE_OFFICE, word);
            plain &= usual;
            strange |= !usual && !words.is(Part.TITLE_MORE, word);
        }
        return new Words(all, topic, poverty, pairing, genre, office, strange, plain);
    }

    private boolean chinese(String line) {
        return words.of(Part.TITLE_CHINESE).stream().anyMatch(line::contains);
    }

    private Optional<Title> title(
            String line,
            Span span,
            int paragraphs,
            TitlePlaces places,
            TitleYears years,
            Words others,
            boolean stop,
            boolean head) {
        List<String> codes = new ArrayList<>(places.regions());
        if (codes.isEmpty() && !places.subAreaRegion().isEmpty()) {
            codes.add(places.subAreaRegion());
        }
        boolean two = codes.size() >= 2;
        boolean paired = two && isPairing(line, places, codes, others);
        boolean bare = !others.topic() && !(others.pairing() && two);
        if (bare && !(isBare(others.all()) && !stop) && !(head && others.genre())) {
            return Optional.empty();
        }
        boolean lower = Character.isLowerCase(line.charAt(0));
        // "Poverty Alleviation Office of Gansu Province" alone is who wrote it.
        boolean who = others.office() && !others.genre() && years.year() == 0;
        if (head
                ? isSentence(line, places, years) || who
                : others.strange() || who || stop && (lower || !others.poverty())) {
            return Optional.empty();
        }
        Strength strength = bare && !others.genre()
                ? Strength.BARE
                : others.poverty() && !two && !others.pairing() && others.plain() && !stop && !lower && !head
                        ? Strength.CERTAIN
                        : Strength.LIKELY;
        if (!places.namesProvince() && strength == Strength.CERTAIN) {
            strength = Strength.LIKELY; // a county without its province: a heading may name one
        }
        String region = codes.isEmpty() ? "" : codes.get(codes.size() - 1);
        String partner = "";
        if (paired) {
            region = recipient(codes);
            String own = region;
            partner = codes.stream()
                    .filter(code -> !code.equals(own))
                    .reduce((a, b) -> b)
                    .orElse("");
        }
        boolean county = !places.subArea().isEmpty()
                && (!two || places.subAreaRegion().equals(region))
                && !(strength == Strength.BARE && codes.isEmpty());
        if (codes.isEmpty() && !county) {
            return Optional.empty();
        }
        return Optional.of(new Title(
                line,
                span,
                region,
                county ? places.subArea() : "",
                partner,
                two && !paired ? List.copyOf(codes) : List.of(),
                years,
                paragraphs,
                strength,
                String.join(
                        " ",
                        others.all().stream().filter(word -> !isCounter(word)).toList())));
    }

    /**
     * Whether two or more regions are a donor and its recipient. Of more than two there must be one recipient; two that are
     * neither told apart as a pairing nor joined as one ("A-B", "A for B") are reported on side by side.
     */
    private boolean isPairing(String line, TitlePlaces places, List<String> codes, Words others) {
        boolean oneRecipient = codes.stream().filter(regions::isRecipient).count() == 1
                && codes.stream().filter(code -> !regions.isRecipient(code)).allMatch(regions::isDonor);
        if (codes.size() > 2) {
            return others.pairing() && oneRecipient;
        }
        List<RegionNames.Named> own = places.own();
        if (others.pairing()) {
            boolean told = oneRecipient && codes.stream().anyMatch(regions::isDonor);
            return told || !areListed(line, own);
        }
        for (int i = 1; i < own.size(); i++) {
            String between = line.substring(
                    own.get(i - 1).span().end(), own.get(i).span().begin());
            if (JOINED.matcher(between.replaceFirst("^['\u2019]s", "")).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Whether places stand side by side, "in A and B Provinces": neither gives to the other. Not "between A and B". */
    private static boolean areListed(String line, List<RegionNames.Named> own) {
        for (int i = 1; i < own.size(); i++) {
            String before = line.substring(0, own.get(i - 1).span().begin());
            String between = line.substring(
                    own.get(i - 1).span().end(), own.get(i).span().begin());
            if (LISTED.matcher(between).matches() && !BETWEEN.matcher(before).find()) {
                return true;
            }
        }
        return false;
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

    /** Whether a line states something rather than names it: it has a verb, a figure, or opens as sentences do. */
    private boolean isSentence(String line, TitlePlaces places, TitleYears years) {
        List<Span> known = new ArrayList<>(places.all());
        known.addAll(years.spans());
        String rest = blanked(line, known);
        if (FIGURE.matcher(rest).find()) {
            return true;
        }
        List<String> all = wordsOf(line);
        String first = all.isEmpty() ? "" : all.get(0);
        if (words.is(Part.OPENER, first) && !first.equals("on") && !first.equals("towards") && !first.equals("the")) {
            return true;
        }
        if (line.contains("; ")
                || line.contains(". ") && !line.matches("(?:[IVX]{1,5}|\\d{1,2})\\. [^.]{0,200}+\\.?")) {
            return true;
        }
        for (String word : all) {
            boolean verb = words.is(Part.FINITE, word)
                    || words.is(Part.PAST, word)
                    || word.endsWith("ed")
                            && !word.contains("-")
                            && !words.is(Part.HEADING_NOUN, word)
                            && !words.is(Part.TITLE_MORE, word)
                            && !words.is(Part.TITLE_TOPIC, word);
            if (verb) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBare(List<String> others) {
        return others.stream().allMatch(word -> isCounter(word) || CHAPTER.contains(word));
    }

    private static String blanked(String line, List<Span> spans) {
        StringBuilder rest = new StringBuilder(line);
        for (Span span : spans) {
            for (int i = span.begin(); i < span.end(); i++) {
                rest.setCharAt(i, ' ');
            }
        }
        return rest.toString();
    }

    /** In lower case, without those that are in Chinese. */
    private static List<String> wordsOf(String line) {
        List<String> others = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(line.toLowerCase(Locale.ROOT))) {
            String bare = word.indexOf('-') < 0 ? word : DASHES.matcher(word).replaceAll("");
            if (!bare.isEmpty()) {
                others.add(bare);
            }
        }
        return others;
    }

    private static boolean isCounter(String word) {
        return word.length() <= LONGEST_COUNTER && COUNTER.matcher(word).matches();
    }

    public static String collapsed(String text) {
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
