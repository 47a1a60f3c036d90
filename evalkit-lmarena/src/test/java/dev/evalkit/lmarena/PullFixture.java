package dev.evalkit.lmarena;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evalkit.io.Digests;
import dev.evalkit.lmarena.http.HttpFetcher;
import dev.evalkit.lmarena.http.HttpSettings;
import dev.evalkit.lmarena.http.Pace;
import dev.evalkit.repository.EvaluationRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A repository, and pulls into it that wait for nothing but say how long they would have waited. */
final class PullFixture {
    static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");

    final Path root;
    final List<String> progress = new ArrayList<>();
    final List<Duration> waits = new ArrayList<>();
    HttpSettings settings = HttpSettings.withDefaults();
    Instant time = NOW;

    PullFixture(Path root) {
        this.root = root;
    }

    /** A file of the repository. */
    PullFixture with(String name, String content) {
        Path file = root.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    EvaluationRepository repository() {
        return EvaluationRepository.open(root);
    }

    /** Pulls from a place. */
    PullResult pull(String place, PullRequest request) {
        EvaluationRepository repository = repository();
        HttpFetcher http = new HttpFetcher(settings, pace(), progress::add);
        return Puller.of(repository, Clock.fixed(time, ZoneOffset.UTC))
                .pull(new BoardSources(repository, http, progress::add).choose(place), request);
    }

    /** Pulls all of the text board of a server on this machine. */
    PullResult pull(LoopbackServer server) {
        return pull(server, PullRequest.of(PullRequest.TEXT));
    }

    /** Pulls from a server on this machine. */
    PullResult pull(LoopbackServer server, PullRequest request) {
        settings = settings.withAllowedHosts(Set.of(server.host()));
        return pull(server.address(), request);
    }

    private Pace pace() {
        return new Pace() {
            private Duration slept = Duration.ZERO;

            @Override
            public long nanoTime() {
                return System.nanoTime() + slept.toNanos();
            }

            @Override
            public Instant now() {
                return NOW.plus(slept);
            }

            @Override
            public void sleep(Duration wait) {
                waits.add(wait);
                slept = slept.plus(wait);
            }
        };
    }

    /** All files below the repository with the digest of each. */
    SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(root.relativize(file).toString(), Digests.sha256(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(files.keySet()).noneMatch(name -> name.contains(".tmp-"));
        return files;
    }
}
