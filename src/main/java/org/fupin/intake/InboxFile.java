package org.fupin.intake;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What was found under a name in an inbox.
 *
 * @param path to open it by: absolute, without links in it; not to be opened where there is a rejection
 * @param name relative to the inbox, with {@code /}; bytes that are no UTF-8 are written as {@code %D6}
 * @param rejection what is wrong with it so that it must not be opened; null for a file
 */
public record InboxFile(Path path, String name, @Nullable Rejection rejection) {

    /** The same file as someone knows it who names it by another path. */
    public InboxFile named(String newName) {
        return new InboxFile(
                path,
                newName,
                rejection == null ? null : Rejection.of(newName, rejection.reason(), rejection.message()));
    }
}
