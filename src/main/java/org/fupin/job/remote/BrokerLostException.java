package org.fupin.job.remote;

import org.fupin.job.broker.BrokerUnreachableException;

/** The message broker went away during a run and did not come back in time. */
public final class BrokerLostException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokerLostException(BrokerUnreachableException cause) {
        super(cause.getMessage() + "; what was done stays, and the next run continues", cause);
    }
}
