package org.fupin.reading.limits;

/** Carries a rejection through a library that calls back. */
public final class Breach extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient UnreadableDocumentException reason;

    public Breach(UnreadableDocumentException reason) {
        super(reason);
        this.reason = reason;
    }

    public UnreadableDocumentException reason() {
        return reason;
    }
}
