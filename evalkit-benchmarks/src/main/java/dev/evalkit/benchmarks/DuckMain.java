package dev.evalkit.benchmarks;

import dev.evalkit.EvalkitException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What DuckDB does of {@link EvaluateMain}'s work: how often each label met each prediction, and the 0.99 quantile of latency, on two threads, from
 * {@code FILE}. Its driver is no dependency of this module; put it on the class path.
 */
public final class DuckMain {
    private DuckMain() {}

    /** The program. */
    public static void main(String[] args) {
        run(List.of(args), System.out);
    }

    static void run(List<String> args, PrintStream out) {
        String query = "SELECT label, prediction, count(*), quantile_disc(latency_ms, 0.99) FROM read_json('"
                + args.get(0).replace("'", "''")
                + "', format = 'newline_delimited', columns = {label: 'VARCHAR', prediction: 'VARCHAR', latency_ms: 'DOUBLE'})"
                + " GROUP BY ALL ORDER BY ALL";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 2");
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    out.println(rows.getString(1) + " " + rows.getString(2) + " " + rows.getLong(3) + " "
                            + rows.getDouble(4));
                }
            }
        } catch (SQLException e) {
            throw new EvalkitException(
                    "DuckDB did not answer (" + e.getMessage()
                            + "); put org.duckdb:duckdb_jdbc from Maven Central on the class path",
                    e);
        }
    }
}
