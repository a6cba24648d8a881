package org.fupin.observation;

/** How exactly a figure is stated; it covers only the number it stands before. */
public enum Qualifier implements Coded {
    EXACT("exact"),
    /** Nearly, about, almost, around. */
    ABOUT("about"),
    /** More than, over, exceeding, at least, no less than. */
    OVER("over"),
    /** Less than, within, at most. */
    UNDER("under");

    private final String code;

    Qualifier(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
