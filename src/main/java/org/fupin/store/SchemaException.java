package org.fupin.store;

/**
 * The tables of a database are not those that this program works with, and it cannot or must not change them. The message
 * says what an operator has to do. Unchecked: only who talks to the operator can do something about it.
 */
public final class SchemaException extends RuntimeException {

    SchemaException(String message) {
        super(message);
    }

    SchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
