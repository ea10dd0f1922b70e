package io.ackfin.verify;

import java.util.Locale;

/** Explores bounded systems. Stateless; any thread. */
public final class Explorer {
  private Explorer() {}

  /**
   * Finds every situation that a system can come into and says what can break.
   *
   * @param system what to explore
   * @param options how, and how far
   * @param watcher told how far it is, and asked whether to stop
   * @return everything that is known when it ends, by itself, by a limit or by the watcher
   */
  public static Answer explore(
      BoundedSystem system, ExplorerOptions options, SearchWatcher watcher) {
    return explore(new HandshakeSystem(system), options, watcher);
  }

  static Answer explore(HandshakeSystem system, ExplorerOptions options, SearchWatcher watcher) {
    boolean symmetric = options.symmetry() && system.isSymmetric();
    HandshakeNarrator narrator = new HandshakeNarrator(system.parts());
    SearchResult result = new Search(system, narrator, options.search(symmetric), watcher).run();
    return new Answer(
        verdict(result),
        result.broken(),
        unfinished(result),
        result.states(),
        result.frontier(),
        result.transitions(),
        result.depth(),
        Reached.of(result.coverage()),
        symmetric,
        result.bitsPerState(),
        result.missed());
  }

  private static Verdict verdict(SearchResult result) {
    if (!result.broken().isEmpty()) {
      return Verdict.VIOLATED;
    }
    return result.finished() ? Verdict.HOLDS : Verdict.UNFINISHED;
  }

  private static String unfinished(SearchResult result) {
    String states = String.format(Locale.ROOT, "%,d states", result.states());
    return switch (result.end()) {
      case FINISHED ->
          result.finished() ? "" : "every state was found, but not whether a run can go in circles";
      case STATE_LIMIT -> "not finished: the limit of states was reached at " + states;
      case MEMORY_LIMIT -> "not finished: the memory was used up at " + states;
      case STOPPED -> "not finished: stopped at " + states;
    };
  }
}
