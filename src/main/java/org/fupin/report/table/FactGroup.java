package org.fupin.report.table;

import java.util.List;

/** Facts of a cover under one heading. */
public record FactGroup(String heading, List<Fact> facts) {

    public FactGroup {
        facts = List.copyOf(facts);
    }
}
