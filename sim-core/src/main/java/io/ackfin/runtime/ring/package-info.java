/**
 * A ring between two threads.
 *
 * <p><b>Rule.</b> One thread pushes, one pops, neither takes a lock, and nothing allocates. What
 * the pushing thread did before a push is seen by whoever popped the item. Each side keeps its
 * count to itself, on cache lines of its own: a place says by what is in it whose turn it is.
 */
package io.ackfin.runtime.ring;
