package io.ackfin.core.trace;

/**
 * Told what is traced. All ticks are picoseconds, all lanes are numbers of {@link Lanes}; names are
 * constants of the emitting class. Identifiers say what a call is about (a task, a dispatch); the
 * emitter defines them per name. A listener may throw: that ends the run.
 */
public interface TraceListener {
  /** The first run starts; all lanes are declared. Called once, before any other method. */
  void start(Lanes lanes);

  /** Something lasted from {@code begin} to {@code end}, which is not before it. */
  void span(int lane, String name, long begin, long end, long id);

  /** Something happened. */
  void instant(int lane, String name, long tick, long id);

  /** A level is {@code value} from this tick on. */
  void counter(int lane, String name, long tick, long value);

  /** An arrow leaves; the end with the same name and id belongs to it. */
  void flowStart(int lane, String name, long tick, long id);

  /** An arrow arrives, at or after the tick at which it left. */
  void flowEnd(int lane, String name, long tick, long id);
}
