package org.fupin.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser without a window: Debian's Chromium. What tests with it is skipped where there is none. */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private final ChromeDriver driver;
    private final Path downloads;

    private Browser(ChromeDriver driver, Path downloads) {
        this.driver = driver;
        this.downloads = downloads;
    }

    /** @param folder for its profile and its downloads */
    public static Browser start(Path folder) throws IOException {
        assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "no browser to try the review page with: install Debian's chromium and chromium-driver");
        Path downloads = Files.createDirectories(folder.resolve("downloads"));
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1400,900",
                "--user-data-dir=" + Files.createDirectories(folder.resolve("profile")));
        options.setExperimentalOption(
                "prefs",
                Map.of("download.default_directory", downloads.toString(), "download.prompt_for_download", false));
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
        options.setCapability("unhandledPromptBehavior", "accept");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        return new Browser(new ChromeDriver(service, options), downloads);
    }

    /** Opens a page as if for the first time, with the fragment if it is not empty. */
    public void open(Path page, String fragment) {
        // From one fragment of a page to another the browser loads nothing.
        driver.get("about:blank");
        driver.get(page.toUri() + fragment);
    }

    public void forget() {
        driver.executeScript("localStorage.clear()");
    }

    public void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** Types keys to what has the focus. */
    public void type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    public void typeShifted(CharSequence key) {
        new Actions(driver).keyDown(Keys.SHIFT).sendKeys(key).keyUp(Keys.SHIFT).perform();
    }

    public WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** Whether the text goes on with a blank and a word behind an element. */
    public boolean followedByWord(WebElement element) {
        return Boolean.TRUE.equals(driver.executeScript(
                "return arguments[0].nextSibling !== null && /^ [a-z]/.test(arguments[0].nextSibling.textContent)",
                element));
    }

    public List<WebElement> findAll(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    public String text(String css) {
        return find(css).getText();
    }

    public WebElement focused() {
        return driver.switchTo().activeElement();
    }

    public String address() {
        return driver.getCurrentUrl();
    }

    public Object run(String script) {
        return driver.executeScript(script);
    }

    /** The file that the browser saves in the end. */
    public Path downloaded(String name) {
        Path file = downloads.resolve(name);
        new WebDriverWait(driver, Duration.ofSeconds(20)).until(any -> Files.exists(file));
        return file;
    }

    /** What assistive technology would stumble over. */
    public List<String> violations() {
        AxeRunOptions options = new AxeRunOptions();
        // One node a rule is told of what is in order, instead of all of them.
        options.setResultTypes(List.of("violations"));
        // The pages have no frames: their results need not be put together in a window of their own.
        return new AxeBuilder()
                .withOptions(options).setLegacyMode().analyze(driver).getViolations().stream()
                        .map(Browser::violation)
                        .toList();
    }

    private static String violation(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }

    /** What the browser complained of: scripts that failed, what the page's policy forbade. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                // Tests leave pages as they are; a person is asked.
                .filter(message -> !message.contains("'beforeunload'"))
                .toList();
    }

    public byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    /** Names of what was downloaded. */
    public List<String> downloads() throws IOException {
        try (Stream<Path> files = Files.list(downloads)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
