package org.fupin.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.fupin.observation.Measure;
import org.fupin.observation.Programme;
import org.fupin.reference.Regions;
import org.fupin.reference.Units;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.transaction.PlatformTransactionManager;

class SchemaTest extends WarehouseTestCase {

    @Test
    void batchTablesAreInTheSameHistoryAndWork() throws Exception {
        assertThat(jdbc.queryForList(
                        "SELECT script FROM flyway_schema_history WHERE version IS NOT NULL ORDER BY installed_rank",
                        String.class))
                .startsWith("V1__star_schema.sql", "V2__spring_batch.sql");
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(bean(DataSource.class));
        factory.setTransactionManager(bean(PlatformTransactionManager.class));
        factory.afterPropertiesSet();
        JobRepository repository = factory.getObject();

        var parameters = new JobParametersBuilder()
                .addString("job", "test")
                .addLong("at", System.nanoTime())
                .toJobParameters();
        JobInstance instance = repository.createJobInstance("test", parameters);
        JobExecution execution = repository.createJobExecution(instance, parameters, new ExecutionContext());
        repository.createStepExecution("step", execution);

        assertThat(repository.getLastJobExecution(instance).getStepExecutions())
                .extracting(step -> step.getStepName())
                .containsExactly("step");
    }

    @Test
    void everyTableSaysWhatItIs() {
        List<String> silent = jdbc.execute((ConnectionCallback<List<String>>) connection -> {
            DatabaseMetaData meta = connection.getMetaData();
            List<String> tables = new ArrayList<>();
            try (ResultSet rows =
                    meta.getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
                while (rows.next()) {
                    String table = rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                    String remarks = rows.getString("REMARKS");
                    if ((remarks == null || remarks.isBlank())
                            && !table.startsWith("batch_")
                            && !table.startsWith("flyway_")) {
                        tables.add(table);
                    }
                }
            }
            return tables;
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void dimensionsHoldTheReferenceTables() {
        assertThat(count("dim_area")).isEqualTo(Regions.load().all().size());
        assertThat(count("dim_unit")).isEqualTo(Units.load().all().size());
        assertThat(count("dim_measure")).isEqualTo(Measure.values().length);
        assertThat(count("dim_programme")).isEqualTo(Programme.values().length);
        assertThat(jdbc.queryForObject("SELECT name_zh FROM dim_area WHERE area_code = 'CN-HE'", String.class))
                .isEqualTo("河北省");
    }

    @Test
    void dimensionsAreWrittenOnlyWhereTheyDiffer() {
        Dimensions dimensions = bean(Dimensions.class);
        assertThat(dimensions.fill()).isZero();

        jdbc.update("UPDATE dim_measure SET label = 'Old label' WHERE measure_code = 'funds'");
        jdbc.update("UPDATE dim_unit SET factor_numerator = 1 WHERE unit_code = 'mu'");
        jdbc.update("DELETE FROM dim_area WHERE area_code = 'CN-TW'");
        jdbc.update("INSERT INTO dim_programme (programme_code, label, sort_order) VALUES ('retired', 'Retired', 99)");
        int mended = dimensions.fill();
        int again = dimensions.fill();
        int retired = jdbc.update("DELETE FROM dim_programme WHERE programme_code = 'retired'");

        assertThat(mended)
                .isEqualTo(2
                        + (Regions.load().all().stream().anyMatch(r -> r.code().equals("CN-TW")) ? 1 : 0));
        assertThat(again).isZero();
        assertThat(retired).isEqualTo(1);
    }
}
