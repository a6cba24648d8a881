package org.fupin.report.excel;

import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTXf;

/**
 * The cell styles that spreadsheets know by name: screen readers go from heading to heading by them, and a reader may change
 * all headings at once. All other cells have the style Normal. The library writes no names: {@link #named} adds them.
 */
final class NamedStyles {

    /** Numbers of built-in styles, in the order in which workbooks have them (ECMA-376, part 1, 18.8.7). */
    private static final List<Map.Entry<String, Integer>> BUILT_IN =
            List.of(Map.entry("Normal", 0), Map.entry("Heading 1", 16), Map.entry("Heading 2", 17));

    private static final String BEFORE = "</cellXfs>";

    private NamedStyles() {}

    /** Makes the looks those of the styles Heading 1 and Heading 2. */
    static void headings(StylesTable table, XSSFCellStyle first, XSSFCellStyle second) {
        List<XSSFCellStyle> looks = List.of(first, second);
        for (int i = 0; i < looks.size(); i++) {
            CTXf look = looks.get(i).getCoreXf();
            CTXf style = (CTXf) look.copy();
            if (style.isSetXfId()) {
                style.unsetXfId();
            }
            table.putCellStyleXf(style);
            look.setXfId(i + 1);
        }
    }

    /** @param styles {@code xl/styles.xml} of a workbook with these headings */
    static String named(String styles) {
        int at = styles.indexOf(BEFORE);
        if (at < 0) {
            throw new IllegalStateException("the workbook has no cell styles");
        }
        StringBuilder names = new StringBuilder("<cellStyles count=\"" + BUILT_IN.size() + "\">");
        for (int i = 0; i < BUILT_IN.size(); i++) {
            names.append("<cellStyle name=\"")
                    .append(BUILT_IN.get(i).getKey())
                    .append("\" xfId=\"")
                    .append(i)
                    .append("\" builtinId=\"")
                    .append(BUILT_IN.get(i).getValue())
                    .append("\"/>");
        }
        int end = at + BEFORE.length();
        return styles.substring(0, end) + names + "</cellStyles>" + styles.substring(end);
    }
}
