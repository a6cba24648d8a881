package org.fupin.warehouse.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fupin.observation.CorrectedField;
import org.fupin.observation.Observation;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.edition.Revision;

/**
 * What another reading of the same text says otherwise, be it by a newer program or by a person. Where the text is the same a
 * figure is known by where it begins. Rules, flags and doubt make no difference: they tell how a figure was read, not what it is.
 */
final class Rereading {

    private Rereading() {}

    /** In the order of the text, those that are figures no more last. */
    static List<Revision> between(ExtractedArticle before, ExtractedArticle after) {
        String title = after.article().title();
        Map<Integer, Observation> old = new LinkedHashMap<>();
        before.observations().forEach(figure -> old.put(figure.begin(), figure));
        List<Revision> revisions = new ArrayList<>();
        after.observations().forEach(now -> {
            Observation was = old.remove(now.begin());
            if (was == null || differ(was, now)) {
                revisions.add(new Revision(title, was, now));
            }
        });
        old.values().forEach(gone -> revisions.add(new Revision(title, gone, null)));
        return revisions;
    }

    private static boolean differ(Observation some, Observation other) {
        for (CorrectedField field : CorrectedField.values()) {
            if (!field.of(some).equals(field.of(other))) {
                return true;
            }
        }
        return false;
    }
}
