package org.fupin.job;

import org.fupin.testing.TestDatabase;

class MariaDbIntakeJobTest extends IntakeJobContract {

    @Override
    TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
