package org.fupin.delivery.recipients;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fupin.observation.Region;
import org.fupin.reference.Regions;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads {@code recipients.yml}. */
final class RecipientsReader {

    private static final List<String> SETTINGS =
            List.of("sender", "owner", "contact", "max_attachments", "links", "offices");
    private static final List<String> SENDER = List.of("from", "reply_to");
    private static final List<String> OFFICE =
            List.of("id", "name", "to", "cc", "areas", "formats", "summaries", "language");
    private static final List<String> FORMATS = List.of("xlsx", "pdf", "html", Office.DATA);

    /** What an office gets that asks for nothing else; many mail servers hold back an HTML file. */
    private static final List<String> DEFAULT_FORMATS = List.of("xlsx", "pdf");

    /** Part of Message-IDs and of keys of the ledger. */
    private static final Pattern ID = Pattern.compile("[a-z0-9](-?[a-z0-9]){0,62}");

    private static final Pattern SIZE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?) ?(B|KB|MB)?");
    private static final Map<String, BigDecimal> SIZE_UNITS =
            Map.of("B", BigDecimal.ONE, "KB", BigDecimal.valueOf(1_000), "MB", BigDecimal.valueOf(1_000_000));

    /** With the 37 % that base64 adds, and the bodies, less than the 10,240,000 bytes that many servers are set to. */
    private static final long DEFAULT_ATTACHMENTS = 7_000_000;

    private static final String ALL = "all";

    private final Path file;
    private final Regions regions;
    private final List<Located> mistakes = new ArrayList<>();

    /** @param line 0 for the whole file */
    private record Located(int line, String what) {}

    /** Settings of a group, and the line that a missing one is reported at. */
    private record Settings(int line, Map<String, YamlNode> values, String prefix) {}

    private RecipientsReader(Path file, Regions regions) {
        this.file = file;
        this.regions = regions;
    }

    static Recipients read(Path file, Regions regions) throws DeliveryConfigurationException {
        return new RecipientsReader(file, regions).read();
    }

    private Recipients read() throws DeliveryConfigurationException {
        YamlNode root = parse();
        Recipients recipients = root == null ? null : recipients(root);
        if (recipients == null || !mistakes.isEmpty()) {
            throw new DeliveryConfigurationException(mistakes.stream()
                    .sorted((a, b) -> Integer.compare(a.line(), b.line()))
                    .map(mistake -> new Mistake(
                            mistake.line() > 0 ? file + ":" + mistake.line() : file.toString(), mistake.what()))
                    .toList());
        }
        return recipients;
    }

    private @Nullable YamlNode parse() {
        if (!Files.isRegularFile(file)) {
            mistake(0, Files.exists(file) ? "is not a file" : "there is no such file");
            return null;
        }
        // Read whole, so that what is not UTF-8 is told apart from what is not YAML.
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            mistake(0, "cannot be read as UTF-8 text: " + e.getMessage());
            return null;
        }
        try (JsonParser yaml = new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
            if (yaml.nextToken() == null) {
                mistake(0, "is empty");
                return null;
            }
            return YamlNode.read(yaml, this::mistake);
        } catch (JacksonException e) {
            mistake(
                    e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                    "not YAML: "
                            + e.getOriginalMessage()
                                    .lines()
                                    .findFirst()
                                    .orElse("")
                                    .strip());
        }
        return null;
    }

    /** Null only after noting a mistake. */
    private @Nullable Recipients recipients(YamlNode root) {
        Settings all = settings(root, "", SETTINGS);
        if (all == null) {
            return null;
        }
        Settings sender = all.values().containsKey("sender")
                ? settings(Objects.requireNonNull(all.values().get("sender")), "sender.", SENDER)
                : null;
        if (!all.values().containsKey("sender")) {
            mistake(all.line(), "'sender' is missing");
        }
        MailAddress from = sender == null ? null : required(sender, "from", MailAddress::parse);
        MailAddress replyTo = sender == null ? null : optional(sender, "reply_to", MailAddress::parse);
        List<MailAddress> owner = addresses(all, "owner", true);
        MailAddress contact = required(all, "contact", MailAddress::parse);
        Long most = optional(all, "max_attachments", RecipientsReader::size);
        URI links = optional(all, "links", RecipientsReader::links);
        List<Office> offices = offices(all);
        if (from == null || contact == null) {
            return null;
        }
        return new Recipients(from, replyTo, owner, contact, most == null ? DEFAULT_ATTACHMENTS : most, links, offices);
    }

    private List<Office> offices(Settings all) {
        List<Office> offices = new ArrayList<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        YamlNode node = all.values().get("offices");
        if (node == null) {
            mistake(all.line(), "'offices' is missing");
        } else if (!(node instanceof YamlNode.Sequence)) {
            mistake(node.line(), "offices takes a list: lines that begin with '- id:'");
        } else {
            for (YamlNode item : ((YamlNode.Sequence) node).items()) {
                Office office = office(item, lines);
                if (office != null) {
                    offices.add(office);
                }
            }
        }
        return offices;
    }

    private @Nullable Office office(YamlNode node, Map<String, Integer> lines) {
        Settings settings = settings(node, "", OFFICE);
        if (settings == null) {
            return null;
        }
        String id = required(settings, "id", RecipientsReader::id);
        if (id != null) {
            Integer before = lines.putIfAbsent(id, settings.line());
            if (before != null) {
                mistake(line(settings, "id"), "id: the office of line " + before + " is '" + id + "', too");
            }
        }
        String name = required(settings, "name", RecipientsReader::name);
        List<MailAddress> to = addresses(settings, "to", true);
        List<MailAddress> cc = addresses(settings, "cc", false);
        Set<String> seen = new HashSet<>();
        List<MailAddress> all = new ArrayList<>(to);
        all.addAll(cc);
        for (MailAddress address : all) {
            if (!seen.add(address.address().toLowerCase(Locale.ROOT))) {
                mistake(settings.line(), "the address " + address.address() + " stands twice in one office");
            }
        }
        Set<String> areas = areas(settings);
        Set<String> formats = formats(settings);
        Boolean summaries = optional(settings, "summaries", RecipientsReader::bool);
        BodyLanguage language = optional(settings, "language", RecipientsReader::language);
        if (id == null || name == null) {
            return null;
        }
        return new Office(
                id,
                name,
                to,
                cc,
                areas,
                formats,
                summaries != null && summaries,
                language == null ? BodyLanguage.ENGLISH : language);
    }

    private Set<String> areas(Settings settings) {
        Set<String> areas = new LinkedHashSet<>();
        YamlNode node = settings.values().get("areas");
        if (node == null) {
            mistake(settings.line(), "'areas' is missing: codes of regions, or all");
            return areas;
        }
        List<YamlNode.Scalar> items = items("areas", node);
        for (YamlNode.Scalar item : items) {
            if (item.text().equals(ALL)) {
                if (items.size() > 1) {
                    mistake(item.line(), "areas: '" + ALL + "' stands alone");
                }
            } else if (regions.all().stream().map(Region::code).noneMatch(item.text()::equals)) {
                mistake(
                        item.line(),
                        "areas: '" + printable(item.text()) + "' is no region, write a code such as CN-GS");
            } else if (!areas.add(item.text())) {
                mistake(item.line(), "areas: " + item.text() + " stands twice");
            }
        }
        if (items.isEmpty() && node instanceof YamlNode.Sequence) {
            // An empty list must not mean all.
            mistake(node.line(), "areas is empty: write codes of regions, or all");
        }
        return areas;
    }

    private Set<String> formats(Settings settings) {
        YamlNode node = settings.values().get("formats");
        if (node == null) {
            return new LinkedHashSet<>(DEFAULT_FORMATS);
        }
        Set<String> formats = new LinkedHashSet<>();
        for (YamlNode.Scalar item : items("formats", node)) {
            if (!FORMATS.contains(item.text())) {
                mistake(
                        item.line(),
                        "formats: unknown format '" + printable(item.text()) + "', known are "
                                + String.join(", ", FORMATS));
            } else if (!formats.add(item.text())) {
                mistake(item.line(), "formats: " + item.text() + " stands twice");
            }
        }
        if (node instanceof YamlNode.Sequence sequence && sequence.items().isEmpty()) {
            mistake(node.line(), "formats is empty");
        }
        return formats;
    }

    private List<MailAddress> addresses(Settings settings, String name, boolean required) {
        List<MailAddress> addresses = new ArrayList<>();
        YamlNode node = settings.values().get(name);
        if (node == null) {
            if (required) {
                mistake(settings.line(), "'" + settings.prefix() + name + "' is missing");
            }
            return addresses;
        }
        for (YamlNode.Scalar item : items(name, node)) {
            MailAddress address = value(item, settings.prefix() + name, MailAddress::parse);
            if (address != null) {
                addresses.add(address);
            }
        }
        if (required
                && node instanceof YamlNode.Sequence sequence
                && sequence.items().isEmpty()) {
            mistake(node.line(), settings.prefix() + name + " has no address");
        }
        return addresses;
    }

    /** One value counts as a list of one. */
    private List<YamlNode.Scalar> items(String name, YamlNode node) {
        List<YamlNode.Scalar> items = new ArrayList<>();
        List<YamlNode> nodes = node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
        for (YamlNode item : nodes) {
            if (!(item instanceof YamlNode.Scalar scalar)) {
                mistake(item.line(), name + " takes a list of values");
            } else if (scalar.text().isBlank()) {
                mistake(item.line(), name + " has no value");
            } else {
                items.add(scalar);
            }
        }
        return items;
    }

    private @Nullable Settings settings(YamlNode node, String prefix, List<String> known) {
        if (!(node instanceof YamlNode.Group group)) {
            mistake(
                    node.line(),
                    (prefix.isEmpty() ? "" : prefix.replace(".", "") + " ")
                            + "should hold lines of the form 'setting: value'");
            return null;
        }
        group.settings().forEach((name, value) -> {
            if (!known.contains(name)) {
                mistake(
                        value.line(),
                        "unknown setting '" + printable(prefix + name) + "', known are " + String.join(", ", known));
            }
        });
        return new Settings(group.line(), group.settings(), prefix);
    }

    private <T> @Nullable T required(Settings settings, String name, Function<String, T> read) {
        if (!settings.values().containsKey(name)) {
            mistake(settings.line(), "'" + settings.prefix() + name + "' is missing");
            return null;
        }
        return optional(settings, name, read);
    }

    private <T> @Nullable T optional(Settings settings, String name, Function<String, T> read) {
        YamlNode node = settings.values().get(name);
        if (node == null) {
            return null;
        }
        if (!(node instanceof YamlNode.Scalar scalar)) {
            mistake(node.line(), settings.prefix() + name + " takes one value, not a list or a group of settings");
            return null;
        }
        return value(scalar, settings.prefix() + name, read);
    }

    private <T> @Nullable T value(YamlNode.Scalar scalar, String name, Function<String, T> read) {
        if (scalar.text().isBlank()) {
            mistake(scalar.line(), name + " has no value");
            return null;
        }
        try {
            return read.apply(scalar.text());
        } catch (IllegalArgumentException e) {
            mistake(scalar.line(), name + ": " + e.getMessage());
            return null;
        }
    }

    private static int line(Settings settings, String name) {
        YamlNode node = settings.values().get(name);
        return node == null ? settings.line() : node.line();
    }

    private static String id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + printable(text) + "' should be small letters and digits, with hyphens between");
        }
        if (text.equals(Recipients.OWNER)) {
            throw new IllegalArgumentException("'" + text + "' is taken: the ledger calls the owner so");
        }
        return text;
    }

    private static String name(String text) {
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("line ends and other control characters are not allowed in a name");
        }
        return text;
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'" + printable(text) + "' is neither true nor false");
        };
    }

    private static BodyLanguage language(String text) {
        for (BodyLanguage language : BodyLanguage.values()) {
            if (language.code().equals(text)) {
                return language;
            }
        }
        throw new IllegalArgumentException("unknown language '" + printable(text) + "', known are "
                + Arrays.stream(BodyLanguage.values()).map(BodyLanguage::code).collect(Collectors.joining(", ")));
    }

    private static Long size(String text) {
        Matcher size = SIZE.matcher(text.toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            throw new IllegalArgumentException("'" + printable(text) + "' is no size, write for example 10MB");
        }
        BigDecimal unit = SIZE_UNITS.get(size.group(2) == null ? "B" : size.group(2));
        return new BigDecimal(size.group(1)).multiply(unit).longValue();
    }

    private static URI links(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                String ascii = uri.toASCIIString();
                return URI.create(ascii.endsWith("/") ? ascii : ascii + "/");
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw new IllegalArgumentException(
                "'" + printable(text) + "' is no address of a folder, write https://HOST/PATH/");
    }

    private void mistake(int line, String what) {
        mistakes.add(new Located(line, what));
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
