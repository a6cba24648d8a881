package org.fupin.job.step;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fupin.job.batch.PartitionedWork;
import org.fupin.warehouse.query.ProvinceYearKey;

/** Work on provinces and years. */
interface ProvinceYearWork extends PartitionedWork<ProvinceYearKey> {

    @Override
    default Map<String, ?> describe(ProvinceYearKey key) {
        return describing(key);
    }

    /** As the log has it. */
    static Map<String, ?> describing(ProvinceYearKey key) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("province", key.region());
        described.put("year", key.year());
        return described;
    }

    @Override
    default Map<String, ?> write(ProvinceYearKey key) {
        return Map.of("region", key.region(), "year", key.year());
    }

    @Override
    default ProvinceYearKey read(Map<String, ?> written) {
        return new ProvinceYearKey((String) written.get("region"), (Integer) written.get("year"));
    }
}
