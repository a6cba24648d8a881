package org.fupin.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** What a command gave, run within the test: where it is not the process that is tested, this takes a fraction of the time. */
record Outcome(int code, String out, String err) {

    static Outcome of(Object... arguments) {
        return of(System.getenv(), arguments);
    }

    /** @param environment the variables that it takes settings from, instead of those of the test's own process */
    static Outcome of(Map<String, String> environment, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Fupin.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
        return new Outcome(code, out.toString(), err.toString());
    }
}
