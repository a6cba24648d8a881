package org.fupin.steps;

/** A text that counts each look at one of its characters: what a regular expression costs. */
record CountedText(CharSequence text) implements CharSequence {

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        Steps.one();
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int begin, int end) {
        Steps.add(end - begin);
        return text.subSequence(begin, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
