package org.fupin.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A file in a message.
 *
 * @param name that it has there, in any script
 * @param area ISO code of the region whose report it is, empty for a summary; null where that was not noted
 */
record Enclosure(DeliveryFile file, String name, @Nullable String area) {}
