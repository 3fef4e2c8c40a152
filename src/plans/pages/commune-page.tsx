import { ActionStanding, type PublicThread, Words } from '../../coordination/index.ts';
import type { Translate } from '../../platform/i18n/index.ts';
import type { Told } from '../contract.ts';
import type { PublicSummary } from '../public.ts';
import { PlanCard } from './plans-page.tsx';

interface Props {
  t: Translate;
  language: string;
  name: Told;
  plans: readonly PublicSummary[];
  actions: PublicThread['actions'];
}
const most = 15;

/** A commune with the plan it published and the joint actions that go on there. */
export function CommunePage({ t, language, name, plans, actions }: Props) {
  return (
    <>
      <h1>
        <Words words={name} page={language} />
      </h1>
      <p className="lead">{t('plans.public.communeLead')}</p>
      <h2>{t('plans.public.communePlans')}</h2>
      {plans.length === 0 ? <p>{t('plans.public.noPlan')}</p> : null}
      <ul className="plain cards">
        {plans.map((summary) => (
          <PlanCard key={summary.id} t={t} language={language} summary={summary} />
        ))}
      </ul>
      <h2>{t('plans.public.communeActions')}</h2>
      {actions.length === 0 ? <p>{t('plans.public.noAction')}</p> : null}
      <ul className="plain cards">
        {actions.slice(0, most).map((action) => (
          <li className="card" key={action.id}>
            <h3>
              <a href={`/${language}/coordination/${action.id}`}>
                <Words words={action.title} page={language} />
              </a>
            </h3>
            <ActionStanding t={t} language={language} action={action} />
          </li>
        ))}
      </ul>
      {actions.length > most ? <p className="meta">{t('plans.public.rest', { n: actions.length - most })}</p> : null}
      <p className="acts no-print">
        <a className="go" href={`/${language}/plans`}>
          {t('plans.public.back')}
        </a>
      </p>
    </>
  );
}
