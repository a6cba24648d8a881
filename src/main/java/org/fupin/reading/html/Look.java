package org.fupin.reading.html;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one element of an HTML page looks by what its style says, as far as the text depends on it.
 *
 * @param flow whether it is shown, and how it stands among others
 * @param visible what is said of its visibility, which those in it have too unless they say otherwise; null for nothing
 * @param tiny whether its letters have no size; like {@code visible}
 * @param kept whether its line ends are kept; like {@code visible}
 * @param height where its letters stand
 */
record Look(
        Flow flow,
        @Nullable Boolean visible,
        @Nullable Boolean tiny,
        @Nullable Boolean kept,
        Height height) {

    enum Flow {
        /** As its tag says. */
        USUAL,
        /** Not shown, with all that is in it, or struck out. */
        GONE,
        BLOCK,
        /** In a line, with room around it. */
        APART,
        /** Part of the words around it. */
        INLINE
    }

    enum Height {
        USUAL,
        RAISED,
        LOWERED,
        /** On the line, even where its tag says otherwise. */
        LEVEL
    }

    static final Look USUAL = new Look(Flow.USUAL, null, null, null, Height.USUAL);

    private static final Set<String> BLOCKS = Set.of(
            "block", "flex", "grid", "flow-root", "list-item", "table", "table-row", "table-caption", "-webkit-box");
    private static final Set<String> APART =
            Set.of("inline-block", "inline-flex", "inline-grid", "inline-table", "table-cell");

    /** Further to the left or above than this is off the page, in pixels. */
    private static final double OFF_PAGE = -500;

    /** @param values of the properties that are declared, in lower case */
    static Look of(Map<String, String> values) {
        String visibility = values.get("visibility");
        String size = values.get("font-size");
        String space = values.get("white-space");
        return new Look(
                flow(values),
                visibility == null ? null : (Boolean) visibility.equals("visible"),
                tiny(size),
                space == null ? null : (Boolean) (space.startsWith("pre") || space.startsWith("break-spaces")),
                height(values.getOrDefault("vertical-align", "")));
    }

    private static Flow flow(Map<String, String> values) {
        String display = values.getOrDefault("display", "");
        if (display.equals("none")
                || values.getOrDefault("text-decoration-line", "").contains("line-through")
                || values.getOrDefault("content-visibility", "").equals("hidden")
                || values.getOrDefault("mso-hide", "").equals("all")
                || isZero(values.get("opacity")) && !isMoving(values)
                || isOff(values)
                || isCutAway(values)) {
            return Flow.GONE;
        }
        if (BLOCKS.contains(display)) {
            return Flow.BLOCK;
        }
        if (APART.contains(display)) {
            return Flow.APART;
        }
        return display.equals("inline") || display.equals("contents") ? Flow.INLINE : Flow.USUAL;
    }

    /** What is about to appear is seen by who waits for it. */
    private static boolean isMoving(Map<String, String> values) {
        return values.containsKey("animation")
                || values.containsKey("animation-name")
                || values.containsKey("transition");
    }

    private static boolean isOff(Map<String, String> values) {
        String position = values.getOrDefault("position", "");
        boolean placed = position.equals("absolute") || position.equals("fixed");
        return number(values.get("text-indent"), 0) <= OFF_PAGE
                || placed
                        && (number(values.get("left"), 0) <= OFF_PAGE
                                || number(values.get("top"), 0) <= OFF_PAGE
                                || number(values.get("right"), 0) <= OFF_PAGE);
    }

    private static boolean isCutAway(Map<String, String> values) {
        String clip = values.getOrDefault("clip", "").replace(" ", "").replace("px", "");
        String path = values.getOrDefault("clip-path", "");
        if (clip.startsWith("rect(0,0,0,0")
                || clip.startsWith("rect(1,1,1,1")
                || path.matches("inset\\((50|100)%\\)")) {
            return true;
        }
        return values.getOrDefault("overflow", "").startsWith("hidden")
                && (isZero(values.get("height")) || isZero(values.get("max-height")) || isZero(values.get("width")));
    }

    private static @Nullable Boolean tiny(@Nullable String size) {
        if (isZero(size)) {
            return true;
        }
        // A size by that of the element around stays nothing where that is nothing.
        return size == null || size.endsWith("em") && !size.endsWith("rem") || size.endsWith("%")
                ? null
                : Boolean.FALSE;
    }

    private static Height height(String align) {
        return switch (align) {
            case "" -> Height.USUAL;
            case "super" -> Height.RAISED;
            case "sub" -> Height.LOWERED;
            case "baseline", "initial" -> Height.LEVEL;
            default -> {
                // Less than a quarter of a line is for looks.
                double by = number(align, 0) * (align.endsWith("em") || align.endsWith("ex") ? 100 : 1);
                double least = align.endsWith("em") || align.endsWith("ex") || align.endsWith("%") ? 25 : 3;
                yield by >= least ? Height.RAISED : by <= -least ? Height.LOWERED : Height.USUAL;
            }
        };
    }

    private static boolean isZero(@Nullable String value) {
        return value != null && number(value, 1) == 0;
    }

    /** The number that a value begins with, whatever its unit. */
    private static double number(@Nullable String value, double other) {
        if (value == null) {
            return other;
        }
        int end = 0;
        while (end < value.length() && end < 12 && "+-.0123456789".indexOf(value.charAt(end)) >= 0) {
            end++;
        }
        try {
            return end == 0 ? other : Double.parseDouble(value.substring(0, end));
        } catch (NumberFormatException e) {
            return other;
        }
    }
}
