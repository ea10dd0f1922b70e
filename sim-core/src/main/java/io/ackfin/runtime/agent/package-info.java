/**
 * How the runtime's threads live: what they do is an {@link io.ackfin.runtime.agent.Agent}, stepped
 * by whoever holds it; thread, waiting and errors are put around it from outside.
 *
 * <p><b>Rule of agents.</b> An agent's {@code doWork} never waits for another agent unless through
 * a {@link io.ackfin.runtime.agent.BoundedWait}. So a test steps agents in any order on one thread,
 * and lets a wait step the others.
 *
 * <p><b>Rule of waits.</b> Every wait ends: when what it waits for comes, when the run is aborted,
 * when the thread is interrupted, and at a time limit, with a message that names who waited for
 * what. How the time is spent is an {@link io.ackfin.runtime.agent.IdleStrategy}.
 *
 * <p><b>Rule of failure.</b> The first failure aborts the run ({@link
 * io.ackfin.runtime.agent.RunControl}) and is its cause; what fails afterwards is attached to it.
 * The thread that aborts first tells the others, then every agent is closed on its own thread.
 */
package io.ackfin.runtime.agent;
