package org.fupin.warehouse.ledger;

import org.fupin.observation.Coded;

/** How a run stands. */
public enum RunStatus implements Coded {
    STARTED("started"),
    COMPLETED("completed"),
    FAILED("failed"),
    STOPPED("stopped");

    private final String code;

    RunStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
