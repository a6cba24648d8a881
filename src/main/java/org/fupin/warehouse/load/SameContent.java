package org.fupin.warehouse.load;

/**
 * A file whose content the warehouse holds under another path.
 *
 * @param file its path in the inbox
 * @param as the path under which the content goes
 */
public record SameContent(String file, String as) {}
