package org.fupin.report;

/**
 * An entry of the notes.
 *
 * @param topic the code list or subject it belongs to
 * @param code as it stands in the tables, empty for a remark
 * @param term its name for people
 * @param explanation empty where the term says all
 */
public record Note(String topic, String code, String term, String explanation) {}
