package org.fupin.audit.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fupin.observation.Observation;
import org.fupin.observation.Span;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.document.Sentence;

/** The figures of an article in the order of its text, with their links and the text between them. */
public final class ArticleFigures {

    /** So many figures before and behind one are looked at: no sentence that people write has more. */
    private static final int REACH = 80;

    /** So many shares, changes ... of one level are. */
    private static final int MOST_ABOUT = 40;

    private static final int LONGEST_TEXT = 2_000;

    private final ExtractedArticle extracted;
    private final String file;
    private final List<Figure> all = new ArrayList<>();
    private final Map<Integer, Figure> byBegin = new HashMap<>();
    private final Map<Integer, List<Figure>> partsByTotal = new HashMap<>();
    private final Map<Integer, List<Figure>> aboutByLevel = new HashMap<>();
    private final Map<Integer, List<Figure>> bySentence = new HashMap<>();
    private final int offset;
    private final char[] text;

    public ArticleFigures(ExtractedArticle extracted) {
        this(extracted, "");
    }

    /** @param file the name of its document, empty if it is not known */
    public ArticleFigures(ExtractedArticle extracted, String file) {
        this.extracted = extracted;
        this.file = file;
        Span span = extracted.article().span();
        offset = span.begin();
        text = new char[span.length()];
        Arrays.fill(text, ' ');
        int firstSentence = 0;
        int firstParagraph = 0;
        int sectionRank = 0;
        for (ExtractedSection section : extracted.sections()) {
            List<Sentence> sentences = section.section().sentences();
            for (Sentence sentence : sentences) {
                int at = sentence.span().begin() - offset;
                sentence.text().getChars(0, Math.min(sentence.text().length(), text.length - at), text, at);
            }
            int next = 0;
            List<Observation> observations = section.observations().stream()
                    .filter(observation -> !isBelowZero(observation))
                    .sorted(Comparator.comparing(Observation::span))
                    .toList();
            for (Observation observation : observations) {
                while (next < sentences.size() && sentences.get(next).span().end() <= observation.begin()) {
                    next++;
                }
                boolean inside =
                        next < sentences.size() && sentences.get(next).span().contains(observation.begin());
                add(new Figure(
                        article().documentId(),
                        section.section(),
                        sectionRank,
                        inside ? firstSentence + next : -1,
                        inside ? firstParagraph + sentences.get(next).paragraph() : -1,
                        observation,
                        Amount.of(observation)));
            }
            sectionRank++;
            firstSentence += sentences.size();
            firstParagraph += sentences.isEmpty()
                    ? 1
                    : sentences.get(sentences.size() - 1).paragraph() + 1;
        }
    }

    /** The name of its document, empty if it is not known. */
    public String file() {
        return file;
    }

    /** A balance of -3.5 million: amounts are never negative, so that no rule can judge it. */
    private static boolean isBelowZero(Observation observation) {
        BigDecimal value = observation.quantity().value();
        return value != null && value.signum() < 0;
    }

    private void add(Figure figure) {
        all.add(figure);
        byBegin.put(figure.begin(), figure);
        Observation observation = figure.observation();
        if (observation.partOf() != null && observation.partOf() != figure.begin()) {
            partsByTotal
                    .computeIfAbsent(observation.partOf(), key -> new ArrayList<>())
                    .add(figure);
        }
        if (observation.about() != null) {
            List<Figure> about = aboutByLevel.computeIfAbsent(observation.about(), key -> new ArrayList<>());
            if (about.size() < MOST_ABOUT) {
                about.add(figure);
            }
        }
        if (figure.sentence() >= 0) {
            bySentence
                    .computeIfAbsent(figure.sentence(), key -> new ArrayList<>())
                    .add(figure);
        }
    }

    public Article article() {
        return extracted.article();
    }

    public List<ExtractedSection> sections() {
        return extracted.sections();
    }

    /** In the order of the text. */
    public List<Figure> all() {
        return all;
    }

    public Optional<Figure> at(int begin) {
        return Optional.ofNullable(byBegin.get(begin));
    }

    /** The level that a share, change, growth ... leads to. */
    public Optional<Figure> described(Figure figure) {
        Integer about = figure.observation().about();
        return about == null || about == figure.begin() ? Optional.empty() : at(about);
    }

    /** The total that a part leads to. */
    public Optional<Figure> total(Figure figure) {
        Integer total = figure.observation().partOf();
        return total == null || total == figure.begin() ? Optional.empty() : at(total);
    }

    /** The figures that lead to {@code total} as their total, in the order of the text. */
    public List<Figure> partsOf(Figure total) {
        return partsByTotal.getOrDefault(total.begin(), List.of());
    }

    /** The shares, changes, growth rates ... that lead to {@code level}, in the order of the text. */
    public List<Figure> describing(Figure level) {
        return aboutByLevel.getOrDefault(level.begin(), List.of());
    }

    /** The figures of the sentence of {@code figure} in the order of the text, itself included, none if it stands in none. */
    public List<Figure> inSentenceOf(Figure figure) {
        List<Figure> sentence = bySentence.getOrDefault(figure.sentence(), List.of());
        if (sentence.size() <= REACH) {
            return sentence;
        }
        int at = Collections.binarySearch(sentence, figure, Comparator.comparingInt(Figure::begin));
        return sentence.subList(Math.max(0, at - REACH), Math.min(sentence.size(), at + REACH + 1));
    }

    /** The first figures of the sentence that is {@code on} sentences behind that of {@code figure}. */
    public List<Figure> ahead(Figure figure, int on) {
        List<Figure> sentence = bySentence.getOrDefault(figure.sentence() + on, List.of());
        return sentence.subList(0, Math.min(sentence.size(), REACH));
    }

    /** The last figures of the sentence that is {@code back} sentences before that of {@code figure}. */
    public List<Figure> behind(Figure figure, int back) {
        List<Figure> sentence = bySentence.getOrDefault(figure.sentence() - back, List.of());
        return sentence.subList(Math.max(0, sentence.size() - REACH), sentence.size());
    }

    /** The figures from {@code back} sentences before that of {@code figure} to the end of its own, of its section only. */
    public List<Figure> near(Figure figure, int back) {
        List<Figure> near = new ArrayList<>();
        for (int sentence = back; sentence > 0; sentence--) {
            near.addAll(behind(figure, sentence));
        }
        near.addAll(inSentenceOf(figure));
        near.removeIf(other -> other.sectionRank() != figure.sectionRank() || other == figure);
        return near;
    }

    /** The source's text from {@code begin} to {@code end}; blank where no sentence stands. */
    public String text(int begin, int end) {
        int from = Math.max(0, begin - offset);
        int to = Math.min(text.length, end - offset);
        return from >= to ? "" : new String(text, from, to - from);
    }

    /** The text between two figures, empty if they overlap; of a very long one its end, behind a full stop. */
    public String between(Figure first, Figure second) {
        int from = second.begin() - LONGEST_TEXT;
        return first.end() < from ? ". " + text(from, second.begin()) : text(first.end(), second.begin());
    }

    /** The text from the end of {@code figure} to the end of its sentence, at most {@code length} characters. */
    public String after(Figure figure, int length) {
        return text(figure.end(), Math.min(figure.end() + length, sentenceEnd(figure)));
    }

    /** At most {@code length} characters before {@code figure}, not from before its sentence. */
    public String before(Figure figure, int length) {
        int begin = sentenceOf(figure).map(sentence -> sentence.span().begin()).orElse(figure.begin());
        return text(Math.max(begin, figure.begin() - length), figure.begin());
    }

    private int sentenceEnd(Figure figure) {
        return sentenceOf(figure).map(sentence -> sentence.span().end()).orElse(figure.end());
    }

    private Optional<Sentence> sentenceOf(Figure figure) {
        List<Sentence> sentences = figure.section().sentences();
        int low = 0;
        int high = sentences.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span span = sentences.get(middle).span();
            if (span.contains(figure.begin())) {
                return Optional.of(sentences.get(middle));
            }
            if (span.begin() > figure.begin()) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return Optional.empty();
    }
}
