package org.fupin.reading.text;

/**
 * A file's bytes as characters.
 *
 * @param charset the IANA name of the encoding
 */
public record DecodedText(String text, String charset) {}
