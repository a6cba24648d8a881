package org.fupin.reading.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Drops what stands at the top and the bottom of the pages of a PDF: headers and footers, which come again at the same
 * place of a page nearby, but for their numbers, and page numbers. Lines of a table of contents go, too.
 */
final class PdfFurniture {

    /** How many lines of a header or a footer are looked for. */
    private static final int EDGE = 4;

    /** Left and right pages may have different ones. */
    private static final int NEARBY = 2;

    /** Points by which a line may be off its place on the other page. */
    private static final int PLACE = 4;

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "(?:page|p\\.|第)?[ \\-–—·|]{0,3}(?:#{1,4}|[ivxl]{1,6})[ \\-–—·|]{0,3}(?:页|(?:of|/) ?#{1,4})?");
    /** "Collected reports, page 3 of 10". */
    private static final Pattern PAGE_OF_PAGES = Pattern.compile("page #{1,4} (?:of|/) #{1,4}$");

    private static final Pattern CONTENTS = Pattern.compile("(?:[.·…] ?){5}");

    private PdfFurniture() {}

    /** The lines without furniture, in their order. */
    static List<PdfLine> without(List<PdfLine> lines) {
        Map<Integer, List<PdfLine>> pages = new HashMap<>();
        for (PdfLine line : lines) {
            pages.computeIfAbsent(line.page(), page -> new ArrayList<>()).add(line);
        }
        Map<Integer, Set<String>> edges = new HashMap<>();
        pages.forEach((page, content) -> {
            content.sort(Comparator.comparingDouble(PdfLine::y).thenComparingDouble(PdfLine::left));
            Set<String> keys = new HashSet<>();
            for (int i = 0; i < content.size(); i++) {
                if (i < EDGE || i >= content.size() - EDGE) {
                    keys.add(key(content.get(i), 0));
                }
            }
            edges.put(page, keys);
        });
        Set<PdfLine> dropped = new HashSet<>();
        pages.forEach((page, content) -> {
            int top = 0;
            while (top < Math.min(EDGE, content.size()) && isFurniture(content.get(top), edges)) {
                dropped.add(content.get(top++));
            }
            int bottom = content.size() - 1;
            while (bottom >= Math.max(top, content.size() - EDGE) && isFurniture(content.get(bottom), edges)) {
                dropped.add(content.get(bottom--));
            }
        });
        return lines.stream()
                .filter(line -> !dropped.contains(line) && !isOfContents(line.text()))
                .toList();
    }

    private static boolean isFurniture(PdfLine line, Map<Integer, Set<String>> edges) {
        if (line.text().length() <= 24
                && PAGE_NUMBER.matcher(masked(line.text())).matches()) {
            return true;
        }
        for (int page = line.page() - NEARBY; page <= line.page() + NEARBY; page++) {
            Set<String> others = edges.get(page);
            if (page != line.page()
                    && others != null
                    && (others.contains(key(line, 0))
                            || others.contains(key(line, -1))
                            || others.contains(key(line, 1)))) {
                return true;
            }
        }
        return false;
    }

    /** "Overview ........... 12". */
    private static boolean isOfContents(String text) {
        return Character.isDigit(text.charAt(text.length() - 1))
                && CONTENTS.matcher(text).find();
    }

    private static String key(PdfLine line, int shift) {
        return (Math.round(line.y() / PLACE) + shift) + " " + masked(line.text());
    }

    private static String masked(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(Character.isDigit(c) ? '#' : Character.toLowerCase(c));
        }
        return out.toString();
    }
}
