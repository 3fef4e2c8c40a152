import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../testing/database.ts';
import { loadRegion } from '../../region.ts';
import { type SearchRequest, searchServices } from './search.ts';

const db = useDatabase();
beforeAll(async () => {
  await db().asOwner(async (owner) => {
    await loadRegion(owner);
  });
}, 60_000);

const search = (request: Partial<SearchRequest>) => searchServices(db().app, { language: 'fr', perPage: 100, ...request });
const names = async (q: string, more: Partial<SearchRequest> = {}) => (await search({ q, ...more })).items.map((item) => item.name);
const health = 'Centres de santé publics';

describe('a word finds what is written otherwise', () => {
  it.each(['santé', 'sante', 'SANTÉ', 'santés'])('« %s »', async (q) => {
    expect(await names(q)).toContain(health);
  });
  it.each(['صحة', 'الصحة', 'صحه', 'صِحَّة', 'صـــحة', 'بالصحة'])('«%s»', async (q) => {
    expect(await names(q)).toContain(health);
  });
});

describe('a word of one language finds services described in another', () => {
  it.each(['صحة', 'طبيب', 'سبيطار', 'hospital', 'hôpital', 'hôpitaux', 'médecin', 'salud', 'health', 'doctor'])(
    '« %s » finds public health centres',
    async (q) => {
      expect(await names(q)).toContain(health);
    },
  );
  it('«صحة» finds a service described only in French, « hôpital » one described only in Arabic', async () => {
    const french = '11111111-1111-4111-8111-111111111111';
    const arabic = '22222222-2222-4222-8222-222222222222';
    await db().asOwner(async (owner) => {
      await owner.query(
        `insert into directory.service (id, organization_id, name, description, status)
         select s.id, o.id, s.name, s.description, 'active' from (values ($1::uuid, 'Dispensaire inventé', 'Consultations du matin'),
           ($2, 'مستوصف مخترع', 'زيارات الصباح')) s(id, name, description), (select id from directory.organization order by id limit 1) o`,
        [french, arabic],
      );
      await owner.query(
        `insert into directory.attribute (id, link_id, link_entity, link_type, taxonomy_term_id)
         select gen_random_uuid(), s, 'service', 'need', t.id from unnest($1::uuid[]) s, directory.taxonomy_term t where t.code = 'health'`,
        [[french, arabic]],
      );
    });
    const ids = async (q: string) => (await search({ q })).items.map((item) => item.id);
    expect(await ids('صحة')).toContain(french);
    expect(await ids('hôpital')).toContain(arabic);
    await db().asOwner(async (owner) => {
      await owner.query('delete from directory.attribute where link_id = any($1)', [[french, arabic]]);
      await owner.query('delete from directory.service where id = any($1)', [[french, arabic]]);
    });
  });
  it('several words together name a need: « carte de séjour », «بطاقة الإقامة»', async () => {
    expect(await names('carte de séjour')).toContain('Demande et renouvellement du titre de séjour');
    expect(await names('بطاقة الإقامة')).toContain('Demande et renouvellement du titre de séjour');
  });
});

describe('a word in everyday speech', () => {
  it.each(['3iyada', 'sbitar', 'tbib', 's7a', 'toubib', 'عيادة', 'مستشفيات', 'أطباء', 'الطبيبة', 'hospi'])(
    '« %s » finds public health centres',
    async (q) => {
      expect(await names(q)).toContain(health);
    },
  );
  it('« jawaz safar » is read as «جواز سفر», and says so', async () => {
    const found = await search({ q: 'jawaz safar' });
    expect(found.corrected).toBe('جواز سفر');
    expect(found.items.map((item) => item.name)).toContain('Démarches et rendez-vous consulaires – consulat.ma');
  });
  it('«كيضربني» is of the same verb as «ضرب»', async () => {
    expect((await search({ q: 'كيضربوني' })).items.map((i) => i.name)).toContain('Assistance juridique – Nador');
  });
  it('a word that an editor adds is known at once', async () => {
    expect((await search({ q: 'zgoulou' })).total).toBe(0);
    await db().asOwner(async (owner) => {
      await owner.query(
        `insert into directory.everyday_word (id, language, word, term_id, added_by)
         select gen_random_uuid(), 'fr', 'zgoulou', id, gen_random_uuid() from directory.taxonomy_term where code = 'health'`,
      );
    });
    expect(await names('zgoulou')).toContain(health);
  });
});

describe('a mistake in typing', () => {
  it('« accueuil » finds what « accueil » finds, and says so', async () => {
    const wrong = await search({ q: 'accueuil' });
    expect(wrong.corrected).toBe('accueil');
    expect(wrong.items.map((i) => i.id)).toEqual((await search({ q: 'accueil' })).items.map((i) => i.id));
  });
  it('« passport » finds what « passeport » finds', async () => {
    const found = new Set(await names('passport'));
    const wanted = await names('passeport');
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((name) => !found.has(name))).toEqual([]);
  });
  it.each([['hopitl'], ['avocatt'], ['مستشفا'], ['seanté'], ['ضراائب'], ['المدرسسة'], ['snaté'], ['dounae'], ['مسطشفى']])(
    '« %s » still finds something',
    async (q) => {
      expect((await search({ q })).total).toBeGreaterThan(0);
    },
  );
  it('a word of no language finds nothing and is not corrected', async () => {
    expect(await search({ q: 'xqzwvkj' })).toMatchObject({ items: [], total: 0 });
    expect(await search({ q: 'xqzwvkj' })).not.toHaveProperty('corrected');
  });
});

describe('filters', () => {
  it('an audience meets the services for it and those for everyone', async () => {
    const { rows } = await db().app.query<{ id: string }>(
      `select distinct a.link_id as id from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id
       join directory.service s on s.id = a.link_id where t.code in ('mre', 'everyone') and s.status = 'active' order by 1`,
    );
    expect((await search({ audience: 'mre' })).items.map((i) => i.id).sort()).toEqual(rows.map((r) => r.id));
  });
  it('a service of the whole region is found in each commune, a service of another commune is not', async () => {
    const figuig = await names('', { commune: '022510103' });
    expect(figuig).toContain(health);
    expect(figuig).not.toContain('Accueil et orientation dans les démarches communales – Nador');
    expect(figuig.some((name) => name.includes('Figuig'))).toBe(true);
  });
  it('a need narrows a word', async () => {
    const all = await search({ q: 'Oujda' });
    const legal = await search({ q: 'Oujda', category: 'justice' });
    expect(legal.total).toBeGreaterThan(0);
    expect(legal.total).toBeLessThan(all.total);
  });
  it('an inactive or vanished service is not shown', async () => {
    expect(await names('Rest’Art')).not.toContain('Rest’Art – arts et entrepreneuriat culturel');
    await db().asOwner(async (owner) => {
      await owner.query(`update directory.service set vanished_at = now() where name = $1`, [health]);
      expect(await names('santé')).not.toContain(health);
      await owner.query(`update directory.service set vanished_at = null where name = $1`, [health]);
    });
  });
});

describe('answers', () => {
  it('come in the reader’s language where it was written', async () => {
    const [first] = (await search({ q: 'Oujda', language: 'ar' })).items;
    expect(first?.nameLanguage).toBe('ar');
    expect(first?.place).toMatch(/\p{Script=Arabic}/u);
  });
  it('turn page after page without a gap or a repeat', async () => {
    const all = (await search({})).items.map((i) => i.id);
    const paged: string[] = [];
    for (let page = 1; page <= Math.ceil(all.length / 7); page++)
      paged.push(...(await search({ page, perPage: 7 })).items.map((i) => i.id));
    expect(paged).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
    expect((await search({ page: 900 })).items).toEqual([]);
  });
  it('put a confirmed service before one to be confirmed', async () => {
    const marks = (await search({})).items.map((i) => i.toBeConfirmed);
    expect(marks).toEqual([...marks].sort());
  });
  it.each(["' | ) & !'", '\\', 'a:* <-> b', '"%_', '٠١٢', '\u0000x', 'é'.repeat(5000), '👩🏽‍🌾', 'x'.repeat(200)])(
    'never fail, whatever was typed: %j',
    async (q) => {
      expect((await search({ q })).total).toBeGreaterThanOrEqual(0);
    },
  );
});
