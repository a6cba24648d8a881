package org.fupin.report.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xssf.model.SharedStringsTable;

/** The texts of all sheets, each once: cells name them by number. Kept as the text of their file, without an object for each. */
final class SharedTexts extends SharedStringsTable {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final StringBuilder items = new StringBuilder(1 << 14);
    private int uses;

    /** The number of a text, from 0; each call is a use of it. */
    int number(String text) {
        uses++;
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        numbers.put(text, number);
        items.append(keepsSpace(text) ? "<si><t xml:space=\"preserve\">" : "<si><t>");
        XmlText.append(items, text).append("</t></si>");
        return number;
    }

    /** Readers may drop the space around a text that does not say that it matters. */
    private static boolean keepsSpace(String text) {
        return !text.isEmpty()
                && (text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ' || text.indexOf('\n') >= 0);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        String head = XmlText.DECLARATION + "<sst xmlns=\"" + XmlText.SPREADSHEET + "\" count=\"" + uses
                + "\" uniqueCount=\"" + numbers.size() + "\">";
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.write(items.toString().getBytes(StandardCharsets.UTF_8));
        out.write("</sst>".getBytes(StandardCharsets.UTF_8));
    }
}
