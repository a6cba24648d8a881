package org.fupin.testing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.fupin.observation.Kind;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.Period;
import org.fupin.observation.Programme;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Quantity;
import org.fupin.observation.Span;
import org.fupin.observation.Status;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.Sentence;
import org.fupin.observation.document.SourceDocument;
import org.fupin.observation.document.SourceFile;
import org.fupin.reference.Units;

/**
 * Writes a document as reading and extraction would give it, with offsets that match its text. In a sentence
 * {@code [120 million Yuan]} marks a figure and <code>{2011}</code> a left-out number; the marks are not in the text.
 */
public final class DocumentBuilder {

    private static final Units UNITS = Units.load();

    /** A figure without its place. */
    public interface Figure {

        Observation at(Span span, String text, String region, int year);

        /** The same figure with something changed. */
        default Figure but(UnaryOperator<Observation> change) {
            return (span, text, region, year) -> change.apply(at(span, text, region, year));
        }
    }

    /** A plain level: actual, exact, of the article's region and year. */
    public static Figure level(Measure measure, String value, String unit, String item) {
        return (span, text, region, year) -> new Observation(
                span,
                text,
                Quantity.of(new BigDecimal(value), UNITS.unit(unit)),
                Kind.LEVEL,
                null,
                measure,
                null,
                null,
                Status.ACTUAL,
                Qualifier.EXACT,
                Period.ofYear(year),
                region,
                item,
                null,
                null,
                List.of("number", "unit"),
                List.of(),
                List.of());
    }

    private final String name;
    private String stated = "";
    private final StringBuilder text = new StringBuilder();
    private final List<LeftOutNumber> outside = new ArrayList<>();
    private final List<OpenArticle> articles = new ArrayList<>();

    private DocumentBuilder(String name) {
        this.name = name;
    }

    public static DocumentBuilder document(String name) {
        return new DocumentBuilder(name);
    }

    private static final class OpenArticle {
        final String title;
        final String region;
        final String partner;
        final int year;
        final int begin;
        int end;
        String author = "";
        final List<OpenSection> sections = new ArrayList<>();
        final List<LeftOutNumber> outside = new ArrayList<>();

        OpenArticle(String title, String region, String partner, int year, int begin) {
            this.title = title;
            this.region = region;
            this.partner = partner;
            this.year = year;
            this.begin = begin;
        }
    }

    private static final class OpenSection {
        final String heading;
        final Programme programme;
        final int begin;
        final int bodyBegin;
        int bodyEnd;
        int paragraph;
        final List<Sentence> sentences = new ArrayList<>();
        final List<Observation> observations = new ArrayList<>();
        final List<LeftOutNumber> leftOut = new ArrayList<>();

        OpenSection(String heading, Programme programme, int begin, int bodyBegin) {
            this.heading = heading;
            this.programme = programme;
            this.begin = begin;
            this.bodyBegin = bodyBegin;
            this.bodyEnd = bodyBegin;
        }
    }

    /** Text that belongs to no article; its marked numbers are left out as furniture. */
    public DocumentBuilder furniture(String marked) {
        write(marked, List.of(), "", 0, new ArrayList<>(), outside, LeftOutReason.FURNITURE);
        text.append('\n');
        return this;
    }

    public DocumentBuilder article(String region, int year, String title) {
        return article(region, "", year, title);
    }

    /** Numbers marked in the title are left out as dates. */
    public DocumentBuilder article(String region, String partner, int year, String title) {
        int begin = text.length();
        List<LeftOutNumber> numbers = new ArrayList<>();
        write(title, List.of(), region, year, new ArrayList<>(), numbers, LeftOutReason.DATE);
        OpenArticle article = new OpenArticle(text.substring(begin), region, partner, year, begin);
        article.outside.addAll(numbers);
        article.end = text.length();
        text.append('\n');
        articles.add(article);
        return this;
    }

    public DocumentBuilder author(String author) {
        article().author = author;
        text.append('(').append(author).append(')');
        article().end = text.length();
        text.append('\n');
        return this;
    }

    public DocumentBuilder section(String heading, Programme programme) {
        text.append('【');
        int begin = text.length();
        text.append(heading).append("】");
        article().sections.add(new OpenSection(heading, programme, begin, text.length()));
        article().end = text.length();
        return this;
    }

    /** Begins a new paragraph. */
    public DocumentBuilder paragraph() {
        section().paragraph++;
        text.append('\n');
        return this;
    }

    /** A sentence of the last section; the figures stand at the square brackets, in their order. */
    public DocumentBuilder sentence(String marked, Figure... figures) {
        OpenSection section = section();
        int begin = text.length();
        write(
                marked,
                List.of(figures),
                article().region,
                article().year,
                section.observations,
                section.leftOut,
                LeftOutReason.DATE);
        section.sentences.add(new Sentence(new Span(begin, text.length()), section.paragraph, text.substring(begin)));
        section.bodyEnd = text.length();
        article().end = text.length();
        text.append(' ');
        return this;
    }

    /** What an operator states of the document, which is part of its id. */
    public DocumentBuilder stated(String what) {
        stated = what;
        return this;
    }

    public ExtractedDocument build() {
        String content = text.toString();
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String id = sha256((content + stated).getBytes(StandardCharsets.UTF_8));
        List<ExtractedArticle> extracted =
                articles.stream().map(article -> build(id, article)).toList();
        SourceDocument document = new SourceDocument(
                new SourceFile(id, name, "text", "UTF-8", bytes.length),
                content,
                extracted.stream().map(ExtractedArticle::article).toList());
        return new ExtractedDocument(document, extracted, outside);
    }

    private static ExtractedArticle build(String documentId, OpenArticle article) {
        List<ExtractedSection> sections = article.sections.stream()
                .map(section -> new ExtractedSection(
                        new Section(
                                section.heading,
                                section.programme,
                                section.begin,
                                new Span(section.bodyBegin, section.bodyEnd),
                                section.sentences),
                        section.observations,
                        section.leftOut))
                .toList();
        return new ExtractedArticle(
                new Article(
                        documentId,
                        article.title,
                        article.region,
                        article.partner,
                        article.year,
                        new Span(article.begin, article.end),
                        article.author,
                        sections.stream().map(ExtractedSection::section).toList()),
                sections,
                article.outside);
    }

    private void write(
            String marked,
            List<Figure> figures,
            String region,
            int year,
            List<Observation> observations,
            List<LeftOutNumber> leftOut,
            LeftOutReason reason) {
        int begin = 0;
        int next = 0;
        for (char c : marked.toCharArray()) {
            switch (c) {
                case '[', '{' -> begin = text.length();
                case ']' -> {
                    Span span = new Span(begin, text.length());
                    observations.add(figures.get(next++).at(span, text.substring(begin), region, year));
                }
                case '}' ->
                    leftOut.add(new LeftOutNumber(new Span(begin, text.length()), text.substring(begin), reason));
                default -> text.append(c);
            }
        }
        if (next != figures.size()) {
            throw new IllegalArgumentException(figures.size() + " figures for '" + marked + "'");
        }
    }

    private OpenArticle article() {
        return articles.get(articles.size() - 1);
    }

    private OpenSection section() {
        return article().sections.get(article().sections.size() - 1);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
