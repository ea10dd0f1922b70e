package io.ackfin.runtime.dispatch;

import io.ackfin.runtime.memory.Register;
import io.ackfin.runtime.record.Lane;
import io.ackfin.runtime.record.RecordKind;
import java.util.ArrayList;
import java.util.List;

/** Reads lanes of a recording as text, so that tests can say what they expect. */
final class RecordedLane {
  private RecordedLane() {}

  /** The last stores of a lane: "DMB 1". */
  static List<String> lastStores(DispatchResult result, String name, int count) {
    Lane lane = result.recording().orElseThrow().lane(name);
    List<String> stores = new ArrayList<>();
    for (int i = 0; i < lane.size(); i++) {
      if (lane.kind(i) == RecordKind.STORE) {
        stores.add(Register.of(lane.detail(i)) + " " + lane.value(i));
      }
    }
    return stores.subList(stores.size() - count, stores.size());
  }

  /** The kinds of a lane's records, in order. */
  static List<RecordKind> kinds(DispatchResult result, String name) {
    Lane lane = result.recording().orElseThrow().lane(name);
    List<RecordKind> kinds = new ArrayList<>();
    for (int i = 0; i < lane.size(); i++) {
      kinds.add(lane.kind(i));
    }
    return kinds;
  }
}
