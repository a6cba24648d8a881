package org.fupin.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fupin.observation.Coded;
import org.fupin.observation.Observation;
import org.fupin.report.figure.FigureText;
import org.fupin.report.figure.Labels;
import org.jspecify.annotations.Nullable;

/** Tells in words what a revision changed in a figure. */
public final class Differences {

    private Differences() {}

    /** What the edition before said where it differs: "1.1 billion Yuan; source of funds: Central government". */
    public static String text(RevisionLine line) {
        Observation before = line.before();
        if (before == null) {
            return "";
        }
        Observation after = line.after();
        List<String> parts = new ArrayList<>();
        if (after == null || !FigureText.of(before).equals(FigureText.of(after))) {
            parts.add(FigureText.of(before));
        }
        if (after != null) {
            add(parts, "measure", before.measure().label(), after.measure().label());
            add(parts, "source of funds", Labels.payer(before.source()), Labels.payer(after.source()));
            add(parts, "kind", before.kind().code(), after.kind().code());
            add(parts, "status", before.status().code(), after.status().code());
            add(parts, "period", before.period().iso(), after.period().iso());
            add(parts, "place", before.region(), after.region());
            add(parts, "item", before.item(), after.item());
            add(parts, "per", code(before.per()), code(after.per()));
        }
        return parts.isEmpty() ? "Its links to other figures" : String.join("; ", parts);
    }

    private static void add(List<String> parts, String field, String before, String after) {
        if (!Objects.equals(before, after)) {
            parts.add(field + ": " + (before.isEmpty() ? "none" : before));
        }
    }

    private static String code(@Nullable Coded value) {
        return value == null ? "" : value.code();
    }
}
