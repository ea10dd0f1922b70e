/** What messages need to be of help: which valid name a mistyped one is nearest to. */
package io.ackfin.core.text;
