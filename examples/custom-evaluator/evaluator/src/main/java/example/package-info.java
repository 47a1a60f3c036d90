/** An evaluator of one's own, found by evalkit through the ServiceLoader. */
package example;
