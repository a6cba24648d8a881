package org.fupin.delivery.smtp;

import jakarta.mail.internet.MimeMessage;

/** The way to a mail server. For one thread; keeps one connection until it is closed. */
public interface MailTransport extends AutoCloseable {

    /** What came of giving a message to the server for one address. */
    sealed interface Outcome {

        /** Why the address has not got it, with the server's words, on one line; empty if it has. */
        String reason();

        /** Whether the connection was lost over it. */
        default boolean connectionLost() {
            return false;
        }

        /** The server has taken responsibility for the message. */
        record Accepted() implements Outcome {

            @Override
            public String reason() {
                return "";
            }
        }

        /** It never will take it for this address. */
        record Refused(String reason) implements Outcome {}

        /** It takes no message of this size; a smaller one for this address it may take. */
        record TooLarge(String reason) implements Outcome {}

        /** It did not take it now; it certainly has not got it. */
        record Deferred(String reason, boolean connectionLost) implements Outcome {}

        /** The message was given over whole and no answer came: the server may have taken it or not. */
        record InDoubt(String reason) implements Outcome {

            @Override
            public boolean connectionLost() {
                return true;
            }
        }
    }

    /**
     * Connects where there is no connection.
     *
     * @throws MailServerException if the server cannot be used at all
     */
    void open() throws MailServerException;

    /**
     * Gives a message to the server for one address, in a transaction of its own.
     *
     * @param message complete: it is sent as it is
     * @throws MailServerException if the server cannot be used at all; it has not got the message then
     */
    Outcome send(MimeMessage message, String address) throws MailServerException;

    @Override
    void close();
}
