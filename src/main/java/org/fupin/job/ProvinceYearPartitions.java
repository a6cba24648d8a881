package org.fupin.job;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Partitions of one province and year each; they carry its key and nothing else. */
final class ProvinceYearPartitions {

    private static final String REGION = "region";
    private static final String YEAR = "year";

    private ProvinceYearPartitions() {}

    static Map<String, ExecutionContext> of(Collection<ProvinceYearKey> keys) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (ProvinceYearKey key : keys) {
            ExecutionContext partition = new ExecutionContext();
            partition.putString(REGION, key.region());
            partition.putInt(YEAR, key.year());
            partitions.put(key.region() + "-" + key.year(), partition);
        }
        return partitions;
    }

    static boolean isOne(ExecutionContext partition) {
        return partition.containsKey(REGION) && partition.containsKey(YEAR);
    }

    static ProvinceYearKey key(ExecutionContext partition) {
        return new ProvinceYearKey(partition.getString(REGION), partition.getInt(YEAR));
    }
}
