package org.fupin.observation;

import java.util.HashMap;
import java.util.Map;

/** The constants of code lists by their codes, each list looked through once. */
final class Codes {

    static final ClassValue<Map<String, Coded>> OF = new ClassValue<>() {
        @Override
        protected Map<String, Coded> computeValue(Class<?> type) {
            Map<String, Coded> byCode = new HashMap<>();
            for (Object constant : type.getEnumConstants()) {
                byCode.putIfAbsent(((Coded) constant).code(), (Coded) constant);
            }
            return byCode;
        }
    };

    private Codes() {}
}
