package org.fupin.job.broker;

import jakarta.jms.JMSSecurityException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import org.fupin.settings.BrokerUrl;
import org.fupin.store.Reason;

/** The message broker does not answer, or does not let the user in. The message says which and why, in a line. */
public final class BrokerUnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokerUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }

    static BrokerUnreachableException of(BrokerUrl url, Throwable failure) {
        String why = Reason.innermost(failure);
        String broker = "broker " + url;
        if (failure instanceof JMSSecurityException) {
            return new BrokerUnreachableException(
                    broker + " does not let the user in: " + why
                            + " (user and password are taken from FUPIN_BROKER_USER and FUPIN_BROKER_PASSWORD)",
                    failure);
        }
        return new BrokerUnreachableException(
                broker
                        + (isOfTls(failure) ? " not reachable: its certificate was not accepted: " : " not reachable: ")
                        + why,
                failure);
    }

    private static boolean isOfTls(Throwable failure) {
        return failure instanceof SSLException
                || failure instanceof GeneralSecurityException
                || (failure.getCause() != null && failure.getCause() != failure && isOfTls(failure.getCause()));
    }
}
