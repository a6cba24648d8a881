package org.fupin.delivery.outbox;

import org.fupin.observation.Coded;

/** How far a message has come to one of its addresses. */
public enum DeliveryStatus implements Coded {
    /** Not yet tried, or tried and put off. */
    PENDING("pending"),
    /** Given to the server, and it is not known whether it took it: tried again under the same Message-ID. */
    SENDING("sending"),
    /** The server took it. */
    SENT("sent"),
    /** The server refused the address for good, or it was given up. */
    FAILED("failed"),
    /** A later message brings the same, or the address is none of the office's any more. */
    SUPERSEDED("superseded");

    private final String code;

    DeliveryStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
