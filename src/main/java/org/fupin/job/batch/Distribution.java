package org.fupin.job.batch;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Gives partitions to other processes. Each is done by one of them, once; used by one thread. */
public interface Distribution {

    /**
     * A partition that is through.
     *
     * @param id Spring Batch's number of it
     * @param report what the other process found out, see {@link SharedWork#heard}
     */
    record Through(long id, String report) {}

    /** How many partitions the others do at the same time, as far as is known. */
    int hands();

    /**
     * Offers partitions.
     *
     * @param partitions what each is called, on one line, by Spring Batch's number of it
     * @param keys how many keys the largest of them has
     */
    void offer(String step, Map<Long, String> partitions, int keys) throws Exception;

    /** Those that have got through since it was asked last; waits a moment if there are none. */
    List<Through> next() throws Exception;

    /** Takes those of these back that nobody has begun, and gives them. */
    List<Long> recall(Collection<Long> partitions);
}
