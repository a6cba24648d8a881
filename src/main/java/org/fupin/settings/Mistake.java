package org.fupin.settings;

/**
 * One thing that is wrong with a setting.
 *
 * @param where {@code jobs/monthly.yml:3}, {@code jobs/monthly.yml}, {@code --inbox} or {@code FUPIN_SMTP_PORT}
 * @param what what is wrong and what is expected, for people; no secret and no part of one
 */
public record Mistake(String where, String what) {

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
