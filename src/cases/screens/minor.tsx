import { ageAt } from '../../people/screens/index.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { uuidv7 } from '../../workspace/identifier.ts';
import { useT } from '../../workspace/language.tsx';
import { optionsOf } from '../../workspace/options.ts';
import { isOnItsWay } from '../../workspace/outbox/pending.ts';
import { useSession } from '../../workspace/session.tsx';
import type { CaseFile } from '../contract-file.ts';
import { type MinorSituation, isClosed, minorSituations } from '../lists.ts';
import { firstStepsOf } from '../rules.ts';
import { localDay } from './day.ts';

/** What cannot wait until tomorrow. */
const today: readonly string[] = ['safe_place_tonight', 'tell_child_protection'];

/** A child's case: with whom, who answers for them, who must be told, and what to begin with. */
export function Minor({ file }: { file: CaseFile }) {
  const t = useT();
  const { send, outbox } = useSession();
  const { case: row, person, contacts } = file;
  const isYoung = person?.birthDate ? ageAt(person.birthDate, new Date()) < 18 : false;
  if (!row.minorSituation && !isYoung) return null;
  const situation = row.minorSituation as MinorSituation | null;
  const isChanging = isOnItsWay(outbox, 'cases.change', { caseId: row.id });
  const answering = contacts.filter((c) => c.role === 'guardian' || c.role === 'representative');
  const say = (minorSituation: MinorSituation) =>
    void send({ kind: 'cases.change', payload: { caseId: row.id, set: { minorSituation }, was: { minorSituation: row.minorSituation } } });
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('minor.title')}</h2>
      <Card className="border-s-8! border-s-warn!">
        {situation ? (
          <p className="font-semibold">{t(`minor_situation.${situation}`)}</p>
        ) : isChanging ? (
          <p>{t('outbox.this_waits')}</p>
        ) : (
          <ChooseOne label={t('minor.situation')} options={optionsOf(t, 'minor_situation', minorSituations)} value="" onChange={say} />
        )}
        <p>
          {answering.length === 0 ? (
            <a href="#contacts" className="font-semibold text-warn underline underline-offset-4">
              {t('minor.nobody_answers')}
            </a>
          ) : (
            answering.map((c) => t('minor.answers', { name: c.name, role: t(`contact_role.${c.role}`) })).join(' · ')
          )}
        </p>
        <ul className="flex list-disc flex-col gap-1 ps-5">
          <li>{t('minor.who_is_told')}</li>
          <li>{t('minor.consent')}</li>
        </ul>
        {(situation === 'separated' || situation === 'unaccompanied') && !isClosed(row.status) && (
          <FirstSteps file={file} situation={situation} />
        )}
      </Card>
    </section>
  );
}

function FirstSteps({ file, situation }: { file: CaseFile; situation: 'separated' | 'unaccompanied' }) {
  const t = useT();
  const { send, outbox } = useSession();
  const { case: row, steps } = file;
  const unsent = outbox.filter((e) => e.kind === 'cases.add_step' && e.payload.caseId === row.id).map((e) => e.payload.title);
  const planned = [...steps.map((s) => s.title), ...unsent];
  const proposed = firstStepsOf[situation]
    .map((code) => ({ code, title: t(`first_step.${code}`) }))
    .filter(({ title }) => !planned.includes(title));
  if (proposed.length === 0) return null;
  return (
    <div className="no-print flex flex-col gap-2 border-t border-line pt-3">
      <h3>{t('minor.first_steps')}</h3>
      <ol className="flex list-decimal flex-col gap-1 ps-5">
        {proposed.map(({ code, title }) => (
          <li key={code}>{title}</li>
        ))}
      </ol>
      <p>
        <Button
          look="main"
          onPress={() =>
            send(
              ...proposed.map(({ code, title }) => ({
                kind: 'cases.add_step',
                payload: {
                  stepId: uuidv7(),
                  caseId: row.id,
                  title,
                  ...(today.includes(code) ? { dueOn: localDay(new Date()) } : {}),
                  ...(row.assignedTo ? { assignedTo: row.assignedTo } : {}),
                },
              })),
            )
          }
        >
          {t('minor.add_steps', { count: proposed.length })}
        </Button>
      </p>
    </div>
  );
}
