package dev.evalkit.scan;

import dev.evalkit.scan.BoundedInput.Allowance;
import dev.evalkit.scan.BoundedInput.SpentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks at a file's name and content, and into archives and compressed files whatever they are called; for one thread. */
final class FileScan {
    private final CompiledRules rules;
    private final Fingerprints fingerprints;
    private final ContentScan content;
    private final ScanSettings settings;

    FileScan(CompiledRules rules, Fingerprints fingerprints, ScanSettings settings) {
        this.rules = rules;
        this.fingerprints = fingerprints;
        this.content = new ContentScan(rules, fingerprints);
        this.settings = settings;
    }

    /** Scans a file; what cannot be read is told as skipped. */
    void scan(String path, InputStream in, FileFindings findings) throws IOException {
        scan(path, in, findings, 0, new Allowance(settings.expansion()));
    }

    private void scan(String path, InputStream in, FileFindings findings, int depth, Allowance allowance)
            throws IOException {
        if (rules.allowsFile(path)) {
            findings.allow();
            in.transferTo(OutputStream.nullOutputStream());
            return;
        }
        rules.byName(path)
                .forEach(rule -> findings.add(new ScanFinding(
                        rule.id(), rule.description(), path, 0, 0, 0, fingerprints.of(rule.id(), path, ""))));
        Buffer head = content.begin(in);
        Container container = Container.of(head.bytes, head.length);
        if (Utf16Input.isOne(head.bytes, head.length)) {
            InputStream text = new Utf16Input(begun(head, in));
            content.begin(text);
            content.scan(path, text, findings);
        } else if (container == Container.NONE) {
            content.scan(path, in, findings);
        } else if (depth == settings.depth()) {
            findings.skip(path, "an archive within " + depth + " archives is not opened");
            content.scan(path, in, findings);
        } else {
            findings.read(0);
            try {
                open(container, path, begun(head, in), findings, depth + 1, allowance);
            } catch (SpentException e) {
                throw e;
            } catch (IOException e) {
                findings.skip(path, "the archive cannot be read to its end: " + e.getMessage());
            }
        }
    }

    /** A file from its beginning on, although its first part was read. */
    private static InputStream begun(Buffer head, InputStream in) {
        byte[] first = Arrays.copyOf(head.bytes, head.length);
        return new SequenceInputStream(new ByteArrayInputStream(first), in);
    }

    private void open(
            Container container, String path, InputStream in, FileFindings findings, int depth, Allowance allowance)
            throws IOException {
        switch (container) {
            case GZIP ->
                scan(path, new BoundedInput(new GZIPInputStream(in, 1 << 16), allowance), findings, depth, allowance);
            case TAR -> {
                Tar tar = new Tar(in);
                for (String name = tar.next(); name != null; name = tar.next()) {
                    allowance.takeFile();
                    scan(path + "!/" + name, new BoundedInput(tar.content(), allowance), findings, depth, allowance);
                }
            }
            case ZIP -> {
                ZipInputStream zip = new ZipInputStream(in);
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    allowance.takeFile();
                    if (!entry.isDirectory()) {
                        String name = path + "!/" + entry.getName();
                        scan(name, new BoundedInput(zip, allowance), findings, depth, allowance);
                    }
                }
            }
            case NONE -> throw new IllegalArgumentException("not a container");
        }
    }

    /** What files may be packed in, told by their first bytes. */
    private enum Container {
        ZIP,
        GZIP,
        TAR,
        NONE;

        static Container of(byte[] head, int length) {
            if (length > 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
                return ZIP;
            }
            if (length > 10 && head[0] == 0x1F && head[1] == (byte) 0x8B && head[2] == 8) {
                return GZIP;
            }
            return Tar.isOne(head, length) ? TAR : NONE;
        }
    }
}
