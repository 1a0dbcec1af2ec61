// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How files are downloaded, and where they are kept.
 *
 * <p>A builder starts with what is set for this process: {@code bpu4j.models.url}, {@code
 * bpu4j.models.offline}, {@code bpu4j.models.allow.http} and {@code bpu4j.models.proxy}, or the
 * variables of docs/settings.md.
 *
 * @since 0.1.0
 */
public final class DownloadOptions {
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Builder set;

  private DownloadOptions(Builder set) {
    this.set = set;
  }

  /** Returns what is set for this process. */
  public static DownloadOptions ofProcess() {
    return builder().build();
  }

  /**
   * Starts with what is set for this process.
   *
   * @throws IllegalArgumentException if a setting has no value that it can have
   */
  public static Builder builder() {
    return new Builder(DownloadSettings.ofProcess());
  }

  /** The folder of the server, ending in a slash; empty for the vendor's. */
  public Optional<URI> baseUrl() {
    return set.baseUrl;
  }

  /** The cache; empty for the folder {@code models} in the cache of this user. */
  public Optional<Path> cache() {
    return set.cache;
  }

  /** Whether only what is in the cache already is used. */
  public boolean offline() {
    return set.offline;
  }

  /** Who is told. */
  public DownloadListener listener() {
    return set.listener;
  }

  boolean allowHttp() {
    return set.allowHttp;
  }

  ProxySelector proxy() {
    return set.proxy.orElseGet(
        () -> Optional.ofNullable(ProxySelector.getDefault()).orElse(ProxySelector.of(null)));
  }

  Optional<SSLContext> tls() {
    return set.tls;
  }

  Duration connectTimeout() {
    return set.connectTimeout;
  }

  Duration stallTimeout() {
    return set.stallTimeout;
  }

  int attempts() {
    return set.attempts;
  }

  Duration firstPause() {
    return set.firstPause;
  }

  /**
   * Collects options. Not thread-safe.
   *
   * @since 0.1.0
   */
  public static final class Builder {
    private Optional<URI> baseUrl;
    private boolean offline;
    private boolean allowHttp;
    private Optional<ProxySelector> proxy;
    private Optional<Path> cache = Optional.empty();
    private Optional<SSLContext> tls = Optional.empty();
    private Duration connectTimeout = Duration.ofSeconds(20);
    private Duration stallTimeout = Duration.ofSeconds(30);
    private int attempts = 5;
    private Duration firstPause = Duration.ofSeconds(1);
    private DownloadListener listener = new DownloadListener() {};

    private Builder(DownloadSettings settings) {
      baseUrl = settings.baseUrl();
      offline = settings.offline();
      allowHttp = settings.allowHttp();
      proxy = settings.proxy();
    }

    private Builder(Builder other) {
      baseUrl = other.baseUrl;
      offline = other.offline;
      allowHttp = other.allowHttp;
      proxy = other.proxy;
      cache = other.cache;
      tls = other.tls;
      connectTimeout = other.connectTimeout;
      stallTimeout = other.stallTimeout;
      attempts = other.attempts;
      firstPause = other.firstPause;
      listener = other.listener;
    }

    /** Sets the folder of another server that has the same files. */
    public Builder baseUrl(URI url) {
      baseUrl = Optional.of(BaseUrl.of(url.toString()));
      return this;
    }

    /** Sets the folder that files are kept in; only this user may be able to write there. */
    public Builder cache(Path folder) {
      cache = Optional.of(folder);
      return this;
    }

    /** Sets whether only what is in the cache already is used. */
    public Builder offline(boolean only) {
      offline = only;
      return this;
    }

    /** Sets whether unencrypted http is used where a URL says so. */
    public Builder allowHttp(boolean allowed) {
      allowHttp = allowed;
      return this;
    }

    /** Sets the proxies, in place of the setting and the JVM's own. */
    public Builder proxy(ProxySelector proxies) {
      proxy = Optional.of(proxies);
      return this;
    }

    /** Sets whom to trust and as whom to appear, for a server with a certificate of your own. */
    public Builder tls(SSLContext context) {
      tls = Optional.of(context);
      return this;
    }

    /** Sets how long a connection may take to be made (20 s). */
    public Builder connectTimeout(Duration limit) {
      connectTimeout = checked("connectTimeout", limit);
      return this;
    }

    /** Sets how long a server may send nothing, or less than 1 KiB, before a new try (30 s). */
    public Builder stallTimeout(Duration limit) {
      stallTimeout = checked("stallTimeout", limit);
      return this;
    }

    /** Sets how many tries in a row may get no further, 1 to 100 (5). */
    public Builder attempts(int number) {
      if (number < 1 || number > 100) {
        throw new IllegalArgumentException("attempts " + number + ", expected 1..100");
      }
      attempts = number;
      return this;
    }

    /** Sets the pause before the second try, which doubles with each further one (1 s). */
    public Builder firstPause(Duration pause) {
      firstPause = checked("firstPause", pause);
      return this;
    }

    /** Sets who is told. */
    public Builder listener(DownloadListener told) {
      listener = told;
      return this;
    }

    private static Duration checked(String name, Duration time) {
      if (time.isZero() || time.isNegative() || time.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            name + " " + time + ", expected more than zero and at most one hour");
      }
      return time;
    }

    /** Returns the options. */
    public DownloadOptions build() {
      return new DownloadOptions(new Builder(this));
    }
  }
}
