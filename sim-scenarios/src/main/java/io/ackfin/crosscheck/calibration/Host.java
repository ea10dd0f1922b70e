package io.ackfin.crosscheck.calibration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Which machine was measured, and when.
 *
 * @param processor the model as the operating system calls it
 * @param processors how many threads it runs at once for this process
 * @param java the virtual machine and its version
 * @param system the operating system
 * @param date in UTC, to the second
 */
public record Host(String processor, int processors, String java, String system, Instant date) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final String MODEL = "model name";

  /** This machine, now. */
  public static Host here() {
    return new Host(
        model(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  /** Where the system does not tell the model, the architecture has to do. */
  private static String model() {
    try {
      return Files.readAllLines(CPU_INFO, StandardCharsets.UTF_8).stream()
          .filter(line -> line.startsWith(MODEL))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseGet(Host::architecture);
    } catch (IOException e) {
      return architecture();
    }
  }

  private static String architecture() {
    return System.getProperty("os.arch");
  }
}
