package org.fupin.job;

import org.fupin.testing.TestDatabase;

class H2CorrectionJobTest extends CorrectionJobContract {

    @Override
    TestDatabase database() {
        return TestDatabase.Server.H2.newWarehouse();
    }
}
