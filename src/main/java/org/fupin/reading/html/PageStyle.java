package org.fupin.reading.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fupin.reading.limits.Breach;
import org.fupin.reading.limits.ReadingLimits;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * How the elements of an HTML page look by its own style, as far as a reader sees another text for it.
 *
 * <p>Rules come from the page's style elements and style attributes and are weighed as browsers do, by {@code !important},
 * specificity and order; those for print or for narrow screens do not count. Sheets that are linked to or imported are not
 * fetched. Selectors that depend on what a reader does or on the place among siblings ({@code :hover}, {@code
 * :nth-child()}, {@code ~}) are left aside, and so is what scripts would change.
 */
final class PageStyle {

    /** Steps of matching that a page may take, for each of its characters: usual ones take less than one. */
    private static final int STEPS_PER_CHARACTER = 100;

    private static final int INLINE = 1_000_000_000;

    /** A declaration on its way through the cascade. */
    private record Weighed(StyleDeclaration declaration, int specificity) {

        boolean yieldsTo(Weighed later) {
            if (declaration.important() != later.declaration.important()) {
                return later.declaration.important();
            }
            return later.specificity >= specificity;
        }
    }

    /** A rule and its place in the order. */
    private record Ordered(int order, StyleSheet.Rule rule) {}

    private final Document page;
    private final Map<String, List<Ordered>> rules = new HashMap<>();
    private long steps;

    private PageStyle(Document page, int characters) {
        this.page = page;
        this.steps = 10_000L + (long) STEPS_PER_CHARACTER * characters;
    }

    /** @param characters of the page's source */
    static PageStyle of(Document page, int characters) {
        PageStyle style = new PageStyle(page, characters);
        int order = 0;
        for (Element sheet : page.select("style")) {
            if (!sheet.hasAttr("media") || StyleSheet.isForScreens(sheet.attr("media"))) {
                for (StyleSheet.Rule rule : StyleSheet.rules(sheet.data())) {
                    style.rules
                            .computeIfAbsent(rule.selector().key(), key -> new ArrayList<>())
                            .add(new Ordered(order++, rule));
                }
            }
        }
        return style;
    }

    /**
     * How an element looks by what is said of itself.
     *
     * @throws Breach if the style sheet takes far more work than those of pages do
     */
    Look look(Element element) {
        List<Ordered> candidates = new ArrayList<>();
        if (!rules.isEmpty()) {
            add("*", candidates);
            add(element.normalName(), candidates);
            if (!element.id().isEmpty()) {
                add("#" + element.id(), candidates);
            }
            if (element.hasAttr("class")) {
                for (String name : element.classNames()) {
                    add("." + name, candidates);
                }
            }
        }
        String inline = element.attr("style");
        if (candidates.isEmpty() && inline.isEmpty()) {
            return Look.USUAL;
        }
        candidates.sort((a, b) -> Integer.compare(a.order(), b.order()));
        Map<String, Weighed> winners = new HashMap<>();
        for (Ordered candidate : candidates) {
            StyleSelector selector = candidate.rule().selector();
            if (selector.matches(page, element, this::take)) {
                candidate
                        .rule()
                        .declarations()
                        .forEach(declaration -> weigh(new Weighed(declaration, selector.specificity()), winners));
            }
        }
        StyleDeclaration.of(inline).forEach(declaration -> weigh(new Weighed(declaration, INLINE), winners));
        if (winners.isEmpty()) {
            return Look.USUAL;
        }
        Map<String, String> values = new HashMap<>();
        winners.forEach(
                (property, winner) -> values.put(property, winner.declaration().value()));
        return Look.of(values);
    }

    private void add(String key, List<Ordered> candidates) {
        List<Ordered> found = rules.get(key);
        if (found != null) {
            take(found.size());
            candidates.addAll(found);
        }
    }

    private void weigh(Weighed later, Map<String, Weighed> winners) {
        take(1);
        winners.merge(later.declaration().property(), later, (held, next) -> held.yieldsTo(next) ? next : held);
    }

    private void take(int taken) {
        steps -= taken;
        if (steps < 0) {
            throw new Breach(ReadingLimits.tooLarge(
                    "its style sheets take more than %d steps of matching for each of its characters, more than any page needs",
                    STEPS_PER_CHARACTER));
        }
    }
}
