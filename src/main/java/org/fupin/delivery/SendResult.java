package org.fupin.delivery;

import java.util.List;
import org.fupin.delivery.compose.Undelivered;
import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt to send what the outbox holds. A message to three addresses counts three times.
 *
 * @param sent how many the server took
 * @param failed given up now
 * @param deferred tried now, and to be tried again
 * @param waiting how many are left to be sent, {@code deferred} and those that are not due yet included
 * @param stopped why the server was left before all was tried: not reachable, does not let us in; null if it was not
 */
public record SendResult(
        int sent,
        List<Undelivered> failed,
        List<Undelivered> deferred,
        int waiting,
        @Nullable String stopped) {

    public SendResult {
        failed = List.copyOf(failed);
        deferred = List.copyOf(deferred);
    }

    /** Whether nothing failed and nothing is left. */
    public boolean complete() {
        return failed.isEmpty() && waiting == 0 && stopped == null;
    }
}
