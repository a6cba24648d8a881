package org.fupin.report.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTXf;

/**
 * The styles of a workbook with those that spreadsheets know by name: screen readers go from heading to heading by them, and a
 * reader may change all headings at once. All other cells have the style Normal. The library writes no names.
 */
final class NamedStyles extends StylesTable {

    /** Numbers of built-in styles, in the order in which workbooks have them (ECMA-376, part 1, 18.8.7). */
    private static final List<Map.Entry<String, Integer>> BUILT_IN =
            List.of(Map.entry("Normal", 0), Map.entry("Heading 1", 16), Map.entry("Heading 2", 17));

    private static final String BEFORE = "</cellXfs>";

    /** Makes the looks those of the styles Heading 1 and Heading 2. */
    void headings(XSSFCellStyle first, XSSFCellStyle second) {
        List<XSSFCellStyle> looks = List.of(first, second);
        for (int i = 0; i < looks.size(); i++) {
            CTXf look = looks.get(i).getCoreXf();
            CTXf style = (CTXf) look.copy();
            if (style.isSetXfId()) {
                style.unsetXfId();
            }
            putCellStyleXf(style);
            look.setXfId(i + 1);
        }
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        ByteArrayOutputStream unnamed = new ByteArrayOutputStream();
        super.writeTo(unnamed);
        String xml = unnamed.toString(StandardCharsets.UTF_8);
        int at = xml.indexOf(BEFORE) + BEFORE.length();
        if (at < BEFORE.length()) {
            throw new IllegalStateException("the library wrote no cell styles");
        }
        out.write((xml.substring(0, at) + names() + xml.substring(at)).getBytes(StandardCharsets.UTF_8));
    }

    private static String names() {
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
        return names.append("</cellStyles>").toString();
    }
}
