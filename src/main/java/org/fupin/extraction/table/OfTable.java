package org.fupin.extraction.table;

import java.util.List;
import java.util.Set;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Status;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/**
 * What is said of all figures of a table: by its captions, its notes, cells over its width, and the text before it.
 *
 * @param label what they say together
 * @param statements those of notes on some of the figures: "area in mu"
 * @param brackets what a second figure in brackets is of the one before it, where a note says so
 */
record OfTable(
        TableLabel label,
        List<Statement> statements,
        @Nullable Kind brackets) {

    /** The unit of the figures of which the header or stub has one of the names. */
    record Statement(Set<String> names, Scale scale) {

        boolean isOf(TableLabel label) {
            return label.names().stream().anyMatch(names::contains);
        }
    }

    /** "Use of funds" over the stubs says what all of the figures are, "Donor" who pays, "Standard" that they are norms. */
    OfTable with(@Nullable TableLabel corner) {
        if (corner == null) {
            return this;
        }
        TableLabel both = new TableLabel().under(label);
        both.scales = label.scales;
        if (!label.topic.isTold() && corner.topic.money() != null) {
            both.topic = corner.topic;
        }
        if (corner.payer == FundingSource.SOCIAL || corner.payer == FundingSource.CREDIT) {
            both.payer = corner.payer;
            both.types.add(Type.PAYER);
        }
        both.status = corner.status == Status.STANDARD ? Status.STANDARD : label.status;
        return new OfTable(both, statements, brackets);
    }
}
