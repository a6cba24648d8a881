package org.fupin.delivery.recipients;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who gets reports.
 *
 * @param id by which the ledger knows it: letters, digits, hyphens; never {@link Recipients#OWNER}
 * @param name in any script
 * @param to at least one
 * @param cc further ones; none of them is in {@code to}
 * @param areas ISO codes of the regions whose reports it gets; empty for all regions
 * @param formats of the files that it gets, {@code xlsx}, {@code pdf}, {@code html} and {@code data}; at least one
 * @param summaries whether it gets the summaries of the years
 * @param language of the message
 */
public record Office(
        String id,
        String name,
        List<MailAddress> to,
        List<MailAddress> cc,
        Set<String> areas,
        Set<String> formats,
        boolean summaries,
        BodyLanguage language) {

    /** The format of the files of a data package. */
    public static final String DATA = "data";

    public Office {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        areas = Set.copyOf(areas);
        formats = Set.copyOf(formats);
    }

    /** The same for some of its addresses. */
    public Office only(Set<String> some) {
        return new Office(
                id,
                name,
                to.stream().filter(it -> some.contains(it.address())).toList(),
                cc.stream().filter(it -> some.contains(it.address())).toList(),
                areas,
                formats,
                summaries,
                language);
    }

    /** All addresses, each once. */
    public Set<String> addresses() {
        Set<String> all = new LinkedHashSet<>();
        Stream.concat(to.stream(), cc.stream()).map(MailAddress::address).forEach(all::add);
        return all;
    }

    public boolean wantsArea(String code) {
        return areas.isEmpty() || areas.contains(code);
    }

    public boolean wantsFormat(String ending) {
        return formats.contains(ending);
    }
}
