import type { PoolClient } from 'pg';

/** Codes a change names, and which of them nothing has. */
interface NamedCodes {
  needs?: string[] | undefined;
  audiences?: string[] | undefined;
  territories?: string[] | undefined;
  organizationId?: string | undefined;
}

/** The refusal that fits what a change names and nothing has; `undefined` when all is known. */
export async function unknownCode(tx: Pick<PoolClient, 'query'>, named: NamedCodes): Promise<string | undefined> {
  const { rows } = await tx.query<{ needs: boolean; audiences: boolean; territories: boolean; organization: boolean }>({
    name: 'care-known-codes',
    text: `select
      (select count(distinct t.code) from directory.taxonomy_term t where t.code = any ($1)) = cardinality($1) as needs,
      (select count(distinct t.code) from directory.taxonomy_term t where t.code = any ($2)) = cardinality($2) as audiences,
      (select count(*) from territory.territory t where t.code = any ($3)) = cardinality($3) as territories,
      $4::uuid is null or exists (select from directory.organization o where o.id = $4 and o.vanished_at is null) as organization`,
    values: [
      [...new Set(named.needs ?? [])],
      [...new Set(named.audiences ?? [])],
      [...new Set(named.territories ?? [])],
      named.organizationId ?? null,
    ],
  });
  const known = rows[0];
  if (!known?.needs) return 'need_unknown';
  if (!known.audiences) return 'audience_unknown';
  if (!known.territories) return 'territory_unknown';
  return known.organization ? undefined : 'organization_not_found';
}
