package org.fupin.job.past;

import java.nio.file.Path;
import java.util.List;
import org.fupin.warehouse.query.EditionRun;
import org.fupin.warehouse.query.ProvinceYearKey;

/**
 * Which reports of past editions were made.
 *
 * @param name of what was asked for: "2026-03" or "vintage 1 of CN-GS 2012"
 * @param folder that they stand in
 * @param editions by year and region
 * @param files relative to the folder, with {@code /}, by path
 * @param changed how many of them did not stand there before as they are
 */
public record PastResult(String name, Path folder, List<Made> editions, List<String> files, int changed) {

    public PastResult {
        editions = List.copyOf(editions);
        files = List.copyOf(files);
    }

    /**
     * An edition whose reports were made.
     *
     * @param newest number of the newest edition of the province and year
     */
    public record Made(ProvinceYearKey key, EditionRun edition, int newest) {

        public boolean isPast() {
            return edition.vintage() < newest;
        }
    }
}
