package org.fupin.cli.output;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the program's exit codes mean; every command uses the same table. */
public enum ExitCode {
    /** All was done; that there was nothing new to do is no failure. */
    DONE(0, "done"),
    /** Something broke; what was done stays, and the same command can be given again. */
    FAILED(1, "failed"),
    /** The command line or the job file is wrong; nothing was done. */
    USAGE(2, "invalid usage or configuration; nothing was done"),
    /** All that could be read was done, but at least one file could not (even if it was the only one). */
    REJECTED(3, "done, but some files were rejected"),
    /** Another run works on the same database. */
    LOCKED(4, "another run is using the database"),
    /** The database does not answer, refuses the user or does not exist. */
    DATABASE(5, "database not reachable"),
    /** The reports were made, but not every mail could be sent. */
    MAIL(6, "reports made, but not all mail sent"),
    /** The message broker of a job does not answer, or refuses the user. */
    BROKER(7, "message broker not reachable");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    /** For people, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** Number to meaning, in order, for the help texts. */
    public static Map<String, String> table() {
        Map<String, String> table = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(code -> table.put(Integer.toString(code.number), code.meaning));
        return table;
    }
}
