package org.fupin.reading.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a style sheet or a style attribute says of one property.
 *
 * @param property in lower case; a shorthand as the one property of it that is of interest
 * @param value in lower case
 */
record StyleDeclaration(String property, String value, boolean important) {

    /** The properties that decide whether a text is seen, and where words end. */
    private static final Set<String> PROPERTIES = Set.of(
            "display",
            "visibility",
            "opacity",
            "content-visibility",
            "mso-hide",
            "font-size",
            "font",
            "text-decoration",
            "text-decoration-line",
            "text-indent",
            "vertical-align",
            "white-space",
            "position",
            "left",
            "top",
            "right",
            "clip",
            "clip-path",
            "overflow",
            "height",
            "max-height",
            "width",
            "animation",
            "animation-name",
            "transition");

    /** Those declarations of a block that are of interest, in their order; what stands in braces within it is left out. */
    static List<StyleDeclaration> of(String block) {
        List<StyleDeclaration> declarations = new ArrayList<>();
        int begin = 0;
        int nested = 0;
        CssScan scan = new CssScan(block);
        for (int i = 0; i <= block.length(); i = scan.next(i)) {
            char c = i < block.length() ? block.charAt(i) : ';';
            if (c == '{') {
                nested++;
            } else if (c == '}') {
                nested--;
                begin = i + 1;
            } else if (c == ';' && nested <= 0) {
                add(block.substring(begin, Math.min(i, block.length())), declarations);
                begin = i + 1;
            }
            if (i == block.length()) {
                break;
            }
        }
        return declarations;
    }

    private static void add(String text, List<StyleDeclaration> declarations) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return;
        }
        String property = text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (!PROPERTIES.contains(property)) {
            return;
        }
        String value = text.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
        boolean important = false;
        int mark = value.lastIndexOf('!');
        if (mark >= 0) {
            important = value.substring(mark + 1).strip().equals("important");
            value = value.substring(0, mark).strip();
        }
        switch (property) {
            case "text-decoration" -> property = "text-decoration-line";
            case "font" -> {
                property = "font-size";
                value = sizeOf(value);
            }
            default -> {
                // no shorthand
            }
        }
        if (!value.isEmpty()) {
            declarations.add(new StyleDeclaration(property, value, important));
        }
    }

    /** The size in a value of "font": the one length in it, before the line's height. */
    private static String sizeOf(String font) {
        for (String word : font.split("\\s+")) {
            String size = word.contains("/") ? word.substring(0, word.indexOf('/')) : word;
            if (!size.isEmpty()
                    && Character.isDigit(size.charAt(0))
                    && (!Character.isDigit(size.charAt(size.length() - 1)) || size.equals("0"))) {
                return size;
            }
        }
        return "";
    }
}
