package org.fupin.reading.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.fupin.observation.Span;
import org.fupin.reference.Programmes;
import org.fupin.reference.ReadingWords;
import org.fupin.reference.RegionNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingFinderTest {

    private final HeadingFinder headings =
            new HeadingFinder(ReadingWords.load(), RegionNames.load(), Programmes.load());

    /** {@code |} stands where the heading ends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // grown together
                "Overview|In 2010, the province went on with its work.",
                "Overview|2010 is a new beginning.",
                "Rain Plan|14 million yuan was spent on it.",
                "Rain Plan|The Rain Plan reached more villages.",
                "Entire Village Advancement|Gansu Province chose 300 villages.",
                "Household Income Growth|195 million yuan went to households.",
                "Cooperation in the Hills|Taking tea as the carrier, both sides met.",
                "File Archiving for the Poor|Adhering to the rules, all were listed.",
                "Poverty alleviation standards and targets|In 2010, a line was set.",
                "Poverty Alleviation in Poor Villages of the Hills|2010 is the second year.",
                "Activities of the \u201CYear of Learning\u201D|Village cadres met in May.",
                // parted by a blank, in title case
                "Overview 2010 is a key year for the plan.",
                "Overview On January 4, the government met.",
                "Overview Always minding the poor, the province went on.",
                "Social Poverty Alleviation 18 organs gave help.",
                "Poverty Alleviation by Relocation 1.5 billion yuan was put in.",
                "Entire Village Advancement Fully started work in 30 villages.",
                "Poverty Alleviation Training Held a seminar on training.",
                "Industrial Poverty Alleviation Qinghai Province backed 20 farms.",
                "Poverty Alleviation Planning Hunan provincial government drew up the plan.",
                "Post-disaster Reconstruction Yunnan is prone to earthquakes.",
                "Discount Loans for Leading Enterprises Issued loans of 5 million yuan.",
                "Implementation Measures for the Outline Issued the \u201CMeasures for the Outline\u201D.",
                "Pro-poor Policy Measures Develop better plans for all.",
                "Pilot Projects Supported by China Foundation, five towns began.",
                "Pilot projects We guided the towns.",
                "Beijing \u2013 Inner Mongolia Cooperation In 2010, five projects began.",
                "labor Transfer Project Under this principle, funds came.",
                "Adjustment of Key Counties In 2010 the list was changed.",
                "Entire Township Advancement A total of 20 towns joined.",
                "Training of Women The Bureau and the Federation held a course.",
                "Mutual Funds As of the end of 2010, 35 groups were there.",
                "Activities of the \"Year of Learning\" Took part in the activities of the year.",
                "Promoting Work in All Counties Starting from Poverty Reduction in Mei County From May 1 to 3, leaders came.",
                "Poverty Alleviation In Contiguous Areas In 2010, 20 counties joined.",
                "RAIN PLAN The plan reached 30 towns.",
                "POVERTY ALLEVIATION IN THE BORDER AREAS In 2010, 20 towns joined.",
                // in sentence case
                "Poverty line According to the new line, 20,000 people were poor.",
                "Investment of anti-poverty funds In 2010, 30 million yuan came.",
                // a wide blank
                "Change of overhead cables\u00A0 It changed 84 cables.",
            })
    void headingRunsIntoTheText(String marked) {
        int bar = marked.indexOf('|');
        String text = marked.replace("|", "");
        String expected = bar >= 0 ? marked.substring(0, bar) : expectedBySentence(text);
        Heading heading = find(text, false);
        assertThat(heading).as(text).isNotNull();
        assertThat(heading.span().in(text)).isEqualTo(expected);
        assertThat(text.substring(heading.bodyBegin()))
                .isEqualTo(
                        text.substring(expected.length()).replace('\u00A0', ' ').stripLeading());
        assertThat(heading.style()).isEqualTo(Heading.Style.RUN_IN);
    }

    /** The sentences of the cases without a bar begin with one of these, seen from the right. */
    private static String expectedBySentence(String text) {
        String[] beginnings = {
            " 2010 is",
            " On January",
            " Always",
            " 18 organs",
            " 1.5 billion",
            " Fully",
            " Held",
            " Qinghai",
            " Hunan",
            " Yunnan",
            " Issued",
            " Develop",
            " Supported",
            " We",
            " Under",
            " In 2010",
            " A total",
            " The Bureau",
            " As of",
            " Took",
            " From May",
            " The plan",
            " According",
            "\u00A0 It"
        };
        for (String beginning : beginnings) {
            int at = text.indexOf(beginning);
            if (at > 0) {
                return text.substring(0, at);
            }
        }
        throw new IllegalArgumentException(text);
    }

    /** Text that goes on under the heading above, and nothing of which is a heading. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "In 2010, 657,400 people got help.",
                "In addition, the duties of all departments were set.",
                "On May 8, the government met.",
                "According to the new requirement of the year, work went on.",
                "Qinghai Province did well in 2010.",
                "Income growth of the hill counties \u2013 9.2% \u2013 stayed ahead.",
                "Inner Mongolia and Beijing signed a plan In 2010.",
                "First, raised the line.",
                "Second, Hebei Province and its cities met.",
                "More than 500 companies came.",
                "Launched work in the Tibetan areas.",
                "Gave great weight to schooling.",
                "Leaders of Zhejiang and Sichuan met.",
                "Shule County Labor Training and Transfer Center trained 500 people.",
                "Vice Governor Zhang He visited the towns.",
                "China Foundation for Poverty Alleviation gave 5 million yuan.",
                "The Poverty Alleviation Office The Bureau and others met.",
                "1.Through visits of leaders, the work was helped.",
                "4.Build a new pattern with cadres as the core. 2010 is the key year.",
                "Targets of the program in 2010: To put in 5 million yuan.",
                "Think of new ideas and new modes. Taking them up, Gansu went on.",
                "Villages invested20 million yuan by themselves.",
                "Tongyu County and Da'an City of Western Jilin were chosen.",
                "McDonald farms were visited.",
                "(including 5000 people from the hills)",
                "[2010] No. 42 was issued.",
                "Poverty alleviation offices at all levels met in May.",
            })
    void continuationIsNoHeading(String text) {
        assertThat(find(text, true)).as(text).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u3010Overview\u3011In 2010",
                "\u3010 Overview \u3011 In 2010",
                "Overview\u3011 In 2010",
                "[Overview] In 2010",
                "\u3016Overview\u3017In 2010"
            })
    void headingStandsInBrackets(String text) {
        Heading heading = find(text, false);
        assertThat(heading.span().in(text)).isEqualTo("Overview");
        assertThat(text.substring(heading.bodyBegin())).isEqualTo("In 2010");
        assertThat(heading.style()).isEqualTo(Heading.Style.BRACKETED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. Rain Plan In 2010, funds came.",
                "(2) Rain Plan In 2010, funds came.",
                "III. Rain Plan In 2010, funds came.",
                "\u4E00\u3001Rain Plan In 2010, funds came.",
                "3) Rain PlanIn 2010, funds came.",
                "1. Rain Plan: In 2010, funds came.",
                "Rain Plan. In 2010, funds came.",
                "Rain Plan \u2014 In 2010, funds came."
            })
    void counterAndMarkAreNoPartOfTheHeading(String text) {
        Heading heading = find(text, false);
        assertThat(heading).isNotNull();
        assertThat(heading.span().in(text)).isEqualTo("Rain Plan");
        assertThat(text.substring(heading.bodyBegin())).isEqualTo("In 2010, funds came.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Overview",
                "Poverty Alleviation by Relocation",
                "Rain plan and labor transfer",
                "\"Through-road\" Action Program",
                "EAST-WEST COOPERATION"
            })
    void lineOfItsOwnIsAHeadingWhereTextFollows(String line) {
        assertThat(find(line, true).style()).isEqualTo(Heading.Style.LINE);
        assertThat(find(line, true).span()).isEqualTo(new Span(0, line.length()));
        assertThat(find(line, false)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Funds were well spent",
                "Funds increased greatly",
                "In 2010, funds came",
                "120 450 300",
                "Hebei 12 15 18",
                "Trainees: 450 farmers",
                "Villages covered: 1,280",
                "Investment: ¥52 million",
                "and so on,"
            })
    void otherShortLineIsNone(String line) {
        assertThat(find(line, true)).isNull();
    }

    @Test
    void offsetsCountFromTheBeginningOfTheText() {
        String text = "Title\n\n    \u3010Rain Plan\u3011 In 2010";
        Heading heading =
                headings.find(text, new Span(11, text.length()), false).orElseThrow();
        assertThat(heading.span()).isEqualTo(new Span(12, 21));
    }

    private Heading find(String text, boolean goesOn) {
        return headings.find(text, new Span(0, text.length()), goesOn).orElse(null);
    }
}
