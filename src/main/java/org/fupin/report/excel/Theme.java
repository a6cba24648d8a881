package org.fupin.report.excel;

import java.util.HexFormat;

/**
 * What the workbooks look like. Colours are RGB in hexadecimal; each has a contrast with white of at least 4.5:1. Text without
 * emphasis has none, and no cell a fill: both are as the reader's program shows them.
 *
 * @param font that common office programs have
 * @param textSize in points; the guidance asks for at least 12
 */
record Theme(
        String font,
        int titleSize,
        int headingSize,
        int textSize,
        String title,
        String rule,
        String link,
        String warning,
        String bar) {

    static Theme plain() {
        return new Theme("Arial", 16, 14, 12, "1F3A5F", "B8C4D2", "0B5394", "9C1C1C", "2F5D8C");
    }

    static byte[] rgb(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
