package dev.evalkit.lmarena.http;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The proxy of the settings as the Java platform wants it. */
final class ProxyChoice extends ProxySelector {
    private final ProxySettings settings;

    private ProxyChoice(ProxySettings settings) {
        this.settings = settings;
    }

    /** The settings' proxy, or what the platform is set to; null where it is set to nothing. */
    static @Nullable ProxySelector of(@Nullable ProxySettings settings) {
        return settings == null ? ProxySelector.getDefault() : new ProxyChoice(settings);
    }

    /** Who asks the proxy, where it wants to know. */
    static Optional<Authenticator> authenticator(@Nullable ProxySettings settings) {
        if (settings == null || settings.username() == null) {
            return Optional.empty();
        }
        String password = settings.password() == null ? "" : settings.password();
        PasswordAuthentication known = new PasswordAuthentication(settings.username(), password.toCharArray());
        return Optional.of(new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                return getRequestorType() == RequestorType.PROXY ? known : null;
            }
        });
    }

    @Override
    public List<Proxy> select(URI uri) {
        return List.of(
                settings.isDirect(String.valueOf(uri.getHost()))
                        ? Proxy.NO_PROXY
                        : new Proxy(
                                Proxy.Type.HTTP, InetSocketAddress.createUnresolved(settings.host(), settings.port())));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The request fails with this and says so.
    }
}
