package io.ackfin.runtime.ring;

import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.jctools.queues.SpscArrayQueue;

/** Ours and its peers. */
public enum RingKind {
  /** The ring of this package. */
  OURS {
    @Override
    Handover create(int capacity) {
      return new Ours(capacity);
    }
  },
  /** JCTools' array queue for one producer and one consumer. */
  JCTOOLS {
    @Override
    Handover create(int capacity) {
      return new JcTools(capacity);
    }
  },
  /** Agrona's array queue for one producer and one consumer. */
  AGRONA {
    @Override
    Handover create(int capacity) {
      return new Agrona(capacity);
    }
  };

  abstract Handover create(int capacity);

  /** What a benchmark does with a ring; a class each, so that calls are direct in each fork. */
  interface Handover {
    boolean tryPush(Object item);

    Object tryPop();
  }

  private static final class Ours implements Handover {
    private final SpscRing<Object> ring;

    Ours(int capacity) {
      ring = new SpscRing<>(capacity);
    }

    @Override
    public boolean tryPush(Object item) {
      return ring.tryPush(item);
    }

    @Override
    public Object tryPop() {
      return ring.tryPop();
    }
  }

  private static final class JcTools implements Handover {
    private final SpscArrayQueue<Object> ring;

    JcTools(int capacity) {
      ring = new SpscArrayQueue<>(capacity);
    }

    @Override
    public boolean tryPush(Object item) {
      return ring.relaxedOffer(item);
    }

    @Override
    public Object tryPop() {
      return ring.relaxedPoll();
    }
  }

  private static final class Agrona implements Handover {
    private final OneToOneConcurrentArrayQueue<Object> ring;

    Agrona(int capacity) {
      ring = new OneToOneConcurrentArrayQueue<>(capacity);
    }

    @Override
    public boolean tryPush(Object item) {
      return ring.offer(item);
    }

    @Override
    public Object tryPop() {
      return ring.poll();
    }
  }
}
