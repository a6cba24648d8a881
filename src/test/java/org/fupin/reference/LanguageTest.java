package org.fupin.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.fupin.observation.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @Test
    void lexiconOfTheClassPathHoldsEachWordOnce() {
        Language language = Language.load();
        assertThat(language.nouns())
                .contains(new Language.Noun(
                        "hamlet", Measure.VILLAGES, Units.load().unit("1")));
        assertThat(language.cues()).contains(new Language.Cue("month", "3", "march"));
    }

    /** Each row stands already: for the same thing, or for another one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "nouns.csv       | hamlet,villages,1          | 'hamlet' is listed a second time (first as hamlet,villages,1 in nouns.csv): expected once",
                "nouns.csv       | hamlet,towns,1             | 'hamlet' is listed a second time (first as hamlet,villages,1 in nouns.csv): expected once",
                "topics.csv      | microcredit,funds,money    | 'microcredit' is listed a second time (first as microcredit,loans,money in topics.csv): expected once for the dimension money",
                "contexts.csv    | lessons,awards,staff       | 'lessons' is listed a second time (first as lessons,trained,people;poor_population;transferred;staff;students in contexts.csv): expected once for staff",
                "payers.csv      | red cross,foreign,any      | 'red cross' is listed a second time (first as red cross,social,any in payers.csv): expected once",
                "unit_words.csv  | jin,kg,0.6                 | 'jin' is listed a second time (first as jin,kg,0.5 in unit_words.csv): expected once",
                "number_words.csv| twice,fraction,50          | 'twice' is listed a second time (first as twice,multiple,2 in number_words.csv): expected once",
                "cues/time.csv   | month,4,march              | 'march' is listed a second time (first as month,3,march in cues/time.csv): expected once for the type month",
                "cues/poor.csv   | month,4,march              | 'march' is listed a second time (first as month,3,march in cues/time.csv): expected once for the type month",
                "places.csv      | Tongren,CN-GZ,             | 'Tongren' is listed a second time (first as Tongren,CN-GZ, in places.csv): expected once without read_in",
                "places.csv      | Tongren,CN-QH,             | 'Tongren' is listed a second time (first as Tongren,CN-GZ, in places.csv): expected once without read_in",
                "places.csv      | Yulin,CN-NM,CN-SN          | 'Yulin' is listed a second time (first as Yulin,CN-SN,CN-SN in places.csv): expected once for read_in CN-SN",
            })
    void wordThatStandsTwiceIsRefused(String file, String row, String message) {
        assertThatThrownBy(() -> Language.load(with(file, row)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("reference/lexicon/" + file + " line ")
                .hasMessageEndingWith(": " + message);
    }

    @Test
    void messageNamesTheLineOfTheSecond() {
        CsvTable.Files files = name -> name.equals("lexicon/nouns.csv")
                ? stream("# comment\nword,measure,unit\nhamlet,villages,1\nmarket,facilities,1\nhamlet,villages,1\n")
                : CsvTable.Files.CLASS_PATH.open(name);
        assertThatThrownBy(() -> Language.load(files))
                .hasMessageStartingWith("reference/lexicon/nouns.csv line 5: 'hamlet'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "nouns.csv  | ,villages,1       | no word: expected one in each row",
                "nouns.csv  | hamlets,villages  | 2 columns, the header has 3",
                "places.csv | Nowhere,CN-ZZ,    | unknown region 'CN-ZZ'",
            })
    void rowThatCannotBeReadIsRefused(String file, String row, String message) {
        assertThatThrownBy(() -> Language.load(with(file, row)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("reference/lexicon/" + file + " line ")
                .hasMessageEndingWith(": " + message);
    }

    /** A word may play a part in several types, and a place's name may mean another one in the articles of its province. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "cues/time.csv | period_unit,,march",
                "topics.csv    | microcredit,rate,percent",
                "contexts.csv  | lessons,awards,villages",
                "places.csv    | Tongren,CN-QH,CN-QH",
            })
    void wordOfAnotherClassIsNoSecondOne(String file, String row) {
        assertThat(Language.load(with(file, row)).nouns()).isNotEmpty();
    }

    /** The files of the class path, with one row more in one of them. */
    private static CsvTable.Files with(String file, String row) {
        return name -> {
            InputStream content = CsvTable.Files.CLASS_PATH.open(name);
            return name.equals("lexicon/" + file) ? new SequenceInputStream(content, stream(row + "\n")) : content;
        };
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
