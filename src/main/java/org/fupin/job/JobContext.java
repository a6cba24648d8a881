package org.fupin.job;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Arrays;
import javax.sql.DataSource;
import org.fupin.job.run.StopSignal;
import org.fupin.settings.LockTiming;
import org.fupin.store.DatabaseRetry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Makes what is there once for all runs on a database. What is not needed is not made: a run may have nothing to do. */
final class JobContext {

    private JobContext() {}

    /**
     * @param database the caller closes it, after the context
     * @param stop requested when the database does not come back
     */
    static ConfigurableApplicationContext open(HikariDataSource database, LockTiming timing, StopSignal stop) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean("dataSource", DataSource.class, () -> database);
        // Where it does not come back nothing more is begun: each part would wait for it.
        context.registerBean(DatabaseRetry.class, () -> DatabaseRetry.on(database, timing, stop::request));
        context.register(JobConfiguration.class);
        context.addBeanFactoryPostProcessor(beans -> Arrays.stream(beans.getBeanDefinitionNames())
                .forEach(name -> beans.getBeanDefinition(name).setLazyInit(true)));
        context.refresh();
        return context;
    }
}
