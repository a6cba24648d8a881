package org.fupin.steps;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text that no report has, of any length: a begin, then something over and over, then an end.
 *
 * @param times how often the middle part stands in the short text
 */
record HostileText(String name, String begin, String period, String end, int times) {

    /** Characters of the short text. It is long enough that bounded looks back and ahead are at their bounds. */
    private static final int SHORT = 6_000;

    /** Words that passes look for and marks that divide sentences, in no order. */
    private static final List<String> VOCABULARY = Stream.of(
                    "12 3.5 2012 2,011 5 million yuan % , , and ; ( ) \" : . - of which the from to in by up was were had will",
                    "households villages projects funds loans income county City Zunyi one ten three half times",
                    "respectively including invested supported increased increase reduction growth plan task target bank",
                    "each every per capita average June year end [ ] ‘ ’ “ ” provincial central city No mu over about",
                    "planned rate enterprises person-times kilometers percentage-points total accounted completed trained")
            .flatMap(line -> Stream.of(line.split(" ")))
            .toList();

    static HostileText of(String name, String begin, String period, String end) {
        return new HostileText(name, begin, period, end, Math.max(1, SHORT / period.length()));
    }

    static HostileText of(String name, String period) {
        return of(name, "", period, "");
    }

    /** The least of it, which loads the classes and fills the caches that the text needs. */
    String once() {
        return begin + period + end;
    }

    String text(int growth) {
        return begin + period.repeat(times * growth) + end;
    }

    /** Texts for the extraction; a line is a sentence, all of one paragraph. */
    static Stream<HostileText> sentences() {
        return Stream.of(
                of("numbers", "12 "),
                of("numbers of different length", "7 12.5 1,234 2012 "),
                of("amounts", "12 million yuan, "),
                of("amounts without a mark", "12 yuan and 15 yuan and "),
                of("counts", "12 households, 5 villages, "),
                of("digits in one run", "9"),
                of("digits and commas in one run", "9,"),
                of("digits and points in one run", "1.000."),
                of("zeros behind the point", "0.", "0", "1 yuan"),
                of("number words", "one hundred and "),
                of("magnitudes", "5 ", "million ", "yuan"),
                of("magnitudes of number words", "one hundred one hundred "),
                of("ranges", "5-10 "),
                of("ratios", "5:10 "),
                of("weights", "4:"),
                of("sizes of things", "four 5-km "),
                of("sizes and joints", "3 5-km and "),
                of("numbers in brackets", "45 (7) "),
                of("numbers said twice", "3 (three) "),
                of("brackets that open", "45 ("),
                of("tables in a list", "Tables ", "2 and ", ""),
                of("telephones", "Tel. ", "0931 - ", ""),
                of("numbers called so", "no. number "),
                of("degrees", "36° 12′ "),
                of("degrees in a list", "36° and "),
                of("rates of exchange", "US$1 = 6.3 yuan = "),
                of("exchange rates", "exchange rate of "),
                of("labels", "villages: 12; "),
                of("labels without a number", "villages: "),
                of("nouns before numbers", "wells 12 and "),
                of("more of them", "another 12 and "),
                of("wholes", "Of the 12 counties 5, "),
                of("shares in brackets", "the east (5%), "),
                of("more and up", "5 yuan more and 6% up "),
                of("levels in brackets", "up 5% over 2011 (5 yuan) "),
                of("years earlier", "5 yuan a year earlier "),
                of("quarters", "in the first quarter of "),
                of("batches in insertions", "batch, of 5 households, in "),
                of("givers", "banks gave 5 yuan in cash and "),
                of("fractions", "half one third "),
                of("commas", ","),
                of("commas before a number", "", ", ", "12 households"),
                of("semicolons", "12 households; "),
                of("one letter", "a"),
                of("long words", "", "a", " 12 households"),
                of("possessives", "a's"),
                of("possessives in one word", "In the county", "'s", " 12 villages"),
                of("hyphens", "a-"),
                of("hyphens in a row", "-"),
                of("blanks", "12 ", " ", "yuan"),
                of("quotation marks", "\""),
                of("names in quotation marks", "12 \"Rain\" "),
                of("quotations between nouns", "ten \"plan\" "),
                of("quotation never closed", "“", "12 households ", ""),
                of("brackets never closed", "12 yuan ("),
                of("brackets never opened", "12 yuan) "),
                of("brackets in a row", "(", "(", "12 yuan"),
                of("brackets closed", "12 yuan (5 yuan) "),
                of("of which", "12 households of which "),
                of("of which without a number", "12 households, ", "of which ", "5 villages"),
                of("parts behind one total", "100 million yuan, of which ", "12 yuan, ", ""),
                of("totals before one part", "", "12 yuan, ", "of which 5 yuan"),
                of("parts of nothing", "12 households, ", "including 5 yuan ", ""),
                of("parallel parts", "including the road 5 yuan; the road "),
                of("of the", "Of the 12 households, "),
                of("totals that others may make up", "99 yuan, 98 yuan, 1 yuan, "),
                of("totals of different things", "12 foos, 13 bars, 14 bazes, "),
                of("respectively", "respectively "),
                of("respectively with amounts", "funds and loans respectively reached 5 yuan and 6 yuan, "),
                of("respectively at the end", "", "GDP, ", "respectively 12 yuan and 13 yuan"),
                of("respectively before percentages", "5 yuan and 6 yuan, up 7% and 8% respectively, "),
                of("shares", "accounting for 5% of the total, "),
                of("completions", "accounting for 5% of the planned task, "),
                of("growth", "up 5% over the previous year, "),
                of("points", "5 percentage points higher than the average, "),
                of("from and to", "rose from 5 yuan to 6 yuan "),
                of("years", "in 2011 "),
                of("years of one figure", "", "in 2011 ", "12 households"),
                of("years before figures", "", "In 2011, ", "12 households, 5 villages"),
                of("figures behind a day", "As of the end of December 2012, ", "12 households, ", ""),
                of("plans", "by 2015 to build 12 villages, "),
                of("will", "", "will ", "12 households were supported"),
                of("planned and done", "planned was 12 households "),
                of("months", "June "),
                of("dates", "June 22 to 23, "),
                of("places", "Renhuai County "),
                of("one place over and over", "12 households in Zunyi, "),
                of("places of counts", "12 villages of Renhuai County and "),
                of("prefectures", "the three prefectures of South "),
                of("per capita", "per capita 12 yuan "),
                of("each", "each got 12 yuan "),
                of("averages", "averagely 12 yuan per household, "),
                of("fillers before an average", "", "of an average ", "12 yuan per household"),
                of("payers", "the central government, the province, the city and "),
                of("payers of amounts", "12 million yuan of central funds and 3 million yuan of provincial funds, "),
                of("levels of government", "12 yuan from the ", "city, county, ", "funds"),
                of("lenders", "12 yuan of loans of the bank "),
                of("verbs", "invested supported "),
                of("a clause without an end", "12 yuan of ", "funds ", ""),
                of("figures in a clause without an end", "funds invested 12 yuan standard subsidy "),
                of("person-times", "trained 12 person-times "),
                of("documents", "No. [2012] 90 "),
                of("list counters", "(1) roads; (2) "),
                of("signs of other scripts", "扶贫12户、"),
                of("full-width digits", "１２，"),
                of("groups of digits", "1 234 567 "),
                of("groups of digits without an end", "1 ", "234 ", "yuan"),
                of("groups behind apostrophes", "1'", "234'", "567 yuan"),
                of("groups behind commas and blanks", "trained 1, 250 "),
                of("decimal commas", "1,5 "),
                of("fraction signs", "½"),
                of("fraction signs behind numbers", "2½ "),
                of("fractions with a stroke", "1/2 "),
                of("fractions in one run", "1/2/"),
                of("points in words", "one point "),
                of("numbers in words and an article", "a hundred and "),
                of("and a half", "two ", "and a half ", "million yuan"),
                of("so many of so many", "one in five "),
                of("out of", "7 out of "),
                of("letters for magnitudes", "5 m "),
                of("currencies", "US$ "),
                of("amounts that share a currency", "US$1 million, ", "2 million and ", "3 million"),
                of("units in brackets", "350 (10,000 yuan) "),
                of("units in brackets that do not close", "350 (10,000 "),
                of("headers of units", "unit: 10,000 yuan, "),
                of("numbers behind a header", "unit: 10,000 yuan: ", "350, ", ""),
                of("Chinese magnitudes", "12万", "万", "元"),
                of("Chinese units", "12万元"),
                of("minus signs", "-5 "),
                of("signs in a row", "~-−", "-", "5"),
                of("marks in brackets", "1", "[1]", " million yuan"),
                of("marks that do not close", "1[1"),
                of("raised digits", "12", "¹", " households"),
                of("raised digits behind numbers", "12¹ "),
                of("notes", "12 (see note 7) households "),
                of("daggers", "12†"),
                of("figures with marks in an item", "12 households, ", "villages¹ ", ""),
                of("sentences that end with a number", "It rose to 50. 145 million yuan was paid. "),
                of("numbers and stops", "5. 5 "),
                of("numbers and stops behind a verb", "It was 5. ", "5 5. ", "was"),
                of("sentences", "The fund invested 12 yuan in 5 villages, of which 3 were poor.\n"),
                of("sentences about the total before", "12 yuan was invested.\nOf the total, 5 yuan was lent.\n"),
                of("sentences of parts", "12 yuan, 13 yuan.\nThe funds included 5 yuan and 7 yuan.\n"),
                of("sentences about loans", "Loans of 12 yuan were issued.\n"),
                of("sentences about a place", "The county's GDP was 12 yuan.\n"),
                of("one sentence of many figures and another", "", "12 yuan, ", "\nAmong them, 5 households, 3 yuan."));
    }

    /** Texts for the reading; what the extraction gets stands in its files, too. */
    static Stream<HostileText> files() {
        return Stream.concat(
                Stream.of(
                        of("headings", "Overview\n"),
                        of("rows of a table", "| Dingxi | 120.5 | 30.2 |\n"),
                        of("cells of a row", "| Dingxi | 1 |\n| Linxia ", "| 2 ", "|\n"),
                        of("tables of one row each", "| Dingxi | 120.5 |\n\n\n"),
                        of("headers over and over", "| County | Funds |\n| Dingxi | 12 |\n"),
                        of("columns of blanks", "Dingxi   120.5   30.2\n"),
                        of("bars", "|"),
                        of("tabs", "12\t"),
                        of("headings in brackets", "【Overview】In 2012, "),
                        of("brackets of headings", "【"),
                        of("titles", "Poverty Alleviation and Development in Gansu\n"),
                        of("titles of two provinces", "Zhejiang-Guizhou Pairing-off Poverty Alleviation\n"),
                        of("title words in one line", "Poverty Alleviation and Development in ", "Gansu ", ""),
                        of("misspelled provinces", "Guizou "),
                        of("hyphens in a title", "Poverty Alleviation in Gansu a", "-", "a"),
                        of("attributions", "(Dong Jianwu, Provincial Office)\n"),
                        of("attribution never closed", "It ended. ", "(", ""),
                        of("page numbers", "- 12 -\n"),
                        of("furniture", "Copyright reserved\n"),
                        of("blank lines", "\n"),
                        of("line ends of two kinds", "\r\n\r"),
                        of(
                                "wrapped lines",
                                "the province invested funds in all its villages and\nwent on to build roads\n"),
                        of("stops", "."),
                        of("stops and quotation marks", ".\""),
                        of("quotation marks", "It ended.\" "),
                        of("abbreviations", "Co., Ltd. "),
                        of("counters", "1. "),
                        of("list counters", "1. Roads were built.\n(2) Wells were dug.\n"),
                        of("addresses", "www.a."),
                        of("years", "In 2012. "),
                        of("soft hyphens", "\u00AD"),
                        of("elements", "<html><body><p>In Gansu</p>", "<p>It ended.</p>", "</body></html>"),
                        of("elements in elements", "<html><body><p>In Gansu</p>", "<b>", "</body></html>"),
                        of("blocks in blocks", "<html><body><p>In Gansu</p>", "<div><b>Road</b>", "</body></html>"),
                        of("bold in italics", "<html><body><p>In Gansu</p>", "<b><i>", "Road</body></html>"),
                        of(
                                "bold words and empty ones",
                                "<html><body><p>In Gansu</p>",
                                "<b>A</b><i></i>",
                                "</body></html>"),
                        of("entities", "<html><body><p>In Gansu</p>", "&amp;", "</body></html>"),
                        of("rules of a style", "<html><style>", ".a b{display:none}", "</style><body></body></html>"),
                        of("selectors", "<html><style>", ".a b,", "i{display:none}</style><body></body></html>"),
                        of("brackets of a style", "<html><style>", "([", "</style><body></body></html>"),
                        of("addresses in a style", "<html><style>", "url(", "</style><body></body></html>"),
                        of("blocks of a style", "<html><style>", "@media{", "</style><body></body></html>"),
                        of(
                                "elements that a rule may be for",
                                "<html><style>.a b{display:none}</style><body><p>In Gansu</p>",
                                "<b>",
                                "</body></html>"),
                        of("styles of elements", "<html><body><p>In Gansu</p>", "<i style='top:0'>", "</body></html>"),
                        of("one long style", "<html><body><p style='", "top:0;", "'>In Gansu</p></body></html>"),
                        of("classes", "<html><style>.a{top:0}</style><body><p class='", "a ", "'>In Gansu</p></html>"),
                        of("marks", "<html><body><p>In Gansu</p>", "<sup>1", "</body></html>"),
                        of("lines", "<html><body><p>In Gansu</p>", "and so<br>", "</body></html>")),
                sentences());
    }

    /** Further sentences, as chance makes them; always the same. */
    static Stream<HostileText> drawn(int count) {
        Random random = new Random(20121231);
        return IntStream.range(0, count).mapToObj(i -> {
            StringBuilder period = new StringBuilder();
            int words = 1 + random.nextInt(6);
            for (int word = 0; word < words; word++) {
                period.append(VOCABULARY.get(random.nextInt(VOCABULARY.size())));
                period.append(random.nextInt(8) == 0 ? "" : " ");
            }
            return of("drawn", period.toString());
        });
    }

    @Override
    public String toString() {
        return name + ": " + begin + period.replace("\n", "\\n") + "... " + end;
    }
}
