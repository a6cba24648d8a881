package org.fupin.delivery.recipients;

import java.util.Locale;
import org.fupin.observation.Coded;

/** The language that a message is written in; the reports are in English. */
public enum BodyLanguage implements Coded {
    ENGLISH("en", Locale.ENGLISH),
    CHINESE("zh", Locale.SIMPLIFIED_CHINESE);

    private final String code;
    private final Locale locale;

    BodyLanguage(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** As in the file of the recipients and in the names of the templates. */
    @Override
    public String code() {
        return code;
    }

    /** BCP 47, for the {@code lang} of HTML and {@code Content-Language}: {@code en}, {@code zh-CN}. */
    public String tag() {
        return locale.toLanguageTag();
    }
}
