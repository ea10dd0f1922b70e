package io.ackfin.crosscheck.judge;

import io.ackfin.crosscheck.real.RecordedRun;
import io.ackfin.crosscheck.real.RuntimePlan;
import io.ackfin.protocol.DmbWord;
import io.ackfin.runtime.memory.Register;
import io.ackfin.runtime.record.Lane;
import io.ackfin.runtime.record.RecordKind;
import io.ackfin.runtime.record.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A recorded run as the checks read it: which lane is whose, who owned which core when, and whether
 * the run was stopped. Immutable once built.
 */
final class RunView {
  /** No lane, no core, no id. */
  static final int NONE = -1;

  private record Take(int lane, int record, long time) {}

  private final RecordedRun run;
  private final List<Lane> lanes;
  private final int[] laneOfCore;
  private final int[] coreOfLane;
  private final List<List<Stretch>> owners = new ArrayList<>();
  private int stoppedLane = NONE;
  private int stoppedRecord = NONE;

  RunView(RecordedRun run) {
    this.run = run;
    lanes = run.recording().lanes();
    laneOfCore = new int[cores()];
    coreOfLane = new int[lanes.size()];
    for (int lane = 0; lane < lanes.size(); lane++) {
      coreOfLane[lane] = coreOf(lanes.get(lane).name());
      if (coreOfLane[lane] != NONE) {
        laneOfCore[coreOfLane[lane]] = lane;
      }
    }
    findStop();
    findOwners();
  }

  /** The core that a lane of a name belongs to, or {@link #NONE}. */
  static int coreOf(String laneName) {
    return laneName.startsWith("core ") ? Integer.parseInt(laneName.substring(5)) : NONE;
  }

  RuntimePlan plan() {
    return run.plan();
  }

  Recording recording() {
    return run.recording();
  }

  int cores() {
    return run.plan().spec().chip().cores();
  }

  int lanes() {
    return lanes.size();
  }

  Lane lane(int lane) {
    return lanes.get(lane);
  }

  /** The core whose thread wrote a lane, or {@link #NONE}. */
  int coreOf(int lane) {
    return coreOfLane[lane];
  }

  /** The lane that a core's own thread wrote. */
  int laneOf(int core) {
    return laneOfCore[core];
  }

  /** Whether all tasks were completed, nobody aborted the run, and all threads ended. */
  boolean finished() {
    return run.finished() && stoppedLane == NONE;
  }

  String why() {
    return run.why().isEmpty() ? "the run was aborted" : run.why();
  }

  /** The lane of the thread that aborted the run, or {@link #NONE} if none is recorded. */
  int stoppedLane() {
    return stoppedLane;
  }

  /** Where in its lane that is recorded. */
  int stoppedRecord() {
    return stoppedRecord;
  }

  /** The owners of a core, in the order in which it changed hands. */
  List<Stretch> owners(int core) {
    return owners.get(core);
  }

  /** Whether a record about a core is its owner's. */
  boolean isOwners(int core, int lane, int record) {
    for (Stretch stretch : owners.get(core)) {
      if (stretch.holds(lane, record)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a record is the store of exit to its core. */
  boolean isExit(int lane, int record) {
    return isStore(lane, record, Register.DMB) && lane(lane).value(record) == DmbWord.EXIT;
  }

  boolean isStore(int lane, int record, Register register) {
    Lane of = lane(lane);
    return of.kind(record) == RecordKind.STORE && of.detail(record) == register.ordinal();
  }

  /** A record by its place, for messages. */
  String place(int lane, int record) {
    return lane(lane).name() + ", record " + record + ", core " + lane(lane).core(record);
  }

  private void findStop() {
    for (int lane = 0; lane < lanes.size(); lane++) {
      for (int record = 0; record < lanes.get(lane).size(); record++) {
        if (lanes.get(lane).kind(record) == RecordKind.STOPPED) {
          stoppedLane = lane;
          stoppedRecord = record;
          return;
        }
      }
    }
  }

  private void findOwners() {
    List<Take> firsts = new ArrayList<>();
    List<List<Take>> takes = new ArrayList<>();
    for (int core = 0; core < cores(); core++) {
      firsts.add(null);
      takes.add(new ArrayList<>());
    }
    int[][] gives = new int[lanes.size()][cores()];
    for (int lane = 0; lane < lanes.size(); lane++) {
      if (coreOfLane[lane] == NONE) {
        findOwned(lane, firsts, takes, gives[lane]);
      }
    }
    for (int core = 0; core < cores(); core++) {
      owners.add(stretches(core, firsts.get(core), takes.get(core), gives));
    }
  }

  private void findOwned(int lane, List<Take> firsts, List<List<Take>> takes, int[] gives) {
    Lane of = lanes.get(lane);
    boolean[] taken = new boolean[gives.length];
    Arrays.fill(gives, of.size());
    for (int record = 0; record < of.size(); record++) {
      int core = of.core(record);
      Take here = new Take(lane, record, of.beginNs(record));
      switch (of.kind(record)) {
        case TAKE -> {
          takes.get(core).add(here);
          taken[core] = true;
        }
        case GIVE -> gives[core] = record;
        case STOPPED -> {
          // It is about no core.
        }
        default -> {
          Take first = firsts.get(core);
          boolean earlier = first == null || here.time() < first.time();
          if (earlier && !taken[core] && !isExit(lane, record)) {
            firsts.set(core, here);
          }
        }
      }
    }
  }

  /** The first owner's stretch, and one for each take by somebody else. */
  private List<Stretch> stretches(int core, Take first, List<Take> takes, int[][] gives) {
    List<Stretch> found = new ArrayList<>();
    int lane = first == null ? NONE : first.lane();
    int from = 0;
    takes.sort(Comparator.comparingLong(Take::time));
    for (Take take : takes) {
      if (take.lane() != lane) {
        if (lane != NONE) {
          found.add(new Stretch(lane, from, gives[lane][core]));
        }
        lane = take.lane();
        from = take.record();
      }
    }
    if (lane != NONE) {
      found.add(new Stretch(lane, from, lanes.get(lane).size()));
    }
    return found;
  }
}
