// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;

/**
 * Who may read the page.
 *
 * <p>On loopback only requests to a loopback name are answered, so that another site whose name was
 * pointed to 127.0.0.1 (DNS rebinding) reads nothing. With a token, a request must carry it: in the
 * address once, then in a cookie that scripts and other sites cannot use, or as {@code
 * Authorization: Bearer}.
 */
final class AccessRule {
  /**
   * Why a request is not answered.
   *
   * @param status of HTTP
   * @param english a sentence with a remedy
   * @param chinese the same
   */
  record Refusal(int status, String english, String chinese) {}

  private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> METHODS =
      Set.of(HttpMethod.GET.asString(), HttpMethod.HEAD.asString());
  private static final String BEARER = "Bearer ";

  private final boolean loopback;
  private final Optional<String> token;

  AccessRule(PageAddress address) {
    loopback = address.isLoopback();
    token = address.token();
  }

  Optional<Refusal> refusal(Request request) {
    if (loopback && !isLoopbackName(request)) {
      return Optional.of(
          new Refusal(
              HttpStatus.FORBIDDEN_403,
              "This page answers only to localhost or 127.0.0.1 in the address.",
              "本页面只接受地址为 localhost 或 127.0.0.1 的访问。"));
    }
    if (!METHODS.contains(request.getMethod())) {
      return Optional.of(
          new Refusal(
              HttpStatus.METHOD_NOT_ALLOWED_405,
              "This page can only be read: GET or HEAD.",
              "本页面只读：仅支持 GET 或 HEAD。"));
    }
    return token.flatMap(expected -> tokenRefusal(request, expected));
  }

  private static boolean isLoopbackName(Request request) {
    String host = request.getHttpURI().getHost();
    return host != null && LOOPBACK_NAMES.contains(host.toLowerCase(Locale.ROOT));
  }

  private static Optional<Refusal> tokenRefusal(Request request, String expected) {
    List<String> given = given(request);
    if (given.isEmpty()) {
      return Optional.of(
          new Refusal(
              HttpStatus.UNAUTHORIZED_401,
              "This page needs a token: open the whole address that bpu4j watch printed.",
              "访问本页面需要令牌：请打开 bpu4j watch 输出的完整地址。"));
    }
    if (given.stream().noneMatch(text -> equal(text, expected))) {
      return Optional.of(
          new Refusal(
              HttpStatus.FORBIDDEN_403,
              "This is not the token of this page: open the address that bpu4j watch printed last.",
              "令牌不正确：请打开 bpu4j watch 最近一次输出的地址。"));
    }
    return Optional.empty();
  }

  private static List<String> given(Request request) {
    String query = Request.extractQueryParameters(request).getValue("token");
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    String name = cookieName(request);
    Optional<String> cookie =
        Request.getCookies(request).stream()
            .filter(each -> each.getName().equals(name))
            .map(HttpCookie::getValue)
            .findFirst();
    if (query != null) {
      return List.of(query);
    }
    return header != null && header.startsWith(BEARER)
        ? List.of(header.substring(BEARER.length()))
        : cookie.map(List::of).orElse(List.of());
  }

  /** The same time for every text of a length. */
  private static boolean equal(String given, String expected) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }

  /** The cookie that lets a browser ask again, for a request that was not refused. */
  Optional<String> cookie(Request request) {
    return token
        .filter(text -> Request.extractQueryParameters(request).getValue("token") != null)
        .map(text -> cookieName(request) + "=" + text + "; Path=/; HttpOnly; SameSite=Strict");
  }

  /** With the port, because browsers share cookies between the ports of a host. */
  private static String cookieName(Request request) {
    return "bpu4j-" + Request.getLocalPort(request);
  }
}
