package org.fupin.job;

import org.fupin.testing.TestDatabase;

class H2ReportJobTest extends ReportJobContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
