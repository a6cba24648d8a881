package org.fupin.job;

import org.fupin.testing.TestDatabase;

class MariaDbCorrectionJobTest extends CorrectionJobContract {

    @Override
    TestDatabase database() {
        return TestDatabase.Server.MARIADB.newWarehouse();
    }
}
