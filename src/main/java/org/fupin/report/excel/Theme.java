package org.fupin.report.excel;

import java.util.HexFormat;

/**
 * What the workbooks look like. Colours are RGB in hexadecimal; each stands on white or on {@link #headerFill()} with a
 * contrast of at least 4.5:1.
 *
 * @param font that common office programs have
 * @param textSize in points; the guidance asks for at least 12
 */
record Theme(
        String font,
        int titleSize,
        int headingSize,
        int textSize,
        String text,
        String title,
        String headerFill,
        String rule,
        String link,
        String warning,
        String bar) {

    static Theme plain() {
        return new Theme("Arial", 16, 14, 12, "222222", "1F3A5F", "DFE7F0", "B8C4D2", "0B5394", "9C1C1C", "2F5D8C");
    }

    static byte[] rgb(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
