package org.fupin.batch;

/**
 * A file that could not be taken in.
 *
 * @param file its name or path, as the operator knows it
 * @param reason a short stable code: {@code empty}, {@code binary}, {@code no_article}, {@code not_found},
 *     {@code no_permission}, {@code unreadable}, {@code internal_error} ...
 * @param message what is wrong, for people, without the file's name
 */
public record Rejection(String file, String reason, String message) {

    @Override
    public String toString() {
        return file + ": " + message + " (" + reason + ")";
    }
}
