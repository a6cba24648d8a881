package org.fupin.reading.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * A selector of a style sheet: tags, classes, ids and attributes, put together by descent, or by standing right behind.
 *
 * @param parts each for one element, the last for the one that is selected
 * @param combinators what stands between a part and the next: a blank, {@code >} or {@code +}
 * @param key the id ("#a"), class (".a") or tag of the last part by which it is looked up, "*" if it has none
 * @param specificity of selectors that disagree the larger one wins
 */
record StyleSelector(List<Evaluator> parts, List<Character> combinators, String key, int specificity) {

    /** A selector of more parts, or one longer than this, is none of a page's own. */
    private static final int MAX_PARTS = 12;

    private static final int MAX_LENGTH = 400;

    /** An element that decides over another stands no more elements above it. */
    private static final int MAX_DEPTH = 60;

    /** What matching may take, so that no style sheet makes a page take for ever. */
    interface Steps {
        void take(int steps);
    }

    /**
     * Reads a selector.
     *
     * @return null for one that depends on more than the elements themselves, such as {@code :hover} or {@code ::before},
     *     and for one that is not understood
     */
    static @Nullable StyleSelector of(String text) {
        String selector = text.strip();
        if (selector.isEmpty() || selector.length() > MAX_LENGTH) {
            return null;
        }
        List<Evaluator> parts = new ArrayList<>();
        List<Character> combinators = new ArrayList<>();
        int specificity = 0;
        String last = "";
        CssScan scan = new CssScan(selector);
        int i = 0;
        while (i < selector.length()) {
            int begin = i;
            while (i < selector.length() && " \t\n\r\f>+~".indexOf(selector.charAt(i)) < 0) {
                char c = selector.charAt(i);
                if (c == ':' || c == '|' || c == '&' || c == '(') {
                    return null;
                }
                specificity += c == '#' ? 10_000 : c == '.' || c == '[' ? 100 : 0;
                i = scan.next(i);
            }
            last = selector.substring(begin, Math.min(i, selector.length()));
            specificity += !last.isEmpty() && Character.isLetter(last.charAt(0)) ? 1 : 0;
            Evaluator evaluator = evaluator(last);
            if (evaluator == null || parts.size() == MAX_PARTS) {
                return null;
            }
            parts.add(evaluator);
            char combinator = ' ';
            while (i < selector.length() && " \t\n\r\f>+~".indexOf(selector.charAt(i)) >= 0) {
                char c = selector.charAt(i++);
                combinator = c == '>' || c == '+' || c == '~' ? c : combinator;
            }
            if (combinator == '~') {
                return null;
            }
            if (i < selector.length()) {
                combinators.add(combinator);
            }
        }
        return parts.isEmpty() ? null : new StyleSelector(parts, combinators, key(last), specificity);
    }

    private static @Nullable Evaluator evaluator(String part) {
        try {
            return part.isEmpty() ? null : QueryParser.parse(part);
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            return null;
        }
    }

    private static String key(String part) {
        int attribute = part.indexOf('[');
        String names = attribute < 0 ? part : part.substring(0, attribute);
        if (names.indexOf('\\') >= 0) {
            return "*";
        }
        for (char mark : new char[] {'#', '.'}) {
            int at = names.indexOf(mark);
            if (at >= 0) {
                int end = at + 1;
                while (end < names.length() && names.charAt(end) != '#' && names.charAt(end) != '.') {
                    end++;
                }
                return names.substring(at, end);
            }
        }
        return names.isEmpty() ? "*" : names.toLowerCase(Locale.ROOT);
    }

    boolean matches(Element root, Element element, Steps steps) {
        return matches(root, element, parts.size() - 1, steps);
    }

    private boolean matches(Element root, Element element, int part, Steps steps) {
        steps.take(1 + element.className().length() / 16);
        if (!parts.get(part).matches(root, element)) {
            return false;
        }
        if (part == 0) {
            return true;
        }
        switch (combinators.get(part - 1)) {
            case '>' -> {
                Element parent = element.parent();
                return parent != null && matches(root, parent, part - 1, steps);
            }
            case '+' -> {
                Node before = element.previousSibling();
                while (before != null && !(before instanceof Element)) {
                    steps.take(1);
                    before = before.previousSibling();
                }
                return before instanceof Element sibling && matches(root, sibling, part - 1, steps);
            }
            default -> {
                Element parent = element.parent();
                for (int up = 0; parent != null && up < MAX_DEPTH; up++, parent = parent.parent()) {
                    if (matches(root, parent, part - 1, steps)) {
                        return true;
                    }
                }
                return false;
            }
        }
    }
}
