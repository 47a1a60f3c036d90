package dev.evalkit.maven;

import dev.evalkit.EvalkitException;
import dev.evalkit.lmarena.BenchmarkIndex;
import dev.evalkit.lmarena.BoardSources;
import dev.evalkit.lmarena.PullLines;
import dev.evalkit.lmarena.PullRequest;
import dev.evalkit.lmarena.PullResult;
import dev.evalkit.lmarena.Puller;
import dev.evalkit.lmarena.StoredSnapshot;
import dev.evalkit.lmarena.board.Selection;
import dev.evalkit.lmarena.http.HttpFetcher;
import dev.evalkit.lmarena.http.HttpSettings;
import dev.evalkit.lmarena.http.Pace;
import dev.evalkit.lmarena.http.ProxySettings;
import dev.evalkit.lmarena.source.BoardSource;
import dev.evalkit.repository.EvaluationRepository;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Copies a public leaderboard into the repository: a dated snapshot below {@code benchmarks/snapshots/}, and an entry in {@code benchmarks/index.md}. Whatever
 * fails, nothing is written, and earlier snapshots stay as they are. Where Maven is offline the newest snapshot is used.
 *
 * @since 0.1.0
 */
@Mojo(name = "pull", requiresProject = false, threadSafe = true)
public final class PullMojo extends AbstractMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.skip", defaultValue = "false")
    private boolean skip;

    /**
     * The root folder of the evaluation repository.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.repository", defaultValue = "${basedir}", required = true)
    private File repository;

    /**
     * Whose leaderboard it is: {@code lmarena}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.source", defaultValue = Puller.SOURCE)
    private String source;

    /**
     * Where to pull from, instead of the public dataset server: the address of another one, the address of a {@code .json} file, or a local file (a
     * snapshot, or a board of the arena catalog), relative to the repository.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.sourceUrl")
    private @Nullable String sourceUrl;

    /**
     * Which of the source's boards, e.g. {@code text}, {@code text_style_control} or {@code vision}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.config", defaultValue = PullRequest.TEXT)
    private String config;

    /**
     * The models to keep, by their ids in the repository ({@code models/aliases.json} says what the board calls them) or by the board's names; all where
     * nothing is said.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.models")
    private List<String> models = List.of();

    /**
     * The categories to keep, e.g. {@code overall}; all where nothing is said.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.categories")
    private List<String> categories = List.of();

    /**
     * Hosts (or {@code host:port}) that may be asked though they are on this machine or a private network, and without TLS. Nothing else that is not
     * public is ever asked, nor followed to.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.allowedHosts")
    private List<String> allowedHosts = List.of();

    /**
     * How many seconds everything together may take.
     *
     * @since 0.1.0
     */
    @Parameter(property = "evalkit.deadline", defaultValue = "300")
    private int deadline;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Inject
    private SettingsDecrypter decrypter;

    @Override
    public void execute() throws MojoExecutionException {
        if (skip) {
            getLog().info("Nothing is pulled: evalkit.skip is set");
            return;
        }
        if (!source.equals(Puller.SOURCE) || deadline < 1) {
            throw new MojoExecutionException("evalkit.source must be " + Puller.SOURCE
                    + " and evalkit.deadline 1 or more, found " + source + " and " + deadline);
        }
        try {
            pull(EvaluationRepository.open(repository.toPath()));
        } catch (EvalkitException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void pull(EvaluationRepository opened) {
        HttpFetcher http = new HttpFetcher(settings(), Pace.ofSystem(), getLog()::info);
        BoardSource board = new BoardSources(opened, http, getLog()::info).choose(sourceUrl);
        PullRequest request = new PullRequest(config, new Selection(models, categories));
        Puller puller = Puller.of(opened);
        if (session.isOffline() && board.isRemote()) {
            StoredSnapshot newest = puller.newest(request);
            getLog().warn("Maven is offline: nothing is pulled, the newest snapshot is "
                    + PullLines.describe(newest, opened));
            return;
        }
        PullResult result = puller.pull(board, request);
        if (result instanceof PullResult.NothingNew same) {
            getLog().info("Nothing new (" + same.why() + "): the newest snapshot is "
                    + PullLines.describe(same.snapshot(), opened));
            return;
        }
        StoredSnapshot written = result.snapshot();
        getLog().info("Snapshot: " + PullLines.describe(written, opened));
        PullLines.warnings(written.snapshot()).forEach(getLog()::warn);
        BenchmarkIndex index = BenchmarkIndex.of(opened);
        if (index.add(written)) {
            getLog().info("Entry in " + opened.nameOf(index.file()));
        }
    }

    private HttpSettings settings() {
        HttpSettings settings = HttpSettings.withDefaults()
                .withDeadline(Duration.ofSeconds(deadline))
                .withAllowedHosts(Set.copyOf(allowedHosts));
        return proxy().map(settings::withProxy).orElse(settings);
    }

    private Optional<ProxySettings> proxy() {
        Proxy active = session.getSettings().getActiveProxy();
        if (active == null) {
            return Optional.empty();
        }
        Proxy readable =
                decrypter.decrypt(new DefaultSettingsDecryptionRequest(active)).getProxy();
        return Optional.of(new ProxySettings(
                readable.getHost(),
                readable.getPort(),
                ProxySettings.directHosts(readable.getNonProxyHosts()),
                readable.getUsername(),
                readable.getPassword()));
    }
}
