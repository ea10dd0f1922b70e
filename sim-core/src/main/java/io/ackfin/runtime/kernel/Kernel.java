package io.ackfin.runtime.kernel;

/** The code that a core runs. An instance belongs to one core and is advanced by its thread. */
public interface Kernel {
  /** A subtask's kernel starts: reads what it needs of its call. */
  void start(KernelCall call);

  /**
   * Goes on.
   *
   * @return whether it is over; if not, it is called again after the core looked for an exit
   */
  boolean advance();
}
