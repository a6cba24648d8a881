package org.fupin.reading;

/**
 * A file's bytes as characters.
 *
 * @param charset the IANA name of the encoding
 */
record DecodedText(String text, String charset) {}
