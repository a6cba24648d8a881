package org.fupin.cli;

import java.util.List;

/** The command line or the job file is wrong: what is wrong, one line each. Exit code 2. */
final class UsageException extends RuntimeException {

    private final transient List<String> mistakes;

    UsageException(List<String> mistakes) {
        super(String.join("; ", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    UsageException(String mistake) {
        this(List.of(mistake));
    }

    List<String> mistakes() {
        return mistakes;
    }
}
