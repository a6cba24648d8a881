package org.fupin.reading;

import java.util.List;

/** The text of a document, and the tables in it. */
record PageText(String text, List<TextTable> tables) {}
