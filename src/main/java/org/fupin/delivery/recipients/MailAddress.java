package org.fupin.delivery.recipients;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mailbox.
 *
 * @param name that readers show, in any script; empty if none
 * @param address {@code local@domain} in ASCII, the domain in lower case and, where it is international, in its ASCII
 *     form; nothing that could end a header or an SMTP command is in it
 */
public record MailAddress(String name, String address) {

    /** The limits of RFC 5321, 4.5.3.1, and its "dot-string" for the local part: quoted ones do not occur in practice. */
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,255}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final int LOCAL_LENGTH = 64;

    public MailAddress {
        if (hasControls(name) || hasControls(address)) {
            throw new IllegalArgumentException("line ends and other control characters are not allowed in an address");
        }
        if (name.contains("<") || name.contains(">")) {
            throw new IllegalArgumentException("'" + name + "' is not a name: it contains < or >");
        }
        int at = address.lastIndexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("'" + address + "' is not a mail address: it has no @");
        }
        String local = address.substring(0, at);
        if (local.length() > LOCAL_LENGTH || !LOCAL.matcher(local).matches()) {
            throw new IllegalArgumentException(
                    "'" + address + "' is not a mail address: the part before the @ is invalid");
        }
        address = local + "@" + domain(address, address.substring(at + 1));
    }

    /**
     * Reads {@code a@b.example} or {@code Name <a@b.example>}, the name in quotation marks or not.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static MailAddress parse(String text) {
        if (hasControls(text)) {
            throw new IllegalArgumentException("line ends and other control characters are not allowed in an address");
        }
        String stripped = text.strip();
        int open = stripped.lastIndexOf('<');
        if (open < 0) {
            return new MailAddress("", stripped);
        }
        if (!stripped.endsWith(">")) {
            throw new IllegalArgumentException("'" + stripped + "' is not a mail address: expected Name <address>");
        }
        String name = stripped.substring(0, open).strip();
        if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
            name = name.substring(1, name.length() - 1).replace("\\\"", "\"");
        }
        return new MailAddress(name, stripped.substring(open + 1, stripped.length() - 1));
    }

    /** What stands behind the @. */
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** For a header: the name is encoded as RFC 2047 wants it. */
    public InternetAddress internetAddress() {
        try {
            InternetAddress internet = new InternetAddress(address, true);
            if (!name.isEmpty()) {
                internet.setPersonal(name, StandardCharsets.UTF_8.name());
            }
            return internet;
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalStateException("checked before: " + address, e);
        }
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return name.isEmpty() ? address : "\"" + name.replace("\"", "\\\"") + "\" <" + address + ">";
    }

    private static String domain(String address, String written) {
        String domain;
        try {
            domain = IDN.toASCII(written).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + address + "' is not a mail address: the part after the @ is invalid");
        }
        if (!DOMAIN.matcher(domain).matches()) {
            throw new IllegalArgumentException(
                    "'" + address + "' is not a mail address: the part after the @ is invalid");
        }
        return domain;
    }

    private static boolean hasControls(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }
}
