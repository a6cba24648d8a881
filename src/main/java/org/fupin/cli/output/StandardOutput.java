package org.fupin.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Remembers why a stream could not be written to, which a {@link java.io.PrintWriter} does not tell. */
public final class StandardOutput extends OutputStream {

    private final OutputStream stream;
    private @Nullable IOException failure;

    public StandardOutput(OutputStream stream) {
        this.stream = stream;
    }

    /** Whether whoever read it, such as {@code head}, has closed the pipe. */
    public boolean closedByReader() {
        return failure != null
                && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            stream.write(bytes, offset, length);
        } catch (IOException e) {
            throw noted(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            stream.flush();
        } catch (IOException e) {
            throw noted(e);
        }
    }

    private IOException noted(IOException e) {
        failure = failure == null ? e : failure;
        return e;
    }
}
