package org.fupin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import org.fupin.settings.LockTiming;
import org.fupin.testing.TestDatabase;
import org.fupin.warehouse.ledger.LockHolder;
import org.fupin.warehouse.ledger.RunLocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class OwnerFileTest {

    @TempDir
    private Path folder;

    @Test
    void namesARunBeforeItHasANumberUntilItsEnd() throws Exception {
        TestDatabase database = TestDatabase.Server.H2.newWarehouse();
        DriverManagerDataSource source =
                new DriverManagerDataSource(database.url(), database.user(), database.password());
        RunLocks locks = new RunLocks(new JdbcTemplate(source));
        Transactions transactions = new Transactions(new JdbcTransactionManager(source), locks);
        OwnerFile file = new OwnerFile(folder.resolve("warehouse"), Clock.systemUTC());

        try (RunLock lock = RunLock.acquire(
                locks,
                transactions,
                RunOwner.thisProcess(),
                "monthly",
                YearMonth.of(2026, 3),
                LockTiming.DEFAULT,
                true,
                file)) {
            LockHolder first = file.read().orElseThrow();
            assertThat(first.runId()).isNull();
            assertThat(RunAtWork.of(first, LockTiming.DEFAULT).toString())
                    .startsWith("a run of monthly for 2026-03, process "
                            + ProcessHandle.current().pid());

            lock.note(12);
            assertThat(file.read().orElseThrow().runId()).isEqualTo(12);
        }
        assertThat(file.read()).isEmpty();
    }
}
