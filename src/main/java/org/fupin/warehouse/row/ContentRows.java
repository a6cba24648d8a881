package org.fupin.warehouse.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.Observation;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of what stands in articles, gathered so that they go out in few batches. */
public final class ContentRows {

    private record SectionRow(long articleId, int number, Section section) {}

    private record SentenceRow(long articleId, int sectionNumber, int number, Sentence sentence) {}

    private record LeftOutRow(
            String documentId,
            @Nullable Long articleId,
            @Nullable Integer sectionNumber,
            int number,
            LeftOutNumber leftOut) {}

    private static final BatchInsert<SectionRow> SECTIONS = BatchInsert.<SectionRow>into("section")
            .column("article_id", SectionRow::articleId)
            .column("section_no", SectionRow::number)
            .column("heading", row -> row.section().heading())
            .column("programme", row -> row.section().programme().code())
            .column("span_begin", row -> row.section().begin())
            .column("body_begin", row -> row.section().body().begin())
            .column("body_end", row -> row.section().body().end());

    private static final BatchInsert<SentenceRow> SENTENCES = BatchInsert.<SentenceRow>into("sentence")
            .column("article_id", SentenceRow::articleId)
            .column("section_no", SentenceRow::sectionNumber)
            .column("sentence_no", SentenceRow::number)
            .column("paragraph", row -> row.sentence().paragraph())
            .column("span_begin", row -> row.sentence().span().begin())
            .column("span_end", row -> row.sentence().span().end())
            .column("content", row -> row.sentence().text());

    private static final BatchInsert<LeftOutRow> LEFT_OUT = BatchInsert.<LeftOutRow>into("left_out_number")
            .column("document_id", LeftOutRow::documentId)
            .column("article_id", LeftOutRow::articleId)
            .column("section_no", LeftOutRow::sectionNumber)
            .column("list_no", LeftOutRow::number)
            .column("span_begin", row -> row.leftOut().span().begin())
            .column("span_end", row -> row.leftOut().span().end())
            .column("quoted_text", row -> row.leftOut().text())
            .column("reason", row -> row.leftOut().reason().code());

    private final List<SectionRow> sections = new ArrayList<>();
    private final List<SentenceRow> sentences = new ArrayList<>();
    private final List<ObservationRow> observations = new ArrayList<>();
    private final List<LeftOutRow> leftOut = new ArrayList<>();

    public void add(long articleId, ExtractedArticle extracted, long validFrom, @Nullable Long validTo) {
        Article article = extracted.article();
        String documentId = article.documentId();
        Map<Integer, String> ids = new HashMap<>();
        extracted.observations().forEach(o -> ids.put(o.begin(), o.id(documentId)));
        int observationNumber = 0;
        for (int sectionNumber = 0; sectionNumber < extracted.sections().size(); sectionNumber++) {
            ExtractedSection extractedSection = extracted.sections().get(sectionNumber);
            Section section = extractedSection.section();
            sections.add(new SectionRow(articleId, sectionNumber, section));
            for (int i = 0; i < section.sentences().size(); i++) {
                sentences.add(new SentenceRow(
                        articleId, sectionNumber, i, section.sentences().get(i)));
            }
            for (Observation observation : extractedSection.observations()) {
                observations.add(new ObservationRow(
                        articleId,
                        observationNumber++,
                        documentId,
                        sectionNumber,
                        sentenceOf(section, observation),
                        article.region(),
                        section.programme(),
                        observation,
                        ids,
                        validFrom,
                        validTo));
            }
            addLeftOut(documentId, articleId, sectionNumber, extractedSection.leftOut());
        }
        addLeftOut(documentId, articleId, null, extracted.outside());
    }

    /** Numbers of a document that stand in no article. */
    public void addOutside(String documentId, List<LeftOutNumber> numbers) {
        addLeftOut(documentId, null, null, numbers);
    }

    private void addLeftOut(
            String documentId, @Nullable Long articleId, @Nullable Integer sectionNumber, List<LeftOutNumber> numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            leftOut.add(new LeftOutRow(documentId, articleId, sectionNumber, i, numbers.get(i)));
        }
    }

    private static @Nullable Integer sentenceOf(Section section, Observation observation) {
        List<Sentence> inOrder = section.sentences();
        int low = 0;
        int high = inOrder.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Sentence sentence = inOrder.get(middle);
            if (sentence.span().contains(observation.begin())) {
                return middle;
            } else if (sentence.span().begin() > observation.begin()) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return null;
    }

    public void insert(JdbcTemplate jdbc) {
        SECTIONS.insert(jdbc, sections);
        SENTENCES.insert(jdbc, sentences);
        ObservationRow.INSERT.insert(jdbc, observations);
        LEFT_OUT.insert(jdbc, leftOut);
    }

    public int observations() {
        return observations.size();
    }

    public int leftOut() {
        return leftOut.size();
    }
}
