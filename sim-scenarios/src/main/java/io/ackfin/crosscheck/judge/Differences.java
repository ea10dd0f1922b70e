package io.ackfin.crosscheck.judge;

import java.util.List;
import java.util.Locale;

/** Counts what a check compared and where it differed, and keeps the first. Not thread-safe. */
final class Differences {
  private final CheckKind check;
  private long compared;
  private long count;
  private List<String> first = List.of();

  Differences(CheckKind check) {
    this.check = check;
  }

  void compared(long more) {
    compared += more;
  }

  /** One difference; its words are worked out only if it is the first. */
  void add(String format, Object... values) {
    if (count++ == 0) {
      first = List.of(String.format(Locale.ROOT, format, values));
    }
  }

  /** Several differences that are told in lines. */
  void add(long more, List<String> lines) {
    if (count == 0 && more > 0) {
      first = List.copyOf(lines);
    }
    count += more;
  }

  CheckResult result() {
    return new CheckResult(check, compared, count, first);
  }
}
