package org.fupin.job;

import org.fupin.testing.TestDatabase;

class MariaDbReportJobTest extends ReportJobContract {

    @Override
    TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
