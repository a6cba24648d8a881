package org.fupin.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the message broker is: {@code tcp://HOST:PORT}, with options of Artemis that say how the connection is protected.
 *
 * @param options by name; paths are absolute
 */
public record BrokerUrl(String host, int port, Map<String, String> options) {

    private static final int DEFAULT_PORT = 61616;

    /** Whether the connection is encrypted; the server's certificate is then checked, its name as well. */
    private static final String TLS = "sslEnabled";

    private static final Set<String> PATHS = Set.of("trustStorePath", "keyStorePath");

    /** Those that a job file may give. Of type PEM, a store has no password. */
    private static final Set<String> KNOWN = Set.of(
            TLS,
            "trustStorePath",
            "trustStoreType",
            "keyStorePath",
            "keyStoreType",
            "enabledProtocols",
            "enabledCipherSuites");

    private static final Pattern PASSWORD = Pattern.compile("(?i)[?&;][^=]*password[^=]*=|//[^/?]*@");

    public BrokerUrl {
        options = Map.copyOf(options);
    }

    /**
     * Reads one.
     *
     * @param base what relative paths of key stores start from
     * @throws IllegalArgumentException if it is none, has a password in it, or names files that are not there
     */
    static BrokerUrl parse(String text, Path base) {
        if (PASSWORD.matcher(text).find()) {
            throw new IllegalArgumentException(
                    "has a user or password in it: set FUPIN_BROKER_USER and FUPIN_BROKER_PASSWORD, or"
                            + " FUPIN_BROKER_PASSWORD_FILE to the path of a file that holds it; a store of type PEM has none");
        }
        URI uri = uri(text);
        Map<String, String> options = options(uri, base);
        boolean tls = "true".equals(options.get(TLS));
        if (!tls && !options.isEmpty()) {
            throw new IllegalArgumentException("options without " + TLS + "=true mean nothing");
        }
        return new BrokerUrl(uri.getHost(), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(), options);
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            boolean whole = "tcp".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getPort() <= 65_535
                    && (uri.getPath() == null
                            || uri.getPath().isEmpty()
                            || uri.getPath().equals("/"));
            if (whole) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw SettingValues.invalid("broker", text, "tcp://HOST:PORT");
    }

    private static Map<String, String> options(URI uri, Path base) {
        Map<String, String> options = new LinkedHashMap<>();
        if (uri.getQuery() == null) {
            return options;
        }
        for (String option : uri.getQuery().split("&")) {
            int sign = option.indexOf('=');
            String name = sign < 0 ? option : option.substring(0, sign);
            String value = sign < 0 ? "" : option.substring(sign + 1);
            if (!KNOWN.contains(name) || value.isEmpty()) {
                throw SettingValues.invalid(
                        "option",
                        option,
                        KNOWN.stream().sorted().collect(Collectors.joining("=, ", "", "=")) + " with a value");
            }
            options.put(name, PATHS.contains(name) ? file(value, base) : value);
        }
        return options;
    }

    private static String file(String text, Path base) {
        Path file = SettingValues.existingFile(text, base);
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("no permission to read " + file);
        }
        return file.toString();
    }

    public boolean isEncrypted() {
        return options.containsKey(TLS);
    }

    /** Without options: enough to recognise it. */
    @Override
    public String toString() {
        return "tcp://" + host + ":" + port + (isEncrypted() ? " with TLS" : "");
    }
}
