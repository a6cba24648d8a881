package org.fupin.reference;

import java.util.List;
import org.fupin.observation.Coded;

/** Words of the headers, stubs and captions of tables by what they say of the figures, from {@code lexicon/table_words.csv}. */
public final class TableWords {

    private static final Once<TableWords> TABLE = new Once<>(TableWords::read);

    /** What words say; the file tells more. */
    public enum Type implements Coded {
        TOTAL("total"),
        SUBTOTAL("subtotal"),
        OF_WHICH("of_which"),
        AVERAGE("average"),
        WHOLE("whole"),
        STATUS("status"),
        KIND("kind"),
        BASE("base"),
        NUMBER_OF("number_of"),
        PLACES("places"),
        ITEMS("items"),
        UNITS("units"),
        YEAR("year"),
        /** Their value is the reason for which the numbers of such a column are left out. */
        NO_FIGURE("no_figure"),
        MISSING("missing"),
        FILLER("filler"),
        YEAR_OF("year_of"),
        END_OF("end_of"),
        MONTHS("months"),
        PAYER("payer"),
        STANDARD("standard"),
        BRACKETS("brackets"),
        RECEIVER("receiver"),
        NAME("name"),
        INTRODUCTION("introduction"),
        RANGE("range"),
        UNIT("unit"),
        UNIT_BEFORE("unit_before"),
        UNIT_BETWEEN("unit_between"),
        OPENING("opening"),
        CLOSING("closing");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** A word of one type that leads to a value. */
    public record Row(Type type, String value, String word) {}

    private final List<Row> rows;

    private TableWords(List<Row> rows) {
        this.rows = rows;
    }

    /** Reads the table at the first call. */
    public static TableWords load() {
        return TABLE.get();
    }

    private static TableWords read() {
        LexiconTable table =
                new LexiconTable(CsvTable.Files.CLASS_PATH, "word", row -> List.of("for the type " + row.get("type")));
        return new TableWords(table.read(
                "table_words.csv",
                row -> new Row(Coded.of(Type.class, row.get("type")), row.get("value"), row.get("word"))));
    }

    /** All rows, in the file's order. */
    public List<Row> rows() {
        return rows;
    }
}
