package org.fupin.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fupin.observation.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionNamesTest {

    private final RegionNames names = RegionNames.load();

    @Test
    void everyRegionIsFoundByNameShortNameAndAlias() {
        Regions regions = Regions.load();
        for (Region region : regions.all()) {
            assertThat(code("in " + region.name() + " today")).isEqualTo(region.code());
            assertThat(code(region.shortName())).isEqualTo(region.code());
            for (String alias : regions.aliases(region.code())) {
                assertThat(code(alias)).as(alias).isEqualTo(region.code());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Guansu Province, CN-GS",
        "Xinjiang Urgur Autonomous Region, CN-XJ",
        "Guangxi Zhuang Autonomous Regions, CN-GX",
        "Ningxia Huizu Autonomous Region, CN-NX",
        "SHAANXI PROVINCE, CN-SN",
        "Shanxi, CN-SX",
        "Inner-Mongolia, CN-NM",
        "Xinjiang Production & Construction Corps, CN-XJ-XPCC",
    })
    void nameIsFoundWhole(String text, String code) {
        List<RegionNames.Named> found = names.in(text);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).region()).isEqualTo(code);
        assertThat(found.get(0).span().in(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "Guizou, CN-GZ",
        "Sichaun, CN-SC",
        "Heilongjang, CN-HL",
        "Ningxiaa, CN-NX",
        "Gaungdong, CN-GD",
        "Chongqin, CN-CQ",
        "Hainam, CN-HI",
    })
    void nameWithOneWrongLetterIsFoundOnRequest(String text, String code) {
        assertThat(names.in(text)).isEmpty();
        assertThat(names.inMisspelled(text))
                .extracting(RegionNames.Named::region)
                .containsExactly(code);
    }

    /** One letter makes another province of these: better none than the wrong one. */
    @ParameterizedTest
    @CsvSource({"Hanan", "Hunnan", "Hebai", "Hubai", "Henam", "Shaaxi", "Jiangxu", "Shangxi", "Tibat", "Mongolia"})
    void nameThatCouldBeAnotherProvinceIsNotGuessed(String text) {
        assertThat(names.inMisspelled(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Henan, CN-HA",
        "Hunan, CN-HN",
        "Hainan, CN-HI",
        "Hubei, CN-HB",
        "Hebei, CN-HE",
        "Shanxi, CN-SX",
        "Shaanxi, CN-SN"
    })
    void provincesThatDifferInALetterAreKeptApart(String text, String code) {
        assertThat(names.inMisspelled(text))
                .extracting(RegionNames.Named::region)
                .containsExactly(code);
    }

    @Test
    void nameInsideAnotherWordIsNone() {
        assertThat(names.in("Hebeian Tibetans and Hunanese")).isEmpty();
    }

    @Test
    void longestNameAtAPlaceWins() {
        String text = "The Xinjiang Production and Construction Corps in Xinjiang";
        assertThat(names.in(text)).extracting(RegionNames.Named::region).containsExactly("CN-XJ-XPCC", "CN-XJ");
        assertThat(names.at(text, 4))
                .hasValueSatisfying(named ->
                        assertThat(named.span().in(text)).isEqualTo("Xinjiang Production and Construction Corps"));
        assertThat(names.at(text, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a, b, true", "ab, ba, true", "abc, ab, true", "abc, abc, false", "abcd, badc, false", "abc, a, false"})
    void oneLetterApart(String a, String b, boolean apart) {
        assertThat(RegionNames.oneLetterApart(a, b)).isEqualTo(apart);
        assertThat(RegionNames.oneLetterApart(b, a)).isEqualTo(apart);
    }

    private String code(String text) {
        return names.in(text).get(0).region();
    }
}
