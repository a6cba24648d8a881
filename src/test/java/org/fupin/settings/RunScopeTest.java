package org.fupin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SortedSet;
import java.util.TreeSet;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunScopeTest {

    @Test
    void readsYearsAndRanges() {
        assertThat(RunScope.years("2012")).containsExactly(2012);
        assertThat(RunScope.years("2015, 2009..2011")).containsExactly(2009, 2010, 2011, 2015);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "2012..", "2012-2013", "2013..2012", "1000..9999", "2012,", "2012..2013..2014"})
    void saysWhatIsNoYear(String text) {
        assertThatThrownBy(() -> RunScope.years(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsAreasAndSaysWhichAreUnknown() {
        assertThat(RunScope.areas("CN-XJ,CN-GS")).containsExactly("CN-GS", "CN-XJ");
        assertThatThrownBy(() -> RunScope.areas("CN-XJ,XJ,cn-gs"))
                .hasMessage("invalid region 'XJ', 'cn-gs': expected ISO 3166-2 codes such as CN-GS");
    }

    @Test
    void includesWhatIsInBothSets() {
        RunScope scope = new RunScope(RunScope.years("2011..2012"), RunScope.areas("CN-GS"));

        assertThat(scope.includes(new ProvinceYearKey("CN-GS", 2012))).isTrue();
        assertThat(scope.includes(new ProvinceYearKey("CN-GS", 2013))).isFalse();
        assertThat(scope.includes(new ProvinceYearKey("CN-XJ", 2012))).isFalse();
        assertThat(scope.includesYear(2012)).isTrue();
    }

    @Test
    void includesAllWhereNothingIsSaid() {
        SortedSet<Integer> anyYear = new TreeSet<>();

        assertThat(RunScope.ALL.includes(new ProvinceYearKey("CN-GS", 2012))).isTrue();
        assertThat(new RunScope(anyYear, RunScope.areas("CN-GS")).includes(new ProvinceYearKey("CN-GS", 1999)))
                .isTrue();
        assertThat(RunScope.ALL.isAll()).isTrue();
    }
}
