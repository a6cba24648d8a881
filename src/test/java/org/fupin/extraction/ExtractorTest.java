package org.fupin.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fupin.extraction.Sentences.extract;
import static org.fupin.extraction.Sentences.find;

import java.util.List;
import org.fupin.observation.Direction;
import org.fupin.observation.ExtractedSection;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Programme;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Status;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One phenomenon after the other, what is a figure beside what is none. */
class ExtractorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The bank lent 5-10 million Yuan to each mill.            | 5000000..10000000 CNY
                    The bank lent 800,000-1.2 million yuan to each mill.     | 800000..1200000 CNY
                    A road 12-16 meters wide was built.                      | 12..16 m
                    Funds of18.4 million yuan went to48 villages.            | 18400000 CNY; 48 1
                    It put in $ 1.2 million and RMB 300,000.                 | 1200000 USD; 300000 CNY
                    They planted 62,100 mu and 35 hectares of walnuts.       | 62100 mu; 35 ha
                    62.100 people moved.                                     | 62100 person
                    A total of 2.41,062 billion yuan was paid.               | 2410620000 CNY
                    The rate rose by 4.2 percentage points to 95%.           | 4.2 pp; 95 percent
                    Trainings reached 3,400 person-times.                    | 3400 person-time
                    The ratio of loans to funds was 2.37:1.                  | 2.37 ratio
                    Twenty-five villages and six wells were linked.          | 25 1; 6 1
                    Two thirds of the farmers joined.                        | 66.67 percent
                    Sales were 1.8 times those of 2009.                      | 1.8 times
                    A 1333-hectare park and a 2.5-kilometer pipeline.        | 1333 ha; 2.5 km
                    Each got 50 jin of seed and 3 wan yuan.                  | 25 kg; 30000 CNY
                    """)
    void readsQuantities(String sentence, String quantities) {
        assertThat(Sentences.quantities(sentence)).isEqualTo(quantities);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    On June 22, 2012 the office met.                              | 22 date; 2012 date
                    The plan for 2011-2015 was approved.                          | 2011 date; 2015 date
                    Document No. [2012] 90 was issued.                            | 2012 document_number; 90 document_number
                    The 8th batch left for the villages.                          | 8 ordinal
                    Work on the "two systems" went on.                            | two name
                    The canal of No. 47 Regiment was repaired.                    | 47 name
                    It is one of the poor regions.                                | one article_word
                    The three-year plan went on.                                  | three-year duration
                    Farmers aged under 45 years old took part.                    | 45 class_limit
                    Funds were shared by weights of 4:3:2:1.                      | 4 weight; 3 weight; 2 weight; 1 weight
                    1. The work went on.                                          | 1 list_counter
                    """)
    void leavesOutWhatIsNoFigure(String sentence, String expected) {
        assertThat(Sentences.extract(sentence).observations()).isEmpty();
        assertThat(String.join("; ", Sentences.leftOut(sentence))).isEqualTo(expected);
    }

    @Test
    void textWithoutNumbersYieldsNothing() {
        ExtractedSection section =
                extract("The province made steady progress in many fields, and several villages took part.");
        assertThat(section.observations()).isEmpty();
        assertThat(section.leftOut()).isEmpty();
    }

    @Nested
    class Links {

        @Test
        void partsLeadToTheirTotal() {
            ExtractedSection section =
                    extract("A total of 50 million yuan was spent, of which 30 million yuan was from the"
                            + " central government and 20 million yuan was raised by the masses.");
            Observation total = find(section, "50 million yuan");
            Observation central = find(section, "30 million yuan");
            Observation masses = find(section, "20 million yuan");
            assertThat(total.partOf()).isNull();
            assertThat(total.source()).isNull();
            assertThat(central.partOf()).isEqualTo(total.begin());
            assertThat(central.source()).isEqualTo(FundingSource.CENTRAL);
            assertThat(masses.partOf()).isEqualTo(total.begin());
            assertThat(masses.source()).isEqualTo(FundingSource.MASSES);
        }

        @Test
        void aSecondFigureOfAnotherKindIsNoPart() {
            ExtractedSection section =
                    extract("The county built 12 wells, including 5 deep wells, benefiting 3,000 people.");
            assertThat(find(section, "5").partOf())
                    .isEqualTo(find(section, "12").begin());
            assertThat(find(section, "3,000").partOf()).isNull();
        }

        @Test
        void respectivelyKeepsTheOrder() {
            ExtractedSection section = extract("Funds of 10 million yuan and loans of 40 million yuan were issued,"
                    + " respectively up 5% and 8%.");
            assertThat(find(section, "5%").about())
                    .isEqualTo(find(section, "10 million yuan").begin());
            assertThat(find(section, "8%").about())
                    .isEqualTo(find(section, "40 million yuan").begin());
            assertThat(find(section, "8%").measure()).isEqualTo(Measure.LOANS);
        }

        @Test
        void fromToGivesTwoLevelsOfTwoPeriods() {
            ExtractedSection section =
                    extract("The poor population dropped from 9.2 million in 2011 to 7.1 million in 2012.");
            Observation before = find(section, "9.2 million");
            Observation after = find(section, "7.1 million");
            assertThat(List.of(before.kind(), after.kind())).containsOnly(Kind.LEVEL);
            assertThat(before.period().iso()).isEqualTo("2011");
            assertThat(after.period().iso()).isEqualTo("2012");
            assertThat(after.measure()).isEqualTo(Measure.POOR_POPULATION);
        }
    }

    @Nested
    class Meaning {

        @Test
        void growthAndChangeDescribeTheirLevel() {
            ExtractedSection section =
                    extract("The per capita net income of farmers in the 52 key counties reached 3,658"
                            + " yuan, 534 yuan more than in 2011, up 17.1%.");
            Observation level = find(section, "3,658 yuan");
            assertThat(level.measure()).isEqualTo(Measure.INCOME);
            assertThat(level.per()).isEqualTo(PerUnit.PERSON);
            Observation change = find(section, "534 yuan");
            assertThat(change.kind()).isEqualTo(Kind.CHANGE);
            assertThat(change.direction()).isEqualTo(Direction.UP);
            assertThat(change.about()).isEqualTo(level.begin());
            assertThat(change.period().iso()).isEqualTo("2012");
            assertThat(find(section, "17.1%").kind()).isEqualTo(Kind.GROWTH);
        }

        @Test
        void aPlanIsNoFact() {
            ExtractedSection section =
                    extract("By 2015, 600 villages will be covered; in 2012, 240 villages were covered,"
                            + " completing 40% of the plan.");
            assertThat(find(section, "600").status()).isEqualTo(Status.PLANNED);
            assertThat(find(section, "600").period().iso()).isEqualTo("2015");
            assertThat(find(section, "240").status()).isEqualTo(Status.ACTUAL);
            assertThat(find(section, "40%").kind()).isEqualTo(Kind.COMPLETION);
        }

        @Test
        void aLineIsAStandard() {
            Observation line = extract("By the poverty line of 2,300 yuan many were poor.")
                    .observations()
                    .get(0);
            assertThat(line.measure()).isEqualTo(Measure.POVERTY_LINE);
            assertThat(line.status()).isEqualTo(Status.STANDARD);
            assertThat(line.per()).isEqualTo(PerUnit.PERSON);
        }

        @Test
        void qualifiersCoverTheirNumberOnly() {
            ExtractedSection section =
                    extract("More than 400 trainings were held for nearly 9,000 farmers of 12 towns.");
            assertThat(find(section, "400").qualifier()).isEqualTo(Qualifier.OVER);
            assertThat(find(section, "9,000").qualifier()).isEqualTo(Qualifier.ABOUT);
            assertThat(find(section, "12").qualifier()).isEqualTo(Qualifier.EXACT);
        }

        @Test
        void aStockIsOfItsDay() {
            ExtractedSection section =
                    extract("As of the end of 2012, the province had set up a total of 340 mutual aid societies.");
            Observation stock = find(section, "340");
            assertThat(stock.period().iso()).isEqualTo("2012-12-31");
            assertThat(stock.measure()).isEqualTo(Measure.COOPERATIVES);
        }

        @Test
        void aNamedCountyHasItsFigures() {
            ExtractedSection section =
                    extract("In Qingshui County, 7 bridges were built.", "The county's GDP reached 2.1 billion yuan.");
            assertThat(find(section, "7").region()).isEqualTo("Qingshui County");
            assertThat(find(section, "2.1 billion yuan").region()).isEqualTo("Qingshui County");
            assertThat(extract("7 bridges were built.").observations().get(0).region())
                    .isEqualTo("CN-GS");
        }

        @Test
        void aPartnersMoneyIsCounterpartFunds() {
            ExtractedSection section = extract(
                    Programme.PAIRING, "CN-TJ", "Tianjin provided aid funds of 30 million yuan for 14 projects.");
            assertThat(find(section, "30 million yuan").source()).isEqualTo(FundingSource.COUNTERPART);
        }

        @Test
        void peopleAreMeasuredByWhatIsDone() {
            assertThat(extract("21,000 people were relocated.")
                            .observations()
                            .get(0)
                            .measure())
                    .isEqualTo(Measure.RELOCATED);
            assertThat(extract("21,000 people shook off poverty.")
                            .observations()
                            .get(0)
                            .measure())
                    .isEqualTo(Measure.POVERTY_REDUCED);
            assertThat(extract("The projects benefited 21,000 poor people.")
                            .observations()
                            .get(0)
                            .measure())
                    .isEqualTo(Measure.PEOPLE);
        }
    }

    @Test
    void eachObservationNamesItsRulesAndItsText() {
        String sentence = "Nearly 4,360 villages were covered by 120 km of roads.";
        for (Observation observation : extract(sentence).observations()) {
            assertThat(observation.rules()).isNotEmpty();
            assertThat(observation.span().in(sentence)).isEqualTo(observation.text());
        }
    }

    /** A section's figures do not depend on what stands in other paragraphs. */
    @Test
    void sentencesOfOtherParagraphsDoNotMatter() {
        String first = "The province had 4.1 million poor people.";
        String second = "It built 300 wells, including 20 deep wells.";
        List<String> both = extract(first, second).observations().stream()
                .map(Observation::text)
                .toList();
        assertThat(both).containsExactly("4.1 million", "300", "20");
        assertThat(extract(second).observations().stream()
                        .map(Observation::text)
                        .toList())
                .isEqualTo(both.subList(1, 3));
    }
}
