package org.fupin.observation;

/**
 * Where a document came from.
 *
 * @param id its identity: the SHA-256 of the file's bytes, and of what an operator states of it if anything; 64
 *     lower-case hexadecimal digits
 * @param name the file's name, without folders; of a member of an archive {@code archive.zip!/folder/member.txt}
 * @param format {@code text}, {@code html}, {@code docx} or {@code pdf}
 * @param charset the IANA name of the encoding it was read with; UTF-8 for DOCX and PDF, whose text has none of its own
 * @param size in bytes
 */
public record SourceFile(String id, String name, String format, String charset, long size) {}
