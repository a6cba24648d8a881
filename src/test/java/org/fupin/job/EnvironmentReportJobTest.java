package org.fupin.job;

import org.fupin.testing.TestDatabase;

/** On the server that {@code FUPIN_TEST_JDBC_URL} names, see {@link TestDatabase#ofEnvironment}. */
class EnvironmentReportJobTest extends ReportJobContract {

    @Override
    TestDatabase database() {
        return TestDatabase.ofEnvironment();
    }
}
