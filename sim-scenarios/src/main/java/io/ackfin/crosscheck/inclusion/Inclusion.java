package io.ackfin.crosscheck.inclusion;

import io.ackfin.crosscheck.inclusion.InclusionProblem.OutOfPlace;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Tables;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks whether a recorded run is possible: whether the sequences of every core and of its owners
 * can be brought into an order that is a path of the handshake's tables. Takes time and memory in
 * proportion to the recording. Immutable; any thread.
 */
public final class Inclusion {
  private final Tables tables;
  private final PendingDispatch paths;

  /**
   * A check.
   *
   * @param tables the handshake that the run followed, its start-up and additions included
   * @param paths which ways the run had to put a task behind a running one
   */
  public Inclusion(Tables tables, PendingDispatch paths) {
    this.tables = tables;
    this.paths = paths;
  }

  /** Whether a recording is possible, and why not. */
  public InclusionResult check(Recording recording) {
    Rules rules = new Rules(tables, paths, recording.ending());
    Taken taken = new Taken();
    List<InclusionProblem> problems = new ArrayList<>();
    List<ThreadSide> threads = new ArrayList<>();
    for (EntrySequence entries : recording.threads()) {
      threads.add(new ThreadSide(entries, recording.cores().size()));
    }
    List<Bells> bells = new ArrayList<>();
    long positions = 0;
    for (int core = 0; core < recording.cores().size(); core++) {
      CoreOrder order = new CoreOrder(core, recording, threads, rules, taken);
      positions += order.search();
      order.problem().ifPresent(problems::add);
      bells.add(order.bells());
    }
    for (int thread = 0; thread < threads.size(); thread++) {
      int number = thread;
      ThreadSide side = threads.get(thread);
      side.check(
          rules,
          taken,
          bells,
          (at, wrong) ->
              problems.add(new OutOfPlace(number, at, Words.ofThread(side.get(at)), wrong)));
      positions += recording.threads().get(thread).size();
    }
    return new InclusionResult(problems, taken.coverage(tables), positions);
  }
}
