package org.fupin.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A certificate of a server that is its own authority, in files that are deleted with the JVM.
 *
 * @param pem the certificate
 * @param key its private key, PKCS #8 in PEM
 * @param trustStore a key store of type JKS with the certificate, which needs no password to be read
 */
public record TestCertificate(Path pem, Path key, Path trustStore) {

    private static final String PASSWORD = "changeit";

    /** Made by the JDK's keytool, in a second or two. */
    public static TestCertificate of(String host) {
        try {
            Path folder = Files.createTempDirectory("fupin-certificate");
            Path store = folder.resolve("server.p12");
            keytool(
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    "RSA",
                    "-keysize",
                    "2048",
                    "-validity",
                    "2",
                    "-dname",
                    "CN=" + host,
                    "-ext",
                    "san=dns:" + host,
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    PASSWORD);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            Path pem = write(
                    folder.resolve("cert.pem"),
                    "CERTIFICATE",
                    keys.getCertificate("server").getEncoded());
            Path key = write(
                    folder.resolve("key.pem"),
                    "PRIVATE KEY",
                    keys.getKey("server", PASSWORD.toCharArray()).getEncoded());
            // As src/site/markdown/installation.md tells operators to make it.
            Path trustStore = folder.resolve("ca.jks");
            keytool(
                    "-importcert",
                    "-noprompt",
                    "-alias",
                    "fupin",
                    "-file",
                    pem.toString(),
                    "-storetype",
                    "JKS",
                    "-keystore",
                    trustStore.toString(),
                    "-storepass",
                    PASSWORD);
            for (Path file : List.of(folder, store, pem, key, trustStore)) {
                file.toFile().deleteOnExit();
            }
            return new TestCertificate(pem, key, trustStore);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path write(Path file, String what, byte[] content) throws IOException {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n");
    }

    private static void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile("keytool", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("keytool: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            Files.delete(log);
        }
    }
}
