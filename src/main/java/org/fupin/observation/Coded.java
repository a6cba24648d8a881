package org.fupin.observation;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A value of a closed code list; the code is what exports, the warehouse and the reports show. */
public interface Coded {

    /** The code as the observation model writes it, such as {@code person-time} or {@code part_of}. */
    String code();

    /**
     * The constant of {@code type} that bears {@code code}.
     *
     * @throws IllegalArgumentException if none does; the message lists the codes there are
     */
    static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
        Coded found = Codes.OF.get(type).get(code);
        if (found != null) {
            return type.cast(found);
        }
        throw new IllegalArgumentException("unknown " + type.getSimpleName() + " '" + code + "': expected one of "
                + Arrays.stream(type.getEnumConstants()).map(Coded::code).collect(Collectors.joining(", ")));
    }
}
