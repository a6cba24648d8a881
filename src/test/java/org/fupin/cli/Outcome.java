package org.fupin.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What a command gave, run within the test. */
record Outcome(int code, String out, String err) {

    static Outcome of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Fupin.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
        return new Outcome(code, out.toString(), err.toString());
    }
}
