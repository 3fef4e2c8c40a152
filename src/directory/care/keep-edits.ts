import type { Client } from 'pg';
import type { CareEntity } from './lists.ts';
import { plainColumns, sameValue, textField } from './record-fields.ts';
import { partLists } from './record-statements.ts';

type Row = Record<string, unknown>;
interface Held {
  entity: CareEntity;
  entityId: string;
  field: string;
  sourceValue: unknown;
}
interface Difference extends Held {
  theirs: unknown;
  rows: Row[] | null;
}

/** How an import meets what people changed here: it leaves it, and notes where the source says something new. */
export interface KeptEdits {
  /** The rows of a table to be written, after those that are kept here were taken out or given our values. */
  rows(table: string, rows: Row[]): Promise<Row[]>;
  translations<T extends Row>(rows: T[]): Promise<T[]>;
  /** Writes the differences found. */
  done(): Promise<void>;
}

/** Links that follow a merge; all else of a merged record stays as the merge left it. */
const following = new Set([
  'service.organization_id',
  'location.organization_id',
  'program.organization_id',
  'organization.parent_organization_id',
]);
const coded: Readonly<Record<string, { table: string; owner: string }>> = {
  needs: { table: 'attribute', owner: 'link_id' },
  audiences: { table: 'attribute', owner: 'link_id' },
  areas: { table: 'service_area', owner: 'service_id' },
};
const linkTypes: Readonly<Record<string, string>> = { needs: 'need', audiences: 'audience' };

/** What of a record's field stands in rows of a table of its own. */
function partsOf(entity: CareEntity, field: string): { table: string; owner: string; columns?: Record<string, string> } | undefined {
  return partLists[entity][field] ?? (entity === 'service' ? coded[field] : undefined);
}
function belongs(row: Row, field: string, entity: CareEntity): boolean {
  if (linkTypes[field]) return row.link_entity === 'service' && row.link_type === linkTypes[field];
  if (field === 'areas') return typeof row.territory_code === 'string';
  if (field === 'phones') return !row.contact_id && (entity === 'service' || !row.service_id);
  return true;
}

export async function keepEdits(owner: Client, source: string): Promise<KeptEdits> {
  const merged = new Map(
    (
      await owner.query<{ id: string; kept: string }>(
        `select id, merged_into as kept from directory.organization where merged_into is not null
         union all select id, merged_into from directory.service where merged_into is not null`,
      )
    ).rows.map(({ id, kept }) => [id, kept]),
  );
  const held = (
    await owner.query<Held>(
      `select h.entity, h.entity_id as "entityId", h.field, h.source_value as "sourceValue" from directory.held_field h
       where exists (select from directory.organization o where o.id = h.entity_id and o.source_key = $1)
         or exists (select from directory.service s where s.id = h.entity_id and s.source_key = $1)`,
      [source],
    )
  ).rows;
  const dropped = new Set(merged.keys());
  const compared: Difference[] = [];
  /** Records of which this import speaks: of others it says nothing new. */
  const spoken = new Set<string>();
  const note = (h: Held, theirs: unknown, rows: Row[] | null = null) => void compared.push({ ...h, theirs, rows });

  /** Of merged records only what follows the merge is written. */
  const withoutMerged = (table: string, rows: Row[]): Row[] =>
    rows.flatMap((row) => {
      const out = { ...row };
      for (const [column, value] of Object.entries(row)) {
        if (typeof value !== 'string' || !dropped.has(value)) continue;
        const kept = following.has(`${table}.${column}`) ? merged.get(value) : undefined;
        if (kept) out[column] = kept;
        else {
          if (typeof row.id === 'string') dropped.add(row.id);
          return [];
        }
      }
      return [out];
    });

  async function withOurValues(entity: CareEntity, rows: Row[]): Promise<Row[]> {
    for (const row of rows) spoken.add(String(row.id));
    const fields = held.filter((h) => h.entity === entity && plainColumns[entity][h.field] && spoken.has(h.entityId));
    if (fields.length === 0) return rows;
    const { rows: ours } = await owner.query<Row>(`select * from directory.${entity} where id = any ($1::uuid[])`, [
      fields.map((h) => h.entityId),
    ]);
    const byId = new Map(ours.map((row) => [row.id, row]));
    return rows.map((row) => {
      const out = { ...row };
      for (const h of fields.filter((f) => f.entityId === row.id)) {
        const column = plainColumns[entity][h.field] ?? '';
        note(h, row[column] ?? null);
        out[column] = byId.get(row.id)?.[column] ?? null;
      }
      return out;
    });
  }

  async function codesOf(field: string, rows: Row[]): Promise<unknown[]> {
    if (field === 'areas') return rows.map((row) => row.territory_code);
    const { rows: terms } = await owner.query<{ code: string }>(
      'select code from directory.taxonomy_term where id = any ($1::uuid[]) and code is not null',
      [rows.map((row) => row.taxonomy_term_id)],
    );
    return terms.map((term) => term.code);
  }

  /** Rows of a list that is kept here are not written, and compared with what the source said. */
  async function withoutKeptLists(table: string, rows: Row[]): Promise<Row[]> {
    const ours = new Set<Row>();
    for (const h of held) {
      const parts = partsOf(h.entity, h.field);
      if (parts?.table !== table || !spoken.has(h.entityId)) continue;
      const theirs = rows.filter((row) => row[parts.owner] === h.entityId && belongs(row, h.field, h.entity));
      for (const row of theirs) ours.add(row);
      const view = parts.columns
        ? theirs.map((row) => Object.fromEntries(Object.entries(parts.columns ?? {}).map(([name, column]) => [name, row[column] ?? null])))
        : await codesOf(h.field, theirs);
      note(h, view, theirs);
    }
    return ours.size === 0 ? rows : rows.filter((row) => !ours.has(row));
  }

  return {
    async rows(table, rows) {
      const own = dropped.size > 0 ? withoutMerged(table, rows) : rows;
      if (held.length === 0) return own;
      if (table === 'organization' || table === 'service') return withOurValues(table, own);
      return withoutKeptLists(table, own);
    },
    async translations(rows) {
      const texts = held.flatMap((h) => {
        const text = textField(h.field);
        return text ? [{ ...h, ...text }] : [];
      });
      if (texts.length === 0 && dropped.size === 0) return rows;
      const { rows: ours } = await owner.query<Row>('select * from directory.translation where entity_id = any ($1::uuid[])', [
        texts.map((h) => h.entityId),
      ]);
      return rows.flatMap((row) => {
        if (dropped.has(String(row.entity_id))) return [];
        const out = { ...row } as Row;
        for (const h of texts.filter((t) => t.entityId === row.entity_id && t.language === row.language)) {
          note({ entity: h.entity, entityId: h.entityId, field: h.field, sourceValue: h.sourceValue }, row[h.column] ?? null);
          out[h.column] = ours.find((o) => o.entity_id === row.entity_id && o.language === row.language)?.[h.column] ?? null;
        }
        return [out as typeof row];
      });
    },
    async done() {
      if (compared.length === 0) return;
      const rows = compared.map(({ entity, entityId, field, sourceValue, theirs, rows: raw }) => ({
        entity,
        entity_id: entityId,
        field,
        theirs,
        rows: raw,
        differs: !sameValue(sourceValue, theirs),
      }));
      await owner.query(
        `delete from directory.difference d using jsonb_to_recordset($1::jsonb) as x(entity_id uuid, field text, differs boolean)
         where d.entity_id = x.entity_id and d.field = x.field and not x.differs`,
        [JSON.stringify(rows)],
      );
      await owner.query(
        `insert into directory.difference as d (entity, entity_id, field, theirs, rows, source_key)
         select x.entity, x.entity_id, x.field, coalesce(x.theirs, 'null'), x.rows, $2
         from jsonb_to_recordset($1::jsonb) as x(entity text, entity_id uuid, field text, theirs jsonb, rows jsonb, differs boolean) where x.differs
         on conflict (entity_id, field) do update set theirs = excluded.theirs, rows = excluded.rows, found_at = now()
         where d.theirs is distinct from excluded.theirs`,
        [JSON.stringify(rows), source],
      );
    },
  };
}
