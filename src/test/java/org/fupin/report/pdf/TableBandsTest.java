package org.fupin.report.pdf;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;
import org.junit.jupiter.api.Test;

/** What whoever adds a table is told where it does not fit. */
class TableBandsTest {

    private static Layout<String> ofPage(String code, int columns, int width) {
        Layout.Builder<String> layout = Layout.ofPage(code);
        IntStream.range(0, columns).forEach(at -> layout.page("Column " + at, ColumnType.TEXT, width, line -> line));
        return layout.build();
    }

    @Test
    void refusesTablesThatDoNotFitOnAPage() {
        TableBands wide = new TableBands(List.of(ofPage("Wide", 4, 127)));
        TableBands many = new TableBands(List.of(ofPage("Many", 10, 50)));

        assertThatThrownBy(wide::rows)
                .hasMessage("table Wide is 508 points wide and has 4 columns: expected at most 504 and 9");
        assertThatThrownBy(many::headers)
                .hasMessage("table Many is 500 points wide and has 10 columns: expected at most 504 and 9");
    }

    @Test
    void refusesTwoTablesOfOneCode() {
        List<Layout<String>> tables = List.of(ofPage("One", 1, 50), ofPage("One", 2, 50));

        assertThatThrownBy(() -> new TableBands(tables))
                .hasMessage("two tables have the code One: expected one of its own for each");
    }

    @Test
    void refusesTwoColumnsOfOneCodeOnASheet() {
        Layout.Builder<String> layout = Layout.<String>ofSheet("Twice", "Twice", "")
                .text("As stated", 10, line -> line)
                .text("As-stated", 10, line -> line);

        assertThatThrownBy(layout::build)
                .hasMessage(
                        "table Twice has two columns on its sheet of the code as_stated: expected titles that differ");
    }

    @Test
    void refusesASheetThatSaysNothingWhereItIsEmpty() {
        Layout<String> layout = Layout.<String>ofSheet("Silent", "Silent", "")
                .text("Line", 10, line -> line)
                .build();

        assertThatThrownBy(() -> layout.table(Table.Texts.ofSheet("Title", "", " "), List.of()))
                .hasMessage("table Silent has no lines, and no text for that case");
    }
}
