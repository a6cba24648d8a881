package org.fupin.observation;

/** Whether a figure is a fact, an intention or a rule. */
public enum Status implements Coded {
    ACTUAL("actual"),
    /** Plans, targets, tasks, commitments, expectations. */
    PLANNED("planned"),
    /** A line, norm, rate or rule: the poverty line, a subsidy per head fixed as a criterion. */
    STANDARD("standard");

    private final String code;

    Status(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
