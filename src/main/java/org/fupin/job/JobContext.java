package org.fupin.job;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.fupin.settings.LockTiming;
import org.fupin.store.DatabaseRetry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Makes what is there once for all runs on a database. */
final class JobContext {

    private JobContext() {}

    /**
     * @param database is closed with the context
     * @param stop requested when the database does not come back
     */
    static ConfigurableApplicationContext open(HikariDataSource database, LockTiming timing, StopSignal stop) {
        SpringApplication application = new SpringApplication(JobConfiguration.class);
        // Who is asked to stop finishes what is in work, with all that it needs still there.
        application.setRegisterShutdownHook(false);
        // Logging is set up already; Boot would do it again in its own way.
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        application.setDefaultProperties(Map.of("spring.flyway.enabled", "false"));
        application.addInitializers(empty -> {
            GenericApplicationContext beans = (GenericApplicationContext) empty;
            beans.registerBean("dataSource", DataSource.class, () -> database);
            // Where it does not come back nothing more is begun: each part would wait for it.
            beans.registerBean(DatabaseRetry.class, () -> DatabaseRetry.on(database, timing, stop::request));
        });
        return application.run();
    }
}
