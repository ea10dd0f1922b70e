package io.ackfin.runtime.record;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What all threads of a run recorded. Immutable; any thread.
 *
 * @param lanes one per thread, in a fixed order: schedulers, orchestrator if there is one, cores,
 *     and the thread that called the run
 */
public record Recording(List<Lane> lanes) {
  public Recording {
    lanes = List.copyOf(lanes);
  }

  /** Whether nothing is missing: every buffer was large enough. */
  public boolean complete() {
    return lanes.stream().allMatch(lane -> lane.lost() == 0);
  }

  /** How many records there are in all lanes. */
  public int size() {
    return lanes.stream().mapToInt(Lane::size).sum();
  }

  /** The lane of a name, as {@link Lane#name} gives it. */
  public Lane lane(String name) {
    return lanes.stream()
        .filter(lane -> lane.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("lane: " + name));
  }

  /**
   * All records by the time at which their access began; equal times in the order of lanes. For
   * people to read: the order of time stamps is not the order in which stores became visible.
   *
   * @return entries of lane (upper half) and record in that lane (lower half)
   */
  public long[] merged() {
    return IntStream.range(0, lanes.size())
        .boxed()
        .flatMap(
            lane ->
                IntStream.range(0, lanes.get(lane).size())
                    .mapToObj(record -> Recorder.pair(lane, record)))
        .sorted(Comparator.comparingLong(this::beginNs))
        .mapToLong(Long::longValue)
        .toArray();
  }

  /** How often a kind of record occurs in all lanes; repetitions count as one. */
  public int count(RecordKind kind) {
    return lanes.stream()
        .mapToInt(
            lane ->
                (int)
                    IntStream.range(0, lane.size())
                        .filter(record -> lane.kind(record) == kind)
                        .count())
        .sum();
  }

  private long beginNs(long entry) {
    return lanes.get((int) (entry >>> Integer.SIZE)).beginNs((int) entry);
  }
}
