package org.fupin.delivery.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryFileTest {

    @ParameterizedTest
    @CsvSource({
        "2012/CN-GS/CN-GS-2012.xlsx, xlsx, CN-GS-2012.xlsx",
        "2012/CN-GS/CN-GS-2012.html, html, CN-GS-2012.html",
        "2012/CN-GS/CN-GS-2012.sdmx.csv, data, CN-GS-2012.sdmx.csv",
        "2012/CN-GS/datapackage.json, data, CN-GS-2012.datapackage.json",
        "2012/summary-2012.PDF, pdf, summary-2012.PDF"
    })
    void hasAFormatThatOfficesChooseAndANameOfItsOwn(String path, String format, String name) {
        DeliveryFile file = new DeliveryFile(path, "0".repeat(64), 1, "text/csv");

        assertThat(file.format()).isEqualTo(format);
        assertThat(file.fileName()).isEqualTo(name);
    }
}
