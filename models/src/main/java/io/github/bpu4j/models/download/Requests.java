// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.Set;

/** Asks a server for a file, or for the rest of it, and follows where it points. */
final class Requests {
  private static final int MOST_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final HttpClient client;
  private final DownloadOptions options;

  Requests(DownloadOptions options) {
    this.options = options;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(options.connectTimeout())
            .proxy(options.proxy());
    options.tls().ifPresent(builder::sslContext);
    client = builder.build();
  }

  /**
   * Returns the first response that does not redirect, with any status.
   *
   * @param rest what is there already of the file, and of which version; none for all of it
   */
  HttpResponse<BodyPieces> send(URI start, Optional<Rest> rest)
      throws IOException, InterruptedException {
    URI url = start;
    requireAllowed(url);
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      HttpResponse<BodyPieces> response = answer(request(url, rest));
      if (!REDIRECTS.contains(response.statusCode())) {
        return response;
      }
      response.body().cancel();
      url = next(url, response);
    }
    throw DownloadException.lasting(
        "%s redirects more than %d times; name another base URL".formatted(start, MOST_REDIRECTS));
  }

  /** What is there already of a file, and of which version. */
  record Rest(long from, String validator) {}

  private HttpRequest request(URI url, Optional<Rest> rest) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(options.stallTimeout())
            .header("Accept-Encoding", "identity")
            .header("User-Agent", "bpu4j");
    rest.ifPresent(
        known ->
            request
                .header("Range", "bytes=" + known.from() + "-")
                .header("If-Range", known.validator()));
    return request.build();
  }

  private HttpResponse<BodyPieces> answer(HttpRequest request)
      throws IOException, InterruptedException {
    String url = request.uri().toString();
    try {
      return client.send(request, info -> new BodyPieces());
    } catch (HttpConnectTimeoutException e) {
      throw DownloadException.passing(
          "%s: no connection within %s; check the network, the proxy and the base URL"
              .formatted(url, Text.seconds(options.connectTimeout())),
          e);
    } catch (HttpTimeoutException e) {
      throw DownloadException.passing(
          "%s did not answer within %s".formatted(url, Text.seconds(options.stallTimeout())), e);
    } catch (ConnectException e) {
      boolean unknown = isCausedBy(e, UnresolvedAddressException.class);
      String problem = unknown ? "its host is not known" : "cannot connect";
      throw DownloadException.passing(
          url + ": " + problem + "; check the network, the proxy and the base URL", e);
    } catch (IOException e) {
      if (isCausedBy(e, CertificateException.class)) {
        throw DownloadException.lasting(
            "%s: the server's certificate is not trusted (%s); check the clock, and what is between"
                .formatted(url, e.getMessage()),
            e);
      }
      throw DownloadException.passing(url + ": the connection broke: " + e.getMessage(), e);
    }
  }

  private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return true;
      }
    }
    return false;
  }

  private URI next(URI from, HttpResponse<BodyPieces> response) throws DownloadException {
    String location = response.headers().firstValue("Location").orElse("");
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw DownloadException.lasting(
          "%s redirects to '%s', which is not a URL".formatted(from, location), e);
    }
    if ("https".equals(from.getScheme()) && !"https".equals(to.getScheme())) {
      throw DownloadException.lasting(
          "%s redirects from https to %s, which is never followed; name another base URL"
              .formatted(from, to));
    }
    requireAllowed(to);
    return to;
  }

  private void requireAllowed(URI url) throws DownloadException {
    String scheme = url.getScheme();
    if (url.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
      throw DownloadException.lasting("'" + url + "' is not the address of a web server");
    }
    if (scheme.equals("http") && !options.allowHttp()) {
      throw DownloadException.lasting(
          url
              + " is not encrypted, so that others could replace the file; use https, or allow http"
              + " with -Dbpu4j.models.allow.http=true or BPU4J_MODELS_ALLOW_HTTP=true");
    }
  }
}
