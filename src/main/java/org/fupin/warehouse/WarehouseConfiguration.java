package org.fupin.warehouse;

import java.time.Clock;
import org.fupin.reference.Regions;
import org.fupin.reference.Units;
import org.fupin.warehouse.ledger.PartitionClaims;
import org.fupin.warehouse.ledger.RejectedFiles;
import org.fupin.warehouse.ledger.ReportFiles;
import org.fupin.warehouse.ledger.ReportStates;
import org.fupin.warehouse.ledger.RunLocks;
import org.fupin.warehouse.ledger.Runs;
import org.fupin.warehouse.ledger.SharedRuns;
import org.fupin.warehouse.ledger.Workers;
import org.fupin.warehouse.load.CorrectionLedger;
import org.fupin.warehouse.load.Editions;
import org.fupin.warehouse.load.HeldFiles;
import org.fupin.warehouse.load.Readings;
import org.fupin.warehouse.load.WarehouseLoader;
import org.fupin.warehouse.query.Findings;
import org.fupin.warehouse.query.Headlines;
import org.fupin.warehouse.query.ProvinceYears;
import org.fupin.warehouse.query.WarehouseExport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The beans of this package. They want a {@link JdbcTemplate} on a database that is migrated: locations
 * {@code classpath:db/migration} and {@code classpath:db/batch/h2} or {@code classpath:db/batch/mysql} (MariaDB too).
 * A {@link Clock} is taken from the context if there is one.
 */
@Configuration(proxyBeanMethods = false)
public class WarehouseConfiguration {

    /**
     * What a JDBC URL of H2 must end in: the dialect that the schema is written in, and patience for a load that waits
     * for another (H2 gives up after two seconds otherwise).
     */
    public static final String H2_SETTINGS =
            ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;LOCK_TIMEOUT=60000";

    /** Not filled yet: who may write calls {@link Dimensions#fill}. */
    @Bean
    Dimensions dimensions(JdbcTemplate jdbc) {
        return new Dimensions(jdbc, Regions.load(), Units.load());
    }

    @Bean
    WarehouseLoader warehouseLoader(JdbcTemplate jdbc) {
        return new WarehouseLoader(jdbc);
    }

    @Bean
    HeldFiles heldFiles(JdbcTemplate jdbc) {
        return new HeldFiles(jdbc);
    }

    @Bean
    Editions editions(JdbcTemplate jdbc) {
        return new Editions(jdbc);
    }

    @Bean
    Findings findings(JdbcTemplate jdbc) {
        return new Findings(jdbc);
    }

    @Bean
    ProvinceYears provinceYears(JdbcTemplate jdbc, Findings findings) {
        return new ProvinceYears(jdbc, Units.load(), findings);
    }

    @Bean
    Headlines headlines(JdbcTemplate jdbc) {
        return new Headlines(jdbc, Units.load());
    }

    @Bean
    CorrectionLedger correctionLedger(JdbcTemplate jdbc) {
        return new CorrectionLedger(jdbc, Units.load());
    }

    @Bean
    Readings readings(JdbcTemplate jdbc) {
        return new Readings(jdbc, Units.load());
    }

    @Bean
    WarehouseExport warehouseExport(JdbcTemplate jdbc) {
        return WarehouseExport.on(jdbc);
    }

    @Bean
    Runs runs(JdbcTemplate jdbc, ObjectProvider<Clock> clock) {
        return new Runs(jdbc, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    RunLocks runLocks(JdbcTemplate jdbc) {
        return new RunLocks(jdbc);
    }

    @Bean
    SharedRuns sharedRuns(JdbcTemplate jdbc) {
        return new SharedRuns(jdbc);
    }

    @Bean
    Workers workers(JdbcTemplate jdbc) {
        return new Workers(jdbc);
    }

    @Bean
    PartitionClaims partitionClaims(JdbcTemplate jdbc) {
        return new PartitionClaims(jdbc);
    }

    @Bean
    ReportFiles reportFiles(JdbcTemplate jdbc) {
        return new ReportFiles(jdbc);
    }

    @Bean
    ReportStates reportStates(JdbcTemplate jdbc) {
        return new ReportStates(jdbc);
    }

    @Bean
    RejectedFiles rejectedFiles(JdbcTemplate jdbc) {
        return new RejectedFiles(jdbc);
    }
}
