package org.fupin.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.Observation;
import org.fupin.observation.Span;
import org.fupin.observation.document.ExtractedDocument;

/**
 * Whether the numbers of a document are accounted for: each digit lies in exactly one observation or left-out number,
 * spans do not overlap and match the text, links lead to observations.
 */
public final class Accounting {

    private Accounting() {}

    /** What is wrong with {@code document}, one line each; empty if nothing is. */
    public static List<String> faults(ExtractedDocument document) {
        String text = document.document().text();
        List<Observation> observations = new ArrayList<>();
        List<LeftOutNumber> leftOut = new ArrayList<>(document.outside());
        document.articles().forEach(article -> {
            article.observations().forEach(observations::add);
            article.leftOut().forEach(leftOut::add);
        });
        List<String> faults = new ArrayList<>();
        int[] covered = new int[text.length()];
        observations.forEach(o -> cover(covered, o.span(), o.text(), text, faults));
        leftOut.forEach(l -> cover(covered, l.span(), l.text(), text, faults));
        for (int at = 0; at < text.length(); at++) {
            if (covered[at] > 1) {
                faults.add("two spans overlap " + around(text, at));
            } else if (covered[at] == 0 && Character.isDigit(text.charAt(at))) {
                faults.add("no observation and no left-out number has the digit " + around(text, at));
            }
        }
        Set<Integer> begins = new HashSet<>();
        observations.forEach(o -> begins.add(o.begin()));
        for (Observation o : observations) {
            Stream.of(o.partOf(), o.about())
                    .filter(link -> link != null && (link == o.begin() || !begins.contains(link)))
                    .forEach(link -> faults.add("the link to " + link + " leads nowhere, " + around(text, o.begin())));
        }
        return faults;
    }

    private static void cover(int[] covered, Span span, String written, String text, List<String> faults) {
        if (span.end() > text.length() || !span.in(text).equals(written)) {
            faults.add("'" + written + "' is not what stands at " + span + " " + around(text, span.begin()));
            return;
        }
        for (int at = span.begin(); at < span.end(); at++) {
            covered[at]++;
        }
    }

    private static String around(String text, int at) {
        int here = Math.min(at, text.length());
        return "at " + at + ": ..." + text.substring(Math.max(0, here - 40), here) + "^"
                + text.substring(here, Math.min(text.length(), here + 40)) + "...";
    }
}
