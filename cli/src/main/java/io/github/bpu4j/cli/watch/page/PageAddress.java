// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a page is served, and what its readers must know.
 *
 * @param host a name or address of this machine; one that other machines reach needs a token
 * @param port 0 for any free one, at most 65535
 * @param token what the reader's first address must carry: 8 to 128 letters, digits, {@code - . _}
 *     and {@code ~}; empty if whoever reaches the page may read it
 */
public record PageAddress(String host, int port, Optional<String> token) {
  private static final int MAX_PORT = 65535;
  private static final int TOKEN_BYTES = 16;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~-]{8,128}");

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the host is unknown, the port or the token is not one, or
   *     an address that is not loopback comes without a token
   */
  public PageAddress {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(token, "token");
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException(
          "port " + port + ", expected 1 to 65535, or 0 for any free one");
    }
    if (token.isPresent() && !TOKEN.matcher(token.get()).matches()) {
      throw new IllegalArgumentException(
          "the token has other characters or another length than expected: 8 to 128 letters,"
              + " digits, '-', '.', '_' or '~'");
    }
    if (token.isEmpty() && !resolve(host).isLoopbackAddress()) {
      throw new IllegalArgumentException(
          host + " is reached by other machines, so its page needs a token");
    }
  }

  /**
   * Makes a random token where one is needed and none is given.
   *
   * @throws IllegalArgumentException as the constructor does
   */
  public static PageAddress of(String host, int port, Optional<String> token) {
    boolean open = token.isPresent() || resolve(host).isLoopbackAddress();
    return new PageAddress(host, port, open ? token : Optional.of(randomToken()));
  }

  InetAddress address() {
    return resolve(host);
  }

  boolean isLoopback() {
    return address().isLoopbackAddress();
  }

  private static InetAddress resolve(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "unknown host '" + host + "', expected a name or address of this machine", e);
    }
  }

  private static String randomToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
