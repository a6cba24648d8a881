package org.fupin.warehouse;

import org.fupin.testing.TestDatabase;

class MariaDbWarehouseTest extends WarehouseContract {

    @Override
    TestDatabase database() {
        return TestDatabase.mariaDb();
    }
}
