package io.ackfin.core.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A program of random scheduling that depends on its seed and on the order in which its events run:
 * two kernels that run it alike write the same log.
 */
final class RandomProgram {
  private static final int PIECES = 12;
  private static final int RUNS = 600;
  private static final long FAR_FUTURE = 1L << 50;

  private final Schedule schedule;
  private final Random random;
  private final int ranks;
  private final int ties;
  private final List<String> log = new ArrayList<>();
  private int events;
  private int runs;

  RandomProgram(long seed, Schedule schedule) {
    this.schedule = schedule;
    this.random = new Random(seed);
    this.ranks = 1 + random.nextInt(100);
    this.ties = random.nextInt(10);
    int population = 2 + random.nextInt(150);
    while (events < population) {
      create();
    }
  }

  /** Runs in pieces, meddling between them, and finishes with what is left; returns the log. */
  List<String> run() {
    for (int piece = 0; piece < PIECES; piece++) {
      for (int i = 0; i < events / 2; i++) {
        meddle();
      }
      schedule.runUntil(Math.addExact(schedule.now(), delay()));
      log.add("piece at " + schedule.now());
    }
    schedule.runUntil(Long.MAX_VALUE);
    log.add("end at " + schedule.now());
    return log;
  }

  private void create() {
    Phase phase = Phase.values()[random.nextInt(Phase.values().length)];
    schedule.create(phase, random.nextInt(ranks), this::onEvent);
    events++;
  }

  private void onEvent(int event) {
    log.add(schedule.now() + ":" + event);
    if (runs++ > RUNS) {
      return;
    }
    if (random.nextInt(50) == 0) {
      create();
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      meddle();
    }
    if (!schedule.isPending(event) && random.nextBoolean()) {
      schedule.at(Math.addExact(schedule.now(), delay()), event);
    }
  }

  /** Schedules a random event, or takes it back, or leaves it where it is. */
  private void meddle() {
    int event = random.nextInt(events);
    if (!schedule.isPending(event)) {
      schedule.at(Math.addExact(schedule.now(), delay()), event);
    } else if (random.nextInt(3) == 0) {
      log.add("cancel " + event + " " + schedule.cancel(event));
    }
  }

  /** Dense, at the borders of powers of two, sparse, or very far; programs differ in their ties. */
  private long delay() {
    if (random.nextInt(10) < ties) {
      return random.nextInt(3);
    }
    return switch (random.nextInt(6)) {
      case 0 -> random.nextInt(10);
      case 1 -> (1L << random.nextInt(40)) - random.nextInt(2);
      case 2 -> 1_000_000L + random.nextInt(3);
      case 3 -> random.nextInt(5_000);
      case 4 -> Math.floorMod(random.nextLong(), 1_000_000_000_000L);
      default -> random.nextInt(20) == 0 ? FAR_FUTURE + random.nextInt(2) : random.nextInt(70);
    };
  }
}
