package org.crossaisle.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium as Debian installs it, without a window and with an empty profile. */
final class Browser implements AutoCloseable {
    private static final File PROGRAM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /**
     * Starts it. Where there is none, the tests that need it are skipped, unless the environment variable
     * CROSSAISLE_BROWSER is "required": then they fail.
     *
     * @param profile an empty directory
     */
    static Browser start(Path profile) {
        if (!PROGRAM.canExecute() || !DRIVER.canExecute()) {
            String reason = "no browser: " + PROGRAM + " and " + DRIVER + " are not both there";
            if ("required".equals(System.getenv("CROSSAISLE_BROWSER"))) {
                throw new AssertionError(reason + ", and CROSSAISLE_BROWSER is \"required\"");
            }
            Assumptions.abort(reason);
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions()
                .setBinary(PROGRAM)
                .addArguments(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--lang=en",
                        "--user-data-dir=" + profile);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER)
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    /** Opens a page afresh, in a window of this size in CSS pixels. */
    void open(String address, int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        driver.get(address);
        settle();
    }

    void preferColours(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    void click(String selector) {
        find(selector).click();
        settle();
    }

    void type(String selector, CharSequence... keys) {
        find(selector).sendKeys(keys);
        settle();
    }

    void choose(String selector, String value) {
        new Select(find(selector)).selectByValue(value);
        settle();
    }

    /** Waits until the page is not busy: it is so from a question until its answer is shown. */
    void settle() {
        await("the page is not busy", () -> count("[aria-busy=true]") == 0);
    }

    void await(String what, BooleanSupplier condition) {
        new WebDriverWait(driver, PATIENCE).withMessage(what).until(ignored -> condition.getAsBoolean());
    }

    int count(String selector) {
        return texts(selector).size();
    }

    /** The only such element's text, as it is seen. */
    String text(String selector) {
        List<String> texts = texts(selector);
        if (texts.size() != 1) {
            throw new AssertionError("of " + selector + " there are " + texts.size() + ", must be one");
        }
        return texts.get(0);
    }

    /** The texts of all such elements at one moment. */
    List<String> texts(String selector) {
        return strings("return [...document.querySelectorAll(arguments[0])].map(each => each.innerText)", selector);
    }

    List<String> attributes(String selector, String name) {
        return strings(
                "return [...document.querySelectorAll(arguments[0])].map(each => each.getAttribute(arguments[1]))",
                selector,
                name);
    }

    private List<String> strings(String script, Object... arguments) {
        if (driver.executeScript(script, arguments) instanceof List<?> found) {
            return found.stream().map(String::valueOf).toList();
        }
        throw new AssertionError(script + " has returned no list");
    }

    long number(String script) {
        if (driver.executeScript(script) instanceof Number number) {
            return number.longValue();
        }
        throw new AssertionError(script + " has returned no number");
    }

    /** What went wrong in the page since this was last asked: errors of scripts, of the content policy, of requests. */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Writes the whole page as a picture. */
    void picture(Path file) throws IOException {
        long width = number("return window.innerWidth");
        long height = number("return document.documentElement.scrollHeight");
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
