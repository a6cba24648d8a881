package org.fupin.reading.section;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fupin.observation.Span;
import org.fupin.reading.section.Token.Gap;
import org.fupin.reading.text.Paragraphs;
import org.fupin.reference.Programmes;
import org.fupin.reference.ReadingWords;
import org.fupin.reference.ReadingWords.Part;
import org.fupin.reference.RegionNames;
import org.jspecify.annotations.Nullable;

/**
 * Finds the heading that a paragraph begins with, in four styles: in brackets (【Heading】), before a closing bracket
 * alone ("Heading】"), as a line of its own, and run into the first words of the text with a blank or without
 * ("Rain Plan The ...", "Rain PlanThe ...").
 *
 * <p>The last style is decided by weighing every place between two of the first words: what stands before must look like
 * a heading (title case, balanced quotes, no verb, no number, not ending in a small word), what follows like the beginning of a
 * sentence; a missing or wide blank between them, and words that headings are known to have, add to it.
 */
public final class HeadingFinder {

    /** Longer headings are not looked for: bounds the work on a paragraph. */
    private static final int MAX_WORDS = 32;

    private static final int MAX_LENGTH = 240;
    private static final int MAX_BRACKETED = 200;
    private static final int MAX_LINE = 160;
    private static final int MAX_LINE_WORDS = 24;
    /** Most words between two dashes that put a number into a sentence. */
    private static final int MAX_INSERTED = 6;

    /** Most words of a figure with its magnitude, unit and a few words more. */
    private static final int MAX_FIGURE_WORDS = 10;

    private static final double GLUE = 3;
    private static final double WIDE = 2;
    private static final double STRONG = 2.5;
    private static final double FAIR = 2;
    private static final double WEAK = 1;
    private static final double THRESHOLD = 2.5;

    private static final String OPENING = "\u3010\u3016\u3014\uFF3B[\u300C\u300E";
    private static final String CLOSING = "\u3011\u3017\u3015\uFF3D]\u300D\u300F";

    private static final String COLONS = ":\uFF1A";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}-]+");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private final ReadingWords words;
    private final RegionNames regions;
    private final Programmes programmes;

    public HeadingFinder(ReadingWords words, RegionNames regions, Programmes programmes) {
        this.words = words;
        this.regions = regions;
        this.programmes = programmes;
    }

    /**
     * The heading at the beginning of {@code paragraph}.
     *
     * @param goesOn whether another paragraph of the article follows, as it does after a heading on a line of its own
     */
    public Optional<Heading> find(String text, Span paragraph, boolean goesOn) {
        Optional<Heading> bracketed = bracketed(text, paragraph);
        if (bracketed.isPresent()) {
            return bracketed;
        }
        Span rest = Paragraphs.strip(text, new Span(afterCounter(text, paragraph), paragraph.end()));
        if (rest.length() == 0) {
            return Optional.empty();
        }
        List<Token> tokens =
                Token.first(text, new Span(rest.begin(), Math.min(rest.end(), rest.begin() + MAX_LENGTH)), MAX_WORDS);
        if (goesOn && isLineOfItsOwn(text, rest, tokens)) {
            return Optional.of(new Heading(trimmed(text, rest), paragraph.end(), Heading.Style.LINE));
        }
        return runIn(text, rest, tokens);
    }

    private Optional<Heading> bracketed(String text, Span paragraph) {
        int limit = Math.min(paragraph.end(), paragraph.begin() + MAX_BRACKETED);
        int kind = OPENING.indexOf(text.charAt(paragraph.begin()));
        int begin = kind >= 0 ? paragraph.begin() + 1 : paragraph.begin();
        for (int i = begin; i < limit; i++) {
            char c = text.charAt(i);
            int closing = CLOSING.indexOf(c);
            if (closing >= 0) {
                // A square bracket that was not opened, or encloses a number, is none of a heading.
                Span heading = Paragraphs.strip(text, new Span(begin, i));
                boolean square = c == ']' || c == '\uFF3D';
                boolean fits = kind >= 0 ? closing == kind || !square : !square;
                if (!fits || !hasLetter(text, heading) || heading.length() < 3) {
                    return Optional.empty();
                }
                return Optional.of(
                        new Heading(heading, skipBlanks(text, i + 1, paragraph.end()), Heading.Style.BRACKETED));
            }
            if (kind < 0 && (OPENING.indexOf(c) >= 0 || ".;!?\u3002".indexOf(c) >= 0)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The end of "1.", "(1)", "1)", "IV.", "一、" and the like at the paragraph's beginning. */
    private static int afterCounter(String text, Span paragraph) {
        int i = paragraph.begin();
        int end = paragraph.end();
        if (OPENING.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        boolean parenthesis = i < end && (text.charAt(i) == '(' || text.charAt(i) == '\uFF08');
        int from = parenthesis ? i + 1 : i;
        int to = from;
        while (to < end
                && to - from < 4
                && (Character.isDigit(text.charAt(to)) || "IVX一二三四五六七八九十".indexOf(text.charAt(to)) >= 0)) {
            to++;
        }
        if (to == from || to >= end) {
            return i;
        }
        char mark = text.charAt(to);
        boolean closed = mark == ')' || mark == '\uFF09';
        boolean stop = mark == '.' || mark == '\u3001' || mark == '\uFF0E';
        if (!closed && (!stop || parenthesis)) {
            return i;
        }
        boolean decimal = to + 1 < end && Character.isDigit(text.charAt(to + 1));
        return decimal ? i : to + 1;
    }

    private boolean isLineOfItsOwn(String text, Span line, List<Token> tokens) {
        if (line.length() > MAX_LINE || tokens.size() > MAX_LINE_WORDS || tokens.isEmpty()) {
            return false;
        }
        char last = text.charAt(line.end() - 1);
        if (".;,!?\u3002\uFF0C\uFF1B)\uFF09".indexOf(last) >= 0 || !hasLetter(text, line)) {
            return false;
        }
        if (words.is(Part.FUNCTION, tokens.get(tokens.size() - 1).core())) {
            return false;
        }
        int capitals = 0;
        int small = 0;
        int numbers = 0;
        Token before = null;
        for (Token token : tokens) {
            if (words.is(Part.FINITE, token.core())
                    || token.isLower(text) && isPastAfterNoun(token, before)
                    || isFigureBehindColon(text, before, token)) {
                return false;
            }
            before = token;
            if (token.isNumber(text)) {
                numbers++;
            } else if (token.isCapital(text)) {
                capitals++;
            } else if (!words.is(Part.FUNCTION, token.core())) {
                small++;
            }
        }
        Token first = tokens.get(0);
        boolean capital = first.isCapital(text)
                || first.opensQuote(text)
                || tokens.size() > 1 && tokens.get(1).isCapital(text);
        if (numbers > 1 || !capital || words.is(Part.OPENER, first.core()) && small > 0) {
            return false;
        }
        return small <= 1 + capitals || isKnown(line.in(text));
    }

    /** "Trainees: 450": a figure with its label, no heading; "Overview: 2012" is one. */
    private static boolean isFigureBehindColon(String text, @Nullable Token before, Token token) {
        return before != null
                && token.isNumber(text)
                && COLONS.indexOf(before.mark(text)) >= 0
                && !YEAR.matcher(token.core()).matches();
    }

    /** "1.2 billion yuan", "45 km in all", "300; households: 12,000": no text that a heading could stand over. */
    private boolean isOnlyFigure(String text, Span paragraph, List<Token> tokens, int from) {
        Token last = tokens.get(tokens.size() - 1);
        if (!tokens.get(from).isNumber(text)
                || tokens.get(from).span().end() == paragraph.end()
                        && YEAR.matcher(tokens.get(from).core()).matches()
                || last.span().end() < paragraph.end()
                || tokens.size() - from > MAX_FIGURE_WORDS) {
            return false;
        }
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean verb = words.is(Part.FINITE, token.core()) || isPastAfterNoun(token, tokens.get(i - 1));
            if (verb || token != last && ".!?".indexOf(token.mark(text)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private Optional<Heading> runIn(String text, Span paragraph, List<Token> tokens) {
        Prefix prefix = new Prefix(text);
        double best = 0;
        int cut = -1;
        boolean marked = false;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (!prefix.add(tokens.get(i))) {
                break;
            }
            Token next = tokens.get(i + 1);
            if (!prefix.mayEnd(next) || prefix.isDashed() && isInserted(text, tokens, i + 1)) {
                continue;
            }
            double start = prefix.isAllCapitals() && isAllCapitals(text, next) ? 0 : start(text, tokens, i + 1);
            if (start == 0 || start < STRONG && (prefix.endsAsSubject() || prefix.isDashed())) {
                continue;
            }
            String heading = text.substring(
                    tokens.get(0).span().begin(), tokens.get(i).span().end());
            if (isRegion(heading)) {
                continue;
            }
            if (!prefix.isTitleCase() && next.gap() == Gap.SPACE && !prefix.isMarked()) {
                // In sentence case only a capital, or a number after a known heading, shows where the text begins.
                boolean known = programmes.named(heading).isPresent()
                        && (next.isCapital(text)
                                || words.is(Part.HEADING_END, tokens.get(i).core()));
                if (start < FAIR || !known && start <= STRONG) {
                    continue;
                }
            }
            double score = start + gap(next) + (prefix.isMarked() ? WIDE : 0) + likeness(heading, tokens.get(i), start);
            if (score >= THRESHOLD && score > best) {
                best = score;
                cut = i;
                marked = prefix.isMarked();
            }
            if (prefix.isMarked()) {
                break;
            }
        }
        if (cut < 0 || marked && isOnlyFigure(text, paragraph, tokens, cut + 1)) {
            return Optional.empty();
        }
        Span heading = trimmed(
                text,
                new Span(tokens.get(0).span().begin(), tokens.get(cut).span().end()));
        return Optional.of(new Heading(
                heading,
                skipBlanks(text, tokens.get(cut + 1).span().begin(), paragraph.end()),
                marked ? Heading.Style.MARKED : Heading.Style.RUN_IN));
    }

    /** "GDP growth of the counties – 9.4% – was ...": a number between two dashes is put into a sentence. */
    private static boolean isInserted(String text, List<Token> tokens, int from) {
        if (!tokens.get(from).isNumber(text)) {
            return false;
        }
        for (int i = from; i < Math.min(tokens.size(), from + MAX_INSERTED); i++) {
            Token token = tokens.get(i);
            char last = text.charAt(token.span().end() - 1);
            if (last == '\u2013' || last == '\u2014' || last == '-') {
                return true;
            }
        }
        return false;
    }

    /** "Hebei Province", "Beijing and Tianjin": the subject of a sentence. */
    private boolean isRegion(String heading) {
        List<RegionNames.Named> named = regions.in(heading);
        return !named.isEmpty()
                && named.get(0).span().begin() == 0
                && named.get(named.size() - 1).span().end() == heading.length();
    }

    private static double gap(Token next) {
        return switch (next.gap()) {
            case GLUE -> GLUE;
            case WIDE -> WIDE;
            case SPACE -> 0;
        };
    }

    /** How much {@code heading} is like the headings that reports are known to have. */
    private double likeness(String heading, Token last, double start) {
        double likeness = words.is(Part.HEADING_END, last.core()) ? 0.5 : 0;
        if (programmes.named(heading).isPresent()) {
            return likeness + 1;
        }
        if (isKnown(heading)) {
            return likeness + 0.5;
        }
        return start > STRONG ? 0 : -0.5;
    }

    /** Whether a programme is named, or a word that headings are made of. */
    private boolean isKnown(String heading) {
        if (programmes.named(heading).isPresent()) {
            return true;
        }
        for (String word : BETWEEN_WORDS.split(heading.toLowerCase(Locale.ROOT))) {
            if (words.is(Part.VOCABULARY, word)) {
                return true;
            }
        }
        return false;
    }

    /** A verb in the past after a noun makes a sentence of the words. */
    private boolean isPastAfterNoun(Token token, @Nullable Token before) {
        String core = token.core();
        return (words.is(Part.PAST, core) || core.endsWith("ed") && !words.is(Part.HEADING_NOUN, core))
                && before != null
                && !words.is(Part.FUNCTION, before.core());
    }

    private static boolean isAllCapitals(String text, Token token) {
        int letters = 0;
        for (int i = token.span().begin(); i < token.span().end(); i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
        }
        return letters > 1;
    }

    /** How surely a sentence begins with the token at {@code i}: 0 if it cannot. */
    private double start(String text, List<Token> tokens, int i) {
        Token token = tokens.get(i);
        boolean apart = token.gap() != Gap.SPACE;
        if (token.core().isEmpty()) {
            return 0;
        }
        if (token.isNumber(text)) {
            return isOrdinal(token.core())
                            || words.is(Part.NUMBERED, tokens.get(i - 1).core())
                    ? 0
                    : STRONG;
        }
        if (token.opensQuote(text)) {
            return token.gap() == Gap.SPACE ? 0 : WEAK;
        }
        if (!token.isCapital(text)) {
            return 0;
        }
        Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
        boolean goesOnSmall = next != null && (next.isLower(text) || next.isNumber(text));
        String core = token.core();
        if (words.is(Part.FIRM_OPENER, core)) {
            return STRONG + 0.5;
        }
        if (words.is(Part.OPENER, core)) {
            if (next != null && next.isNumber(text)) {
                return STRONG + 0.5;
            }
            if (goesOnSmall || apart || next != null && (next.opensQuote(text) || words.is(Part.MONTH, next.core()))) {
                return STRONG;
            }
            boolean headingGoesOn = next == null
                    || words.is(Part.VOCABULARY, next.core())
                    || programmes.named(next.core()).isPresent();
            return headingGoesOn ? WEAK : FAIR;
        }
        if (words.is(Part.COUNTER, core)) {
            return apart || goesOnSmall || token.mark(text) == ',' ? STRONG : 0;
        }
        if (isVerbOrAdverb(core)) {
            return apart || opensClause(text, tokens, i) ? FAIR : 0;
        }
        Optional<RegionNames.Named> region = regions.at(text, token.coreBegin());
        if (region.isPresent()) {
            Optional<Token> after = tokens.stream()
                    .filter(t -> t.span().begin() >= region.get().span().end())
                    .findFirst();
            boolean verb = after.isPresent()
                    && after.get().isLower(text)
                    && !words.is(Part.FUNCTION, after.get().core());
            boolean possessive = token.mark(text) == '\u2019' || token.mark(text) == '\'';
            // "... of Western Jilin": the name goes on with what stands before.
            boolean part = tokens.get(i - 1).core().endsWith("ern");
            if (part && !apart) {
                return 0;
            }
            return apart || verb || possessive ? FAIR : goesSmallWithin(text, tokens, i, 14) ? WEAK : 0;
        }
        if (apart) {
            return words.is(Part.VOCABULARY, core) && !goesSmallWithin(text, tokens, i, 3) ? 0 : WEAK;
        }
        boolean name = next != null
                && next.isCapital(text)
                && !words.is(Part.VOCABULARY, core)
                && !words.is(Part.ORGANISATION, core)
                && !words.is(Part.HEADING_NOUN, core)
                && programmes.named(core).isEmpty()
                && words.is(Part.HEADING_END, tokens.get(i - 1).core());
        return name && goesSmallWithin(text, tokens, i, 8) ? WEAK : 0;
    }

    private boolean isVerbOrAdverb(String core) {
        if (words.is(Part.HEADING_NOUN, core) || core.contains("-")) {
            return false;
        }
        return words.is(Part.PAST, core)
                || words.is(Part.BASE, core)
                || core.length() > 4 && (core.endsWith("ed") || core.endsWith("ing") || core.endsWith("ly"));
    }

    /** Whether small letters go on after the verb at {@code i}, as in a sentence and not in a heading in title case. */
    private boolean opensClause(String text, List<Token> tokens, int i) {
        for (int j = i + 1; j < tokens.size() && j <= i + 6; j++) {
            Token token = tokens.get(j);
            if (token.isNumber(text) || token.opensQuote(text)) {
                return true;
            }
            if (token.isLower(text) && !words.is(Part.FUNCTION, token.core())) {
                return true;
            }
            if (token.isCapital(text)) {
                // "Held the National ...": an article after a verb in the past is the beginning of a clause too.
                boolean article = j == i + 2
                        && (tokens.get(j - 1).core().equals("the")
                                || tokens.get(j - 1).core().equals("a"));
                boolean past = words.is(Part.PAST, tokens.get(i).core())
                        || tokens.get(i).core().endsWith("ed");
                // "Supported by the China ...", "Organized Hebei ...".
                boolean passive = tokens.get(i + 1).core().equals("by");
                return past
                        && (article
                                || passive
                                || regions.at(text, token.coreBegin()).isPresent());
            }
        }
        return false;
    }

    private boolean goesSmallWithin(String text, List<Token> tokens, int i, int within) {
        for (int j = i + 1; j < tokens.size() && j <= i + within; j++) {
            Token token = tokens.get(j);
            if (token.isLower(text) && !words.is(Part.FUNCTION, token.core())) {
                return true;
            }
            if (".;:".indexOf(token.mark(text)) >= 0) {
                return false;
            }
        }
        return false;
    }

    /** "18th", "2nd". */
    private static boolean isOrdinal(String core) {
        return core.endsWith("th") || core.endsWith("st") || core.endsWith("nd") || core.endsWith("rd");
    }

    private static boolean hasLetter(String text, Span span) {
        for (int i = span.begin(); i < span.end(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static int skipBlanks(String text, int from, int end) {
        int i = from;
        while (i < end && Paragraphs.isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Without blanks and without a colon, stop or dash at the end. */
    private static Span trimmed(String text, Span heading) {
        Span span = Paragraphs.strip(text, heading);
        int end = span.end();
        while (end > span.begin()
                && (".:\uFF1A-\u2013\u2014".indexOf(text.charAt(end - 1)) >= 0
                        || Paragraphs.isBlank(text.charAt(end - 1)))) {
            end--;
        }
        return new Span(span.begin(), end);
    }

    /** What stands before the place that is weighed: whether it can be a heading at all. */
    private final class Prefix {

        private final String text;
        private int count;
        private int capitals;
        private int small;
        private int smallUnknown;
        private boolean comma;
        private boolean and;
        private boolean quoteOpen;
        private int parentheses;
        private boolean preposition;
        private boolean marked;
        private int allCapitals;
        private @Nullable Token last;

        Prefix(String text) {
            this.text = text;
        }

        /** Takes one more word; false if no heading goes on with it. */
        boolean add(Token token) {
            boolean quotedBefore = quoteOpen;
            for (int i = token.span().begin(); i < token.span().end(); i++) {
                char c = text.charAt(i);
                if (c == '"') {
                    quoteOpen = !quoteOpen;
                } else if (c == '\u201C') {
                    quoteOpen = true;
                } else if (c == '\u201D') {
                    quoteOpen = false;
                } else if (c == '(' || c == '\uFF08') {
                    parentheses++;
                } else if (c == ')' || c == '\uFF09') {
                    parentheses--;
                }
            }
            boolean inside = quotedBefore || quoteOpen || parentheses > 0;
            count++;
            String core = token.core();
            if (count == 1 && words.is(Part.OPENER, core) && !token.opensQuote(text)) {
                return false;
            }
            if (words.is(Part.FINITE, core)) {
                return false;
            }
            if (token.isNumber(text) && !inside && !isOrdinal(core)) {
                return false;
            }
            if (marked && !isDashed()) {
                return false;
            }
            char mark = token.mark(text);
            if (";!?\u3002".indexOf(mark) >= 0 && !inside) {
                return false;
            }
            // "Rain Plan: In 2012 ...", "Rain Plan. In 2012 ...": no heading goes on behind it.
            marked = !inside && (".:\uFF1A\u2013\u2014".indexOf(mark) >= 0 || mark == '-' && core.isEmpty());
            comma |= mark == ',' || mark == '\uFF0C';
            and |= core.equals("and");
            preposition |= core.equals("in") || core.equals("of") || core.equals("for");
            if (HeadingFinder.isAllCapitals(text, token)) {
                allCapitals++;
            }
            if (token.isCapital(text) || token.isNumber(text)) {
                capitals++;
            } else if (!words.is(Part.FUNCTION, core) && !core.isEmpty() && !inside) {
                if (isPastAfterNoun(token, last)) {
                    return false;
                }
                small++;
                if (!words.is(Part.VOCABULARY, core) && programmes.named(core).isEmpty()) {
                    smallUnknown++;
                }
            }
            last = token;
            return true;
        }

        boolean mayEnd(Token next) {
            if (last == null
                    || last.core().isEmpty() && !marked
                    || words.is(Part.FUNCTION, last.core())
                    || quoteOpen
                    || parentheses != 0
                    || last.mark(text) == ','
                    || comma && !and
                    || words.is(Part.COUNTER, last.core()) && count == 1) {
                return false;
            }
            if (marked) {
                return count <= 12 && capitals > 0 && smallUnknown <= 2 && (last.mark(text) != '.' || isTitleCase());
            }
            return isTitleCase() && capitals > 0
                    || count <= 14 && !comma && (small <= 2 + capitals || smallUnknown <= 4);
        }

        /** Capitals throughout, but for small words and at most one that headings are known to have. */
        boolean isTitleCase() {
            return small == 0 || small <= 1 && smallUnknown == 0 && capitals > 0 && !comma;
        }

        /** Whether a colon, stop or dash closes it. */
        boolean isMarked() {
            return marked;
        }

        /** Whether a dash closes it, which may also stand between two names. */
        boolean isDashed() {
            return marked && last != null && "-\u2013\u2014".indexOf(last.mark(text)) >= 0;
        }

        boolean isAllCapitals() {
            return allCapitals > 1 || allCapitals == 1 && count == 1;
        }

        /** Whether the words read like the name of an office or a place, which goes on as the subject of a sentence. */
        boolean endsAsSubject() {
            return last != null && words.is(Part.ORGANISATION, last.core()) && !preposition;
        }
    }
}
