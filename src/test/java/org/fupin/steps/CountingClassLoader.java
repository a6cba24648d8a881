package org.fupin.steps;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Loads copies of the program's classes that count their steps: each method entry, each branch (so each turn of a loop)
 * and the work of the JDK's methods in {@link Library}. Nothing has to be written into the classes for that, and a new
 * class is counted like the others.
 */
final class CountingClassLoader extends ClassLoader {

    static final List<String> COUNTED = List.of(
            "org.fupin.observation.",
            "org.fupin.reference.",
            "org.fupin.reading.",
            "org.fupin.extraction.",
            "org.fupin.audit.");

    /** The library that reads HTML: what it is asked to do counts, too. */
    private static final String HTML = "org.jsoup.";

    private static final String STEPS = Type.getInternalName(Steps.class);
    private static final String LIBRARY = Type.getInternalName(Library.class);
    private static final String STRING = Type.getDescriptor(String.class);
    private static final String DECIMAL = "Ljava/math/BigDecimal;";

    /** What stands in for a method, by receiver, name and parameters. */
    private final Map<String, Method> standIns = new HashMap<>();

    CountingClassLoader() {
        super(CountingClassLoader.class.getClassLoader());
        for (Method method : Library.class.getDeclaredMethods()) {
            standIns.put(method.getName() + parameters(Type.getMethodDescriptor(method)), method);
        }
    }

    /** An instance of a copy of the class, made by its constructor without parameters. */
    @SuppressWarnings("unchecked") // the copy implements what the class implements
    Consumer<String> copy(Class<? extends Consumer<String>> subject) throws ReflectiveOperationException {
        return (Consumer<String>)
                define(subject.getName()).getDeclaredConstructor().newInstance();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return isCounted(name) ? define(name) : super.loadClass(name, resolve);
        }
    }

    private static boolean isCounted(String name) {
        return name.startsWith(HTML) || COUNTED.stream().anyMatch(name::startsWith);
    }

    private Class<?> define(String name) {
        try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
            ClassReader reader = new ClassReader(file);
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            reader.accept(new CountingClass(writer), 0);
            byte[] code = writer.toByteArray();
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String parameters(String descriptor) {
        return descriptor.substring(0, descriptor.indexOf(')') + 1);
    }

    private final class CountingClass extends ClassVisitor {

        CountingClass(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] thrown) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
            return next == null ? null : new CountingMethod(next);
        }
    }

    private final class CountingMethod extends MethodVisitor {

        CountingMethod(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        private void step() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, STEPS, "one", "()V", false);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            step();
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            step();
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
            step();
            super.visitTableSwitchInsn(min, max, other, labels);
        }

        @Override
        public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
            step();
            super.visitLookupSwitchInsn(other, keys, labels);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean virtual = opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE;
            Method standIn = owner.startsWith("java/") ? standIn(virtual, owner, name, descriptor) : null;
            if (standIn != null) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, LIBRARY, name, Type.getMethodDescriptor(standIn), false);
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
            if (owner.startsWith("java/")) {
                made(Type.getReturnType(descriptor).getDescriptor());
            }
        }

        /** Lists are called by their own types too; what stands in takes any of them. */
        private Method standIn(boolean virtual, String owner, String name, String descriptor) {
            if (!virtual) {
                return owner.equals("java/util/List") ? standIns.get(name + parameters(descriptor)) : null;
            }
            String rest = parameters(descriptor).substring(1);
            for (String receiver : receivers(owner)) {
                Method standIn = standIns.get(name + "(L" + receiver + ";" + rest);
                if (standIn != null) {
                    return standIn;
                }
            }
            return null;
        }

        private List<String> receivers(String owner) {
            return switch (owner) {
                case "java/util/List", "java/util/ArrayList" -> List.of("java/util/List", "java/util/Collection");
                case "java/util/Collection", "java/util/Set" -> List.of("java/util/Collection");
                default -> List.of(owner);
            };
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
            made(Type.getReturnType(descriptor).getDescriptor());
        }

        private void made(String type) {
            if (type.equals(STRING) || type.equals(DECIMAL)) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, LIBRARY, "made", "(" + type + ")" + type, false);
            }
        }
    }
}
