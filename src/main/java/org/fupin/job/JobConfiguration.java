package org.fupin.job;

import org.fupin.job.batch.BatchRunner;
import org.fupin.store.Transactions;
import org.fupin.warehouse.RunLocks;
import org.fupin.warehouse.WarehouseConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/** What is there once for all runs on a database. Wants a data source from the context. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({WarehouseConfiguration.class, BatchRunner.class})
class JobConfiguration {

    @Bean
    Transactions transactions(PlatformTransactionManager manager, RunLocks locks) {
        return new Transactions(manager, locks);
    }
}
