package org.fupin.reading.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.fupin.observation.Span;
import org.fupin.reading.section.Sentences;
import org.fupin.reference.ReadingWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportYearTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2010 | In 2010, roads were built. In 2010, wells were dug. In 2009, there were none.",
                "2010 | 2010 is a key year. The plan runs from 2011 to 2020.",
                "2010 | In 2010, work began. By 2020, all will be done. By 2020, no one is poor. By 2020, it ends.",
                "2010 | In 2010, the \u201COutline 2011-2020\u201D came. The \"Outline (2011-2020)\" is good. Nothing of 2011-2015 is said.",
                "2010 | In 2010, (2011) 1, [2011] 2, (2011) 3, (2011) 4 and [2011] 5 were issued.",
                "2010 | In 2010, 2011 yuan and 2011 households and 2011 mu and 2,011 people and 2011.5 tons.",
                "2010 | From 2009 to 2010 it grew. In May 2010, it stopped. At the end of 2010, it was gone.",
                "2009 | \u201CIn 2011, In 2011, In 2011\u201D was said in 2009.",
                "0 | Nothing is said. It cost 2010 yuan.",
                "2012 | The work plan for 2013 foresees much. In 2013, villages will be covered. In the year under report, 2012, roads were built.",
                "2012 | Targets for 2013 were set. The budget of 2013 is large. It was done in 2012.",
                "2012 | In 2012, the province will build roads.",
                "2012 | During the reporting period (2012), roads were built. In 2011, none were.",
                "2010 | In 2009, it began. In 2010, it went on.",
            })
    void yearIsTheOneMostSentencesSpeakOf(int year, String text) {
        assertThat(new ReportYear(ReadingWords.load())
                        .of(new Sentences(ReadingWords.load()).of(text, new Span(0, text.length()), 0)))
                .isEqualTo(year);
    }
}
