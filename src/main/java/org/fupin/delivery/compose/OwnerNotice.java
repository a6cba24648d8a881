package org.fupin.delivery.compose;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner has to hear about a run.
 *
 * @param job the job's name
 * @param runId in the warehouse; null where the run got none
 * @param host the machine that it ran on
 * @param failure why the run failed, in one or more lines; null if it did not
 * @param rejected files that could not be taken in
 * @param displaced articles of files of the run that do not hold, because another of its files has them too
 * @param toReview corrections that could not be applied
 * @param undelivered mail that was given up
 * @param deferred mail that is tried again; told along with the rest, alone it is no reason to write
 */
public record OwnerNotice(
        String job,
        YearMonth period,
        @Nullable Long runId,
        String host,
        @Nullable String failure,
        List<RejectedInput> rejected,
        List<DisplacedInput> displaced,
        List<OpenCorrection> toReview,
        List<Undelivered> undelivered,
        List<Undelivered> deferred) {

    public OwnerNotice {
        toReview = List.copyOf(toReview);
        rejected = List.copyOf(rejected);
        displaced = List.copyOf(displaced);
        undelivered = List.copyOf(undelivered);
        deferred = List.copyOf(deferred);
    }

    /** One whose corrections could all be applied. */
    public OwnerNotice(
            String job,
            YearMonth period,
            @Nullable Long runId,
            String host,
            @Nullable String failure,
            List<RejectedInput> rejected,
            List<DisplacedInput> displaced,
            List<Undelivered> undelivered,
            List<Undelivered> deferred) {
        this(job, period, runId, host, failure, rejected, displaced, List.of(), undelivered, deferred);
    }

    /**
     * A file of the inbox that was rejected.
     *
     * @param file as the operator knows it
     * @param reason a short stable code
     * @param message for people
     */
    public record RejectedInput(String file, String reason, String message) {}

    /**
     * An article that does not hold.
     *
     * @param file that has it
     * @param by the file whose text holds instead
     */
    public record DisplacedInput(String title, String region, int year, String file, String by) {}

    /**
     * A correction that could not be applied.
     *
     * @param correction what it says, who made it, and in which document
     * @param problem why it was not applied
     */
    public record OpenCorrection(String correction, String problem) {}

    /** Whether there is anything that the owner has to act on, or to look at. */
    public boolean worthSending() {
        return failure != null
                || !rejected.isEmpty()
                || !displaced.isEmpty()
                || !toReview.isEmpty()
                || !undelivered.isEmpty();
    }
}
