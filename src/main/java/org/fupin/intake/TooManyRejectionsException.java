package org.fupin.intake;

import org.fupin.settings.RejectionLimit;

/** More files were rejected than the run's limit allows; nothing was loaded. */
public final class TooManyRejectionsException extends Exception {

    private static final long serialVersionUID = 1L;

    public TooManyRejectionsException(long rejected, long found, RejectionLimit limit) {
        super("%,d of %,d %s rejected, more than %s: nothing was loaded"
                .formatted(rejected, found, found == 1 ? "file is" : "files are", limit));
    }
}
