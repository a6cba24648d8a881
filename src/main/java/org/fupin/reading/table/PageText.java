package org.fupin.reading.table;

import java.util.List;

/** The text of a document, and the tables in it. */
public record PageText(String text, List<TextTable> tables) {}
