package org.fupin.warehouse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.testing.TestDatabase;
import org.fupin.warehouse.ledger.Runs;
import org.fupin.warehouse.load.LoadResult;
import org.fupin.warehouse.load.WarehouseLoader;
import org.fupin.warehouse.query.ProvinceYears;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A test that runs on each kind of server, migrated as the application migrates it. The tests of a server share one
 * database, whose tables are emptied before each.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.Server.class)
public abstract class WarehouseTestCase {

    public static final Instant NOW = Instant.parse("2024-05-06T07:08:09.123Z");

    @Configuration(proxyBeanMethods = false)
    @Import(WarehouseConfiguration.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class Application {

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.ofHours(8));
        }
    }

    /** Children before their parents; the dimensions are kept. */
    private static final List<String> TABLES = List.of(
            "finding_observation",
            "finding",
            "headline",
            "audit",
            "report_state",
            "report_file",
            "rejected_file",
            "left_out_number",
            "fact_observation",
            "sentence",
            "section",
            "article_copy",
            "correction",
            "article",
            "article_identity",
            "source_document_alias",
            "source_document",
            "dim_period",
            "run_lock",
            "run_heartbeat",
            "shared_run",
            "worker",
            "partition_claim",
            "run");

    private static final Map<TestDatabase.Server, ConfigurableApplicationContext> OPEN =
            new EnumMap<>(TestDatabase.Server.class);

    @Parameter
    protected TestDatabase.Server server;

    private ConfigurableApplicationContext context;
    protected JdbcTemplate jdbc;
    protected WarehouseLoader loader;
    protected ProvinceYears provinceYears;
    protected Runs runs;

    @BeforeEach
    protected void openEmptyWarehouse() {
        context = OPEN.computeIfAbsent(server, WarehouseTestCase::open);
        jdbc = context.getBean(JdbcTemplate.class);
        loader = context.getBean(WarehouseLoader.class);
        provinceYears = context.getBean(ProvinceYears.class);
        runs = context.getBean(Runs.class);
        jdbc.update("UPDATE article_identity SET current_article_id = NULL");
        jdbc.update("UPDATE article SET read_article_id = NULL");
        TABLES.forEach(table -> jdbc.update("DELETE FROM " + table));
    }

    private static ConfigurableApplicationContext open(TestDatabase.Server server) {
        ConfigurableApplicationContext opened = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(server.newDatabase().properties().toArray(String[]::new))
                .properties("spring.flyway.locations=classpath:db/migration,classpath:db/batch/{vendor}")
                .run();
        opened.getBean(Dimensions.class).fill();
        return opened;
    }

    protected <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    protected TransactionTemplate transaction() {
        return new TransactionTemplate(bean(PlatformTransactionManager.class));
    }

    protected long startRun() {
        return startRun("2024-05");
    }

    protected long startRun(String period) {
        return runs.start("province-year-reports", YearMonth.parse(period));
    }

    /** Loads in a transaction of its own, and again if the database ended it for a deadlock, as the job does. */
    protected LoadResult load(ExtractedDocument document, long run) {
        return load(document, null, run);
    }

    protected LoadResult load(ExtractedDocument document, @Nullable Long changed, long run) {
        RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
                .includes(TransientDataAccessException.class)
                .maxRetries(4)
                .delay(Duration.ofMillis(50))
                .jitter(Duration.ofMillis(25))
                .build());
        return Objects.requireNonNull(
                retry.invoke(() -> transaction().execute(status -> loader.load(document, changed, run))));
    }

    protected int count(String fromWhere, Object... parameters) {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT COUNT(*) FROM " + fromWhere, Integer.class, parameters));
    }

    /** All rows of all tables, to see that nothing changed. */
    protected Map<String, List<String>> everything() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : TABLES) {
            List<String> lines = new ArrayList<>();
            jdbc.query("SELECT * FROM " + table, row -> {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    line.append(row.getString(i)).append('|');
                }
                lines.add(line.toString());
            });
            lines.sort(null);
            rows.put(table, lines);
        }
        return rows;
    }
}
