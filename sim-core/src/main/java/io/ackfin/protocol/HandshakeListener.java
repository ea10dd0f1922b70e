package io.ackfin.protocol;

/**
 * Told what happens in a run, in an order in which it can have happened: an effect never comes
 * before its cause. One thread calls.
 */
public interface HandshakeListener {
  /**
   * Something happened.
   *
   * @param tick when, in the time of whoever tells (picoseconds in the simulator)
   * @param core the core it is about, or -1
   * @param detail defined by the event
   * @param item a task or subtask, as defined by the event
   */
  void on(HandshakeEvent event, long tick, int core, int detail, int item);
}
