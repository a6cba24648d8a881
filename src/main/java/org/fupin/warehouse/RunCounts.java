package org.fupin.warehouse;

/**
 * What a run did, in all its attempts. What hangs on the order in which files were loaded counts for nothing: an article
 * that another file of the same run outdid was never one of the run's.
 *
 * @param filesFound in the inbox, by the last attempt that looked
 * @param filesLoaded whose content was new
 * @param filesUnchanged whose content the warehouse held before the run
 * @param filesRejected by the last attempt, see {@link RejectedFiles}
 * @param articles that hold from this run on: added, or in the place of an earlier vintage
 * @param observations of these articles
 * @param leftOut left-out numbers of these articles, and of the run's documents outside of every article
 * @param findings errors and warnings of the province-years audited
 * @param reports report files entered, see {@link ReportFiles}
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
