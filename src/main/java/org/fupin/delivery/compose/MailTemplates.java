package org.fupin.delivery.compose;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fupin.delivery.recipients.BodyLanguage;

/**
 * The templates of {@code templates/mail}: for each message and language one {@code .txt}, whose first line is the subject,
 * and one {@code .html}. Whatever is put into HTML is escaped.
 */
final class MailTemplates {

    private static final String FOLDER = "/templates/mail/";
    private static final String SUBJECT = "Subject: ";

    /** A filled template. @param text in lines of at most {@link MailText#WIDTH} columns where words let it */
    record Texts(String subject, String text, String html) {}

    /** A filled template that is part of others. */
    record Part(String text, String html) {}

    /**
     * {@code {{#plural}}{{n}} report|reports{{/plural}}}: the first form for 1, the second for all else; the number stands in
     * front.
     */
    private static final Mustache.Lambda PLURAL = (fragment, out) -> {
        String text = fragment.execute();
        int bar = text.indexOf('|');
        int blank = text.indexOf(' ');
        String number = text.substring(0, blank);
        out.write(number.equals("1") ? text.substring(0, bar) : number + " " + text.substring(bar + 1));
    };

    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    Texts fill(String name, BodyLanguage language, Object view) {
        String text = filled(name + "." + language.code() + ".txt", view);
        String html = filled(name + "." + language.code() + ".html", view);
        int end = text.indexOf('\n');
        if (!text.startsWith(SUBJECT) || end < 0) {
            throw new MustacheException(name + "." + language.code() + ".txt does not begin with '" + SUBJECT + "'");
        }
        return new Texts(MailText.line(text.substring(SUBJECT.length(), end)), body(text.substring(end)), html);
    }

    /** A template that is part of others, without a subject: as it stands in the bodies of those. */
    Part fillPart(String name, BodyLanguage language, Object view) {
        return new Part(
                body(filled(name + "." + language.code() + ".txt", view)),
                filled(name + "." + language.code() + ".html", view));
    }

    private static String body(String text) {
        // Sections that are left out leave their blank lines behind.
        return MailText.wrapped(text.replaceAll("\n{3,}", "\n\n").strip());
    }

    private String filled(String file, Object view) {
        StringWriter out = new StringWriter();
        template(file).execute(view, Map.of("plural", PLURAL), out);
        return out.toString();
    }

    private Template template(String file) {
        return compiled.computeIfAbsent(file, MailTemplates::compile);
    }

    private static Template compile(String file) {
        boolean html = file.endsWith(".html");
        String ending = file.substring(file.indexOf('.'));
        try (Reader reader = open(file)) {
            // A name that there is none of is a mistake in the template, and told as such.
            return Mustache.compiler()
                    .escapeHTML(html)
                    .emptyStringIsFalse(true)
                    .zeroIsFalse(true)
                    .strictSections(true)
                    .withLoader(partial -> open(partial + ending))
                    .compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader open(String file) throws IOException {
        InputStream in = MailTemplates.class.getResourceAsStream(FOLDER + file);
        if (in == null) {
            throw new IOException("there is no template " + file);
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
