package org.fupin.observation;

/** A number of a source that is no observation, and why. */
public record LeftOutNumber(Span span, String text, LeftOutReason reason) {

    /** Whether it is that of a unit in the text, which begins at an offset: "10,000" in "(10,000 yuan)". */
    public boolean isOfUnit(String words, int begin) {
        int digits = 0;
        while (digits < text.length() && !Character.isWhitespace(text.charAt(digits))) {
            digits++;
        }
        int at = span.begin() - begin + digits;
        while (at < words.length() && Character.isWhitespace(words.charAt(at))) {
            at++;
        }
        boolean word = at < words.length() && Character.isLetter(words.charAt(at));
        return word && isMagnitude(text.substring(0, digits));
    }

    /** Whether the digits are a hundred, a thousand or more in round tens. */
    public static boolean isMagnitude(String digits) {
        int zeros = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            boolean fits = i == 0 ? c == '1' : c == '0' || c == ',';
            if (!fits) {
                return false;
            }
            zeros += c == '0' ? 1 : 0;
        }
        return zeros > 1;
    }
}
