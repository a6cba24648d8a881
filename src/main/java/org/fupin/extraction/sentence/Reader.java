package org.fupin.extraction.sentence;

/** Watches sentences being read. */
public interface Reader {

    /** Called when a pass is done with the sentence. */
    default void passed(Pass pass, SentenceContext context) {}

    /** Called when all passes are done with the sentence; whether to read the next. */
    boolean goesOn(SentenceContext context);
}
