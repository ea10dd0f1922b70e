package io.ackfin.crosscheck.inclusion;

import io.ackfin.device.soc.AccessListener;
import io.ackfin.handshake.Access;
import io.ackfin.handshake.AccessKind;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.DmbWord;
import java.util.Arrays;

/**
 * Records a simulated run. Barriers and rows that nobody else can see are left out, but for the one
 * that makes a kernel's output visible. A look counts only together with the dispatch that it led
 * to. The thread that is the first to do something on a core owns it. Not thread-safe.
 */
public final class AccessRecorder implements AccessListener {
  private static final long NO_LOOK = -1;

  private final Recording.Builder recording;
  private final long[] looks;

  /** A recorder of a run that has not begun. */
  public AccessRecorder(int cores, int threads) {
    recording = new Recording.Builder(cores, threads);
    looks = new long[threads];
    Arrays.fill(looks, NO_LOOK);
  }

  /** What was recorded; nothing may be recorded after. */
  public Recording recording(Ending ending) {
    return recording.ended(ending);
  }

  @Override
  public void onCore(int core, CoreOperation operation, int value, long seen) {
    if (!isRecorded(operation.kind(), operation.location())) {
      return;
    }
    switch (operation.location()) {
      case PAYLOAD -> recording.core(core, Entry.ofCorePayload(operation, value, (int) seen));
      case DMB_BOTH -> recording.core(core, Entry.ofCore(operation, whatEndedTheWait(seen)));
      default -> {
        boolean stored = operation.kind() == AccessKind.STORE;
        recording.core(core, Entry.ofCore(operation, stored ? value : (int) seen));
      }
    }
  }

  /** Exit in the lower half ends the wait for the bell, whatever the upper half holds. */
  private static int whatEndedTheWait(long both) {
    return DmbWord.id(both) == DmbWord.EXIT ? DmbWord.EXIT : DmbWord.doorbell(both);
  }

  @Override
  public void onThread(int thread, int core, SchedulerOperation operation, int value, long seen) {
    if (!isRecorded(operation.kind(), operation.location())) {
      return;
    }
    if (!recording.isOwned(core)) {
      recording.owns(thread, core);
    }
    long entry = entry(core, operation, value, seen);
    if (operation == SchedulerOperation.LOOK_AT_COND) {
      looks[thread] = entry;
      return;
    }
    if (operation == SchedulerOperation.BUILD_PAYLOAD
        && looks[thread] != NO_LOOK
        && Entry.core(looks[thread]) == core) {
      recording.thread(thread, looks[thread]);
    }
    looks[thread] = NO_LOOK;
    recording.thread(thread, entry);
  }

  private static long entry(int core, SchedulerOperation operation, int value, long seen) {
    return switch (operation.kind()) {
      case LOAD -> {
        if (operation == SchedulerOperation.APPLY_COND) {
          yield Entry.poll(core, (int) seen, CompletionCase.of(value));
        }
        long entry = Entry.ofThread(core, operation, (int) seen);
        yield (seen & Access.WAIT_ENDS) == 0 ? entry : Entry.ended(entry);
      }
      case STORE ->
          operation == SchedulerOperation.BUILD_PAYLOAD
              ? Entry.payload(core, value, (int) seen)
              : Entry.ofThread(core, operation, value);
      case BARRIER, LOCAL, HOME, HALT ->
          throw new IllegalArgumentException("operation: " + operation + " (expected: an access)");
    };
  }

  private static boolean isRecorded(AccessKind kind, Location location) {
    return kind == AccessKind.LOAD || kind == AccessKind.STORE || location == Location.OUTPUT;
  }
}
