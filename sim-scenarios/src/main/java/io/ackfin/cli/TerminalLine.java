package io.ackfin.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * The terminal's current line, written again and again. The library's own one would ask the
 * terminal for its width by means that put the default back in place of our handling of Ctrl-C.
 */
final class TerminalLine implements ProgressBarConsumer {
  /** One less than the width of the narrowest usual terminal, so that no line is ever broken. */
  private static final int WIDTH = 79;

  private final PrintStream out;

  TerminalLine(PrintStream out) {
    this.out = out;
  }

  @Override
  public int getMaxRenderedLength() {
    return WIDTH;
  }

  @Override
  public void accept(String text) {
    String cut = text.length() <= WIDTH ? text : text.substring(0, WIDTH);
    out.print("\r" + cut + " ".repeat(WIDTH - cut.length()));
    out.flush();
  }

  @Override
  public void clear() {
    accept("");
    out.print("\r");
    out.flush();
  }

  @Override
  public void close() {}
}
