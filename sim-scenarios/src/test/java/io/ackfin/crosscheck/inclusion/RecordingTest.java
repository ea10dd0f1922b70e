package io.ackfin.crosscheck.inclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The form of a recording: its words, its sequences, and what it refuses to be made of. */
@Tag("unit")
class RecordingTest {
  @Test
  void anEntryHoldsAllThatItIsMadeOf() {
    long poll = Entry.poll(Entry.LAST_CORE, CondWord.fin(7), CompletionCase.D);
    assertThat(Entry.core(poll)).isEqualTo(Entry.LAST_CORE);
    assertThat(Entry.schedulerOperation(poll)).isEqualTo(SchedulerOperation.APPLY_COND);
    assertThat(Entry.word(poll)).isEqualTo(CondWord.fin(7));
    assertThat(Entry.caseOf(poll)).isEqualTo(CompletionCase.D);
    assertThat(Entry.isEnded(poll) || Entry.isEmergency(poll) || Entry.isGated(poll)).isFalse();
    long payload = Entry.gated(Entry.payload(3, 1, -1));
    assertThat(Entry.core(payload)).isEqualTo(3);
    assertThat(Entry.slot(payload)).isEqualTo(1);
    assertThat(Entry.word(payload)).isEqualTo(-1);
    assertThat(Entry.isGated(payload)).isTrue();
    long marked = Entry.emergency(Entry.ended(Entry.ofThread(0, SchedulerOperation.HOME, 0)));
    assertThat(Entry.isEnded(marked) && Entry.isEmergency(marked)).isTrue();
    for (SchedulerOperation operation : SchedulerOperation.values()) {
      assertThat(Entry.schedulerOperation(Entry.ofThread(1, operation, -1))).isEqualTo(operation);
    }
    for (CoreOperation operation : CoreOperation.values()) {
      assertThat(Entry.coreOperation(Entry.ofCorePayload(operation, 1, -1))).isEqualTo(operation);
    }
  }

  @Test
  void aSequenceGrowsOrLiesOverEntriesThatAreThere() {
    EntrySequence grown = new EntrySequence(1);
    for (int i = 0; i < 100; i++) {
      grown.append(i);
    }
    assertThat(grown.size()).isEqualTo(100);
    assertThat(grown.get(99)).isEqualTo(99);
    long[] written = {5, 6, 7};
    EntrySequence over = EntrySequence.over(written, 2);
    assertThat(over.size()).isEqualTo(2);
    written[1] = 8;
    assertThat(over.get(1)).isEqualTo(8);
    assertThatThrownBy(() -> EntrySequence.over(written, 4))
        .hasMessage("size: 4 (expected: 0 to 3)");
  }

  @Test
  void tenuresAreStretchesOfTheirThreads() {
    EntrySequence core = new EntrySequence();
    EntrySequence thread = new EntrySequence();
    thread.append(Entry.ofThread(0, SchedulerOperation.STORE_ID, 1));
    refused(core, thread, new Tenure(1, 0, 0, 1), "tenure.core: 1 (expected: 0 to 0)");
    refused(core, thread, new Tenure(0, 1, 0, 1), "tenure.thread: 1 (expected: 0 to 0)");
    refused(
        core,
        thread,
        new Tenure(0, 0, 0, 2),
        "tenure: Tenure[core=0, thread=0, from=0, to=2] (expected: a stretch of the thread's 1"
            + " entries)");
    Tenure whole = new Tenure(0, 0, 0, 1);
    assertThatThrownBy(
            () ->
                new Recording(
                    List.of(core), List.of(thread), List.of(whole, whole), Ending.CUT_OFF))
        .hasMessage(
            "tenure: Tenure[core=0, thread=0, from=0, to=1] (expected: none that begins before"
                + " entry 1)");
  }

  private static void refused(
      EntrySequence core, EntrySequence thread, Tenure tenure, String message) {
    assertThatThrownBy(
            () -> new Recording(List.of(core), List.of(thread), List.of(tenure), Ending.CUT_OFF))
        .hasMessage(message);
  }

  @Test
  void anEntryOnACoreThatIsNotThereIsRefused() {
    Recording recording =
        new Recording.Builder(1, 1)
            .thread(0, Entry.ofThread(1, SchedulerOperation.STORE_ID, 1))
            .ended(Ending.CUT_OFF);
    Inclusion inclusion =
        new Inclusion(Protocol.of(Variant.DUAL_SLOT).tables(), PendingDispatch.BOTH);
    assertThatThrownBy(() -> inclusion.check(recording))
        .hasMessage("entry.core: 1 (expected: 0 to 0)");
  }
}
