import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import * as mupdf from 'mupdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { withActor } from '../../platform/database/actor.ts';
import { type Browser, buildApp, signInAs, type TestApp } from '../../testing/app.ts';
import { command, mustRun, testRunner, visitPayload } from '../../testing/commands.ts';
import { useDatabase } from '../../testing/database.ts';
import { useVault } from '../../testing/files.ts';
import { buildOrganization } from '../../testing/builders.ts';
import type { CaseValues, LetterRow, Template } from './contract.ts';
import { renderLetters } from './render-letters.ts';
import sharp from 'sharp';

const db = useDatabase();
const stage = useVault();
let platform: TestApp;
let agent: Browser;
let head: Browser;
beforeAll(async () => {
  platform = buildApp(db(), stage().vault);
  agent = await signInAs(platform, db(), 'agent', await buildOrganization(db(), 'Cellule inventée'));
  head = await signInAs(platform, db(), 'cell_manager', agent.actor.organizationId);
});

/** What a reader finds on the pages, a string a page. */
function readPdf(bytes: Uint8Array): string[] {
  const document = mupdf.Document.openDocument(bytes, 'application/pdf');
  return Array.from({ length: document.countPages() }, (_, i) => document.loadPage(i).toStructuredText('').asText());
}
const bytesOf = async (answer: Response): Promise<Uint8Array> => {
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
};
const cell = {
  name: { fr: 'Cellule inventée', ar: 'خلية مخترعة' },
  address: { fr: '', ar: '' },
  phone: null,
  email: null,
  logoFileId: null,
  timezone: 'Africa/Casablanca',
};

async function openCase(name = 'Testa Inventée'): Promise<string> {
  const caseId = randomUUID();
  const person = { personId: randomUUID(), name, otherNames: [{ name: 'تستا', use: 'other_script' }] };
  await mustRun(testRunner(db()), agent.actor, 'cases.open', { caseId, needs: ['pensions'], summary: 'Résumé inventé', person });
  return caseId;
}
const letterOf = (caseId: string, over: object = {}) => ({
  letterId: randomUUID(),
  caseId,
  template: 'attestation',
  templateVersion: 1,
  kind: 'attestation',
  title: 'Attestation de passage',
  texts: { fr: '# Attestation\n\nTesta Inventée est venue.' },
  ...over,
});

describe('a letter', () => {
  it('is kept word for word and printed again as it went out, though the cell has another head by then', async () => {
    const caseId = await openCase();
    const letter = letterOf(caseId);
    const kept = async () => (await (await agent.get(`/api/cases/letters/kept?ids=${letter.letterId}`)).json()) as unknown;
    expect(await kept()).toEqual({ kept: 0 });
    await mustRun(testRunner(db()), agent.actor, 'cases.write_letter', letter);
    expect(await kept()).toEqual({ kept: 1 });
    await mustRun(testRunner(db()), head.actor, 'desk.set_letterhead', {
      letterheadId: randomUUID(),
      name: { fr: 'Nouvelle cellule', ar: 'خلية جديدة' },
      address: { fr: '1, rue Inventée', ar: '' },
      phone: '0500000000',
      keepsLogo: false,
    });
    const [page = ''] = readPdf(await bytesOf(await agent.get(`/api/cases/letters/print?ids=${letter.letterId}`)));
    expect(page).toContain('Testa Inventée est venue.');
    expect(page).toContain('Cellule inventée');
    expect(page).not.toContain('Nouvelle cellule');
    const after = letterOf(caseId);
    await mustRun(testRunner(db()), agent.actor, 'cases.write_letter', after);
    const [next = ''] = readPdf(await bytesOf(await agent.get(`/api/cases/letters/print?ids=${after.letterId}`)));
    expect(next).toContain('Nouvelle cellule');
    expect(next).toContain('05 00 00 00 00');
    const { letters } = (await (await agent.get(`/api/cases/${caseId}/letters`)).json()) as { letters: LetterRow[] };
    expect(letters).toMatchObject([
      { title: 'Attestation de passage', template: 'attestation', templateVersion: 1, languages: ['fr'], writtenBy: 'Testeuse Inventée' },
      {},
    ]);
  });

  it('with something left open is refused, to look at and to keep', async () => {
    const letter = letterOf(await openCase(), { texts: { fr: 'Bonjour {receiver.name}' } });
    expect(await testRunner(db()).run(agent.actor, command('cases.write_letter', letter))).toMatchObject({ code: 'letter_has_blanks' });
    const { letterId, kind, title, texts } = letter;
    const answer = await agent.post('/api/cases/letters/preview', { letterId, kind, title, texts });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([422, 'letter_has_blanks']);
  });

  it('leads back to its case when its code is scanned', async () => {
    const caseId = await openCase();
    const { reference } = await mustRun(testRunner(db()), agent.actor, 'cases.write_letter', letterOf(caseId));
    expect(await (await agent.get(`/api/desk/known/${reference}`)).json()).toMatchObject({ caseId, personName: 'Testa Inventée' });
  });

  it('is looked at before it is kept', async () => {
    const caseId = await openCase();
    const asked = { letterId: randomUUID(), kind: 'attestation', title: 'Attestation', texts: { fr: 'Un mot inventé', ar: 'كلمة' } };
    const pages = readPdf(await bytesOf(await agent.post('/api/cases/letters/preview', asked)));
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('Un mot inventé');
    expect(await (await agent.get(`/api/cases/${caseId}/letters`)).json()).toEqual({ letters: [] });
  });

  it('leaves no word in the journal, and says there that it was written', async () => {
    const caseId = await openCase();
    await mustRun(testRunner(db()), agent.actor, 'cases.write_letter', letterOf(caseId));
    const { rows } = await withActor(db().app, agent.actor, (tx) =>
      tx.query(`select payload::text from platform.journal where subject_id = $1 and kind = 'letter_written'`, [caseId]),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].payload).not.toMatch(/Testa|venue/);
  });

  it('of another organisation is neither listed, printed nor written', async () => {
    const caseId = await openCase();
    const letter = letterOf(caseId);
    await mustRun(testRunner(db()), agent.actor, 'cases.write_letter', letter);
    const stranger = await signInAs(platform, db(), 'agent');
    expect((await stranger.get(`/api/cases/letters/print?ids=${letter.letterId}`)).status).toBe(404);
    expect(await (await stranger.get(`/api/cases/${caseId}/letters`)).json()).toEqual({ letters: [] });
    expect(await testRunner(db()).run(stranger.actor, command('cases.write_letter', letterOf(caseId)))).toMatchObject({
      code: 'case_not_found',
    });
    const partner = await signInAs(platform, db(), 'partner', agent.actor.organizationId);
    expect((await partner.get(`/api/cases/letters/print?ids=${letter.letterId}`)).status).toBe(403);
  });

  it('takes the name in the letters of its language, and the day as it is written there', async () => {
    const caseId = await openCase();
    await mustRun(testRunner(db()), agent.actor, 'desk.record_visit', visitPayload({ aboutCaseId: caseId }));
    const answer = await agent.post('/api/cases/letters/values', { caseIds: [caseId] });
    const { cases } = (await answer.json()) as { cases: CaseValues[] };
    expect(cases[0]?.values.fr).toMatchObject({
      'person.name': 'Testa Inventée',
      'case.summary': 'Résumé inventé',
      'agent.name': 'Testeuse Inventée',
    });
    expect(cases[0]?.values.ar).toMatchObject({ 'person.name': 'تستا' });
    expect(cases[0]?.values.ar['visit.date']).toMatch(/^[\d\s\u0600-\u06ff]+$/);
  });

  it('of many cases is one PDF, in the order asked for', async () => {
    const names = ['Une Inventée', 'Deux Inventée', 'Trois Inventée'];
    const ids: string[] = [];
    for (const name of names) {
      const letter = letterOf(await openCase(name), { texts: { fr: `# Accusé\n\n${name}`, ar: `# وصل\n\n${name}` } });
      await mustRun(testRunner(db()), agent.actor, 'cases.write_letter', letter);
      ids.push(letter.letterId);
    }
    const pages = readPdf(await bytesOf(await agent.get(`/api/cases/letters/print?ids=${ids}`)));
    expect(pages).toHaveLength(6);
    expect(pages.filter((_, i) => i % 2 === 0).map((page) => names.find((name) => page.includes(name)))).toEqual(names);
    // The pages of each count by themselves.
    for (const page of pages) expect(page).toContain('1 / 1');
  });
});

describe('what people typed', () => {
  const markup = [
    '#panic("x")',
    '#{1 + 1}',
    '$ x^2 $',
    '*gras*',
    '_it_',
    '= Titre',
    '@ref',
    '<a>',
    '`code`',
    '\\u{41}',
    '//x',
    '/*x*/',
    '"',
    '#image("/etc/passwd")',
    '[x]',
    "';--",
  ];
  it.each(markup)('is never markup: %s', async (typed) => {
    const [page = ''] = readPdf(
      await renderLetters([
        {
          reference: 'ABC',
          title: typed,
          texts: { fr: `Avant ${typed} après` },
          head: { ...cell, name: { fr: typed, ar: typed } },
          logo: null,
        },
      ]),
    );
    expect(page.replace(/\s+/g, ' ')).toContain(`Avant ${typed} après`);
  });

  it('prints whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (typed) => {
        const pdf = await renderLetters([
          {
            reference: 'ABC',
            title: 'x',
            texts: { ar: `${typed.replaceAll('{', '(')}\n# ${typed.replaceAll('{', '(')}` },
            head: cell,
            logo: null,
          },
        ]);
        expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
      }),
      { numRuns: 40 },
    );
  });
});

describe('a template', () => {
  const own = (over: object = {}) => ({
    templateId: randomUUID(),
    version: 1,
    kind: 'attestation',
    title: 'La nôtre',
    texts: { fr: 'Bonjour {person.name}' },
    ...over,
  });
  const listed = async (): Promise<Template[]> =>
    ((await (await agent.get('/api/cases/letters/templates')).json()) as { templates: Template[] }).templates.filter((t) => t.isOwn);

  it('comes with the product in five kinds, and a cell writes its own beside', async () => {
    const answer = (await (await agent.get('/api/cases/letters/templates')).json()) as { templates: Template[] };
    expect(answer.templates.filter((t) => !t.isOwn)).toHaveLength(5);
    const mine = own();
    await mustRun(testRunner(db()), head.actor, 'cases.save_letter_template', mine);
    await mustRun(testRunner(db()), head.actor, 'cases.save_letter_template', { ...mine, version: 2, title: 'La nôtre, mieux' });
    expect(await listed()).toMatchObject([{ id: mine.templateId, version: 2, title: 'La nôtre, mieux' }]);
    await mustRun(testRunner(db()), head.actor, 'cases.save_letter_template', { ...mine, version: 3, isRetired: true });
    expect(await listed()).toEqual([]);
  });

  it('that a colleague changed meanwhile is not overwritten', async () => {
    const mine = own();
    await mustRun(testRunner(db()), head.actor, 'cases.save_letter_template', mine);
    expect(await testRunner(db()).run(head.actor, command('cases.save_letter_template', mine))).toMatchObject({
      code: 'template_changed_meanwhile',
    });
  });

  it('is changed by the head of the cell alone, and of another cell by nobody', async () => {
    expect(await testRunner(db()).run(agent.actor, command('cases.save_letter_template', own()))).toMatchObject({ code: 'not_allowed' });
    const mine = own();
    await mustRun(testRunner(db()), head.actor, 'cases.save_letter_template', mine);
    const elsewhere = await signInAs(platform, db(), 'cell_manager');
    const answer = await testRunner(db()).run(elsewhere.actor, command('cases.save_letter_template', { ...mine, version: 2 }));
    expect(answer).toMatchObject({ code: 'template_not_found' });
  });
});

describe('the head of the papers', () => {
  it('has a logo, which is a sealed file, and it is printed', async () => {
    const fileId = randomUUID();
    const logo = await sharp({ create: { width: 80, height: 40, channels: 3, background: 'black' } })
      .png()
      .toBuffer();
    expect((await head.put(`/api/files/${fileId}`, logo)).status).toBe(200);
    const set = (over: object) => ({
      letterheadId: randomUUID(),
      name: { fr: 'Cellule au logo', ar: 'خلية' },
      address: { fr: '', ar: '' },
      keepsLogo: true,
      ...over,
    });
    await mustRun(testRunner(db()), head.actor, 'desk.set_letterhead', set({ fileId }));
    expect((await agent.get(`/api/desk/letterhead/logo/${fileId}`)).headers.get('content-type')).toBe('image/jpeg');
    const stranger = await signInAs(platform, db(), 'agent');
    expect((await stranger.get(`/api/desk/letterhead/logo/${fileId}`)).status).toBe(404);
    // Another change keeps it; only who says so takes it away.
    await mustRun(testRunner(db()), head.actor, 'desk.set_letterhead', set({ phone: '0511111111' }));
    expect(await (await agent.get('/api/desk/letterhead')).json()).toMatchObject({ logoFileId: fileId, phone: '0511111111', isOwn: true });
    const letter = letterOf(await openCase());
    await mustRun(testRunner(db()), agent.actor, 'cases.write_letter', letter);
    const document = mupdf.Document.openDocument(
      await bytesOf(await agent.get(`/api/cases/letters/print?ids=${letter.letterId}`)),
      'application/pdf',
    );
    const images: number[] = [];
    document
      .loadPage(0)
      .toStructuredText('preserve-images')
      .walk({ onImageBlock: (_box: unknown, _matrix: unknown, image: mupdf.Image) => images.push(image.getWidth()) });
    expect(images).toContain(80);
    await mustRun(testRunner(db()), head.actor, 'desk.set_letterhead', set({ keepsLogo: false }));
    expect(await (await agent.get('/api/desk/letterhead')).json()).toMatchObject({ logoFileId: null });
  });

  it('takes no file that was not sent for it: it would become readable as a logo', async () => {
    const caseId = await openCase();
    const fileId = randomUUID();
    const photograph = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    expect((await agent.put(`/api/files/${fileId}`, photograph)).status).toBe(200);
    const attached = { attachmentId: randomUUID(), caseId, fileId, kind: 'photo', title: 'Certificat', restricted: true };
    await mustRun(testRunner(db()), agent.actor, 'cases.attach', attached);
    const insert = (id: string) =>
      withActor(db().app, head.actor, (tx) =>
        tx.query(
          `insert into desk.letterhead (id, organization_id, name, address, logo_file_id, set_by, set_at) values ($1, $2, '{}', '{}', $3, $4, now())`,
          [randomUUID(), head.actor.organizationId, id, head.actor.userId],
        ),
      );
    await expect(insert(fileId)).rejects.toThrow('row-level security');
  });

  it('is set by the head of the cell alone', async () => {
    const payload = { letterheadId: randomUUID(), name: { fr: 'x', ar: 'x' }, address: { fr: '', ar: '' }, keepsLogo: false };
    expect(await testRunner(db()).run(agent.actor, command('desk.set_letterhead', payload))).toMatchObject({ code: 'not_allowed' });
  });
});
