package org.fupin.warehouse.row;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fupin.observation.Observation;
import org.fupin.observation.Period;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The dimension of reference periods, which grows with the figures. */
public final class Periods {

    private Periods() {}

    /** Adds those of the figures that it does not hold. */
    public static void add(JdbcClient client, JdbcTemplate jdbc, Stream<Observation> figures) {
        Map<String, Period> periods = new TreeMap<>();
        figures.map(Observation::period).forEach(period -> periods.putIfAbsent(period.iso(), period));
        if (periods.isEmpty()) {
            return;
        }
        // Only what is missing: an upsert of the common years would make every load wait for every other.
        Set<String> held =
                new HashSet<>(client.sql("SELECT time_period FROM dim_period WHERE time_period IN (:periods)")
                        .param("periods", periods.keySet())
                        .query(String.class)
                        .list());
        periods.keySet().removeAll(held);
        BatchInsert.<Period>into("dim_period")
                .column("time_period", Period::iso)
                .column("period_type", period -> period.type().code())
                .column("period_start", Period::start)
                .column("period_end", Period::end)
                .onDuplicateUpdate(List.of("period_type"))
                .insert(jdbc, periods.values());
    }
}
