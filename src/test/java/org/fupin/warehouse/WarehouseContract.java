package org.fupin.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fupin.testing.DocumentBuilder.document;
import static org.fupin.testing.DocumentBuilder.level;

import java.time.YearMonth;
import java.util.Objects;
import org.fupin.observation.ExtractedDocument;
import org.fupin.observation.Measure;
import org.fupin.observation.Programme;
import org.fupin.observation.ProvinceYear;
import org.fupin.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Base. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WarehouseContract {

    @Configuration(proxyBeanMethods = false)
    @Import(WarehouseConfiguration.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class Application {}

    private ConfigurableApplicationContext context;
    JdbcTemplate jdbc;

    abstract TestDatabase database();

    @BeforeAll
    void start() {
        context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .properties(database().properties().toArray(String[]::new))
                .properties("spring.flyway.locations=classpath:db/migration,classpath:db/batch/{vendor}")
                .run();
        jdbc = context.getBean(JdbcTemplate.class);
    }

    @AfterAll
    void stop() {
        if (context != null) {
            context.close();
        }
    }

    LoadResult load(ExtractedDocument document, long run) {
        return Objects.requireNonNull(new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .execute(status -> context.getBean(WarehouseLoader.class).load(document, run)));
    }

    @Test
    void readsBackWhatItLoaded() {
        ExtractedDocument document = document("hebei.txt")
                .furniture("Tel. {010}")
                .article("CN-HE", 2011, "Poverty Alleviation in Hebei")
                .section("Overview", Programme.OVERVIEW)
                .sentence(
                        "In {2011} Hebei spent [120 million Yuan] on [35] villages.",
                        level(Measure.FUNDS, "120000000", "CNY", "funds"),
                        level(Measure.VILLAGES, "35", "1", "villages"))
                .build();
        long run = context.getBean(Runs.class).start("test", YearMonth.of(2024, 5));
        load(document, run);
        ProvinceYear found =
                context.getBean(ProvinceYears.class).find("CN-HE", 2011).orElseThrow();
        assertThat(found.articles()).isEqualTo(document.articles());
        jdbc.query(
                "select installed_rank, version, description, script, success from flyway_schema_history order by 1",
                r -> {
                    System.out.println(
                            r.getString(1) + " " + r.getString(2) + " " + r.getString(4) + " " + r.getString(5));
                });
    }
}
