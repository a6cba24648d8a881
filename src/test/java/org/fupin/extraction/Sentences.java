package org.fupin.extraction;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fupin.observation.Coded;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.Observation;
import org.fupin.observation.Programme;
import org.fupin.observation.Quantity;
import org.fupin.observation.Span;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.Sentence;

/** Extracts single sentences, as if they stood in a report of Gansu on 2012. */
final class Sentences {

    private static final Extractor EXTRACTOR = Extractor.create();

    private Sentences() {}

    static ExtractedSection extract(String... sentences) {
        return extract(Programme.OTHER, "", sentences);
    }

    static ExtractedSection extract(Programme programme, String partner, String... sentences) {
        Article article = article("", programme, "CN-GS", partner, sentences);
        return EXTRACTOR.extract(article, article.sections().get(0));
    }

    private static Article article(
            String heading, Programme programme, String region, String partner, String... sentences) {
        StringBuilder text = new StringBuilder();
        List<Sentence> list = new java.util.ArrayList<>();
        for (String sentence : sentences) {
            int begin = text.length();
            text.append(sentence).append(' ');
            list.add(new Sentence(new Span(begin, begin + sentence.length()), 0, sentence));
        }
        Span span = new Span(0, text.length());
        Section section = new Section(heading, programme, 0, span, list);
        return new Article("0".repeat(64), "", region, partner, 2012, span, "", List.of(section));
    }

    /** Lets {@code figures} read sentences of one paragraph. */
    static void read(ReadFigures figures, String... sentences) {
        read(figures, Map.of(), sentences);
    }

    /**
     * As {@link #read(ReadFigures, String...)}, of a section of which something is told.
     *
     * @param facts heading and programme of the section, region and partner of the article, by these names
     */
    static void read(ReadFigures figures, Map<String, String> facts, String... sentences) {
        Article article = article(
                facts.getOrDefault("heading", ""),
                Coded.of(Programme.class, facts.getOrDefault("programme", Programme.OTHER.code())),
                facts.getOrDefault("region", "CN-GS"),
                facts.getOrDefault("partner", ""),
                sentences);
        figures.section(article, article.sections().get(0));
    }

    /** The values as "low..high unit" or "value unit", in the order of the text. */
    static String quantities(String sentence) {
        return extract(sentence).observations().stream()
                .map(o -> text(o.quantity()))
                .collect(Collectors.joining("; "));
    }

    static String text(Quantity quantity) {
        String number = quantity.isRange()
                ? quantity.low().stripTrailingZeros().toPlainString() + ".."
                        + quantity.high().stripTrailingZeros().toPlainString()
                : quantity.value().stripTrailingZeros().toPlainString();
        return number + " " + quantity.unit().code();
    }

    static List<String> leftOut(String sentence) {
        return extract(sentence).leftOut().stream().map(Sentences::text).toList();
    }

    private static String text(LeftOutNumber number) {
        return number.text() + " " + number.reason().code();
    }

    /** The observation whose text is {@code text}; of several the first. */
    static Observation find(ExtractedSection section, String text) {
        return section.observations().stream()
                .filter(o -> o.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no '" + text + "' in "
                        + section.observations().stream().map(Observation::text).toList()));
    }
}
