package io.ackfin.handshake;

import static io.ackfin.handshake.SchedulerSteps.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DispatchId;
import io.ackfin.protocol.DmbWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each fault changes, and that it changes nothing else. */
@Tag("unit")
class FaultTest {
  private static final int PENDING = 2;

  /** The parts that tables are made of. */
  private enum Part {
    CORE,
    SCHEDULER,
    COMPLETION,
    IDS
  }

  private final SchedulerSteps thread = new SchedulerSteps();

  static Stream<Arguments> everything() {
    return Stream.of(Fault.values())
        .flatMap(
            fault ->
                Stream.of(Variant.values())
                    .flatMap(
                        variant ->
                            Stream.of(false, true)
                                .map(staging -> Arguments.of(fault, variant, staging))));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void aFaultChangesThePartThatItIsAMistakeIn(Fault fault, Variant variant, boolean staging) {
    Protocol sound = Protocol.of(variant).staging(staging);
    Map<Part, String> before = parts(sound.tables());
    Map<Part, String> after = parts(sound.withFault(fault).tables());
    Set<Part> changed = EnumSet.allOf(Part.class);
    changed.removeIf(part -> before.get(part).equals(after.get(part)));
    assertThat(changed).isEqualTo(declared(fault, variant));
  }

  private static Set<Part> declared(Fault fault, Variant variant) {
    return switch (fault) {
      case CASE_D_AS_C, CASE_D_NO_PROMOTE ->
          variant == Variant.SINGLE_SLOT ? EnumSet.noneOf(Part.class) : EnumSet.of(Part.COMPLETION);
      case COMPLETE_TWICE -> EnumSet.of(Part.COMPLETION);
      case NARROW_RESERVED_IDS -> EnumSet.of(Part.IDS);
      case LEAVE_WITHOUT_EXIT -> EnumSet.of(Part.SCHEDULER);
      case OUTPUT_UNPUBLISHED -> EnumSet.of(Part.CORE);
    };
  }

  private static Map<Part, String> parts(Tables tables) {
    Map<Part, String> parts = new LinkedHashMap<>();
    parts.put(
        Part.CORE,
        Arrays.toString(tables.coreOperations)
            + Arrays.toString(tables.coreNexts)
            + Arrays.toString(tables.coreAlternatives)
            + tables.coreEntry());
    parts.put(
        Part.SCHEDULER,
        Arrays.toString(tables.schedulerOperations)
            + Arrays.toString(tables.schedulerNexts)
            + Arrays.toString(tables.schedulerAlternatives)
            + tables.schedulerEntry());
    parts.put(Part.COMPLETION, polls(tables).toString());
    parts.put(Part.IDS, tables.ids().toString());
    return parts;
  }

  /** What each read of COND leads to, for each kind of book of a core that runs dispatch 1. */
  private static Map<String, String> polls(Tables tables) {
    Map<String, String> polls = new LinkedHashMap<>();
    long none = 2 | Book.BUSY | Book.CLOSED;
    long ungated = 3 | Book.BUSY | Book.CLOSED | Book.PENDING;
    for (long book : new long[] {none, ungated, ungated | Book.GATED}) {
      for (int id = 0; id <= PENDING; id++) {
        for (int word : new int[] {CondWord.ack(id), CondWord.fin(id)}) {
          polls.put(name(book) + CondWord.format(word), poll(tables, book, word));
        }
      }
    }
    return polls;
  }

  private static String name(long book) {
    return !Book.pending(book) ? "none " : Book.gated(book) ? "gated " : "ungated ";
  }

  private static String poll(Tables tables, long book, int word) {
    long after = SchedulerProgram.after(tables, SchedulerProgram.beginPoll(book), seen(word));
    long left = SchedulerProgram.book(after);
    int action = SchedulerProgram.action(after);
    List<String> outcome = new ArrayList<>(List.of(Completion.caseOf(action).name()));
    outcome.add((action & Completion.COMPLETE_RUNNING) == 0 ? "" : "completes running");
    outcome.add((action & Completion.COMPLETE_PENDING) == 0 ? "" : "completes pending");
    outcome.add(left == book ? "leaves the book" : Book.busy(left) ? "promotes or opens" : "idles");
    outcome.removeIf(String::isEmpty);
    return String.join(", ", outcome);
  }

  /** The reads of COND that a fault gives another meaning, and which. */
  private static Map<String, String> changed(Protocol sound, Fault fault) {
    Map<String, String> changed = polls(sound.withFault(fault).tables());
    polls(sound.tables()).forEach(changed::remove);
    return changed;
  }

  @ParameterizedTest
  @EnumSource(
      value = Variant.class,
      names = {"DUAL_SLOT", "DUAL_SLOT_PARITY"})
  void caseDAsCForgetsThePendingDispatch(Variant variant) {
    for (boolean staging : new boolean[] {false, true}) {
      assertThat(changed(Protocol.of(variant).staging(staging), Fault.CASE_D_AS_C))
          .containsOnly(
              Map.entry("ungated FIN(1)", "C, completes running, idles"),
              Map.entry("gated FIN(1)", "C, completes running, idles"));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Variant.class,
      names = {"DUAL_SLOT", "DUAL_SLOT_PARITY"})
  void caseDNoPromoteLeavesTheBook(Variant variant) {
    for (boolean staging : new boolean[] {false, true}) {
      assertThat(changed(Protocol.of(variant).staging(staging), Fault.CASE_D_NO_PROMOTE))
          .containsOnly(
              Map.entry("ungated FIN(1)", "D, completes running, leaves the book"),
              Map.entry("gated FIN(1)", "D, completes running, leaves the book"));
    }
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void completeTwiceLeavesTheBookAtFinOfTheOnlyDispatch(Variant variant) {
    assertThat(changed(Protocol.of(variant), Fault.COMPLETE_TWICE))
        .containsOnly(Map.entry("none FIN(1)", "C, completes running, leaves the book"));
  }

  @Test
  void aFaultWinsOverAProtectionThatIsOff() {
    Protocol off = Protocol.of(Variant.DUAL_SLOT).without(Protection.CASE_D);
    assertThat(polls(off.tables())).containsEntry("ungated FIN(1)", "NONE, leaves the book");
    assertThat(changed(off, Fault.CASE_D_AS_C))
        .containsEntry("ungated FIN(1)", "C, completes running, idles");
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void narrowReservedIdsDispatchExitOneDay(Variant variant) {
    DispatchId late = DispatchId.FULL.startingAt(DispatchId.RESERVED - 1);
    Protocol protocol = Protocol.of(variant).counting(late).withFault(Fault.NARROW_RESERVED_IDS);
    Tables tables = protocol.tables();
    long book = thread.running(tables);
    assertThat(thread.steps()).contains("STORE_ID " + 0x7FFFFFEF + " -> DISPATCHED");
    assertThat(Book.nextId(book)).isEqualTo(DmbWord.EXIT);
    Tables narrowed = protocol.counting(late.modulo(3)).tables();
    assertThat(narrowed.ids().modulus()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void leaveWithoutExitClosesTheCoreUnasked(Variant variant) {
    Tables tables = Protocol.of(variant).withFault(Fault.LEAVE_WITHOUT_EXIT).tables();
    long book = Book.initial(tables);
    long closed = thread.walk(tables, SchedulerProgram.beginExit(book));
    assertThat(thread.steps()).containsExactly("SAY_CLOSED -> CLOSED");
    assertThat(SchedulerProgram.book(closed)).isEqualTo(book);
    thread.walk(tables, SchedulerProgram.beginEmergency());
    assertThat(thread.steps()).containsExactly("STORE_EXIT " + DmbWord.EXIT);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void outputUnpublishedGoesFromTheKernelStraightToItsAnswer(Variant variant) {
    for (Protection off : new Protection[] {Protection.CASE_A, Protection.FIN_SKIP}) {
      Protocol sound = Protocol.of(variant).without(off);
      List<CoreOperation> expected = new ArrayList<>(oneTask(sound));
      assertThat(expected.remove(CoreOperation.PUBLISH_OUTPUT)).isTrue();
      assertThat(oneTask(sound.withFault(Fault.OUTPUT_UNPUBLISHED))).isEqualTo(expected);
    }
  }

  /** What a core does from a poll to its FIN. */
  private static List<CoreOperation> oneTask(Protocol protocol) {
    Tables tables = protocol.tables();
    CoreSteps core = new CoreSteps();
    long state = core.walk(tables, CoreProgram.start(tables), 1);
    for (int reads = 0; reads < 4 && !polls(tables, state); reads++) {
      state = core.walk(tables, state, 1);
    }
    assertThat(polls(tables, state)).isTrue();
    return core.operations();
  }

  private static boolean polls(Tables tables, long state) {
    return CoreProgram.operation(tables, state) == CoreOperation.READ_DMB;
  }
}
