import type { PoolClient } from 'pg';
import { getLetterhead, type Letterhead } from '../../desk/index.ts';
import { localeOf } from '../../platform/i18n/index.ts';
import type { CaseValues, LetterRow, Template, Texts } from './contract.ts';
import { defaultTemplates } from './defaults.ts';
import { type LetterLanguage, letterLanguages, type Values } from './lists.ts';

/** The cell's own letters in their last version, then those that come with the product. */
export async function listTemplates(tx: PoolClient, language: string): Promise<Template[]> {
  const { rows } = await tx.query<Template>(
    `select id, version, kind, title, texts, true as "isOwn" from (
       select distinct on (id) * from cases.letter_template order by id, version desc) t
     where not is_retired order by title`,
  );
  return [...rows, ...defaultTemplates(language)];
}

export async function listLetters(tx: PoolClient, caseId: string): Promise<LetterRow[]> {
  const { rows } = await tx.query<LetterRow>(
    `select l.id, l.reference, l.kind, l.title, array(select jsonb_object_keys(l.texts)) as languages, l.template,
       l.template_version as "templateVersion", u.name as "writtenBy", l.written_at as "writtenAt"
     from cases.letter l left join access."user" u on u.id = l.written_by where l.case_id = $1 order by l.written_at desc, l.id`,
    [caseId],
  );
  return rows;
}

export interface KeptLetter {
  id: string;
  caseId: string;
  reference: string;
  title: string;
  texts: Texts;
  head: Letterhead;
}
/** Letters by their ids, in that order; those that are not seen are left out. */
export async function findLetters(tx: PoolClient, ids: readonly string[]): Promise<KeptLetter[]> {
  const { rows } = await tx.query<KeptLetter>(
    `select id, case_id as "caseId", reference, title, texts, head from cases.letter where id = any ($1) order by array_position($1::uuid[], id)`,
    [ids],
  );
  return rows;
}

export async function countLetters(tx: PoolClient, ids: readonly string[]): Promise<number> {
  const { rows } = await tx.query<{ kept: number }>('select count(*)::int as kept from cases.letter where id = any ($1)', [ids]);
  return rows[0]?.kept ?? 0;
}

interface Known {
  caseId: string;
  reference: string;
  needs: { fr: string; ar: string | null }[];
  summary: string | null;
  openedAt: Date;
  answerBy: Date | null;
  visitAt: Date | null;
  names: string[];
  birthDate: string | null;
  country: string | null;
  agent: string | null;
}

const isArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text);
/** The name in the letters of the language, where the record has it in both. */
const nameIn = (names: readonly string[], language: LetterLanguage): string =>
  names.find((name) => isArabic(name) === (language === 'ar')) ?? names[0] ?? '';

function valuesIn(known: Known, head: Letterhead, now: Date, language: LetterLanguage): Values {
  const locale = localeOf(language);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: head.timezone });
  const day = (date: Date | null): string => (date ? days.format(date) : '');
  const { birthDate, country } = known;
  const birth =
    birthDate?.length === 10
      ? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(birthDate))
      : birthDate;
  return {
    'person.name': nameIn(known.names, language),
    'person.birth_date': birth ?? '',
    'person.country': country ? (new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? '') : '',
    'case.reference': known.reference,
    'case.needs': new Intl.ListFormat(locale).format(known.needs.map((need) => (language === 'ar' && need.ar) || need.fr)),
    'case.summary': known.summary ?? '',
    'case.opened_on': day(known.openedAt),
    'case.answer_by': day(known.answerBy),
    'visit.date': day(known.visitAt ?? known.openedAt),
    'cell.name': head.name[language],
    'cell.address': head.address[language] || head.address[language === 'fr' ? 'ar' : 'fr'],
    'cell.phone': head.phone ?? '',
    'cell.email': head.email ?? '',
    'agent.name': known.agent ?? '',
    date: day(now),
  };
}

/** What is known of some cases, in the words of a letter; what is not known is empty. */
export async function listValues(
  tx: PoolClient,
  { caseIds, organizationId, now }: { caseIds: readonly string[]; organizationId: string; now: Date },
): Promise<CaseValues[]> {
  const head = await getLetterhead(tx, organizationId);
  const { rows } = await tx.query<Known>(
    `select c.id as "caseId", c.reference, c.summary, c.opened_at as "openedAt", p.birth_date as "birthDate", p.residence_country as country,
       (select coalesce(jsonb_agg(jsonb_build_object('fr', t.name, 'ar', x.name) order by array_position(c.needs, t.code)), '[]')
        from directory.taxonomy_term t left join directory.translation x on x.entity = 'taxonomy_term' and x.entity_id = t.id and x.language = 'ar'
        where t.code = any (c.needs) and exists (select from directory.attribute a join directory.taxonomy_term k on k.id = a.taxonomy_term_id
                                                 where a.link_type = 'need' and k.taxonomy_id = t.taxonomy_id)) as needs,
       (select min(k.due_at) from cases.clock k where k.case_id = c.id and k.kind = 'answer' and k.stopped_at is null) as "answerBy",
       (select max(v.at) from desk.visit v where v.id = c.visit_id or v.about_case_id = c.id) as "visitAt",
       case when p.id is null then '{}' else array[p.name] || array(select n.name from people.person_name n where n.person_id = p.id and n.use = 'other_script') end as names,
       (select u.name from access."user" u where u.id = access.acting_user()) as agent
     from cases."case" c left join people.person p on p.id = people.standing_for(c.person_id)
     where c.id = any ($1) order by array_position($1::uuid[], c.id)`,
    [caseIds],
  );
  return rows.map((known) => {
    const [fr = {}, ar = {}] = letterLanguages.map((language) => valuesIn(known, head, now, language));
    return { caseId: known.caseId, reference: known.reference, personName: known.names[0] ?? null, values: { fr, ar } };
  });
}
