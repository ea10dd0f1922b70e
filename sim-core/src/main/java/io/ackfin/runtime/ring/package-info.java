/**
 * A ring between two threads.
 *
 * <p><b>Rule.</b> One thread pushes, one pops, neither takes a lock, and nothing allocates. What
 * the pushing thread did before a push is seen by whoever popped the item. Each side keeps its
 * count on cache lines of its own, and looks at the other side's only when what it last saw of it
 * does not let it go on.
 */
package io.ackfin.runtime.ring;
