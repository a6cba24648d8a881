package org.fupin.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fupin.extraction.Extractor;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Observation;
import org.fupin.observation.Span;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.reading.DocumentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldStretchTest {

    private static final String NAME = "gansu-2012.txt";

    private final ExtractedDocument document = read();
    private final ExtractedArticle article = document.articles().get(0);

    private static ExtractedDocument read() {
        try {
            return Extractor.create()
                    .extract(DocumentReader.create()
                            .read(
                                    NAME,
                                    Files.readAllBytes(
                                            Path.of("jobs/sample/inbox").resolve(NAME))));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whichever numbers of a report people judge: those are in a stretch, and no other number is. */
    @ParameterizedTest
    @ValueSource(ints = {2, 10, 50, 90, 99})
    void hasEachJudgedNumberOnceAndNoOther(int percent) {
        Random random = new Random(percent);
        List<Span> judged = new ArrayList<>();
        List<Span> others = new ArrayList<>();
        List<Observation> figures = new ArrayList<>();
        List<ExtractedSection> sections = new ArrayList<>();
        for (ExtractedSection section : article.sections()) {
            List<Observation> observations = new ArrayList<>();
            List<LeftOutNumber> leftOut = new ArrayList<>();
            for (Observation observation : section.observations()) {
                if (random.nextInt(100) >= percent) {
                    observations.add(observation);
                    others.add(observation.span());
                } else if (random.nextInt(5) == 0) {
                    leftOut.add(new LeftOutNumber(observation.span(), observation.text(), LeftOutReason.CORRECTED));
                    judged.add(observation.span());
                } else {
                    String flag = random.nextBoolean() ? Observation.CONFIRMED : Observation.CORRECTED;
                    observations.add(observation.withMarks(List.of(), List.of(flag), List.of()));
                    judged.add(observation.span());
                    figures.add(observation);
                }
            }
            section.leftOut().forEach(number -> {
                leftOut.add(number);
                others.add(number.span());
            });
            sections.add(new ExtractedSection(section.section(), observations, leftOut));
        }
        article.outside().forEach(number -> others.add(number.span()));

        List<GoldStretch> stretches =
                GoldStretch.reviewed(NAME, new ExtractedArticle(article.article(), sections, article.outside()));

        List<Span> spans = stretches.stream().map(GoldStretch::span).toList();
        assertThat(judged).isNotEmpty().allSatisfy(number -> assertThat(spans)
                .filteredOn(span -> span.contains(number))
                .hasSize(1));
        assertThat(others).allSatisfy(number -> assertThat(spans).noneMatch(span -> span.overlaps(number)));
        assertThat(spans).isSorted().allMatch(span -> article.article().span().contains(span));
        assertThat(stretches.stream().flatMap(stretch -> stretch.figures().stream()))
                .containsExactlyElementsOf(
                        figures.stream().map(AnnotatedFigure::of).toList());
    }

    /** What is read as it was judged is right in all, whatever was judged; what was said to be none counts against precision. */
    @Test
    void aReadingIsScoredByWhatWasJudgedOnly() {
        List<ExtractedSection> sections = new ArrayList<>();
        int confirmed = 0;
        int none = 0;
        for (ExtractedSection section : article.sections()) {
            List<Observation> observations = new ArrayList<>(section.observations());
            List<LeftOutNumber> leftOut = new ArrayList<>(section.leftOut());
            if (!observations.isEmpty()) {
                observations.set(
                        0, observations.get(0).withMarks(List.of(), List.of(Observation.CONFIRMED), List.of()));
                confirmed++;
            }
            if (observations.size() > 5) {
                Observation wrong = observations.remove(4);
                leftOut.add(new LeftOutNumber(wrong.span(), wrong.text(), LeftOutReason.CORRECTED));
                none++;
            }
            sections.add(new ExtractedSection(section.section(), observations, leftOut));
        }
        List<AnnotatedFigure> read =
                article.observations().map(AnnotatedFigure::of).toList();
        Score score = new Score();

        GoldStretch.reviewed(NAME, new ExtractedArticle(article.article(), sections, article.outside()))
                .forEach(stretch -> score.add(stretch, read));

        ScoreResult result = score.result();
        assertThat(none).isPositive();
        assertThat(List.of(result.gold(), result.read(), result.paired(), result.strict()))
                .containsExactly(confirmed, confirmed + none, confirmed, confirmed);
        assertThat(score.wrong()).hasSize(none).allMatch(one -> one.expected().isEmpty());
    }

    @Test
    void whatNobodyLookedAtIsNoGold() {
        assertThat(GoldStretch.reviewed(NAME, article)).isEmpty();
    }

    @Test
    void tellsAnotherText() {
        String text = document.document().text();
        GoldStretch stretch = new GoldStretch(
                NAME,
                article.article().span(),
                article.observations().map(AnnotatedFigure::of).toList());

        assertThat(stretch.differing(text)).isEmpty();
        assertThat(stretch.differing(" " + text)).startsWith("the gold is of another text: expected '");
        assertThat(stretch.differing("")).startsWith("the gold is of another text: expected '");
    }
}
