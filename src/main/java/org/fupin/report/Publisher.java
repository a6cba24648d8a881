package org.fupin.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fupin.observation.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Who publishes the reports, as the job file says.
 *
 * @param name of the office; empty only for {@link #UNKNOWN}
 * @param contact a mail address or a web address; empty if none is given
 * @param licence of the data: an identifier of SPDX, such as {@code CC-BY-4.0}, or a web address; empty if none is given
 * @param nextRelease a day or a month, {@code YYYY-MM-DD} or {@code YYYY-MM}; empty if none is given
 * @param completePdf whether PDFs list all figures and sentences, too
 */
public record Publisher(String name, String contact, String licence, String nextRelease, boolean completePdf) {

    /** Where the job file names none. */
    public static final Publisher UNKNOWN = new Publisher("", "", "", "", false);

    private static final String MONTH = "YYYY-MM";

    private static final Pattern WEB = Pattern.compile("https?://\\S+");

    public Publisher(String name, String contact, String licence, String nextRelease) {
        this(name, contact, licence, nextRelease, false);
    }

    public boolean isKnown() {
        return !name.isEmpty();
    }

    /** Whether a contact or licence is a web address. */
    public static boolean isWebAddress(String text) {
        return WEB.matcher(text).matches();
    }

    /**
     * As the reports of an edition tell it: without a next release that does not come after it, as where nobody has changed the
     * job file since.
     */
    public Publisher in(YearMonth edition) {
        boolean comes = nextRelease.isEmpty()
                || (nextRelease.length() == MONTH.length()
                        ? YearMonth.parse(nextRelease).isAfter(edition)
                        : !YearMonth.from(LocalDate.parse(nextRelease)).isBefore(edition));
        return comes ? this : new Publisher(name, contact, licence, "", completePdf);
    }

    /** "Published by Statistics Desk. Questions: desk@statistics.example. ..."; empty for {@link #UNKNOWN}. */
    public String inWords() {
        if (!isKnown()) {
            return "";
        }
        return "Published by " + name + "."
                + (contact.isEmpty() ? "" : " Questions: " + contact + ".")
                + (licence.isEmpty() ? "" : " Licence: " + licence + ".")
                + (nextRelease.isEmpty() ? "" : " Next release: " + release() + ".");
    }

    /** The next release for people: "December 2026", "15 December 2026"; empty if none is given. */
    public String release() {
        if (nextRelease.isEmpty()) {
            return "";
        }
        return nextRelease.length() == MONTH.length()
                ? YearMonth.parse(nextRelease).format(DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH))
                : LocalDate.parse(nextRelease).format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));
    }

    /** Tells whether reports were made under another publisher; null for {@link #UNKNOWN}. */
    public @Nullable String fingerprint() {
        return isKnown()
                ? Sha256.ofParts(name, contact, licence, nextRelease, completePdf ? "complete" : "")
                        .substring(0, 16)
                : null;
    }
}
