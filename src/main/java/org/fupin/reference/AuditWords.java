package org.fupin.reference;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fupin.observation.Coded;

/** Words that checks of the arithmetic ask for, from {@code lexicon/audit_words.csv}. */
public final class AuditWords {

    private static final Once<AuditWords> TABLE = new Once<>(AuditWords::read);

    /** What a word tells. */
    public enum Use implements Coded {
        /** A total of what was just told: "thus", "altogether". */
        TOGETHER("together"),
        /** Begins one of several breakdowns: "classified by", "in terms of". */
        BREAKDOWN("breakdown"),
        /** Leads from an amount for each to the amount for all: "for which", "so that". */
        PRODUCT("product"),
        /** An amount or number for each of many: "per", "on average". */
        EACH("each"),
        /** Stands right before a year: "in", "by the end of". */
        BEFORE_YEAR("before_year"),
        /** Leads to other provinces or to the whole country: "other provinces", "nationwide". */
        ELSEWHERE("elsewhere"),
        /** Tells that something was to be done: "target", "task". */
        PLAN("plan"),
        /** Leads from an amount to the households or people whom it went to: "covering", "benefited". */
        REACH("reach");

        private final String code;

        Use(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    private record Row(Use use, String phrase) {}

    private final Map<Use, Pattern> patterns = new EnumMap<>(Use.class);

    private AuditWords(List<Row> rows) {
        for (Use use : Use.values()) {
            String phrases = rows.stream()
                    .filter(row -> row.use() == use)
                    .map(row -> Pattern.quote(row.phrase()))
                    .collect(Collectors.joining("|"));
            patterns.put(use, Pattern.compile("\\b(?:" + phrases + ")\\b", Pattern.CASE_INSENSITIVE));
        }
    }

    /** Reads the table at the first call. */
    public static AuditWords load() {
        return TABLE.get();
    }

    private static AuditWords read() {
        return new AuditWords(new LexiconTable(
                        CsvTable.Files.CLASS_PATH, "phrase", row -> List.of("for the use " + row.get("use")))
                .read("audit_words.csv", row -> new Row(Coded.of(Use.class, row.get("use")), row.get("phrase"))));
    }

    /** Whether one of the words stands in {@code text}. */
    public boolean isIn(Use use, String text) {
        return patterns.get(use).matcher(text).find();
    }

    /** Whether {@code text} begins with one of the words, behind blanks. */
    public boolean begins(Use use, String text) {
        return patterns.get(use).matcher(text.stripLeading()).lookingAt();
    }

    /** Whether {@code text} ends with one of the words, and blanks. */
    public boolean ends(Use use, String text) {
        String stripped = text.stripTrailing();
        Matcher matcher = patterns.get(use).matcher(stripped);
        boolean last = false;
        while (matcher.find()) {
            last = matcher.end() == stripped.length();
        }
        return last;
    }
}
