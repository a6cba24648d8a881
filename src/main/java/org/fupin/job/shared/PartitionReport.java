package org.fupin.job.shared;

import java.util.List;
import java.util.Map;
import org.fupin.intake.LeftFile;
import org.fupin.intake.Rejection;
import org.fupin.job.run.Count;
import org.fupin.observation.document.Warning;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a worker found out of a partition, for the run to count and tell as if it had done the work itself.
 *
 * @param worker who it was, for people
 * @param counts those that are not zero
 * @param passedOver files that hold nothing in the scope of the run
 * @param done what is done, as it is called on one line
 */
public record PartitionReport(
        String worker,
        Map<Count, Long> counts,
        List<Warned> warned,
        List<Rejection> rejected,
        List<LeftFile> left,
        List<String> passedOver,
        List<Made> made,
        List<String> done,
        List<Failed> failed) {

    record Warned(String file, Warning warning) {}

    /** A report. @param path relative to the folder of the outputs */
    record Made(String path, long bytes, boolean changed, long millis) {}

    /** @param key as it is described; empty for the partition as a whole */
    record Failed(Map<String, Object> key, String why) {}

    public String write() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    public static PartitionReport read(String written) {
        return JsonMapper.shared().readValue(written, PartitionReport.class);
    }
}
