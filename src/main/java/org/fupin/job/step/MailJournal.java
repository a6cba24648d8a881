package org.fupin.job.step;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.delivery.outbox.AcceptedMessage;

/**
 * What a mail server took and the outbox may not know of yet: a hidden file in the folder of the outputs, there only while
 * mail is sent, or after a run that died over it. A line for each message and address.
 *
 * @param file need not be there
 */
record MailJournal(Path file) implements AcceptedMessage.Journal {

    private static final String NAME = ".mail-taken";
    private static final Pattern LINE = Pattern.compile("(\\S+Z) (<\\S+>) (.+)");

    static MailJournal in(Path out) {
        return new MailJournal(out.resolve(NAME));
    }

    @Override
    public void add(AcceptedMessage taken) throws IOException {
        String line = taken.when() + " " + taken.messageId() + " " + taken.address() + "\n";
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            // In one piece: from here on it outlives the process. Forced, it outlives the machine.
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            channel.force(false);
        }
    }

    /** What was put down; a line that was not finished is none. */
    List<AcceptedMessage> entries() throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            return List.of();
        }
        List<AcceptedMessage> entries = new ArrayList<>();
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                entries.add(new AcceptedMessage(parts.group(2), parts.group(3), Instant.parse(parts.group(1))));
            }
        }
        return entries;
    }

    void clear() throws IOException {
        Files.deleteIfExists(file);
    }
}
