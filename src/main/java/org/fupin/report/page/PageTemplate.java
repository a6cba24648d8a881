package org.fupin.report.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A page's skeleton with its style sheet and script inside, and a content-security policy that lets run just these two and
 * loads nothing. What the skeleton is filled with is escaped unless it says otherwise.
 */
final class PageTemplate {

    private static final String FOLDER = "/templates/page/";

    private final Template skeleton;
    private final Map<String, Object> parts;

    /** @param scripts the script in parts, which are put together in this order and see each other and nothing else */
    PageTemplate(String skeleton, List<String> styles, List<String> scripts) {
        this.skeleton = Mustache.compiler()
                .escapeHTML(true)
                .emptyStringIsFalse(true)
                .strictSections(true)
                .compile(resource(skeleton));
        StringBuilder style = new StringBuilder();
        styles.forEach(part -> style.append(resource(part)));
        StringBuilder script = new StringBuilder("(function () {\n\"use strict\";\n");
        scripts.forEach(part -> script.append(resource(part)));
        script.append("})();\n");
        this.parts = Map.of(
                "style", style.toString(),
                "script", script.toString(),
                "policy", policy(style.toString(), script.toString()));
    }

    void fill(Map<String, ?> view, Writer out) {
        skeleton.execute(view, parts, out);
    }

    private static String policy(String style, String script) {
        return "default-src 'none'; script-src " + hash(script) + "; style-src " + hash(style)
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String inline) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = PageTemplate.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException("there is no template " + name);
            }
            // As a browser reads them, or the hashes of the policy would not be those of the browser.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
