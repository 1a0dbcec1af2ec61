// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is set for this process, from properties or else from variables. */
record DownloadSettings(
    UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> variables) {
  private static final String URL_PROPERTY = "bpu4j.models.url";
  private static final String URL_VARIABLE = "BPU4J_MODELS_URL";
  private static final String OFFLINE_PROPERTY = "bpu4j.models.offline";
  private static final String OFFLINE_VARIABLE = "BPU4J_MODELS_OFFLINE";
  private static final String HTTP_PROPERTY = "bpu4j.models.allow.http";
  private static final String HTTP_VARIABLE = "BPU4J_MODELS_ALLOW_HTTP";
  private static final String PROXY_PROPERTY = "bpu4j.models.proxy";
  private static final String PROXY_VARIABLE = "BPU4J_MODELS_PROXY";

  private static final Pattern PROXY_FORM = Pattern.compile("(?:http://)?([^/:@]+):(\\d{1,5})/?");

  static DownloadSettings ofProcess() {
    return new DownloadSettings(System::getProperty, System::getenv);
  }

  Optional<URI> baseUrl() {
    return value(URL_PROPERTY, URL_VARIABLE).map(BaseUrl::of);
  }

  boolean offline() {
    return flag(OFFLINE_PROPERTY, OFFLINE_VARIABLE);
  }

  boolean allowHttp() {
    return flag(HTTP_PROPERTY, HTTP_VARIABLE);
  }

  Optional<ProxySelector> proxy() {
    return value(PROXY_PROPERTY, PROXY_VARIABLE).map(DownloadSettings::proxy);
  }

  private static ProxySelector proxy(String text) {
    Matcher parts = PROXY_FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          PROXY_PROPERTY + ": got '" + text + "', expected the form proxy.example.com:8080");
    }
    return ProxySelector.of(
        InetSocketAddress.createUnresolved(parts.group(1), Integer.parseInt(parts.group(2))));
  }

  private boolean flag(String property, String variable) {
    Optional<String> value = value(property, variable);
    if (value.isEmpty()) {
      return false;
    }
    return switch (value.get()) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default ->
          throw new IllegalArgumentException(
              property + ": got '" + value.get() + "', expected true or false");
    };
  }

  private Optional<String> value(String property, String variable) {
    return Optional.ofNullable(properties.apply(property))
        .filter(text -> !text.isBlank())
        .or(() -> Optional.ofNullable(variables.apply(variable)).filter(text -> !text.isBlank()));
  }
}
