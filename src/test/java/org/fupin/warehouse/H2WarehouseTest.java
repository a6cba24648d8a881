package org.fupin.warehouse;

import org.fupin.testing.TestDatabase;

class H2WarehouseTest extends WarehouseContract {

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
