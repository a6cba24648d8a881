package org.fupin.job;

import javax.sql.DataSource;
import org.fupin.job.batch.BatchRunner;
import org.fupin.job.batch.RetryingJobRepository;
import org.fupin.store.Checkpoint;
import org.fupin.store.DatabaseRetry;
import org.fupin.store.RetryingCalls;
import org.fupin.store.RetryingTransactionManager;
import org.fupin.store.Transactions;
import org.fupin.warehouse.WarehouseConfiguration;
import org.fupin.warehouse.ledger.RunLocks;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** What is there once for all runs on a database. Wants a data source with a {@link DatabaseRetry} from the context. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({WarehouseConfiguration.class, BatchRunner.class, RetryingJobRepository.class})
class JobConfiguration {

    @Bean
    RetryingTransactionManager transactionManager(DataSource database, DatabaseRetry retry) {
        return new RetryingTransactionManager(database, retry);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource database, DatabaseRetry retry, RetryingTransactionManager transactions) {
        return RetryingCalls.statements(database, retry, transactions);
    }

    @Bean
    Checkpoint checkpoint(JdbcTemplate jdbc) {
        return new Checkpoint(jdbc);
    }

    @Bean
    Transactions transactions(PlatformTransactionManager manager, RunLocks locks) {
        return new Transactions(manager, locks);
    }
}
