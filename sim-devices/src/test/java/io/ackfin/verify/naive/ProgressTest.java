package io.ackfin.verify.naive;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.handshake.BrokenTables;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.Invariant;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.Counterexample;
import io.ackfin.verify.Step;
import io.ackfin.verify.naive.Node.Edge;
import io.ackfin.verify.naive.Progress.Stuck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Deadlock and livelock, in graphs drawn by hand and in tables that are wrong. */
@Tag("unit")
class ProgressTest {
  private static final Action CORE = new Action("core", -1, false);
  private static final Action STORE = new Action("store", -1, false);
  private static final Action POLL = new Action("poll", 0, false);
  private static final Action STOP = new Action("stop", -1, true);
  private static final int HOME = 1;
  private static final int AWAY = 0;

  private final List<Node> nodes = new ArrayList<>();

  private Node node(int atHome) {
    nodes.add(new Node(false, atHome));
    return nodes.get(nodes.size() - 1);
  }

  private void end() {
    nodes.add(new Node(true, HOME));
  }

  private Stuck firstStuck() {
    return Progress.firstStuck(nodes);
  }

  /** Two situations that lead to each other by the core's steps, and from there on an end, 2. */
  private void circle(int firstAtHome, int secondAtHome) {
    node(firstAtHome).edges.add(new Edge(1, CORE));
    node(secondAtHome).edges.add(new Edge(0, CORE));
    end();
  }

  @Test
  void anEndIsNoDeadlock() {
    node(HOME).edges.add(new Edge(1, CORE));
    end();
    assertThat(firstStuck()).isNull();
  }

  @Test
  void whatNothingLeavesIsADeadlock() {
    node(HOME).edges.add(new Edge(1, CORE));
    node(HOME);
    assertThat(firstStuck()).isEqualTo(new Stuck(1, Set.of()));
  }

  @Test
  void aStopThatNobodyHasToMakeIsNoWayOut() {
    node(HOME).edges.add(new Edge(1, STOP));
    end();
    assertThat(firstStuck()).isEqualTo(new Stuck(0, Set.of()));
  }

  @Test
  void aCircleThatNothingLeavesIsALivelock() {
    circle(HOME, HOME);
    assertThat(firstStuck()).isEqualTo(new Stuck(0, Set.of(0, 1)));
  }

  @Test
  void whatCanAlwaysBeDoneIsDoneOneDay() {
    circle(HOME, HOME);
    nodes.get(0).edges.add(new Edge(2, STORE));
    assertThat(firstStuck()).isNotNull();
    nodes.get(1).edges.add(new Edge(2, STORE));
    assertThat(firstStuck()).isNull();
  }

  @Test
  void whatIsDoneInsideTheCircleNeedNotLeaveIt() {
    circle(HOME, HOME);
    nodes.get(0).edges.add(new Edge(2, CORE));
    nodes.get(1).edges.add(new Edge(2, CORE));
    assertThat(firstStuck()).isNotNull();
  }

  @Test
  void aChoiceCountsOnlyWhereItsThreadIsAtHome() {
    circle(HOME, AWAY);
    nodes.get(0).edges.add(new Edge(2, POLL));
    assertThat(firstStuck()).isNull();
  }

  /** The thread that had the choice is kept away from home, where it could make it. */
  @Test
  void aFairRunMayStayWhereTheThreadIsNotAtHome() {
    circle(HOME, AWAY);
    nodes.get(0).edges.add(new Edge(2, POLL));
    node(AWAY).edges.add(new Edge(1, STORE));
    nodes.get(1).edges.add(new Edge(3, STORE));
    assertThat(firstStuck()).isEqualTo(new Stuck(1, Set.of(1, 3)));
  }

  @Test
  void aChoiceThatIsNotAlwaysThereMayNeverBeMade() {
    circle(HOME, HOME);
    nodes.get(0).edges.add(new Edge(2, POLL));
    assertThat(firstStuck()).isNotNull();
  }

  @Test
  void aCircleThatOnlyAStopLeavesIsALivelock() {
    circle(HOME, HOME);
    nodes.get(0).edges.add(new Edge(2, STOP));
    nodes.get(1).edges.add(new Edge(2, STOP));
    assertThat(firstStuck()).isNotNull();
  }

  @Test
  void aFinThatNobodyBelievesIsADeadlockOfTheHandshake() {
    Protocol deaf = Protocol.of(Variant.SINGLE_SLOT).without(Protection.CASE_C);
    Counterexample way = SystemDraft.of(deaf).explore().violated().get(Invariant.PROGRESS);
    assertThat(way.reason()).isEqualTo("nothing is left that has to happen");
    assertThat(way.steps()).extracting(Step::what).contains("WRITE_FIN").hasSize(3 + 8);
  }

  @Test
  void anOwnerThatWritesExitAgainAndAgainIsALivelock() {
    BoundedSystem system = SystemDraft.of(Protocol.of(Variant.DUAL_SLOT)).system();
    Result result = NaiveExplorer.explore(system, BrokenTables.neverClosing());
    assertThat(result.violated()).containsOnlyKeys(Invariant.PROGRESS);
    assertThat(result.violated().get(Invariant.PROGRESS).reason())
        .isEqualTo("a fair run may go on for ever among 4 situations");
  }

  @Test
  void lookingForEverIsNotFairAsLongAsAPollWouldHelp() {
    BoundedSystem system = SystemDraft.of(Protocol.of(Variant.DUAL_SLOT)).tasks(2).system();
    Result result = NaiveExplorer.explore(system, BrokenTables.restlessLook());
    assertThat(result.violated()).doesNotContainKey(Invariant.PROGRESS);
  }
}
