package org.fupin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * All that the program says to operators is in {@code messages.txt}, so that whoever changes a message sees it among the
 * others: rejections, mistakes in settings, findings, log lines, summaries, help. The texts of reports are not; their own
 * tests show them. Values are shown as {@code {}}, alternatives as {@code {one|other}}.
 */
class MessagesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path REVIEWED = Path.of("src/test/resources/messages.txt");

    private static final String RENEW = "fupin.messages.renew";

    /** Packages that say nothing to operators: the words in them are those of the language that is read, or of reports. */
    private static final Pattern OTHER_WORDS =
            Pattern.compile("org\\.fupin\\.(extraction(?!\\.explain).*|report\\b.*|observation\\b.*)");

    @Test
    void everyMessageWasReviewed() throws IOException {
        String now = messages();
        if (Boolean.getBoolean(RENEW)) {
            Files.writeString(REVIEWED, now);
        }
        assertThat(now)
                .as(
                        "messages of %s; after a review, renew them with mvn test -Dtest=MessagesTest -D%s=true",
                        SOURCES, RENEW)
                .isEqualTo(Files.readString(REVIEWED));
    }

    private static String messages() throws IOException {
        Map<String, SortedSet<String>> byType = new TreeMap<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(SOURCES);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                String file =
                        Path.of(unit.getSourceFile().toUri()).getFileName().toString();
                String type = unit.getPackageName() + "." + file.replace(".java", "");
                if (!OTHER_WORDS.matcher(type).matches()) {
                    Collector collector = new Collector();
                    collector.scan(unit, false);
                    if (!collector.found.isEmpty()) {
                        byType.put(type, collector.found);
                    }
                }
            }
        }
        return byType.entrySet().stream()
                .map(type -> type.getKey() + "\n"
                        + type.getValue().stream().map(it -> "  " + it + "\n").collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    /** Finds the messages of a source. It is told whether what it scans is said to somebody, however short it is. */
    private static final class Collector extends TreeScanner<@Nullable Void, Boolean> {

        private static final Set<String> LOG = Set.of("debug", "info", "warn", "error");

        /** Calls whose strings are for machines: expressions, statements, names. */
        private static final Set<String> SILENT =
                Set.of("compile", "matches", "split", "replaceAll", "replaceFirst", "getLogger", "ofPattern");

        private static final Pattern VALUE = Pattern.compile("%[-,+.\\d]*[sdf]");
        private static final Pattern WORD = Pattern.compile("\\p{IsAlphabetic}{2,}");
        private static final Pattern WORDS = Pattern.compile("\\p{IsLowercase}[\\w'’]*[,:;]? \\p{IsAlphabetic}+");
        private static final Pattern SQL = Pattern.compile(
                "\\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|AND|OR|JOIN|SET|ORDER BY|NULL|CREATE|ADD)\\b|\\b\\w\\.\\w+_\\w+");

        private final SortedSet<String> found = new TreeSet<>();

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, Boolean said) {
            if (literal.getValue() instanceof String text) {
                take(text(text), said);
            }
            return null;
        }

        @Override
        public @Nullable Void visitBinary(BinaryTree binary, Boolean said) {
            if (!isText(binary)) {
                return super.visitBinary(binary, said);
            }
            take(text(binary), said);
            scanValues(binary);
            return null;
        }

        /** What the values of a text say is part of it, but for texts that are made inside them. */
        private void scanValues(ExpressionTree tree) {
            if (isText(tree) && tree instanceof BinaryTree binary) {
                scanValues(binary.getLeftOperand());
                scanValues(binary.getRightOperand());
            } else if (tree instanceof ParenthesizedTree brackets) {
                scanValues(brackets.getExpression());
            } else if (isText(tree) && tree instanceof ConditionalExpressionTree either) {
                scanValues(either.getTrueExpression());
                scanValues(either.getFalseExpression());
            } else if (!(tree instanceof LiteralTree)) {
                scan(tree, false);
            }
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree made, Boolean said) {
            String type = made.getIdentifier().toString();
            boolean mistake = type.endsWith("Exception") || type.endsWith("Mistake");
            scan(made.getArguments(), mistake);
            scan(made.getClassBody(), false);
            return null;
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, Boolean said) {
            String name = name(call.getMethodSelect());
            scan(call.getMethodSelect(), said);
            if (!SILENT.contains(name)) {
                scan(call.getArguments(), LOG.contains(name));
            }
            return null;
        }

        @Override
        public @Nullable Void visitAnnotation(AnnotationTree annotation, Boolean said) {
            String type = annotation.getAnnotationType().toString();
            if (Set.of("Command", "Option", "Parameters", "ArgGroup").contains(type)) {
                scan(annotation.getArguments(), false);
            }
            return null;
        }

        private void take(String text, boolean said) {
            String words = text.replaceAll("\\{\\}", " ");
            if (!SQL.matcher(text).find()
                    && (said ? WORD : WORDS).matcher(words).find()) {
                found.add(text.strip());
            }
        }

        private static String name(ExpressionTree method) {
            if (method instanceof MemberSelectTree select) {
                return select.getIdentifier().toString();
            }
            return method instanceof IdentifierTree name ? name.getName().toString() : "";
        }

        /** Whether an expression is put together from texts that stand in it. */
        private static boolean isText(Tree tree) {
            if (tree instanceof LiteralTree literal) {
                return literal.getValue() instanceof String;
            }
            if (tree instanceof ParenthesizedTree brackets) {
                return isText(brackets.getExpression());
            }
            if (tree instanceof ConditionalExpressionTree either) {
                return isText(either.getTrueExpression()) || isText(either.getFalseExpression());
            }
            return tree instanceof BinaryTree binary
                    && binary.getKind() == Tree.Kind.PLUS
                    && (isText(binary.getLeftOperand()) || isText(binary.getRightOperand()));
        }

        private static String text(ExpressionTree tree) {
            if (!isText(tree)) {
                return "{}";
            }
            if (tree instanceof LiteralTree literal) {
                return text((String) literal.getValue());
            }
            if (tree instanceof ParenthesizedTree brackets) {
                return text(brackets.getExpression());
            }
            if (tree instanceof ConditionalExpressionTree either) {
                return "{" + text(either.getTrueExpression()) + "|" + text(either.getFalseExpression()) + "}";
            }
            BinaryTree binary = (BinaryTree) tree;
            return text(binary.getLeftOperand()) + text(binary.getRightOperand());
        }

        private static String text(String text) {
            return VALUE.matcher(text)
                    .replaceAll("{}")
                    .replace("%%", "%")
                    .replace("%n", "\\n")
                    .replace("\n", "\\n")
                    .replaceAll("\\p{Cntrl}", " ");
        }
    }
}
