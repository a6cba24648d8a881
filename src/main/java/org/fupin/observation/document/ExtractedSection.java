package org.fupin.observation.document;

import java.util.List;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.Observation;

/**
 * What was found in a section: every number token of its body lies in exactly one of both lists.
 *
 * @param observations by begin
 * @param leftOut by begin
 */
public record ExtractedSection(Section section, List<Observation> observations, List<LeftOutNumber> leftOut) {

    public ExtractedSection {
        observations = List.copyOf(observations);
        leftOut = List.copyOf(leftOut);
    }
}
