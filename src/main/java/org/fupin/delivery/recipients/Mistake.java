package org.fupin.delivery.recipients;

/**
 * One thing that is wrong with the configuration.
 *
 * @param where {@code jobs/recipients.yml:3}, {@code jobs/recipients.yml} or {@code FUPIN_SMTP_PORT}
 * @param what for people
 */
public record Mistake(String where, String what) {

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
