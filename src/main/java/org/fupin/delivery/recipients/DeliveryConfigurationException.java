package org.fupin.delivery.recipients;

import java.util.List;
import java.util.stream.Collectors;

/** Recipients or the settings of the mail server cannot be used as they are: all that is wrong with them at once. */
public final class DeliveryConfigurationException extends Exception {

    private final transient List<Mistake> mistakes;

    public DeliveryConfigurationException(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("; ")));
        this.mistakes = List.copyOf(mistakes);
    }

    /** In the order of the file, at least one. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
