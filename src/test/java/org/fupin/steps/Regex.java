package org.fupin.steps;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fupin.extraction.Extractor;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * A regular expression of the program, found where its class files hand it to the JDK: in a {@code Pattern} or in
 * {@code split}, {@code matches} and their like.
 *
 * @param where class, method and method called
 * @param expression null if it is no constant, so that nobody can tell what it costs
 * @param whole whether it is only ever matched against a whole text, never searched in one
 */
record Regex(String where, @Nullable String expression, boolean whole) {

    /** The audit tries its expressions on the words beside a figure only, so many characters at most. */
    private static final String AUDIT = "org.fupin.audit.";

    private static final String WORDS_OF_AUDIT = "AuditWords.class";

    /** The regular expressions of the classes that are counted, but for the audit's. */
    static List<Regex> all() {
        try {
            Path classes = Path.of(Extractor.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            List<Regex> found = new ArrayList<>();
            for (String counted : CountingClassLoader.COUNTED) {
                if (counted.equals(AUDIT)) {
                    continue;
                }
                try (Stream<Path> files = Files.walk(classes.resolve(counted.replace('.', '/')))) {
                    files.filter(file -> file.toString().endsWith(".class"))
                            .filter(file -> !file.endsWith(WORDS_OF_AUDIT))
                            .sorted()
                            .forEach(file -> in(file, found));
                }
            }
            return found;
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void in(Path file, List<Regex> found) {
        ClassNode type = new ClassNode();
        try (InputStream content = Files.newInputStream(file)) {
            new ClassReader(content).accept(type, ClassReader.SKIP_DEBUG);
            for (MethodNode method : type.methods) {
                Frame<SourceValue>[] frames = new Analyzer<>(new SourceInterpreter()).analyze(type.name, method);
                for (int i = 0; i < frames.length; i++) {
                    if (frames[i] != null && method.instructions.get(i) instanceof MethodInsnNode call && takes(call)) {
                        String where = type.name.substring(type.name.lastIndexOf('/') + 1) + "." + method.name + ": "
                                + call.name;
                        found.add(new Regex(where, constant(call, frames[i]), call.name.equals("matches")));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AnalyzerException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static boolean takes(MethodInsnNode call) {
        return switch (call.owner) {
            case "java/util/regex/Pattern" -> call.name.equals("compile") || call.name.equals("matches");
            case "java/lang/String" ->
                switch (call.name) {
                    case "matches", "split", "replaceAll", "replaceFirst" -> true;
                    default -> false;
                };
            default -> false;
        };
    }

    /** The expression is the first argument of all these methods; flags would be a second one of {@code compile}. */
    private static @Nullable String constant(MethodInsnNode call, Frame<SourceValue> frame) {
        int arguments = Type.getArgumentTypes(call.desc).length;
        if (call.name.equals("compile") && arguments > 1) {
            return null;
        }
        SourceValue value = frame.getStack(frame.getStackSize() - arguments);
        AbstractInsnNode source =
                value.insns.size() == 1 ? value.insns.iterator().next() : null;
        return source instanceof LdcInsnNode literal && literal.cst instanceof String text ? text : null;
    }

    /** How many characters it looks at, in all, to match the text or to find all that it finds there. */
    long steps(String text) {
        Matcher matcher = Pattern.compile(expression).matcher(new CountedText(text));
        return Steps.of(
                t -> {
                    if (whole) {
                        matcher.matches();
                    } else {
                        while (matcher.find()) {
                            // counted
                        }
                    }
                },
                text);
    }

    @Override
    public String toString() {
        return where + " " + expression;
    }
}
