package org.fupin.reading;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** The styles of a DOCX document, as far as the text depends on them. */
final class DocxStyles implements XmlPart.Handler {

    /** What a style says itself; what it does not say is its parent's. */
    private static final class Style {
        private String name = "";
        private String parent = "";
        private Boolean hidden;
        private Boolean bold;
    }

    private final Map<String, Style> styles = new HashMap<>();
    private Style open = new Style();
    private int conditional;

    DocxStyles() {}

    /** Whether text in the style is not shown. */
    boolean isHidden(String id) {
        Boolean hidden = null;
        for (Style style : ancestry(id)) {
            hidden = hidden != null ? hidden : style.hidden;
        }
        return Boolean.TRUE.equals(hidden);
    }

    boolean isBold(String id) {
        Boolean bold = null;
        for (Style style : ancestry(id)) {
            bold = bold != null ? bold : style.bold;
        }
        return Boolean.TRUE.equals(bold);
    }

    /** Whether the style is that of a line of a table of contents. */
    boolean isContents(String id) {
        Style style = styles.get(id);
        String name = style == null ? id.toLowerCase(Locale.ROOT) : style.name;
        return name.startsWith("toc ") || name.equals("table of figures");
    }

    /** The style and those that it is based on, nearest first. */
    private Set<Style> ancestry(String id) {
        Set<Style> seen = new LinkedHashSet<>();
        Style style = styles.get(id);
        while (style != null && seen.add(style)) {
            style = styles.get(style.parent);
        }
        return seen;
    }

    @Override
    public void start(String name, XMLStreamReader xml) {
        switch (name) {
            case "style" -> {
                open = new Style();
                styles.put(XmlPart.attribute(xml, "styleId"), open);
            }
            case "name" -> open.name = XmlPart.attribute(xml, "val").toLowerCase(Locale.ROOT);
            case "basedOn" -> open.parent = XmlPart.attribute(xml, "val");
            case "tblStylePr", "docDefaults" -> conditional++;
            case "vanish" -> {
                if (conditional == 0) {
                    open.hidden = isOn(xml);
                }
            }
            case "b" -> {
                if (conditional == 0) {
                    open.bold = isOn(xml);
                }
            }
            default -> {
                // what a style says about looks
            }
        }
    }

    @Override
    public void end(String name) {
        if (name.equals("tblStylePr") || name.equals("docDefaults")) {
            conditional--;
        }
    }

    @Override
    public void text(String text) {
        // styles have none
    }

    /** A switch is on unless it says that it is off. */
    static boolean isOn(XMLStreamReader xml) {
        String value = XmlPart.attribute(xml, "val");
        return !value.equals("0") && !value.equals("false") && !value.equals("off") && !value.equals("none");
    }
}
