package org.fupin.reading.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rules of a style sheet that say something about what a reader sees, in their order. */
final class StyleSheet {

    /** A selector and what it says of the elements that it selects. */
    record Rule(StyleSelector selector, List<StyleDeclaration> declarations) {}

    private StyleSheet() {}

    static List<Rule> rules(String sheet) {
        String css = withoutComments(sheet);
        List<Rule> rules = new ArrayList<>();
        CssScan scan = new CssScan(css);
        int begin = 0;
        int i = 0;
        while (i < css.length()) {
            char c = css.charAt(i);
            if (c == ';' || c == '}') {
                // a statement without a block, or the end of one that was gone into
                begin = i + 1;
                i++;
            } else if (c == '{') {
                String head = css.substring(begin, i).strip();
                if (head.startsWith("@") && isForReaders(head)) {
                    i++;
                } else {
                    int end = scan.behindBlock(i);
                    if (!head.startsWith("@")) {
                        boolean closed = css.charAt(end - 1) == '}';
                        add(head, css.substring(i + 1, closed ? end - 1 : end), rules);
                    }
                    i = end;
                }
                begin = i;
            } else {
                i = scan.next(i);
            }
        }
        return rules;
    }

    private static void add(String selectors, String block, List<Rule> rules) {
        List<StyleDeclaration> declarations = StyleDeclaration.of(block);
        if (declarations.isEmpty()) {
            return;
        }
        CssScan scan = new CssScan(selectors);
        int begin = 0;
        for (int i = 0; i <= selectors.length(); i = scan.next(i)) {
            if (i == selectors.length() || selectors.charAt(i) == ',') {
                StyleSelector selector = StyleSelector.of(selectors.substring(begin, i));
                if (selector != null) {
                    rules.add(new Rule(selector, declarations));
                }
                begin = i + 1;
            }
        }
    }

    /** Whether what stands in the block of an at-rule holds for someone who reads the page on a screen of usual width. */
    private static boolean isForReaders(String head) {
        String rule = head.toLowerCase(Locale.ROOT);
        if (rule.startsWith("@media")) {
            return isForScreens(rule.substring("@media".length()));
        }
        return rule.startsWith("@layer") || rule.startsWith("@supports") && !rule.contains("not");
    }

    /** Whether a list of media queries, as a media attribute has it, holds for a screen of usual width. */
    static boolean isForScreens(String media) {
        for (String query : media.toLowerCase(Locale.ROOT).split(",", -1)) {
            String words = query.strip();
            boolean negated = words.startsWith("not ");
            boolean other = words.contains("print")
                    || words.contains("speech")
                    || words.contains("handheld")
                    || words.contains("max-width")
                    || words.contains("max-device-width")
                    || words.contains("max-height")
                    || words.contains("width <")
                    || words.contains("width<")
                    || words.contains("portrait")
                    || words.contains("prefers-")
                    || words.contains("hover: none");
            if (negated == other) {
                return true;
            }
        }
        return false;
    }

    /** Without comments, and without the marks that hid a sheet from the oldest programs. */
    private static String withoutComments(String sheet) {
        StringBuilder out = new StringBuilder(sheet.length());
        int i = 0;
        while (i < sheet.length()) {
            if (sheet.startsWith("/*", i)) {
                int end = sheet.indexOf("*/", i + 2);
                i = end < 0 ? sheet.length() : end + 2;
                out.append(' ');
            } else if (sheet.startsWith("<!--", i) || sheet.startsWith("-->", i)) {
                i += sheet.charAt(i) == '<' ? 4 : 3;
            } else {
                out.append(sheet.charAt(i++));
            }
        }
        return out.toString();
    }
}
