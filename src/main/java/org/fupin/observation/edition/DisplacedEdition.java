package org.fupin.observation.edition;

/**
 * An edition of an article that does not hold, because a newer file of the same run has the article too.
 *
 * @param documentId of the document whose edition holds
 * @param begin of the article in it
 * @param file the path of the file that has this edition
 */
public record DisplacedEdition(String documentId, int begin, String file) {}
