package dev.evalkit.repository;

import dev.evalkit.json.JsonObject;
import dev.evalkit.model.Benchmark;

/** Benchmarks from their documents. */
final class BenchmarkParser {
    private BenchmarkParser() {}

    static Benchmark parse(String id, JsonObject json) {
        return new Benchmark(id, Texts.first(json, "name", "model_name").orElse(id), json.asMap());
    }
}
