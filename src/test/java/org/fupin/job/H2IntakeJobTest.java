package org.fupin.job;

import org.fupin.testing.TestDatabase;

class H2IntakeJobTest extends IntakeJobContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
