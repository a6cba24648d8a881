package org.fupin.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fupin.observation.EvenedText;
import org.fupin.observation.Span;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.Sentence;

/**
 * Leads places of one edition of an article to another: a place is where its sentence is, if that is unchanged but for white
 * space. Of sentences that are there several times, as rows of a table can be, the first is the first if there are equally
 * many.
 */
final class Follower {

    private final boolean inPlace;
    private final List<Sentence> before;
    private final Map<String, List<Sentence>> beforeByText;
    private final Map<String, List<Sentence>> afterByText;

    Follower(Article before, Article after) {
        this.inPlace = before.documentId().equals(after.documentId());
        this.before = sentences(before);
        this.beforeByText = byText(this.before);
        this.afterByText = byText(sentences(after));
    }

    /** The characters of a place of the edition before; empty where it is in no sentence. */
    Optional<String> text(Span span) {
        return sentence(span).map(sentence -> new Span(
                        span.begin() - sentence.span().begin(),
                        span.end() - sentence.span().begin())
                .in(sentence.text()));
    }

    /** Where a place of the edition before is now; empty where its sentence was changed or is gone. */
    Optional<Span> follow(Span span) {
        if (inPlace) {
            return Optional.of(span);
        }
        return sentence(span).flatMap(sentence -> {
            String text = EvenedText.of(sentence.text());
            List<Sentence> same = beforeByText.get(text);
            List<Sentence> now = afterByText.getOrDefault(text, List.of());
            return same.size() == now.size()
                    ? Optional.of(move(span, sentence, now.get(same.indexOf(sentence))))
                    : Optional.empty();
        });
    }

    private Optional<Sentence> sentence(Span span) {
        return before.stream()
                .filter(sentence -> sentence.span().contains(span))
                .findFirst();
    }

    private static Span move(Span span, Sentence from, Sentence to) {
        int offset = from.span().begin();
        Span moved = EvenedText.move(new Span(span.begin() - offset, span.end() - offset), from.text(), to.text());
        return new Span(to.span().begin() + moved.begin(), to.span().begin() + moved.end());
    }

    /** Where the figure that begins at an offset begins now. */
    Optional<Integer> follow(int begin) {
        return follow(new Span(begin, begin + 1)).map(Span::begin);
    }

    private static List<Sentence> sentences(Article article) {
        return article.sections().stream()
                .map(Section::sentences)
                .flatMap(List::stream)
                .toList();
    }

    private static Map<String, List<Sentence>> byText(List<Sentence> sentences) {
        Map<String, List<Sentence>> byText = new HashMap<>();
        for (Sentence sentence : sentences) {
            byText.computeIfAbsent(EvenedText.of(sentence.text()), any -> new ArrayList<>())
                    .add(sentence);
        }
        return byText;
    }
}
