import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { Button, buttonClass } from '../../../../ui/button.tsx';
import { Badge, Notice } from '../../../../ui/card.tsx';
import { useT } from '../../../../workspace/language.tsx';
import { Reading, useRead } from '../../../../workspace/reading.tsx';
import type { SetupFacts } from '../../contract.ts';
import type { SetupStep } from '../../lists.ts';
import { type StepState, stepsOf } from '../../rules.ts';
import { CellPage } from '../cell-page.tsx';
import { type Acts, Done, useActs } from '../../../../workspace/acts.tsx';
import { ContactForm } from './contact-form.tsx';
import { DataSheetForm } from './data-sheet-form.tsx';
import { DutiesForm } from './duties-form.tsx';
import { HoursForm } from './hours-form.tsx';
import { LanguagesForm } from './languages-form.tsx';
import { PlaceForm } from './place-form.tsx';
import { Poster } from './poster.tsx';
import { TeamForm } from './team-form.tsx';

export interface StepProps {
  facts: SetupFacts;
  acts: Acts;
}
const tones: Record<StepState, 'good' | 'warn' | 'plain'> = { done: 'good', begun: 'warn', todo: 'plain' };

/** A cell in a box: what it needs, what the data show is done, and the form for what is not. It can be left and taken up again. */
export function SetupScreen() {
  const t = useT();
  const query = useRead<SetupFacts>('/api/desk/cell/setup');
  const acts = useActs();
  return (
    <CellPage title={t('cell.setup')} intro={t('cell.setup.intro')}>
      <Done acts={acts} />
      <Reading query={query}>{(facts) => <Checklist facts={facts} acts={acts} />}</Reading>
    </CellPage>
  );
}

function Checklist({ facts, acts }: StepProps) {
  const t = useT();
  const steps = stepsOf(facts);
  const done = steps.filter(({ state }) => state === 'done').length;
  const [open, setOpen] = useState<SetupStep | undefined>(() => steps.find(({ state }) => state !== 'done')?.step);
  return (
    <>
      <div className="flex flex-col gap-2">
        <p className="font-bold">{t('cell.setup.progress', { done, all: steps.length })}</p>
        <svg aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none" className="h-2 w-full text-primary rtl:-scale-x-100">
          <rect width="100" height="4" className="fill-line" />
          <rect width={(100 * done) / steps.length} height="4" fill="currentColor" />
        </svg>
      </div>
      {done === steps.length && facts.service && (
        <Notice tone="good">
          <p>{t('cell.setup.ready')}</p>
          <PublicPage id={facts.service.id} />
        </Notice>
      )}
      <ol className="flex flex-col gap-3">
        {steps.map(({ step, state }) => (
          <li key={step} className="rounded-card border border-line bg-card">
            <h2>
              <Button
                look="quiet"
                className="mx-0! w-full justify-between! px-4! text-start! no-underline! sm:px-6!"
                aria-expanded={open === step}
                onPress={() => setOpen(open === step ? undefined : step)}
              >
                <span className="text-base sm:text-lg">{t(`cell.step.${step}`)}</span>
                <Badge tone={tones[state]}>{t(`cell.state.${state}`)}</Badge>
              </Button>
            </h2>
            {open === step && (
              <div className="flex flex-col gap-4 border-t border-line p-4 sm:p-6">
                <p className="text-quiet">{t(`cell.step.${step}.why`)}</p>
                <Step step={step} facts={facts} acts={acts} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Step({ step, facts, acts }: StepProps & { step: SetupStep }): ReactNode {
  const t = useT();
  const { service } = facts;
  if (step === 'published')
    return service?.isPublished ? <PublicPage id={service.id} /> : <Notice tone="warn">{t('cell.step.published.missing')}</Notice>;
  if (step === 'team') return <TeamForm facts={facts} />;
  if (step === 'duties') return <DutiesForm facts={facts} acts={acts} />;
  if (step === 'guides')
    return (
      <p className="flex flex-wrap items-center gap-3">
        <span>{t('cell.step.guides.count', { count: facts.guides })}</span>
        <Link to="/guide" className={buttonClass('second')}>
          {t('navigation.guide')}
        </Link>
        <Link to="/letters" className={buttonClass('second')}>
          {t('cell.step.guides.letters')}
        </Link>
      </p>
    );
  if (step === 'data_sheet') return <DataSheetForm facts={facts} acts={acts} />;
  if (step === 'poster') return <Poster facts={facts} acts={acts} />;
  if (step === 'assessment')
    return (
      <p>
        <Link to="/cell/assessment" className={buttonClass('main')}>
          {t('cell.assess')}
        </Link>
      </p>
    );
  if (!service) return <Notice tone="warn">{t('cell.step.published.missing')}</Notice>;
  if (step === 'place') return <PlaceForm facts={facts} acts={acts} serviceId={service.id} />;
  if (step === 'languages') return <LanguagesForm acts={acts} serviceId={service.id} />;
  if (step === 'channels') return <ContactForm acts={acts} serviceId={service.id} />;
  return (
    <>
      {step === 'summer' && <p>{t('cell.step.summer.marhaba')}</p>}
      <HoursForm key={step} facts={facts} acts={acts} serviceId={service.id} isSummer={step === 'summer'} />
    </>
  );
}

function PublicPage({ id }: { id: string }) {
  const t = useT();
  return (
    <p className="flex flex-wrap gap-3">
      {(['fr', 'ar'] as const).map((language) => (
        <a key={language} href={`/${language}/services/${id}`} target="_blank" rel="noreferrer" className={buttonClass('second')}>
          {t(`cell.public_page.${language}`)}
        </a>
      ))}
    </p>
  );
}
