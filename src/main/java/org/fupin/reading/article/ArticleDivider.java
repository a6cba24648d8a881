package org.fupin.reading.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Span;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.Sentence;
import org.fupin.observation.document.Warning;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.reading.section.Heading;
import org.fupin.reading.section.Heading.Style;
import org.fupin.reading.section.HeadingFinder;
import org.fupin.reading.section.Sentences;
import org.fupin.reading.table.TablePlaces;
import org.fupin.reading.table.TextTable;
import org.fupin.reading.text.Paragraphs;
import org.fupin.reading.text.TextCheck;
import org.fupin.reading.title.Contents;
import org.fupin.reading.title.StatedFacts;
import org.fupin.reading.title.Title;
import org.fupin.reading.title.Title.Strength;
import org.fupin.reading.title.TitleFinder;
import org.fupin.reference.Programmes;
import org.fupin.reference.ReadingWords;
import org.fupin.reference.ReadingWords.Part;
import org.fupin.reference.RegionNames;
import org.jspecify.annotations.Nullable;

/** Divides a text into articles, and these into sections and sentences. */
public final class ArticleDivider {

    private static final int SHOWN = 60;

    /** How many lines before a text are looked at for its title. */
    private static final int HEAD_LINES = 12;

    private static final int LONGEST_TITLE = 240;

    /** A line that ends with a stop and is as long as this is text even where it has no known verb. */
    private static final int SHORTEST_BODY = 100;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private static final Pattern PLAN_HEADING = Pattern.compile(
            "(?i)\\b(?:next year|outlook|prospects?|arrangements?|work plans?|(?:plans?|tasks?|ideas|priorities|goals|targets) (?:for|of|in) (?:the )?(?:year |work |20))");

    private final PageFurniture furniture;
    private final TitleFinder titles;
    private final HeadingFinder headings;
    private final Sentences sentences;
    private final ReportYear years;
    private final Programmes programmes;
    private final ReadingWords words;

    public ArticleDivider(ReadingWords words, RegionNames regions, Programmes programmes) {
        this.furniture = new PageFurniture(words);
        this.titles = new TitleFinder(words, regions);
        this.headings = new HeadingFinder(words, regions, programmes);
        this.sentences = new Sentences(words);
        this.years = new ReportYear(words);
        this.programmes = programmes;
        this.words = words;
    }

    /**
     * An article whose sections are known and whose year may not be yet.
     *
     * @param year 0 where no sentence tells it
     * @param weak the year, and what it rests on, where it is no sentence about it
     */
    private record Draft(
            Title title, Span span, String author, List<Section> sections, int year, ReportYear.Told weak) {

        boolean isEmpty() {
            return sections.stream().allMatch(section -> section.sentences().isEmpty());
        }

        Draft of(Title other) {
            return new Draft(other, span, author, sections, year, weak);
        }

        Draft in(int otherYear) {
            return new Draft(title, span, author, sections, otherYear, weak);
        }
    }

    /** The articles of a document, and what is to be known of how they were read. */
    public record Division(List<Article> articles, List<Warning> warnings) {}

    /**
     * The articles of a document.
     *
     * @param found the tables in the text
     * @param stated what an operator states of it; wins over what the text says
     * @throws UnreadableDocumentException if there is none, or one does not say its year or on which province it is, or is on
     *     several
     */
    public Division divide(String documentId, String text, List<TextTable> found, StatedFacts stated)
            throws UnreadableDocumentException {
        TablePlaces tables = new TablePlaces(words, found);
        List<Span> paragraphs = Paragraphs.of(text, tables.rows());
        tables.find(text, paragraphs);
        boolean[] page = new boolean[paragraphs.size()];
        for (int i = 0; i < page.length; i++) {
            page[i] = !tables.isRow(paragraphs.get(i)) && furniture.is(text, paragraphs.get(i));
        }
        Contents.mark(text, paragraphs, page, titles);
        NavigableMap<Integer, Title> starts = starts(text, paragraphs, page, tables);
        if (starts.isEmpty() && !stated.region().isEmpty()) {
            startUntitled(text, paragraphs, page, stated, starts);
        }
        if (starts.isEmpty()) {
            throw noArticle(text, paragraphs);
        }
        List<Warning> warnings = ChineseText.warnings(text, paragraphs, furniture, starts.keySet());
        List<Draft> drafts = drafts(text, paragraphs, page, starts, tables, warnings);
        if (drafts.stream().allMatch(Draft::isEmpty) && ChineseText.isMain(text)) {
            throw ChineseText.rejection(text);
        }
        List<Article> articles = new ArrayList<>();
        int commonYear = commonYear(drafts);
        for (Draft draft : withStated(stated, text, drafts, warnings)) {
            Title title = place(text, draft.title());
            articles.add(new Article(
                    documentId,
                    title.text(),
                    title.region(),
                    title.subArea(),
                    title.partner(),
                    year(text, draft, commonYear, warnings),
                    draft.span(),
                    draft.author(),
                    stated.described(),
                    draft.sections()));
        }
        warnings.sort(Comparator.comparing(Warning::span));
        return new Division(articles, warnings);
    }

    private List<Draft> drafts(
            String text,
            List<Span> paragraphs,
            boolean[] page,
            NavigableMap<Integer, Title> starts,
            TablePlaces tables,
            List<Warning> warnings) {
        List<Draft> drafts = new ArrayList<>();
        int inherited = 0;
        for (Map.Entry<Integer, Title> start : starts.entrySet()) {
            Integer after = starts.higherKey(start.getKey());
            int next = after == null ? paragraphs.size() : after;
            Title title = start.getValue();
            Draft draft = draft(text, paragraphs, page, title, start.getKey(), next, tables);
            if (hasParts(title, starts.tailMap(start.getKey(), false).values())) {
                inherited = title.year();
                missing(text, title, starts.tailMap(start.getKey(), false).values())
                        .ifPresent(warnings::add);
                if (!draft.isEmpty()) {
                    warnings.add(new Warning(
                            draft.span(),
                            LeftOutReason.NOT_READ,
                            "line %d: the text between the title \"%s\" and the first part of a province is on all of them; its numbers are left out (not_read)"
                                    .formatted(TextCheck.line(text, draft.span().begin()), title.text())));
                }
            } else if (!draft.isEmpty() || after == null) {
                // Without any text it is a line of a table of contents, or a cover.
                drafts.add(draft.year() == 0 ? draft.in(inherited) : draft);
            }
        }
        return drafts;
    }

    /** Whether a title names several provinces, and titles of at least two of them follow. */
    private static boolean hasParts(Title title, Collection<Title> later) {
        return !title.several().isEmpty()
                && later.stream()
                                .takeWhile(part -> title.several().contains(part.region()))
                                .map(Title::region)
                                .distinct()
                                .count()
                        > 1;
    }

    /** What is to be known where a province that the title names has no part. */
    private static Optional<Warning> missing(String text, Title title, Collection<Title> later) {
        List<String> missing = new ArrayList<>(title.several());
        later.stream().map(Title::region).takeWhile(title.several()::contains).forEach(missing::remove);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Warning(
                        title.span(),
                        LeftOutReason.OTHER,
                        "line %d: the title \"%s\" names %s too, but the text has no part for it; nothing is read of it"
                                .formatted(
                                        TextCheck.line(text, title.span().begin()),
                                        title.text(),
                                        String.join(", ", missing))));
    }

    private static UnreadableDocumentException noArticle(String text, List<Span> paragraphs) {
        if (ChineseText.isMain(text)) {
            return ChineseText.rejection(text);
        }
        String first = paragraphs.get(0).in(text);
        return new UnreadableDocumentException(
                RejectionReason.NO_ARTICLE,
                ("no article found: %s a title line that names a province and its poverty alleviation; the text"
                                + " begins (line %d) with \"%s\"%s")
                        .formatted(
                                paragraphs.size() == 1
                                        ? "the one paragraph is not"
                                        : "none of the " + paragraphs.size() + " paragraphs is",
                                TextCheck.line(text, paragraphs.get(0).begin()),
                                first.length() > SHOWN ? first.substring(0, SHOWN) + "..." : first,
                                ChineseText.is(text, paragraphs.get(0)) ? ", in Chinese, which is not read" : ""));
    }

    /** The title with its province, and one only. */
    private Title place(String text, Title title) throws UnreadableDocumentException {
        if (!title.several().isEmpty()) {
            throw new UnreadableDocumentException(
                    RejectionReason.SEVERAL_REGIONS,
                    ("the title \"%s\" (line %d) names several provinces (%s), and the text has no part for each of them: whose"
                                    + " figures they are cannot be told; divide the document, or give each province a title of its own")
                            .formatted(title.text(), line(text, title), String.join(", ", title.several())));
        }
        if (!title.region().isEmpty()) {
            return title;
        }
        return title.inRegion(titles.regionOf(title.subArea(), text)
                .orElseThrow(() -> new UnreadableDocumentException(
                        RejectionReason.UNKNOWN_AREA,
                        ("the title \"%s\" (line %d) names %s, but neither it nor the text says in which province this county or"
                                        + " city lies: state it in a file NAME.meta.yml beside the document (area: PROVINCE)")
                                .formatted(title.text(), line(text, title), title.subArea()))));
    }

    private static int line(String text, Title title) {
        return TextCheck.line(text, title.span().begin());
    }

    private static int year(String text, Draft draft, int commonYear, List<Warning> warnings)
            throws UnreadableDocumentException {
        Title title = draft.title();
        if (title.years().isDouble() && draft.year() == title.year()) {
            warnings.add(new Warning(
                    title.span(),
                    LeftOutReason.OTHER,
                    "line %d: the title \"%s\" names two years; it is taken as the report on %d, the later one"
                            .formatted(line(text, title), title.text(), title.year())));
        }
        if (draft.year() != 0) {
            return draft.year();
        }
        if (commonYear != 0) {
            return commonYear;
        }
        if (draft.weak().year() != 0) {
            warnings.add(new Warning(
                    title.span(),
                    LeftOutReason.OTHER,
                    "line %d: no sentence of \"%s\" says which year it reports on; %d is taken from %s"
                            .formatted(
                                    line(text, title),
                                    title.text(),
                                    draft.weak().year(),
                                    draft.weak().basis())));
            return draft.weak().year();
        }
        throw new UnreadableDocumentException(
                RejectionReason.NO_YEAR,
                "the article \"%s\" (line %d) does not say which year it reports on"
                        .formatted(title.text(), line(text, title)));
    }

    /**
     * The drafts with what an operator states of them instead of what the text says. A title that names another province than the
     * stated one is no slip that a statement mends unasked: such a document is refused, unless its title is stated too.
     */
    private static List<Draft> withStated(StatedFacts stated, String text, List<Draft> drafts, List<Warning> warnings)
            throws UnreadableDocumentException {
        if (drafts.size() > 1 && !(stated.region().isEmpty() && stated.title().isEmpty())) {
            throw new UnreadableDocumentException(
                    RejectionReason.BAD_META,
                    "%s states %s, but the document holds %d articles, the second on line %d: state only the year, or divide the document"
                            .formatted(
                                    stated.source(),
                                    stated.region().isEmpty() ? "a title" : "an area",
                                    drafts.size(),
                                    TextCheck.line(text, drafts.get(1).span().begin())));
        }
        List<Draft> result = new ArrayList<>();
        for (Draft draft : drafts) {
            Title title = draft.title();
            boolean own = drafts.size() > 1 && title.year() != 0;
            int year = stated.year() == 0 || own ? draft.year() : stated.year();
            if (!stated.region().isEmpty()
                    && !title.region().isEmpty()
                    && !title.region().equals(stated.region())) {
                if (stated.title().isEmpty()) {
                    throw otherProvince(text, title, stated);
                }
                warnings.add(overruled(text, draft, stated, "is on " + title.region(), stated.region()));
            } else if (!stated.subArea().isEmpty()
                    && !title.subArea().isEmpty()
                    && !title.subArea().equalsIgnoreCase(stated.subArea())) {
                warnings.add(overruled(text, draft, stated, "is on " + title.subArea(), stated.subArea()));
            }
            if (stated.year() != 0 && title.year() == 0 && draft.year() != 0 && draft.year() != stated.year()) {
                warnings.add(overruled(
                        text,
                        draft,
                        stated,
                        "is above a text that reports on " + draft.year(),
                        own ? "" : "" + stated.year()));
            }
            if (stated.year() != 0 && title.year() != 0 && title.year() != stated.year()) {
                warnings.add(overruled(
                        text, draft, stated, "names the year " + title.year(), own ? "" : "" + stated.year()));
            }
            result.add(draft.of(title.stated(stated)).in(year));
        }
        return result;
    }

    private static UnreadableDocumentException otherProvince(String text, Title title, StatedFacts stated) {
        return new UnreadableDocumentException(
                RejectionReason.BAD_META,
                ("%s states the area %s, but the title \"%s\" (line %d) names %s: correct the area, or state the title too if it is"
                                + " the document's that is wrong")
                        .formatted(
                                stated.source(),
                                stated.region(),
                                title.text(),
                                TextCheck.line(text, title.span().begin()),
                                title.region()));
    }

    private static Warning overruled(String text, Draft draft, StatedFacts stated, String says, String wins) {
        return new Warning(
                draft.title().span(),
                LeftOutReason.OTHER,
                "line %d: the title \"%s\" %s, but %s states otherwise: %s"
                        .formatted(
                                TextCheck.line(text, draft.span().begin()),
                                draft.title().text(),
                                says,
                                stated.source(),
                                wins.isEmpty()
                                        ? "the title's own year is kept, as the document holds several articles"
                                        : wins + " is taken"));
    }

    /** The whole text under what an operator states, or its first line where that can be a title. */
    private void startUntitled(
            String text,
            List<Span> paragraphs,
            boolean[] page,
            StatedFacts stated,
            NavigableMap<Integer, Title> starts) {
        int first = 0;
        while (first + 1 < page.length && page[first]) {
            first++;
        }
        Span line = paragraphs.get(first);
        boolean titled = first + 1 < page.length && !isBody(text, line);
        String name = titled ? TitleFinder.collapsed(line.in(text)) : stated.title();
        if (name.isEmpty()) {
            name = "Report of " + (stated.subArea().isEmpty() ? "" : stated.subArea() + ", ") + stated.region();
        }
        Span span = titled ? line : new Span(line.begin(), line.begin());
        starts.put(first, Title.stated(name, span, stated.region(), stated.subArea(), titled ? 1 : 0));
    }

    /** The paragraphs that articles begin with. */
    private NavigableMap<Integer, Title> starts(
            String text, List<Span> paragraphs, boolean[] page, TablePlaces tables) {
        NavigableMap<Integer, Title> starts = new TreeMap<>();
        Map.Entry<Integer, Title> head = head(text, paragraphs, page);
        Title open = null;
        boolean chapter = false;
        for (int i = 0; i < paragraphs.size(); i++) {
            boolean isHead = head != null && head.getKey() == i;
            if (!isHead && (page[i] || tables.isPart(paragraphs.get(i)))) {
                continue;
            }
            Optional<Title> title = isHead ? Optional.of(head.getValue()) : titles.at(text, paragraphs, i);
            if (title.isEmpty()) {
                chapter |= titles.isChapter(text, paragraphs.get(i));
                continue;
            }
            Title candidate = title.get();
            int behind = i + candidate.paragraphs();
            boolean afterEnd = i > 0 && (page[i - 1] || endsArticle(text, paragraphs, i - 1));
            boolean beforeOverview = opensArticle(text, paragraphs, page, behind);
            boolean same = open != null && open.text().equalsIgnoreCase(candidate.text());
            boolean begins = candidate.strength() == Strength.BARE
                    ? beforeOverview
                            || (chapter || bareBegins(candidate, open, afterEnd, starts.isEmpty() && isFirst(page, i)))
                                    && isBefore(text, paragraphs, page, behind)
                    : begins(candidate, open, same, afterEnd, beforeOverview);
            if (isHead || begins) {
                starts.put(i, candidate);
                open = candidate;
                i += candidate.paragraphs() - 1;
            } else if (same) {
                // The title again, at the head of each page.
                page[i] = true;
            }
        }
        return starts;
    }

    /**
     * The title of a document's first article where no line before its text is one as usual: any line there that names a
     * province and the topic and is no sentence; else one in Chinese.
     */
    private Map.@Nullable Entry<Integer, Title> head(String text, List<Span> paragraphs, boolean[] page) {
        int end = 0;
        int lines = 0;
        while (end < page.length && lines < HEAD_LINES && (page[end] || !isBody(text, paragraphs.get(end)))) {
            lines += page[end] ? 0 : 1;
            end++;
        }
        for (int i = 0; i < end; i++) {
            int at = i;
            boolean usual = !page[i]
                    && titles.at(text, paragraphs, i)
                            .filter(title -> title.strength() != Strength.BARE
                                    || opensArticle(text, paragraphs, page, at + title.paragraphs()))
                            .isPresent();
            if (usual) {
                return null;
            }
        }
        for (boolean chinese : new boolean[] {false, true}) {
            for (int i = 0; i < end; i++) {
                if (page[i] ? !chinese || !ChineseText.is(text, paragraphs.get(i)) : chinese) {
                    continue;
                }
                Optional<Title> title = chinese ? titles.at(text, paragraphs, i) : titles.atHead(text, paragraphs, i);
                if (title.filter(found -> found.strength() != Strength.BARE).isPresent()
                        && isBefore(text, paragraphs, page, i + title.get().paragraphs())) {
                    return Map.entry(i, title.get());
                }
            }
        }
        return null;
    }

    /** Whether text follows, as behind a title, and not the next line of a list. */
    private boolean isBefore(String text, List<Span> paragraphs, boolean[] page, int from) {
        for (int i = from; i < page.length && i < from + HEAD_LINES; i++) {
            if (page[i]) {
                continue;
            }
            if (isBody(text, paragraphs.get(i))) {
                return true;
            }
            if (titles.at(text, paragraphs, i).isPresent()) {
                return false;
            }
        }
        return false;
    }

    private static boolean isFirst(boolean[] page, int at) {
        for (int i = 0; i < at; i++) {
            if (!page[i]) {
                return false;
            }
        }
        return true;
    }

    /** A paragraph that states something. */
    private boolean isBody(String text, Span paragraph) {
        char last = text.charAt(paragraph.end() - 1);
        boolean stops = ".!?;:\u3002\u201D\"".indexOf(last) >= 0;
        if (paragraph.length() > LONGEST_TITLE) {
            return true;
        }
        if (!stops) {
            return false;
        }
        for (String word : NO_LETTERS.split(paragraph.in(text).toLowerCase(Locale.ROOT))) {
            if (words.is(Part.FINITE, word) || words.is(Part.PAST, word) || word.endsWith("ed")) {
                return true;
            }
        }
        return paragraph.length() >= SHORTEST_BODY;
    }

    /** Whether the name of a province alone begins an article. */
    private static boolean bareBegins(Title candidate, @Nullable Title open, boolean afterEnd, boolean first) {
        if (open == null) {
            return first;
        }
        return !candidate.samePlace(open)
                && (afterEnd
                        || open.strength() == Strength.BARE
                        || open.several().contains(candidate.region()));
    }

    private static boolean begins(
            Title candidate, @Nullable Title open, boolean same, boolean afterEnd, boolean beforeOverview) {
        if (open == null || beforeOverview) {
            return true;
        }
        if (same) {
            return false;
        }
        boolean certain = candidate.strength() == Strength.CERTAIN;
        boolean series = !candidate.shape().isEmpty() && candidate.shape().equals(open.shape());
        boolean otherYear = candidate.year() != 0 && candidate.year() != open.year();
        return afterEnd || (certain || series) && !candidate.samePlace(open) || (certain || series) && otherYear;
    }

    private boolean endsArticle(String text, List<Span> paragraphs, int last) {
        return Attribution.endingAt(text, paragraphs, Math.max(0, last - 3), last, words)
                .isPresent();
    }

    /** Whether an overview begins at {@code from}: nothing else can then stand before it but a title. */
    private boolean opensArticle(String text, List<Span> paragraphs, boolean[] page, int from) {
        int index = from;
        while (index < paragraphs.size() && page[index]) {
            // date and source of the page, between the title and the text
            index++;
        }
        if (index >= paragraphs.size()) {
            return false;
        }
        return headings.find(text, paragraphs.get(index), true)
                .filter(heading -> heading.span().in(text).equalsIgnoreCase("overview"))
                .isPresent();
    }

    private Draft draft(
            String text, List<Span> paragraphs, boolean[] page, Title title, int start, int next, TablePlaces tables) {
        int first = start + title.paragraphs();
        int last = next - 1;
        while (last >= first && page[last]) {
            last--;
        }
        int end;
        if (last + 1 < next) {
            end = lineBegin(text, paragraphs.get(last + 1).begin());
        } else {
            end = last >= first ? paragraphs.get(last).end() : title.span().end();
        }
        String author = "";
        Span cut = null;
        if (last >= first) {
            Optional<Attribution> attribution = Attribution.endingAt(text, paragraphs, first, last, words);
            if (attribution.isPresent()) {
                author = attribution.get().author();
                last = attribution.get().firstParagraph();
                if (attribution.get().wholeParagraph()) {
                    last--;
                } else {
                    Span paragraph = paragraphs.get(last);
                    cut = Paragraphs.strip(
                            text,
                            new Span(paragraph.begin(), attribution.get().span().begin()));
                }
            }
        }
        List<Span> content = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            if (!page[i]) {
                content.add(i == last && cut != null ? cut : paragraphs.get(i));
            }
        }
        List<Section> sections = sections(text, content, tables);
        ReportYear.Told told = years.told(
                sentences(sections, false), sentences(sections, true), around(text, paragraphs, page, start, next));
        int year = title.year() != 0 ? title.year() : told.basis().isEmpty() ? told.year() : 0;
        return new Draft(title, new Span(title.span().begin(), end), author, sections, year, told);
    }

    /** The page's lines within an article, and those before the document's first. */
    private static List<String> around(String text, List<Span> paragraphs, boolean[] page, int start, int next) {
        List<String> lines = new ArrayList<>();
        for (int i = start; i < next; i++) {
            if (page[i]) {
                lines.add(paragraphs.get(i).in(text));
            }
        }
        for (int i = 0; start <= HEAD_LINES && i < start; i++) {
            lines.add(paragraphs.get(i).in(text));
        }
        return lines;
    }

    private List<Sentence> sentences(List<Section> sections, boolean plans) {
        return sections.stream()
                .filter(section -> isPlan(section.heading()) == plans)
                .flatMap(section -> section.sentences().stream())
                .toList();
    }

    /** "Work Plan for 2013", "Arrangements for the Next Year": not "Rain Plan". */
    private static boolean isPlan(String heading) {
        return PLAN_HEADING.matcher(heading).find();
    }

    private List<Section> sections(String text, List<Span> paragraphs, TablePlaces tables) {
        List<Optional<Heading>> found = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            found.add(
                    tables.isPart(paragraphs.get(i))
                            ? Optional.empty()
                            : headings.find(text, paragraphs.get(i), i + 1 < paragraphs.size()));
        }
        Set<Style> styles = styles(found);
        List<Section> sections = new ArrayList<>();
        Heading heading = null;
        List<Span> body = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            Span paragraph = paragraphs.get(i);
            Optional<Heading> own = found.get(i).filter(candidate -> styles.contains(candidate.style()));
            if (own.isEmpty()) {
                body.add(paragraph);
                continue;
            }
            if (heading != null || !body.isEmpty()) {
                sections.add(section(text, heading, body, tables));
            }
            heading = own.get();
            body = new ArrayList<>();
            if (heading.bodyBegin() < paragraph.end()) {
                body.add(new Span(heading.bodyBegin(), paragraph.end()));
            }
        }
        if (heading != null || !body.isEmpty()) {
            sections.add(section(text, heading, body, tables));
        }
        return sections;
    }

    /**
     * The styles that the headings of one article have. One whose headings stand in brackets has no others: what looks
     * like one run into a paragraph is text. A few words with a colon among headings of other styles are text too.
     */
    private static Set<Style> styles(List<Optional<Heading>> found) {
        Map<Style, Integer> counts = new EnumMap<>(Style.class);
        found.forEach(heading -> heading.ifPresent(h -> counts.merge(h.style(), 1, Integer::sum)));
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        int bracketed = counts.getOrDefault(Style.BRACKETED, 0);
        if (bracketed >= 2 && bracketed * 2 >= all) {
            return EnumSet.of(Style.BRACKETED);
        }
        return counts.getOrDefault(Style.MARKED, 0) * 2 >= all
                ? EnumSet.allOf(Style.class)
                : EnumSet.complementOf(EnumSet.of(Style.MARKED));
    }

    private Section section(String text, @Nullable Heading heading, List<Span> body, TablePlaces tables) {
        String name =
                heading == null ? "" : TitleFinder.collapsed(heading.span().in(text));
        int begin = heading == null ? body.get(0).begin() : heading.span().begin();
        List<Sentence> all = new ArrayList<>();
        TablePlaces.Collector ofTables = tables.new Collector();
        for (int i = 0; i < body.size(); i++) {
            if (tables.isPart(body.get(i))) {
                Sentence part = new Sentence(body.get(i), i, body.get(i).in(text));
                ofTables.add(part);
                all.add(part);
            } else {
                all.addAll(sentences.of(text, body.get(i), i));
            }
        }
        Span span = body.isEmpty()
                ? new Span(heading.bodyBegin(), heading.bodyBegin())
                : new Span(body.get(0).begin(), body.get(body.size() - 1).end());
        return new Section(name, programmes.of(name), begin, span, all, ofTables.tables());
    }

    /** The beginning of the line that {@code offset} stands in. */
    private static int lineBegin(String text, int offset) {
        int i = offset;
        while (i > 0 && text.charAt(i - 1) != '\n' && text.charAt(i - 1) != '\r') {
            i--;
        }
        return i;
    }

    /** The year of most articles of the document: that of one that names none. */
    private static int commonYear(List<Draft> drafts) {
        Map<Integer, Integer> votes = new HashMap<>();
        for (Draft draft : drafts) {
            if (draft.year() != 0) {
                votes.merge(draft.year(), 1, Integer::sum);
            }
        }
        return votes.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }
}
