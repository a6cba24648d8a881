package org.fupin.report.excel;

/** Text as XML has it. */
final class XmlText {

    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /** The namespace of sheets, texts and styles. */
    static final String SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private XmlText() {}

    /** Adds text for an element or an attribute in double quotes; it holds no character that XML cannot. */
    static StringBuilder append(StringBuilder xml, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                default -> xml.append(c);
            }
        }
        return xml;
    }
}
