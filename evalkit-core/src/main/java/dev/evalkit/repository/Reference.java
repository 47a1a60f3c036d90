package dev.evalkit.repository;

/**
 * A name by which a document refers to another one.
 *
 * @param name the name as it stands there
 * @param pointer the JSON pointer of where it stands
 */
public record Reference(String name, String pointer) {}
