package org.fupin.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.fupin.observation.document.SourceDocument;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.reading.title.StatedFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document is the same whether it is read from its file or from the text that was read of it. */
class ReadAgainTest {

    private static final String HTML = """
            <html><body><h1>Poverty Alleviation and Development in Hebei</h1>
            <p>In 2011, Hebei Province invested 120 million yuan of financial anti-poverty funds.</p>
            <table><tr><th rowspan="2">County</th><th colspan="2">Funds (yuan)</th></tr>
            <tr><th>2010</th><th>2011</th></tr>
            <tr><td>Pingshan</td><td>1200</td><td>1500</td></tr>
            <tr><td>Zanhuang</td><td>900</td><td>1100</td></tr></table></body></html>
            """;

    private static final String TEXT = """
            Poverty Alleviation and Development in Hebei

            In 2011, Hebei Province invested 120 million yuan of financial anti-poverty funds.

            County | 2010 | 2011
            Pingshan | 1200 | 1500
            Zanhuang | 900 | 1100
            """;

    private final DocumentReader reader = DocumentReader.create();

    @ParameterizedTest
    @ValueSource(strings = {HTML, TEXT})
    void readsTheSame(String file) throws Exception {
        SourceDocument read = read(file, StatedFacts.NONE);
        assertThat(read.articles().get(0).sections())
                .anySatisfy(section -> assertThat(section.tables()).isNotEmpty());

        assertThat(reader.readAgain(read.file(), read.text(), read.tables(), StatedFacts.of(read.articles())))
                .isEqualTo(read);
    }

    @Test
    void knowsWhatWasStated() throws Exception {
        StatedFacts stated = new StatedFacts("CN-GS", "Tongwei County", 2009, "Report of the office", "a.meta.yml");
        SourceDocument read = read("Report\n\nA total of 45,000 people got rid of poverty.\n", stated);

        assertThat(StatedFacts.of(read.articles())).isEqualTo(stated);
        assertThat(reader.readAgain(read.file(), read.text(), read.tables(), stated))
                .isEqualTo(read);
    }

    @Test
    void refusesTablesWhoseCellsWereNotKept() throws Exception {
        SourceDocument read = read(HTML, StatedFacts.NONE);

        assertThatThrownBy(() -> reader.readAgain(read.file(), read.text(), null, StatedFacts.NONE))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("did not keep where the cells of its tables are");
    }

    private SourceDocument read(String file, StatedFacts stated) throws UnreadableDocumentException {
        return reader.read("report", file.getBytes(StandardCharsets.UTF_8), stated);
    }
}
