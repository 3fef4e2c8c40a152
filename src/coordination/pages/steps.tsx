import { localeOf, type Translate } from '../../platform/i18n/index.ts';
import type { PublicAction, PublicProof, PublicStep } from '../public.ts';
import { Day, Organization, Source, Words } from './words.tsx';

interface Props {
  t: Translate;
  language: string;
  action: PublicAction;
}
/** So many that a page stays one round trip; the data hold the rest. */
const most = 30;

const Rest = ({ t, language, hidden }: { t: Translate; language: string; hidden: number }) =>
  hidden > 0 ? (
    <p>
      <a href={`/${language}/coordination/data`}>{t('coordination.public.rest', { n: hidden })}</a>
    </p>
  ) : null;

/** A milestone that is said to be done shows its proof, or that it has none. */
function stateOf(step: PublicStep, isProven: boolean): string {
  if (step.ending === 'dropped') return 'dropped';
  if (step.ending === 'done') return isProven ? 'proven' : step.isMilestone ? 'unproven' : 'done';
  return step.isLate ? 'late' : 'open';
}
const looks: Record<string, string> = { late: 'mark', done: 'state open', proven: 'state open' };

function Proof({ t, language, proof }: Omit<Props, 'action'> & { proof: PublicProof }) {
  const figure = proof.figure && proof.figureValue !== null ? t(`coordination.public.figure.${proof.figure}`) : undefined;
  return (
    <li>
      <p className="meta">
        <Day day={proof.datedOn} page={language} />
        <span>{t(`coordination.public.proof.${proof.kind}`)}</span>
        {proof.organization ? <Organization organization={proof.organization} page={language} /> : null}
      </p>
      <p className="said">
        <Words words={proof.words} page={language} />
      </p>
      {figure ? (
        <p>
          {t('coordination.public.figureSaid', {
            figure,
            value: new Intl.NumberFormat(localeOf(language)).format(proof.figureValue ?? 0),
          })}
        </p>
      ) : null}
      {proof.hasFile ? (
        <p>
          <a className="go" href={`/${language}/coordination/proofs/${proof.id}`}>
            {t(`coordination.public.seeProof.${proof.kind}`)}
          </a>
        </p>
      ) : null}
      {proof.url ? <Source url={proof.url} words={t('coordination.public.source')} /> : null}
    </li>
  );
}

const Proofs = ({ t, language, proofs }: Omit<Props, 'action'> & { proofs: readonly PublicProof[] }) =>
  proofs.length === 0 ? null : (
    <ul className="plain log">
      {proofs.map((proof) => (
        <Proof key={proof.id} t={t} language={language} proof={proof} />
      ))}
    </ul>
  );

function Step({ t, language, step, isProven }: Omit<Props, 'action'> & { step: PublicStep; isProven: boolean }) {
  const state = stateOf(step, isProven);
  const day = step.endedOn ?? step.dueOn;
  return (
    <>
      <p>
        <Words words={step.title} page={language} />
      </p>
      <p className="meta">
        <span className={looks[state] ?? 'state'}>{t(`coordination.public.step.${state}`)}</span>
        {day ? (
          <span>
            {step.endedOn ? null : `${t('coordination.public.due')} `}
            <Day day={day} page={language} />
          </span>
        ) : null}
        {step.isMilestone && step.ending === null ? <span>{t('coordination.public.milestone')}</span> : null}
        {step.organization ? <Organization organization={step.organization} page={language} /> : null}
      </p>
    </>
  );
}

/** What there is to do in its order, with what was due and what proves it; then what proves the whole. */
export function StepsAndProofs({ t, language, action: { steps, proofs } }: Props) {
  const shown = proofs.slice(0, most);
  const proven = new Set(proofs.map((proof) => proof.stepId));
  const ofWhole = shown.filter((proof) => proof.stepId === null);
  return (
    <>
      {steps.length > 0 ? (
        <>
          <h2>{t('coordination.public.steps')}</h2>
          <ol className="plain log">
            {steps.slice(0, most).map((step) => (
              <li key={step.id}>
                <Step t={t} language={language} step={step} isProven={proven.has(step.id)} />
                <Proofs t={t} language={language} proofs={shown.filter((proof) => proof.stepId === step.id)} />
              </li>
            ))}
          </ol>
          <Rest t={t} language={language} hidden={steps.length - most} />
        </>
      ) : null}
      {ofWhole.length > 0 ? <h2>{t('coordination.public.proofs')}</h2> : null}
      {proofs.length === 0 ? <p>{t('coordination.public.noProof')}</p> : null}
      <Proofs t={t} language={language} proofs={ofWhole} />
      <Rest t={t} language={language} hidden={proofs.length - most} />
    </>
  );
}
