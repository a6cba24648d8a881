package org.fupin.observation.finding;

import org.fupin.observation.Coded;

/** How much a finding weighs. */
public enum Severity implements Coded {
    /** The stated figures cannot all be right. */
    ERROR("error"),
    /** An auditor should look. */
    WARNING("warning");

    private final String code;

    Severity(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
