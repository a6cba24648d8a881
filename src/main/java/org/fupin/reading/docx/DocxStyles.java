package org.fupin.reading.docx;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The styles of a DOCX document, as far as the text depends on them. */
final class DocxStyles implements XmlPart.Handler {

    /** What a style says itself; what it does not say is its parent's. */
    private static final class Style {
        private String name = "";
        private String parent = "";
        private Boolean hidden;
        private Boolean bold;
        private Boolean struck;
        private Boolean raised;
    }

    /** In half points: text that is raised by less stands so for looks. */
    private static final int RAISED_BY = 4;

    private final Map<String, Style> styles = new HashMap<>();
    private Style open = new Style();
    private int conditional;

    DocxStyles() {}

    /** Whether text in the style is not shown. */
    boolean isHidden(String id) {
        return inherits(id, style -> style.hidden);
    }

    boolean isBold(String id) {
        return inherits(id, style -> style.bold);
    }

    /** Whether text in the style is struck out, once or twice. */
    boolean isStruck(String id) {
        return inherits(id, style -> style.struck);
    }

    /** Whether text in the style stands above the line, as marks of notes do. */
    boolean isRaised(String id) {
        return inherits(id, style -> style.raised);
    }

    /** Whether the style is that of a line of a table of contents. */
    boolean isContents(String id) {
        Style style = styles.get(id);
        String name = style == null ? id.toLowerCase(Locale.ROOT) : style.name;
        return name.startsWith("toc ") || name.equals("table of figures");
    }

    /** What the nearest style says that says anything of it; no if none does. */
    private boolean inherits(String id, Function<Style, @Nullable Boolean> property) {
        return ancestry(id).stream()
                .map(property)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(false);
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
            case "strike", "dstrike" -> {
                if (conditional == 0) {
                    // A style that says of one kind of line that there is none says nothing of the other.
                    open.struck = isOn(xml) || Boolean.TRUE.equals(open.struck);
                }
            }
            case "vertAlign", "position" -> {
                if (conditional == 0) {
                    open.raised = isRaised(name, xml);
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

    /** Whether an element that says how high text stands raises it: by name, or by two points and more. */
    static boolean isRaised(String name, XMLStreamReader xml) {
        String value = XmlPart.attribute(xml, "val");
        if (name.equals("vertAlign")) {
            return value.equals("superscript");
        }
        return value.matches("[1-9][0-9]{0,3}") && Integer.parseInt(value) >= RAISED_BY;
    }

    /** A switch is on unless it says that it is off. */
    static boolean isOn(XMLStreamReader xml) {
        String value = XmlPart.attribute(xml, "val");
        return !value.equals("0") && !value.equals("false") && !value.equals("off") && !value.equals("none");
    }
}
