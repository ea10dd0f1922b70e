package io.ackfin.crosscheck.judge;

import io.ackfin.crosscheck.inclusion.Coverage;
import io.ackfin.crosscheck.inclusion.Ending;
import io.ackfin.crosscheck.inclusion.EntrySequence;
import io.ackfin.crosscheck.inclusion.Inclusion;
import io.ackfin.crosscheck.inclusion.InclusionResult;
import io.ackfin.crosscheck.inclusion.Recording;
import io.ackfin.crosscheck.inclusion.Tenure;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Tables;
import io.ackfin.handshake.Variant;
import java.util.ArrayList;
import java.util.List;

/** The check {@link CheckKind#INCLUSION} over the records of a run. Not thread-safe. */
final class InclusionCheck {
  private final RunView view;
  private final List<CoreEntries> cores = new ArrayList<>();
  private final List<ThreadEntries> threads = new ArrayList<>();
  private final Recording recording;
  private final InclusionResult result;

  InclusionCheck(RunView view, Tables tables, long[] order) {
    this.view = view;
    for (int core = 0; core < view.cores(); core++) {
      CoreEntries entries = new CoreEntries(core, view);
      cores.add(entries);
      for (int record = 0; record < view.lane(view.laneOf(core)).size(); record++) {
        entries.on(record);
      }
    }
    CoreWords[] words = new CoreWords[view.cores()];
    for (int core = 0; core < words.length; core++) {
      Variant variant = view.plan().protocol().variant();
      words[core] = new CoreWords(variant, cores.get(core).wasCutShort());
    }
    for (int lane = 0; lane < view.lanes(); lane++) {
      threads.add(new ThreadEntries(lane, view, words));
    }
    PossibleOrder.show(order, (lane, record) -> threads.get(lane).on(record));
    recording = recording();
    result = new Inclusion(tables, paths()).check(recording);
  }

  /** By parity a core with room has shown its ACK already, and nobody looks for it again. */
  private PendingDispatch paths() {
    PendingDispatch paths = view.plan().policy().pendingDispatch();
    boolean parity = view.plan().protocol().variant() == Variant.DUAL_SLOT_PARITY;
    return parity && paths == PendingDispatch.SKIP ? PendingDispatch.BOTH : paths;
  }

  private Recording recording() {
    List<EntrySequence> sequences = new ArrayList<>();
    threads.forEach(thread -> sequences.add(thread.entries()));
    List<Tenure> tenures = new ArrayList<>();
    for (int core = 0; core < view.cores(); core++) {
      List<Stretch> owners = view.owners(core);
      for (int i = 0; i < owners.size(); i++) {
        int lane = owners.get(i).lane();
        boolean last = i == owners.size() - 1;
        tenures.add(threads.get(lane).tenure(core, i == 0, last, sequences.get(lane)));
      }
    }
    return new Recording(
        cores.stream().map(CoreEntries::entries).toList(), sequences, tenures, ending());
  }

  /** A run that was stopped while cores were being started says nothing about its end. */
  private Ending ending() {
    if (view.finished()) {
      return Ending.FINISHED;
    }
    boolean started = cores.stream().allMatch(CoreEntries::started);
    return started && threads.stream().noneMatch(ThreadEntries::brokeOff)
        ? Ending.STOPPED
        : Ending.CUT_OFF;
  }

  CheckResult check() {
    Differences differences = new Differences(CheckKind.INCLUSION);
    differences.compared(recording.entries());
    result.problems().forEach(problem -> differences.add(1, problem.lines()));
    return differences.result();
  }

  /** What the records took of the tables. */
  Coverage coverage() {
    return result.coverage();
  }
}
