import { randomUUID } from 'node:crypto';
import { beforeAll, describe, it } from 'vitest';
import { minutesPaperTexts, minutesTexts } from '../src/coordination/minutes/screens/messages/index.ts';
import { threadTexts } from '../src/coordination/screens/messages/index.ts';
import { demoAccounts, demoCoordinationId } from '../src/demo/accounts.ts';
import type { WorkLanguage } from '../src/workspace/texts.ts';
import { lookAt } from './browser.ts';
import { usePlatform } from './use-platform.ts';
import type { Desk } from './workspace.ts';

const { platform, signIn } = usePlatform();
const at = (who: string, language: WorkLanguage) => signIn(`${who}@example.org`, language, threadTexts, minutesTexts, minutesPaperTexts);
const open = ({ page }: Desk, path: string) => page.goto(`${platform().url}/workspace/${path}`);

const programmeId = demoAccounts.find((account) => account.email === 'programme@example.org')?.organizationId;

/** What is typed on the way, in the language of those who type it. */
const words = {
  fr: {
    difficulty: 'Pas d’interprète au guichet le jeudi',
    decision: 'Une permanence d’interprètes chaque jeudi',
    offline: 'Les cellules se réunissent chaque mois',
  },
  ar: {
    difficulty: 'لا يوجد مترجم في الشباك يوم الخميس',
    decision: 'مداومة للمترجمين كل يوم خميس',
    offline: 'تجتمع الخلايا كل شهر',
  },
} as const;

describe.each(['fr', 'ar'] as const)('a meeting written down together, in %s', (language) => {
  const typed = words[language];
  const ids = { meeting: randomUUID(), cells: randomUUID(), partners: randomUUID() };
  beforeAll(() =>
    platform().inDatabase((databases) =>
      databases.asOwner((owner) =>
        owner.query(`
          insert into coordination.meeting (id, organization_id, kind, held_on, begins, ends, place, title, purpose, status) values
            ('${ids.meeting}', '${demoCoordinationId}', 'workshop', '2026-03-12', '09:00', '13:00', 'Oujda',
             '{"fr": "Atelier inventé des cellules", "ar": "ورشة مخترعة للخلايا"}', '{"fr": "Mieux accueillir.", "ar": "استقبال أفضل."}', 'held');
          insert into coordination.meeting_group (id, meeting_id, position, title, theme, place) values
            ('${ids.cells}', '${ids.meeting}', 1, '{"fr": "Cellules d’accueil", "ar": "خلايا الاستقبال"}', 'cells', 'Salle A'),
            ('${ids.partners}', '${ids.meeting}', 2, '{"fr": "Partenaires", "ar": "الشركاء"}', 'support', 'Salle B');
          insert into coordination.agenda_item (id, meeting_id, position, kind, title, minutes, speaker) values
            (gen_random_uuid(), '${ids.meeting}', 1, 'plenary', '{"fr": "Ouverture", "ar": "الافتتاح"}', 30, 'Coordination'),
            (gen_random_uuid(), '${ids.meeting}', 2, 'group', '{"fr": "Travail en groupes", "ar": "عمل المجموعات"}', 90, null);
          insert into coordination.attendance (id, meeting_id, organization_id, sex, group_id, by_hand) values
            (gen_random_uuid(), '${ids.meeting}', '${demoCoordinationId}', 'f', '${ids.cells}', true),
            (gen_random_uuid(), '${ids.meeting}', '${demoCoordinationId}', 'm', '${ids.partners}', true),
            (gen_random_uuid(), '${ids.meeting}', null, 'f', '${ids.cells}', true);
          insert into coordination.invitation (id, meeting_id, organization_id, language, status, answered_at) values
            (gen_random_uuid(), '${ids.meeting}', '${programmeId}', 'fr', 'accepted', now())`),
      ),
    ),
  );
  const live = (group: string) => `thread/meetings/${ids.meeting}/live?group=${group}`;
  const note = async ({ page, t }: Desk, text: string, kind: string) => {
    await page.getByLabel(t('live.field'), { exact: true }).fill(text);
    await page
      .getByRole('toolbar')
      .getByRole('button', { name: t(`minutes.kind.${kind}`), exact: true })
      .click();
  };
  const noteOf = ({ page }: Desk, text: string) => page.getByRole('listitem').filter({ hasText: text });

  it('takes notes on two tablets in two groups, one of them without a network for a while', async () => {
    const [one, other] = await Promise.all([at('coordination', language), at('programme', language)]);
    const { t } = one;
    await open(one, live(ids.cells));
    await open(other, live(ids.partners));
    await note(one, typed.difficulty, 'difficulty');
    await noteOf(one, typed.difficulty).waitFor();
    await other.page.getByLabel(t('live.field'), { exact: true }).waitFor();
    await other.page.context().setOffline(true);
    await note(other, typed.offline, 'said');
    await noteOf(other, typed.offline).getByText(t('live.on_its_way')).waitFor();
    await lookAt(other.page, `live-offline-${language}`);
    await other.page.context().setOffline(false);
    await noteOf(other, typed.offline).getByText(t('live.on_its_way')).waitFor({ state: 'detached' });
    await note(other, typed.decision, 'decision');
    // Each group counts what the other tablet wrote, within seconds.
    await one.page.getByRole('radiogroup').getByText('(2)').waitFor();
    await lookAt(one.page, `live-${language}`);
    await other.page.close();
    await one.page.close();
  });
});
