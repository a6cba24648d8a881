package org.fupin.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fupin.extraction.Sentences.extract;
import static org.fupin.extraction.Sentences.find;

import java.util.List;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Programme;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Status;
import org.fupin.observation.document.ExtractedSection;
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
                    Growth was 6.9 and 6.2 percentage points above average.  | 6.9 pp; 6.2 pp
                    They chose three to five towns.                          | 3..5 1
                    Each county picked one or two towns.                     | 1..2 1
                    A quintal of seed and 40 liters of oil: 2 quintals.      | 0.04 m3; 200 kg
                    One hundred enterprises took part.                       | 100 1
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
                    One thousand mills helped one thousand hamlets.               | One thousand name; one thousand name
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

    /** What is counted, where the noun phrase is not plainly a number and a noun. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    It set up 84 farmers' cooperatives.                          | 84 cooperatives
                    The work relied on 19 "Green Sprout" training bases.         | 19 organisations
                    It started 37 special support projects.                      | 37 projects
                    It ran 16 valley development and relief projects.            | 16 projects
                    Officials of 7 municipal, 23 county and 31 provincial organs came. | 7 organisations; 23 organisations; 31 organisations
                    It built two demonstration zones.                            | two other
                    The office issued six plans.                                 | six documents
                    60% of the wells were repaired.                              | 60% facilities
                    It bought 900 dairy cows, 40 tractors and 12 ambulances.     | 900 livestock; 40 facilities; 12 facilities
                    The rural credit cooperatives sent 15 nurses.                | 15 staff
                    There was a drop of 8,000 in the number of poor people.      | 8,000 poor_population
                    It covered 500 farmers and lifted 90 people out of poverty.  | 500 people; 90 poverty_reduced
                    Practice trainings and labor transfer were held for 700 person-times. | 700 trained
                    """)
    void measuresWhatIsCounted(String sentence, String measures) {
        assertThat(extract(sentence).observations().stream()
                        .map(o -> o.text() + " " + o.measure().code())
                        .toList())
                .isEqualTo(List.of(measures.split("; ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The state put in 5 million yuan and the province put in 2 million yuan. | 5 million yuan | CENTRAL
                    It gained 9 million yuan of financial poverty-relief funds.             | 9 million yuan | FISCAL
                    Gansu government put in 4 million yuan.                                 | 4 million yuan | PROVINCIAL
                    Shops for the masses were built with an investment of 3 million yuan.   | 3 million yuan |
                    Hunan government gave 6 million yuan.                                   | 6 million yuan | COUNTERPART
                    Of it, 7 million yuan came from the cities (prefectures) and counties.  | 7 million yuan | LOCAL
                    """)
    void tellsWhoPays(String sentence, String text, FundingSource source) {
        assertThat(find(extract(sentence), text).source()).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    It lifted 4,000 people out of poverty, the per capita income being high. | 4,000     |
                    Aid was respectively 460 yuan and 320 yuan per person.                   | 460 yuan  | PERSON
                    By the poverty line of 2,300 yuan per year many were poor.               | 2,300 yuan | PERSON
                    It granted 100,000 yuan of project funds for each poor town.             | 100,000 yuan | TOWN
                    """)
    void tellsWhatAmountsArePer(String sentence, String text, PerUnit per) {
        assertThat(find(extract(sentence), text).per()).isEqualTo(per);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    In 2012, the subsidy rose from 20 million yuan to 30 million yuan.            | 20 million yuan | 2011
                    The poor fell from 90,000 at the end of 2011 to 70,000 at the end of 2012.    | 70,000 | 2012-12-31
                    From March 4 to 9, a delegation of 18 officials came.                         | 18     | 2012-03-04/2012-03-09
                    From January to April, drought hit 14 counties.                               | 14     | 2012-01/2012-04
                    It plans to raise its aid from 2013 to 2015, to help build 60 schools.        | 60     | 2013/2015
                    """)
    void tellsThePeriod(String sentence, String text, String period) {
        assertThat(find(extract(sentence), text).period().iso()).isEqualTo(period);
    }

    @Test
    void anEventGoesOnInItsParagraph() {
        ExtractedSection section = extract("In May 2012, a fair was held.", "There were 90 booths at the fair.");
        assertThat(find(section, "90").period().iso()).isEqualTo("2012-05");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    In Dingxi, 7 bridges were built.                       | 7   | Dingxi
                    A fair was held in Lanzhou, and 30 contracts were signed. | 30 | CN-GS
                    Over 300 firms of Fujian came.                         | 300 | Fujian
                    In Minle County, Tianjin built 5 schools.              | 5   | Minle County
                    To support Minle County's farms, it built 8 wells.     | 8   | Minle County
                    It put up 6 sheds; in Dingxi, it planted trees.        | 6   | CN-GS
                    Tianshui and Dingxi got 9 tractors.                    | 9   | CN-GS
                    """)
    void tellsThePlace(String sentence, String text, String region) {
        assertThat(find(extract(sentence), text).region()).isEqualTo(region);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    It started 26 terrace projects, covering 25 towns and 700 villages.  | 700 | villages covered by terrace projects
                    It solved the drinking water problem of 600 people.                  | 600 | people with drinking water problem
                    It spent 50 million yuan on wells, 20,000 yuan per village.          | 20,000 yuan | wells
                    12 million yuan of funds was issued for the herders' school.         | 12 million yuan | funds issued for the herders' school
                    """)
    void namesTheItem(String sentence, String text, String item) {
        assertThat(find(extract(sentence), text).item()).isEqualTo(item);
    }

    @Test
    void aPredicateEndsAListOfParts() {
        ExtractedSection section =
                extract("It trained 900 people, including 300 nurses, and supported 80 people to open"
                        + " shops; it built 4 parks in 10 counties including Minle and Lintao.");
        assertThat(find(section, "300").partOf()).isEqualTo(find(section, "900").begin());
        assertThat(find(section, "80").partOf()).isNull();
        assertThat(find(section, "10").partOf()).isNull();
    }

    @Test
    void ofWhichIsNoTotalOfWhatFollows() {
        ExtractedSection section = extract("It put in 900 million yuan, of which 300 million yuan was fiscal; and spent"
                + " 200 million yuan on houses.");
        assertThat(find(section, "300 million yuan").partOf())
                .isEqualTo(find(section, "900 million yuan").begin());
        assertThat(find(section, "200 million yuan").partOf()).isNull();
    }

    @Test
    void aRankIsNoGap() {
        Observation leaders = find(extract("31 leaders above the rank of deputy head came."), "31");
        assertThat(leaders.kind()).isEqualTo(Kind.LEVEL);
        Observation gap =
                find(extract("Growth was 15%, two percentage points above the average."), "two percentage points");
        assertThat(gap.kind()).isEqualTo(Kind.GAP);
        assertThat(gap.direction()).isEqualTo(Direction.ABOVE);
    }

    @Test
    void aTargetInBracketsIsPlanned() {
        ExtractedSection section =
                extract("It relocated 45,000 people, accounting for 150% of the planned task (30,000 people).");
        assertThat(find(section, "30,000").status()).isEqualTo(Status.PLANNED);
        assertThat(find(section, "30,000").partOf()).isNull();
    }

    @Test
    void aYearLikeCountAfterOfWhichCounts() {
        ExtractedSection section = extract("It trained 9,000 people, of which 2011 were nurses.");
        assertThat(find(section, "2011").partOf())
                .isEqualTo(find(section, "9,000").begin());
    }

    @Test
    void amountsThatGoOnMeasureTheSame() {
        ExtractedSection section = extract("The per capita net income of farmers rose by 700 yuan, reaching 6,000 yuan,"
                + " and that of herders rose to 4,800 yuan.");
        assertThat(section.observations()).allSatisfy(o -> {
            assertThat(o.measure()).isEqualTo(Measure.INCOME);
            assertThat(o.per()).isEqualTo(PerUnit.PERSON);
        });
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
