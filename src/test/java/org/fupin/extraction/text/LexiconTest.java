package org.fupin.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fupin.observation.Span;
import org.fupin.observation.document.Article;
import org.fupin.reference.Language;
import org.fupin.reference.Regions;
import org.fupin.reference.Units;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {

    private final Lexicon lexicon = new Lexicon(Language.load(), Units.load(), Regions.load());

    /** Of two places of a name the one in the article's province is meant; elsewhere the one without a province to be read in. */
    @ParameterizedTest
    @CsvSource({
        "Yulin, CN-SN, CN-SN",
        "Yulin, CN-GX, CN-GX",
        "Yulin, CN-YN, CN-GX",
        "Suzhou, CN-AH, CN-AH",
        "Suzhou, CN-GZ, CN-JS",
        "Taizhou, CN-ZJ, CN-ZJ",
        "Dingxi, CN-SN, CN-GS"
    })
    void placeIsReadAsTheArticleMeansIt(String name, String region, String expected) {
        PhraseIndex<String> places = lexicon.places(article(region));
        Tokens tokens = Tokens.of(name, 0);
        assertThat(places.longest(tokens, 0, tokens.count))
                .extracting(hit -> hit.value())
                .isEqualTo(expected);
    }

    private static Article article(String region) {
        return new Article("0".repeat(64), "", region, "", 2012, new Span(0, 0), "", List.of());
    }
}
