package org.fupin.reading.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.fupin.observation.Span;
import org.fupin.observation.document.Sentence;
import org.fupin.reference.ReadingWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    private final Sentences sentences = new Sentences(ReadingWords.load());

    /** {@code |} marks where one sentence ends and the next begins; the blanks around it belong to neither. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The work went well. | It goes on.",
                "Roads were built in 2012. | The province paid.",
                "Roads were built in 2012.| The province paid.",
                "Roads were built in 2012.|The province paid.",
                "It reached the poor.|In 2012, more came.",
                "The rate was 3.5 percent. | 14 villages joined.",
                "It was done in 2011. | 20 villages joined.",
                "It grew by 5%. | 20 villages joined.",
                "The yield was 62.100 tons and 3. 5 million yuan",
                "Green Rice Co., Ltd. and Hill Tea Co., Ltd. joined. | They paid.",
                "Help came from Hill Tea Co., Ltd. | In 2012, more came.",
                "See (Fu No. [2012] 90) and No. 14 Farm. | It is there.",
                "Mr. Wang and Dr. Li of the U.S. group came. | They left.",
                "J. P. Smith visited the U.S. | The visit ended.",
                "Roads, wells, etc. were built. | Then, pigs, etc. | Hebei paid.",
                "It has 5 kg. of rice.",
                "First, raise funds; second, spend them; third, report. | Done.",
                "1. Raise funds. | 2. Spend them.",
                "1.Raise the funds.|2.Spend them.",
                "It helped the poor.|14 million yuan came.",
                "The page is on www.163.com now.",
                "(1) Raise funds. | (2) Spend them.",
                "He said \u201CWe will.\u201D | They did.",
                "He said \"We will.\" | They did.",
                "It was called \u201COne Village.\u201D|The name stayed.",
                "Was it done? | Yes! | It was.",
                "It was done... | Then it ended.",
                "The site www.example.org is new. | It is big.",
                "The U.S.A. sent 3.2 tons.",
                "Phase II. | The work began.",
                "\u5DE5\u4F5C\u5B8C\u6210\u3002|The work is done.",
                "From 9 a.m. to 5 p.m. they worked. | Then they left.",
                "The counties grew to 50. | 145 million yuan was paid.",
                "The total is 3,000. | 5 towns were left out.",
                "The villages reached 120. | 30 of them were poor.",
                "The groups numbered 45. | 2,300 households joined.",
                "The index rose to 3.5. | 12 villages were added.",
                "A total of 12. 5 million yuan was paid.",
                "In the year, 12. 5 million yuan was paid.",
                "It is told that 12. 5 million yuan was paid.",
                "It spent 12. 5 million yuan raised from farmers.",
                "The output reached 36. 8 million yuan, which was sold.",
                "The bases trained 62. 100 people",
                "Roads were built.[5] | The province paid.",
                "Roads were built.\u00B9 | The province paid.",
                "It has ca. 50 wells.",
                "No end mark | "
            })
    void textIsDivided(String marked) {
        String text = marked.replace("|", "").strip();
        List<String> expected = Arrays.stream(marked.split("\\|"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        assertThat(sentences.of(text, new Span(0, text.length()), 0))
                .extracting(Sentence::text)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void offsetsCountFromTheBeginningOfTheText() {
        String text = "Title\n\n  One two.  Three four.\n";
        List<Sentence> found = sentences.of(text, new Span(9, text.length() - 1), 4);
        assertThat(found)
                .containsExactly(
                        new Sentence(new Span(9, 17), 4, "One two."), new Sentence(new Span(19, 30), 4, "Three four."));
        assertThat(found)
                .allSatisfy(sentence -> assertThat(sentence.span().in(text)).isEqualTo(sentence.text()));
    }
}
