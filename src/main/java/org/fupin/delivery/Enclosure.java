package org.fupin.delivery;

/**
 * A file in a message.
 *
 * @param name that it has there, in any script
 */
record Enclosure(DeliveryFile file, String name) {}
