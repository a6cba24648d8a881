package org.fupin.gold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fupin.observation.Programme;
import org.fupin.observation.Span;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A few sentences and the observations that they hold by the annotation guide, as if they stood in a report of Gansu on
 * 2012.
 *
 * @param file the case's file, without its folder
 * @param name unique in the file
 * @param sentences of one paragraph, in order
 * @param heading of the section, empty for none
 * @param programme that follows from the heading
 * @param partner ISO 3166-2 code of the province paired with, empty for none
 * @param expected all the observations there are, none for a negative case
 * @param known why the extraction does not yet get it right; null for a case that passes
 */
public record GoldCase(
        String file,
        String name,
        List<String> sentences,
        String heading,
        Programme programme,
        String partner,
        List<Expected> expected,
        @Nullable String known) {

    /**
     * An observation that a case expects.
     *
     * @param span in {@link GoldCase#text()}
     * @param fields by the guide's names, with the text that is expected; an empty text expects the field to be empty.
     *     part_of and about hold the offset in {@link GoldCase#text()}
     */
    public record Expected(Span span, Map<String, String> fields) {}

    /** The sentences with a blank between them: what offsets refer to. */
    public String text() {
        return String.join(" ", sentences);
    }

    public Section section() {
        List<Sentence> list = new ArrayList<>();
        int begin = 0;
        for (String sentence : sentences) {
            list.add(new Sentence(new Span(begin, begin + sentence.length()), 0, sentence));
            begin += sentence.length() + 1;
        }
        return new Section(heading, programme, 0, new Span(0, text().length()), list);
    }

    public Article article() {
        Span all = new Span(0, text().length());
        return new Article("0".repeat(64), "", "CN-GS", partner, 2012, all, "", List.of(section()));
    }

    @Override
    public String toString() {
        return file + ": " + name;
    }
}
