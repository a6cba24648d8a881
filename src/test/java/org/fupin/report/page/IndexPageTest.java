package org.fupin.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.fupin.observation.Region;
import org.fupin.report.page.IndexPage.Line;
import org.fupin.report.page.IndexPage.Link;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class IndexPageTest {

    private static final Region HEBEI =
            new Region("CN-HE", "130000", "Hebei <Province>", "Hebei", "\u6CB3\u5317\u7701");

    private static final Line OF_2011 = new Line(
            HEBEI,
            2011,
            "2012-05",
            "provisional",
            1234,
            56,
            2,
            3,
            "2011/CN-HE/CN-HE-2011.html",
            List.of(new Link("PDF", "2011/CN-HE/CN-HE-2011.pdf")));

    private static final Line OF_2012 =
            new Line(HEBEI, 2012, "2013-06", Line.state(2, true, false), 10, 0, 0, 0, "", List.of());

    @Test
    void listsTheYearsNewestFirst() throws IOException {
        Document page = page(List.of(OF_2011, OF_2012));

        assertThat(page.select("section h2").eachText()).containsExactly("2012", "2011");
        assertThat(page.select(".state").text()).isEqualTo("2 reports with 1,244 figures, 56 of them doubtful");
        assertThat(page.select("tr[data-find]").last().text())
                .isEqualTo("Hebei <Province> 1,234 56 2 3 2012-05 provisional PDF");
        assertThat(page.select("section").last().select("a").eachAttr("href"))
                .containsExactly("2011/summary-2011.pdf", "2011/CN-HE/CN-HE-2011.html", "2011/CN-HE/CN-HE-2011.pdf");
    }

    @Test
    void leadsToNoPageThatIsNotThere() throws IOException {
        Document page = page(List.of(OF_2012));

        assertThat(page.select("main a")).isEmpty();
        assertThat(page.select("th[scope=row]").text()).isEqualTo("Hebei <Province>");
        assertThat(page.select("tr[data-find]").text()).contains("revised, vintage 2");
    }

    @Test
    void isFoundByNameInBothLanguagesCodeAndYear() throws IOException {
        assertThat(page(List.of(OF_2011)).select("tr[data-find]").attr("data-find"))
                .isEqualTo("hebei <province> \u6CB3\u5317\u7701 cn-he 2011");
    }

    @Test
    void saysThatThereIsNothingYet() throws IOException {
        assertThat(page(List.of()).select("main").text()).isEqualTo("No report has been made yet.");
    }

    private static Document page(List<Line> lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new IndexPage().write(lines, Map.of(2011, List.of(new Link("Summary, PDF", "2011/summary-2011.pdf"))), "", out);
        return Jsoup.parse(out.toString(StandardCharsets.UTF_8));
    }
}
