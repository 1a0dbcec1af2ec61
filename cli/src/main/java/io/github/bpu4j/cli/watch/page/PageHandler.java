// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * Answers the page's requests; never blocks.
 *
 * <p>{@code /state.json?viewer=NAME&after=N} waits for a state other than number N, at most about a
 * second. {@code /picture.jpg} is the newest picture. A viewer asks for one picture at a time, so a
 * slow one gets fewer of them, and never old ones from a queue.
 */
final class PageHandler extends Handler.Abstract.NonBlocking {
  private static final Pattern VIEWER = Pattern.compile("[A-Za-z0-9]{1,32}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

  private final AccessRule access;
  private final Bulletin bulletin;
  private final Publisher publisher;
  private final PageFiles files = new PageFiles();

  PageHandler(AccessRule access, Bulletin bulletin, Publisher publisher) {
    this.access = access;
    this.bulletin = bulletin;
    this.publisher = publisher;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    protect(response.getHeaders());
    access
        .refusal(request)
        .ifPresentOrElse(
            refusal -> refuse(response, callback, refusal),
            () -> answer(request, response, callback));
    return true;
  }

  private static void protect(HttpFields.Mutable headers) {
    headers.put(
        "Content-Security-Policy",
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
  }

  private void answer(Request request, Response response, Callback callback) {
    access
        .cookie(request)
        .ifPresent(cookie -> response.getHeaders().add(HttpHeader.SET_COOKIE, cookie));
    String path = Request.getPathInContext(request);
    switch (path) {
      case "/state.json" -> state(request, response, callback);
      case "/picture.jpg" -> picture(response, callback);
      default ->
          files
              .at(path)
              .ifPresentOrElse(
                  file -> send(response, callback, file.type(), file.content().duplicate()),
                  () ->
                      refuse(
                          response,
                          callback,
                          new AccessRule.Refusal(
                              HttpStatus.NOT_FOUND_404,
                              "There is nothing here; the page is at /",
                              "此处没有内容；页面位于 /")));
    }
  }

  private void picture(Response response, Callback callback) {
    bulletin.touch();
    byte[] picture = publisher.picture();
    if (picture == null) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
      refuse(
          response,
          callback,
          new AccessRule.Refusal(
              HttpStatus.SERVICE_UNAVAILABLE_503,
              "There is no picture yet; ask again in a moment.",
              "暂无画面，请稍后重试。"));
    } else {
      send(response, callback, "image/jpeg", ByteBuffer.wrap(picture));
    }
  }

  private void state(Request request, Response response, Callback callback) {
    Fields query = Request.extractQueryParameters(request);
    String viewer = query.getValue("viewer");
    String after = query.getValue("after");
    Consumer<byte[]> reader =
        json -> send(response, callback, "application/json", ByteBuffer.wrap(json));
    if (viewer == null && after == null) {
      bulletin.touch();
      reader.accept(bulletin.newest());
    } else if (viewer == null
        || after == null
        || !VIEWER.matcher(viewer).matches()
        || !NUMBER.matcher(after).matches()) {
      refuse(
          response,
          callback,
          new AccessRule.Refusal(
              HttpStatus.BAD_REQUEST_400,
              "Expected viewer, up to 32 letters and digits, and after, a number; or neither.",
              "参数应为 viewer（最多 32 个字母或数字）和 after（数字），或都不提供。"));
    } else if (bulletin.read(viewer, Integer.parseInt(after), reader) == Bulletin.Reception.FULL) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "5");
      refuse(
          response,
          callback,
          new AccessRule.Refusal(
              HttpStatus.SERVICE_UNAVAILABLE_503,
              "As many viewers as allowed have this page open; close one of them.",
              "打开本页面的人数已达上限，请先关闭其中一个页面。"));
    }
  }

  private static void refuse(Response response, Callback callback, AccessRule.Refusal refusal) {
    response.setStatus(refusal.status());
    if (refusal.status() == HttpStatus.METHOD_NOT_ALLOWED_405) {
      response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
    }
    if (refusal.status() == HttpStatus.UNAUTHORIZED_401) {
      response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
    }
    String text = refusal.english() + "\n" + refusal.chinese() + "\n";
    ByteBuffer content = StandardCharsets.UTF_8.encode(text);
    send(response, callback, "text/plain; charset=utf-8", content);
  }

  private static void send(Response response, Callback callback, String type, ByteBuffer content) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.remaining());
    response.write(true, content, callback);
  }
}
