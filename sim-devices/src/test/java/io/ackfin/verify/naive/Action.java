package io.ackfin.verify.naive;

import io.ackfin.verify.Move;

/**
 * What fairness is about: steps that are the same thing to do, in whatever situation.
 *
 * @param name what is done and by whom
 * @param chosenBy the thread whose choice at home it is; -1 for what is no choice
 * @param optional whether it need never be done, even if nothing else can be
 */
record Action(String name, int chosenBy, boolean optional) {
  static Action of(World world, Situation before, Move move) {
    int thread = move.thread();
    String core = move.kind() + " core " + move.core();
    return switch (move.kind()) {
      case CORE, ARRIVE_AT_BARRIER -> new Action("core " + move.core(), -1, false);
      case OUTPUT, EMERGENCY -> new Action(core, -1, false);
      case THREAD, EXPIRE -> new Action(move.kind() + " " + thread, -1, false);
      case STORE_VISIBLE -> {
        Store store = before.walker(thread).posted.get(move.argument());
        yield new Action("store of " + thread + ": " + store, -1, false);
      }
      case STARTUP, POLL, LOOK, EXIT -> new Action(core, thread, false);
      case RING -> new Action(core + " #" + move.argument(), thread, false);
      case RECHECK -> new Action("RECHECK " + thread, thread, false);
      case DISPATCH ->
          new Action("DISPATCH " + world.shape(move.task()) + " by " + thread, thread, false);
      case STOP, HAND_OVER -> new Action(move.kind().name(), -1, true);
    };
  }
}
