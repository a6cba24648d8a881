package org.fupin.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.delivery.recipients.MailAddress;
import org.fupin.delivery.recipients.Office;
import org.fupin.delivery.recipients.Recipients;
import org.fupin.observation.Printable;
import org.fupin.settings.Setting.Source;
import org.jspecify.annotations.Nullable;

/** Reads {@code recipients.yml}. */
final class RecipientsReader {

    /** Before the names of settings of the sender and of an office. */
    private static final String SENDER = "sender.";

    private static final String OFFICE = "offices[].";

    /** What an office gets that asks for nothing else; many mail servers hold back an HTML file. */
    private static final Set<String> DEFAULT_FORMATS = new LinkedHashSet<>(List.of("xlsx", "pdf"));

    private final Path file;
    private final List<Located> mistakes = new ArrayList<>();

    /** @param line 0 for the whole file */
    private record Located(int line, String what) {}

    /** A group of settings, and the line that a missing one is reported at. */
    private record Group(int line, Map<String, YamlNode> values) {

        @Nullable
        YamlNode find(Setting<?> setting) {
            return values.get(setting.lastName());
        }
    }

    private RecipientsReader(Path file) {
        this.file = file;
    }

    /** Null after noting everything that is wrong in the file. */
    static @Nullable Recipients read(Path file, SettingsReader reader) {
        RecipientsReader recipients = new RecipientsReader(file);
        Recipients read = YamlNode.read(file, recipients::mistake)
                .map(recipients::recipients)
                .orElse(null);
        recipients.mistakes.stream()
                .sorted(Comparator.comparingInt(Located::line))
                .forEach(mistake -> reader.mistake(
                        mistake.line() > 0 ? file + ":" + mistake.line() : file.toString(), mistake.what()));
        return recipients.mistakes.isEmpty() ? read : null;
    }

    /** Null only after noting a mistake. */
    private @Nullable Recipients recipients(YamlNode root) {
        Group all = group(root, "");
        if (all == null) {
            return null;
        }
        YamlNode senderNode = all.values().get("sender");
        if (senderNode == null) {
            mistake(all.line(), "'sender' is missing");
        }
        Group sender = senderNode == null ? null : group(senderNode, SENDER);
        MailAddress from = sender == null ? null : value(sender, Settings.SENDER_FROM);
        MailAddress replyTo = sender == null ? null : value(sender, Settings.SENDER_REPLY_TO);
        List<MailAddress> owner = values(all, Settings.OWNER);
        MailAddress contact = value(all, Settings.CONTACT);
        Long most = value(all, Settings.MAX_ATTACHMENTS);
        URI links = value(all, Settings.LINKS);
        List<Office> offices = offices(all);
        return from == null || contact == null || most == null
                ? null
                : new Recipients(from, replyTo, owner, contact, most, links, offices);
    }

    private List<Office> offices(Group all) {
        List<Office> offices = new ArrayList<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        YamlNode node = all.find(Settings.OFFICES);
        if (node == null) {
            missing(all, Settings.OFFICES);
        } else if (node instanceof YamlNode.Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                Office office = office(item, lines);
                if (office != null) {
                    offices.add(office);
                }
            }
        } else {
            mistake(node.line(), "offices takes a list: lines that begin with '- id:'");
        }
        return offices;
    }

    private @Nullable Office office(YamlNode node, Map<String, Integer> lines) {
        Group group = group(node, OFFICE);
        if (group == null) {
            return null;
        }
        String id = value(group, Settings.OFFICE_ID);
        if (id != null) {
            Integer before = lines.putIfAbsent(id, group.line());
            if (before != null) {
                mistake(
                        Objects.requireNonNull(group.find(Settings.OFFICE_ID)).line(),
                        "id: the office of line " + before + " is '" + id + "', too");
            }
        }
        String name = value(group, Settings.OFFICE_NAME);
        List<MailAddress> to = values(group, Settings.OFFICE_TO);
        List<MailAddress> cc = values(group, Settings.OFFICE_CC);
        Set<String> seen = new HashSet<>();
        List<MailAddress> all = new ArrayList<>(to);
        all.addAll(cc);
        for (MailAddress address : all) {
            if (!seen.add(address.address().toLowerCase(Locale.ROOT))) {
                mistake(group.line(), "the address " + address.address() + " is given twice for one office");
            }
        }
        Set<String> areas = areas(group);
        Set<String> formats = distinct(group, Settings.OFFICE_FORMATS);
        Boolean summaries = value(group, Settings.OFFICE_SUMMARIES);
        BodyLanguage language = value(group, Settings.OFFICE_LANGUAGE);
        if (id == null || name == null || summaries == null || language == null) {
            return null;
        }
        return new Office(
                id,
                name,
                to,
                cc,
                areas,
                group.find(Settings.OFFICE_FORMATS) == null ? DEFAULT_FORMATS : formats,
                summaries,
                language);
    }

    /** Empty for all provinces. */
    private Set<String> areas(Group group) {
        Set<String> areas = distinct(group, Settings.OFFICE_AREAS);
        if (areas.remove(SettingValues.ALL) && !areas.isEmpty()) {
            mistake(
                    Objects.requireNonNull(group.find(Settings.OFFICE_AREAS)).line(),
                    "areas: expected codes of regions or '" + SettingValues.ALL + "', not both");
        }
        return areas;
    }

    private Set<String> distinct(Group group, Setting<String> setting) {
        Set<String> distinct = new LinkedHashSet<>();
        for (String value : values(group, setting)) {
            if (!distinct.add(value)) {
                mistake(
                        Objects.requireNonNull(group.find(setting)).line(),
                        shown(setting) + ": " + value + " is given twice");
            }
        }
        return distinct;
    }

    /** Of a setting that takes a list; one value counts as a list of one. */
    private <T> List<T> values(Group group, Setting<T> setting) {
        YamlNode node = group.find(setting);
        if (node == null) {
            if (setting.isRequired()) {
                missing(group, setting);
            }
            return List.of();
        }
        List<T> values = new ArrayList<>();
        List<YamlNode> items = node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
        for (YamlNode item : items) {
            T value = item instanceof YamlNode.Scalar scalar ? value(scalar, setting) : null;
            if (value != null) {
                values.add(value);
            } else if (!(item instanceof YamlNode.Scalar)) {
                mistake(item.line(), shown(setting) + " takes a list of values");
            }
        }
        if (items.isEmpty()) {
            // An empty list must not mean all.
            mistake(node.line(), shown(setting) + " is empty");
        }
        return values;
    }

    private <T> @Nullable T value(Group group, Setting<T> setting) {
        YamlNode node = group.find(setting);
        if (node instanceof YamlNode.Scalar scalar) {
            return value(scalar, setting);
        }
        UnaryOperator<String> byDefault = setting.byDefault();
        if (node != null) {
            mistake(node.line(), shown(setting) + " takes one value, not a list or a group of settings");
        } else if (setting.isRequired()) {
            missing(group, setting);
        } else if (byDefault != null) {
            return setting.reader().read(byDefault.apply(""), file);
        }
        return null;
    }

    private <T> @Nullable T value(YamlNode.Scalar scalar, Setting<T> setting) {
        if (scalar.text().isBlank()) {
            mistake(scalar.line(), shown(setting) + " has no value");
            return null;
        }
        try {
            return setting.reader().read(scalar.text(), file);
        } catch (IllegalArgumentException e) {
            mistake(scalar.line(), shown(setting) + ": " + e.getMessage());
            return null;
        }
    }

    /** @param prefix of its settings' names */
    private @Nullable Group group(YamlNode node, String prefix) {
        if (!(node instanceof YamlNode.Group group)) {
            mistake(node.line(), (prefix.equals(SENDER) ? "sender: " : "") + YamlNode.FORM);
            return null;
        }
        Set<String> known = Settings.names(Source.RECIPIENTS_FILE, prefix);
        group.settings().forEach((name, value) -> {
            if (!known.contains(name)) {
                mistake(
                        value.line(),
                        "unknown setting '" + Printable.line((prefix.equals(SENDER) ? SENDER : "") + name)
                                + "', known are " + String.join(", ", known));
            }
        });
        return new Group(group.line(), group.settings());
    }

    private void missing(Group group, Setting<?> setting) {
        mistake(group.line(), "'" + shown(setting) + "' is missing");
    }

    /** Within an office the list needs no telling. */
    private static String shown(Setting<?> setting) {
        return setting.name().startsWith(OFFICE) ? setting.lastName() : setting.name();
    }

    private void mistake(int line, String what) {
        mistakes.add(new Located(line, what));
    }
}
