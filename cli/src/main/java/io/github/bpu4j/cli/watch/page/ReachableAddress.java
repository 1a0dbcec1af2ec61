// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.Optional;

/** The address that a reader types, where the bound one may be "every address". */
final class ReachableAddress {
  private ReachableAddress() {}

  static URI of(PageAddress page, int port) {
    InetAddress bound = page.address();
    String host = bound.isAnyLocalAddress() ? ofThisMachine() : page.host();
    String query = page.token().map(token -> "?token=" + token).orElse("");
    return URI.create("http://" + bracketed(host) + ":" + port + "/" + query);
  }

  private static String bracketed(String host) {
    return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  private static String ofThisMachine() {
    try {
      Optional<InetAddress> found =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(address -> address instanceof Inet4Address)
              .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
              .findFirst();
      return found.map(InetAddress::getHostAddress).orElse("127.0.0.1");
    } catch (SocketException e) {
      return "127.0.0.1";
    }
  }
}
