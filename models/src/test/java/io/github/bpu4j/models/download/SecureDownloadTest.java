// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.testsupport.ProgramRun;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted downloads from a server whose key is made for this test. */
final class SecureDownloadTest {
  private static final byte[] CONTENT = DownloadFixture.content(1);
  private static final String PASSWORD = "changeit";

  @TempDir private static Path keys;
  private static SSLContext tls;

  @TempDir private Path folder;
  private DownloadFixture fixture;

  @BeforeAll
  static void makeKey() throws Exception {
    Path store = keys.resolve("key.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    ProgramRun.of(
            new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD))
        .outOfSuccess();
    KeyStore own = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      own.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory key = KeyManagerFactory.getInstance("PKIX");
    key.init(own, PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", own.getCertificate("server"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    tls = SSLContext.getInstance("TLS");
    tls.init(key.getKeyManagers(), trust.getTrustManagers(), null);
  }

  @BeforeEach
  void fixture() {
    fixture = new DownloadFixture(folder);
  }

  @Test
  void aTrustedServer() throws Exception {
    try (TestServer server = TestServer.secure(Answers.file(CONTENT, "\"v1\""), tls)) {
      server.next(Answers.cut(CONTENT, "\"v1\"", 50000));
      fixture.succeeds(
          fixture.pinned(server, CONTENT),
          fixture.options().allowHttp(false).tls(tls).build(),
          CONTENT);
      assertThat(server.ranges()).containsExactly("all", "bytes=50000-");
    }
  }

  @Test
  void anUntrustedServer() throws Exception {
    try (TestServer server = TestServer.secure(Answers.file(CONTENT, "\"v1\""), tls)) {
      assertThat(fixture.fails(fixture.pinned(server, CONTENT), fixture.options().build()))
          .contains("the server's certificate is not trusted");
      assertThat(fixture.notes).isEmpty();
      assertThat(server.ranges()).isEmpty();
    }
  }

  @Test
  void neverLeavesEncryption() throws Exception {
    try (TestServer plain = TestServer.plain(Answers.file(CONTENT, "\"v1\""));
        TestServer server =
            TestServer.secure(Answers.status(302, "Location", plain.url("f").toString()), tls)) {
      assertThat(fixture.fails(fixture.pinned(server, CONTENT), fixture.options().tls(tls).build()))
          .contains("redirects from https to http://127.0.0.1", "which is never followed");
      assertThat(plain.ranges()).isEmpty();
    }
  }
}
