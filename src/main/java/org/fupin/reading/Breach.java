package org.fupin.reading;

/** Carries a rejection through a library that calls back. */
final class Breach extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient UnreadableDocumentException reason;

    Breach(UnreadableDocumentException reason) {
        super(reason);
        this.reason = reason;
    }

    UnreadableDocumentException reason() {
        return reason;
    }
}
