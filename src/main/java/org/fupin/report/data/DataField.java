package org.fupin.report.data;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a data file.
 *
 * @param <T> what a row is made from
 * @param codes name of the code list that its values are of; empty for other values
 * @param required whether each row has a value
 * @param pattern that all values match, as a regular expression; empty for any
 * @param description for the data dictionary
 * @param value a text, a whole number, a list of texts, or null for what is not stated; amounts are texts in plain decimal
 *     notation, so that no reader rounds them
 */
public record DataField<T>(
        String name,
        Type type,
        String codes,
        boolean required,
        String pattern,
        String description,
        Function<T, @Nullable Object> value) {

    /** As in a Frictionless table schema. */
    public enum Type {
        STRING,
        INTEGER,
        NUMBER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A column that each row has a value in. */
    static <T> DataField<T> required(String name, Type type, String description, Function<T, @Nullable Object> value) {
        return new DataField<>(name, type, "", true, "", description, value);
    }

    static <T> DataField<T> optional(String name, Type type, String description, Function<T, @Nullable Object> value) {
        return new DataField<>(name, type, "", false, "", description, value);
    }

    /** The same of a code list. */
    DataField<T> of(String codeList) {
        return new DataField<>(name, type, codeList, required, pattern, description, value);
    }

    /** The same with a pattern that all values match. */
    DataField<T> matching(String regularExpression) {
        return new DataField<>(name, type, codes, required, regularExpression, description, value);
    }
}
