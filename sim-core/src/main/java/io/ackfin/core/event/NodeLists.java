package io.ackfin.core.event;

import java.util.Arrays;

/**
 * Doubly linked lists over numbered nodes. A list is a node too, its head; a node is in at most one
 * list.
 *
 * <pre>
 *   links[2 x node]      next node; of a head, the first one. Of the last node, or the head of an
 *                        empty list: no meaning
 *   links[2 x node + 1]  previous node; of the first node, the head. Of a head, the last node, or
 *                        itself when the list is empty
 * </pre>
 *
 * <p>Numbers in one array instead of references, because storing a reference costs the garbage
 * collector's barrier, and because both links of a node then lie in one cache line. The last node
 * is known by its number and not by its link, which saves a store per append.
 */
final class NodeLists {
  private static final int INITIAL_NODES = 1 << 13;

  private int[] links = new int[2 * INITIAL_NODES];
  private int nodes;

  /** Creates a node that is in no list, or, which is the same, an empty list. */
  int create() {
    if (2 * nodes == links.length) {
      links = Arrays.copyOf(links, 2 * links.length);
    }
    clear(nodes);
    return nodes++;
  }

  /** Whether nothing is in a list. */
  boolean isEmpty(int list) {
    return links[2 * list + 1] == list;
  }

  /** The first node of a list that is not empty. */
  int first(int list) {
    return links[2 * list];
  }

  /** The last node of a list; the list itself if it is empty. */
  int last(int list) {
    return links[2 * list + 1];
  }

  /** The node behind one that is not the last. */
  int next(int node) {
    return links[2 * node];
  }

  /** Puts a node behind the last one of a list. */
  void append(int list, int node) {
    int[] l = links;
    int last = l[2 * list + 1];
    l[2 * last] = node;
    l[2 * node + 1] = last;
    l[2 * list + 1] = node;
  }

  /** Takes a node out of the list that it is in. */
  void remove(int list, int node) {
    int[] l = links;
    int previous = l[2 * node + 1];
    if (l[2 * list + 1] == node) {
      l[2 * list + 1] = previous;
      return;
    }
    int next = l[2 * node];
    l[2 * previous] = next;
    l[2 * next + 1] = previous;
  }

  /** Empties a list without touching its nodes. */
  void clear(int list) {
    links[2 * list + 1] = list;
  }
}
