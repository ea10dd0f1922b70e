/**
 * How a parameter is declared: once, on the record component that holds it, with its meaning, its
 * range and where its default comes from. The scenario loader, the JSON schema and {@code ackfin
 * describe} all read that one declaration; a component without it is a failing test.
 */
package io.ackfin.core.parameter;
