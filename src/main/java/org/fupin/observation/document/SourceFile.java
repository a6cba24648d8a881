package org.fupin.observation.document;

/**
 * Where a document came from.
 *
 * @param id its identity: the SHA-256 of the file's bytes, and of what an operator states of it if anything; 64
 *     lower-case hexadecimal digits
 * @param name its path in the inbox, with {@code /}: {@code 2011/gansu.txt}; of a member of an archive {@code
 *     folder/archive.zip!/folder/member.txt}, of an attachment {@code folder/mail.eml!/report.docx}
 * @param format {@code text}, {@code html}, {@code docx}, {@code pdf} or, for the text of a mail, {@code mail}
 * @param charset the IANA name of the encoding it was read with; UTF-8 for DOCX and PDF, whose text has none of its own
 * @param size in bytes
 */
public record SourceFile(String id, String name, String format, String charset, long size) {}
