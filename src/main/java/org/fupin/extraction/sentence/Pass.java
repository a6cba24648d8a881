package org.fupin.extraction.sentence;

/** One step of the extraction over a sentence. A pass is a pure function of the sentence and holds no state. */
public interface Pass {

    /** Its name, as {@code explain} shows it. */
    String name();

    /** Concludes what it can on the sentence's mentions, and adds to each the rule that did. */
    void apply(SentenceContext sentence);

    /** Whether it has work to do in a sentence without numbers: it finds them, or what sentences behind it go on about. */
    default boolean isForAll() {
        return false;
    }
}
