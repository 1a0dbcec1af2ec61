// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testsupport.browser;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium with a profile of its own, gone with its processes when it is closed.
 *
 * <p>Tests call {@link #isInstalled()} first: a machine without Chromium skips them, continuous
 * integration has it.
 */
public final class HeadlessBrowser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int DESKTOP_WIDTH = 1280;
  private static final int PHONE_WIDTH = 390;
  private static final int HEIGHT = 900;

  private final ChromeDriver driver;

  private HeadlessBrowser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Whether the tests can run: in continuous integration they must, and fail without Chromium. */
  public static boolean isInstalled() {
    return Chromium.find().isPresent() || "true".equals(System.getenv("CI"));
  }

  /**
   * Starts a browser, 1280 pixels wide, that prefers a language.
   *
   * @param language as in {@code navigator.language}: {@code en-US} or {@code zh-CN}
   * @throws IllegalStateException if Chromium or its driver is not installed
   */
  public static HeadlessBrowser start(String language) {
    Chromium chromium =
        Chromium.find()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Chromium is not installed: apt-get install chromium chromium-driver"));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromium.driver().toFile())
            .usingAnyFreePort()
            .build();
    HeadlessBrowser browser =
        new HeadlessBrowser(new ChromeDriver(service, options(chromium, language)));
    browser.resize(DESKTOP_WIDTH);
    return browser;
  }

  private static ChromeOptions options(Chromium chromium, String language) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.browser().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--no-first-run",
        "--hide-scrollbars",
        "--accept-lang=" + language,
        "--lang=" + language);
    options.setCapability("goog:loggingPrefs", logs);
    return options;
  }

  /** Opens a file as a user does with a double click. */
  public void open(Path file) {
    open(file.toUri());
  }

  /** Opens a page and returns when it is loaded. */
  public void open(URI page) {
    driver.get(page.toString());
  }

  /** Makes the window as wide as a phone: 390 CSS pixels. */
  public void showAsOnPhone() {
    resize(PHONE_WIDTH);
  }

  private void resize(int width) {
    driver.manage().window().setSize(new Dimension(width, HEIGHT));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Whether the reader has to scroll sideways to see all of the page. */
  public boolean overflowsSideways() {
    return Boolean.TRUE.equals(
        evaluate("return document.documentElement.scrollWidth > window.innerWidth;"));
  }

  /** The first element that a CSS selector matches. */
  public WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** All elements that a CSS selector matches, in the page's order. */
  public List<WebElement> findAll(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** The text that a reader sees: hidden elements contribute nothing. */
  public String visibleText() {
    return find("body").getText();
  }

  /** Runs a function body in the page and returns what it returns. */
  public @Nullable Object evaluate(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /**
   * Waits until a condition of the page holds, for up to 30 s.
   *
   * @throws AssertionError if it does not hold in time
   */
  public void waitUntil(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
      }
      Thread.sleep(50);
    }
  }

  /** Addresses of all resources that the page asked for beside itself. */
  public List<String> requestedResources() {
    Object names =
        evaluate("return performance.getEntriesByType('resource').map(entry => entry.name);");
    return names instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  /** What the page wrote to the browser's console since the last call: none on a sound page. */
  public List<String> consoleMessages() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Writes what the window shows as a PNG file. */
  public void screenshot(Path file) throws IOException {
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
