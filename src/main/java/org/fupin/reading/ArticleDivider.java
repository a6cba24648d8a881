package org.fupin.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fupin.observation.Article;
import org.fupin.observation.Section;
import org.fupin.observation.Sentence;
import org.fupin.observation.Span;
import org.fupin.reading.Heading.Style;
import org.fupin.reading.Title.Strength;
import org.fupin.reference.Programmes;
import org.fupin.reference.ReadingWords;
import org.fupin.reference.RegionNames;
import org.jspecify.annotations.Nullable;

/** Divides a text into articles, and these into sections and sentences. */
final class ArticleDivider {

    private static final int SHOWN = 60;

    private final PageFurniture furniture;
    private final TitleFinder titles;
    private final HeadingFinder headings;
    private final Sentences sentences;
    private final ReportYear years;
    private final Programmes programmes;
    private final ReadingWords words;

    ArticleDivider(ReadingWords words, RegionNames regions, Programmes programmes) {
        this.furniture = new PageFurniture(words);
        this.titles = new TitleFinder(words, regions);
        this.headings = new HeadingFinder(words, regions, programmes);
        this.sentences = new Sentences(words);
        this.years = new ReportYear(words);
        this.programmes = programmes;
        this.words = words;
    }

    /** An article whose sections are known and whose year may not be yet (0). */
    private record Draft(Title title, Span span, String author, List<Section> sections, int year) {}

    /**
     * The articles of a document.
     *
     * @param found the tables in the text
     * @throws UnreadableDocumentException if there is none, or none says its year
     */
    List<Article> divide(String documentId, String text, List<TextTable> found) throws UnreadableDocumentException {
        TablePlaces tables = new TablePlaces(words, found);
        List<Span> paragraphs = Paragraphs.of(text, tables.rows());
        tables.find(text, paragraphs);
        boolean[] page = new boolean[paragraphs.size()];
        for (int i = 0; i < page.length; i++) {
            page[i] = !tables.isRow(paragraphs.get(i)) && furniture.is(text, paragraphs.get(i));
        }
        Map<Integer, Title> starts = starts(text, paragraphs, page, tables);
        if (starts.isEmpty()) {
            String first = paragraphs.get(0).in(text);
            throw new UnreadableDocumentException(
                    UnreadableDocumentException.NO_ARTICLE,
                    ("no article found: %s a title line that names a province and its poverty alleviation; the text"
                                    + " begins (line %d) with \"%s\"")
                            .formatted(
                                    paragraphs.size() == 1
                                            ? "the one paragraph is not"
                                            : "none of the " + paragraphs.size() + " paragraphs is",
                                    TextCheck.line(text, paragraphs.get(0).begin()),
                                    first.length() > SHOWN ? first.substring(0, SHOWN) + "..." : first));
        }
        List<Draft> drafts = new ArrayList<>();
        List<Integer> order = starts.keySet().stream().sorted().toList();
        for (int i = 0; i < order.size(); i++) {
            int next = i + 1 < order.size() ? order.get(i + 1) : paragraphs.size();
            drafts.add(draft(text, paragraphs, page, starts.get(order.get(i)), order.get(i), next, tables));
        }
        int commonYear = commonYear(drafts);
        List<Article> articles = new ArrayList<>();
        for (Draft draft : drafts) {
            int year = draft.year() != 0 ? draft.year() : commonYear;
            if (year == 0) {
                throw new UnreadableDocumentException(
                        UnreadableDocumentException.NO_YEAR,
                        "the article \"%s\" (line %d) does not say which year it reports on"
                                .formatted(
                                        draft.title().text(),
                                        TextCheck.line(text, draft.span().begin())));
            }
            articles.add(new Article(
                    documentId,
                    draft.title().text(),
                    draft.title().region(),
                    draft.title().partner(),
                    year,
                    draft.span(),
                    draft.author(),
                    draft.sections()));
        }
        return articles;
    }

    /** The paragraphs that articles begin with. */
    private Map<Integer, Title> starts(String text, List<Span> paragraphs, boolean[] page, TablePlaces tables) {
        Map<Integer, Title> starts = new HashMap<>();
        Title open = null;
        for (int i = 0; i < paragraphs.size(); i++) {
            if (page[i] || tables.isPart(paragraphs.get(i))) {
                continue;
            }
            Optional<Title> title = titles.at(text, paragraphs, i);
            if (title.isEmpty()) {
                continue;
            }
            Title candidate = title.get();
            boolean afterEnd = i > 0 && (page[i - 1] || endsArticle(text, paragraphs, i - 1));
            boolean beforeOverview = opensArticle(text, paragraphs, page, i + candidate.paragraphs());
            boolean same = open != null && open.text().equalsIgnoreCase(candidate.text());
            if (begins(candidate, open, same, afterEnd, beforeOverview)) {
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

    private static boolean begins(
            Title candidate, @Nullable Title open, boolean same, boolean afterEnd, boolean beforeOverview) {
        if (candidate.strength() == Strength.BARE) {
            return beforeOverview;
        }
        if (open == null || beforeOverview) {
            return true;
        }
        if (same) {
            return false;
        }
        return afterEnd
                || candidate.strength() == Strength.CERTAIN
                        && !candidate.region().equals(open.region());
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
        int year = title.year();
        if (year == 0) {
            year = years.of(sections.stream()
                    .flatMap(section -> section.sentences().stream())
                    .toList());
        }
        return new Draft(title, new Span(title.span().begin(), end), author, sections, year);
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
