package org.fupin.warehouse;

/**
 * What a run did.
 *
 * @param filesFound in the inbox
 * @param filesLoaded whose content was new
 * @param filesUnchanged whose content the warehouse already held
 * @param filesRejected see {@link RejectedFiles}
 * @param articles added or superseded
 * @param observations added
 * @param leftOut left-out numbers added
 * @param findings errors and warnings of the province-years audited
 * @param reports report files written
 */
public record RunCounts(
        int filesFound,
        int filesLoaded,
        int filesUnchanged,
        int filesRejected,
        int articles,
        int observations,
        int leftOut,
        int findings,
        int reports) {

    public static final RunCounts NONE = new RunCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);
}
