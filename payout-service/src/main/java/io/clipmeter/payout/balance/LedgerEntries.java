package io.clipmeter.payout.balance;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The journal: entries and their postings. Rows are added and never touched again. */
@Component
class LedgerEntries {
  // In the order of the references, so that two batches with the same entries cannot wait for each
  // other.
  private static final String INSERT_ENTRIES =
      """
      INSERT INTO ledger_entry (kind, reference, posted_at)
      SELECT kind, reference, :now
      FROM unnest(:kinds::text[], :references::uuid[]) AS entry (kind, reference)
      ORDER BY kind, reference
      ON CONFLICT (kind, reference) DO NOTHING
      RETURNING id, kind, reference
      """;
  private static final String INSERT_POSTINGS =
      """
      INSERT INTO ledger_posting (entry_id, clipper_id, currency, pocket, micros)
      SELECT entry_id, CASE WHEN pocket <> 'CLEARING' THEN clipper_id END, currency, pocket, micros
      FROM unnest(:ids::bigint[], :clippers::text[], :currencies::text[], :pockets::text[],
          :micros::bigint[]) AS posting (entry_id, clipper_id, currency, pocket, micros)
      """;
  private static final String CONTRADICTED =
      """
      SELECT wanted.reference
      FROM unnest(:kinds::text[], :references::uuid[], :clippers::text[], :currencies::text[],
          :pockets::text[], :micros::bigint[])
          AS wanted (kind, reference, clipper_id, currency, pocket, micros)
      JOIN ledger_entry e ON e.kind = wanted.kind AND e.reference = wanted.reference
      JOIN ledger_posting p ON p.entry_id = e.id AND p.pocket = wanted.pocket
      WHERE (p.clipper_id, p.currency, p.micros)
          IS DISTINCT FROM (wanted.clipper_id, wanted.currency, wanted.micros)
      """;

  private static final String POSTED =
      "SELECT reference FROM ledger_entry WHERE kind = :kind AND reference ="
          + " ANY(:references::uuid[])";

  private record Key(String kind, UUID reference) {}

  private record Numbered(long id, JournalEntry entry) {}

  private final JdbcClient jdbc;

  LedgerEntries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Posts what was not posted before.
   *
   * @param entries no two with the same kind and reference
   * @return those that are new
   */
  List<JournalEntry> post(List<JournalEntry> entries, Instant now) {
    Map<Key, Long> ids = insert(entries, now);
    List<Numbered> fresh = new ArrayList<>();
    for (JournalEntry entry : entries) {
      Long id = ids.get(key(entry));
      if (id != null) {
        fresh.add(new Numbered(id, entry));
      }
    }
    insertPostings(fresh);
    return fresh.stream().map(Numbered::entry).toList();
  }

  /** Those that stand in the journal with another owner or amount. */
  Set<UUID> contradicted(List<JournalEntry> entries) {
    return jdbc
        .sql(CONTRADICTED)
        .params(keys(entries))
        .param("clippers", texts(entries.stream().map(JournalEntry::clipperId).toList()))
        .param("currencies", texts(entries.stream().map(JournalEntry::currency).toList()))
        .param("pockets", texts(entries.stream().map(e -> e.ownPocket().name()).toList()))
        .param("micros", entries.stream().map(e -> e.changeOf(e.ownPocket())).toArray(Long[]::new))
        .query(UUID.class)
        .list()
        .stream()
        .collect(Collectors.toSet());
  }

  /** Which of these stand in the journal as entries of this kind. */
  Set<UUID> posted(EntryKind kind, Set<UUID> references) {
    return Set.copyOf(
        jdbc.sql(POSTED)
            .param("kind", kind.name())
            .param("references", texts(references.stream().map(UUID::toString).toList()))
            .query(UUID.class)
            .list());
  }

  private Map<Key, Long> insert(List<JournalEntry> entries, Instant now) {
    return jdbc
        .sql(INSERT_ENTRIES)
        .params(keys(entries))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                Map.entry(
                    new Key(row.getString("kind"), row.getObject("reference", UUID.class)),
                    row.getLong("id")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void insertPostings(List<Numbered> fresh) {
    List<Long> ids = new ArrayList<>();
    List<String> clippers = new ArrayList<>();
    List<String> currencies = new ArrayList<>();
    List<String> pockets = new ArrayList<>();
    List<Long> micros = new ArrayList<>();
    for (Numbered numbered : fresh) {
      JournalEntry entry = numbered.entry();
      for (Pocket pocket : List.of(entry.kind().from(), entry.kind().to())) {
        ids.add(numbered.id());
        clippers.add(entry.clipperId());
        currencies.add(entry.currency());
        pockets.add(pocket.name());
        micros.add(entry.changeOf(pocket));
      }
    }
    jdbc.sql(INSERT_POSTINGS)
        .param("ids", ids.toArray(Long[]::new))
        .param("clippers", texts(clippers))
        .param("currencies", texts(currencies))
        .param("pockets", texts(pockets))
        .param("micros", micros.toArray(Long[]::new))
        .update();
  }

  private static Map<String, Object> keys(List<JournalEntry> entries) {
    Map<String, Object> keys = new TreeMap<>();
    keys.put("kinds", texts(entries.stream().map(e -> e.kind().name()).toList()));
    keys.put("references", texts(entries.stream().map(e -> e.reference().toString()).toList()));
    return keys;
  }

  private static Key key(JournalEntry entry) {
    return new Key(entry.kind().name(), entry.reference());
  }

  private static String[] texts(List<String> values) {
    return values.toArray(String[]::new);
  }
}
