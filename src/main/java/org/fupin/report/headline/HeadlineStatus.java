package org.fupin.report.headline;

import org.fupin.observation.Coded;

/** Whether a headline has a figure, and why not. */
public enum HeadlineStatus implements Coded {
    /** A figure is shown. */
    SHOWN("shown"),
    /** Several figures could be it, and no rule decides between them. */
    SEVERAL("several"),
    /** The measure is stated, but only as something that is no headline: a plan, another year, one place. */
    ONLY_OTHER("only_other"),
    /** The measure is not stated at all. */
    NOT_STATED("not_stated");

    private final String code;

    HeadlineStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
