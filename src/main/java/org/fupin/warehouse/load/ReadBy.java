package org.fupin.warehouse.load;

/**
 * What read a document.
 *
 * @param version of the program
 * @param rules SHA-256 of the rules and words: 64 hexadecimal digits
 */
public record ReadBy(String version, String rules) {}
