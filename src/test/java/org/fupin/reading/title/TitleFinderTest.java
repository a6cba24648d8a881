package org.fupin.reading.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.fupin.observation.Span;
import org.fupin.reading.text.Paragraphs;
import org.fupin.reference.ReadingWords;
import org.fupin.reference.RegionNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleFinderTest {

    private final TitleFinder titles = new TitleFinder(ReadingWords.load(), RegionNames.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Poverty Alleviation and Development in Gansu Province | CN-GS",
                "Poverty Alleviation and Development in Guansu Province | CN-GS",
                "Poverty Alleviation in Hainan | CN-HI",
                "Hubei Poverty Alleviation and Development | CN-HB",
                "Poverty Alleviation and Development of the Tibet Autonomous Region | CN-XZ",
                "Poverty Alleviation and Development in Guangxi Zhuang Autonomous Regions | CN-GX",
                "Poverty Alleviation and Development in Xinjiang Urgur Autonomous Region | CN-XJ",
                "Poverty Alleviation and Development in Xinjiang Production and Construction Corps | CN-XJ-XPCC",
                "Qinghai Province's poverty alleviation work in 2010 | CN-QH",
                "Qinghai Province\u2019s Poverty Reduction Work | CN-QH",
                "Report on Poverty Alleviation and Development of Shaanxi Province (2010) | CN-SN",
                "2010 Rural Poverty Reduction in Shanxi | CN-SX",
                "III. Poverty Alleviation and Development in Anhui Province | CN-AH",
                "POVERTY ALLEVIATION AND DEVELOPMENT IN INNER MONGOLIA | CN-NM",
                "Poverty Alleviation and Development in Heilongjang Province | CN-HL",
                "Anti-poverty Work of Ningxia Hui Autonomous Region | CN-NX",
            })
    void titleNamesItsRegion(String line, String region) {
        Title title = find(line).orElseThrow();
        assertThat(title.region()).isEqualTo(region);
        assertThat(title.partner()).isEmpty();
        assertThat(title.text()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fujian-Ningxia Hui Autonomous Region Pairing-off Poverty Alleviation | CN-NX | CN-FJ",
                "Shanghai \u2013 Yunnan Pairing-off Poverty Alleviation | CN-YN | CN-SH",
                "East-West Cooperation between Tianjin and Gansu | CN-GS | CN-TJ",
                "Pairing-off Poverty Alleviation between Beijing Municipality and Inner Mongolia | CN-NM | CN-BJ",
                "Guangdong Province-Guangxi Zhuang Autonomous Region Cooperation in Poverty Alleviation | CN-GX | CN-GD",
                "Guangxi-Guangdong Pairing-off Poverty Alleviation | CN-GX | CN-GD",
                "Dalian-Guizhou Pairing-off Poverty Alleviation | CN-GZ | CN-LN",
                "Liaoning's Counterpart Support for Qinghai | CN-QH | CN-LN",
                // Neither or both are western: the one named second.
                "Hubei-Tibet Counterpart Support | CN-XZ | CN-HB",
                "Sichuan-Tibet Counterpart Support | CN-XZ | CN-SC",
            })
    void pairingOffReportIsTheRecipients(String line, String region, String partner) {
        Title title = find(line).orElseThrow();
        assertThat(title.region()).isEqualTo(region);
        assertThat(title.partner()).isEqualTo(partner);
        assertThat(title.strength()).isEqualTo(Title.Strength.LIKELY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Local Poverty Alleviation",
                "Poverty Alleviation and Development in Gansu Province went well.",
                "Poverty Alleviation and Development in Gansu Province made great progress",
                "(Gansu Provincial Poverty Alleviation Office)",
                "Poverty Alleviation Office of Gansu Province",
                "Poverty Alleviation in Border Areas of Yunnan",
                "Entire Village Advancement in Yunnan",
                "Rain Plan",
                "Gansu Poverty Alleviation Training",
            })
    void otherLinesAreNoTitles(String line) {
        assertThat(find(line)).isEmpty();
    }

    @Test
    void yearOfTheTitleIsKept() {
        assertThat(find("Poverty Alleviation in Gansu in 2010").orElseThrow().year())
                .isEqualTo(2010);
        assertThat(find("Poverty Alleviation in Gansu").orElseThrow().year()).isZero();
    }

    @Test
    void titleMayTakeTwoLines() {
        String text = "Poverty Alleviation and Development in\n  Xinjiang Production and Construction Corps\nOverview";
        List<Span> lines = Paragraphs.of(text);
        Title title = titles.at(text, lines, 0).orElseThrow();
        assertThat(title.region()).isEqualTo("CN-XJ-XPCC");
        assertThat(title.paragraphs()).isEqualTo(2);
        assertThat(title.text())
                .isEqualTo("Poverty Alleviation and Development in Xinjiang Production and Construction Corps");
    }

    private Optional<Title> find(String line) {
        return titles.at(line, List.of(new Span(0, line.length())), 0);
    }
}
