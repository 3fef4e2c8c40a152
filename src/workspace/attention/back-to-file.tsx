import { useNavigate } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { useT } from '../language.tsx';
import type { OutboxEntry } from '../outbox/order.ts';
import { takeUpAgain } from '../outbox/take-up-again.ts';

type Values = Record<string, unknown>;
/** As a form holds it: what is not said is an empty text. */
const typedIn = (set: unknown): Values => Object.fromEntries(Object.entries(set as Values).map(([field, value]) => [field, value ?? '']));

interface Form {
  to: string;
  /** Its draft, and what to put back into it. */
  name: string;
  value: Values;
}
const said = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** An answer of the person: what is missing of it is asked where it was asked. */
function consentForm({ caseId, purpose, ...payload }: OutboxEntry['payload']): Form | undefined {
  // With a partner it goes together with what is sent to them.
  if (purpose === 'referral') return undefined;
  const { ways, givenHow, explainedIn, interpreter, childsWish, until } = payload;
  const { name, link } = (payload.representative ?? {}) as Values;
  const { language } = (payload.read ?? {}) as Values;
  return {
    to: `/cases/${caseId}/consent?purpose=${purpose}`,
    name: `consent:${caseId}:${purpose}`,
    value: said({
      ways,
      givenHow,
      explainedIn,
      interpreter,
      childsWish,
      until,
      representativeName: name,
      representativeLink: link,
      textLanguage: language,
    }),
  };
}

/** Words as the forms of the thread hold them: French and Arabic, empty where nothing was said. */
const bothWords = (told: unknown): Values => ({ fr: '', ar: '', ...(told as Values | undefined) });

function findingForm({ findingId: _made, deskNeed, title, text, source, ...payload }: OutboxEntry['payload']): Form {
  const { sourceId: _source, ...said } = source as Values;
  return {
    to: `/thread/findings/new${deskNeed ? `?need=${deskNeed}` : ''}`,
    name: `finding:new:${deskNeed ?? ''}`,
    value: { ...payload, title: bothWords(title), text: bothWords(text), source: { meetingId: '', note: '', ...said } },
  };
}
const recommendationForm = ({ recommendationId: _made, title, text, addressedTo, measure, ...payload }: OutboxEntry['payload']): Form => ({
  to: '/thread/recommendations/new',
  name: 'recommendation:new:',
  value: {
    ...payload,
    title: bothWords(title),
    text: bothWords(text),
    addressedTo: bothWords(addressedTo),
    measure: bothWords(measure),
  },
});
const actionForm = ({ actionId: _made, title, text, figure, rhythmDays, ...payload }: OutboxEntry['payload']): Form => ({
  to: '/thread/actions/new',
  name: 'action:new:',
  value: {
    ...payload,
    title: bothWords(title),
    text: bothWords(text),
    rhythmDays: String(rhythmDays),
    ...(figure ? { figure: Object.fromEntries(Object.entries(figure as Values).map(([key, value]) => [key, String(value)])) } : {}),
  },
});

/** Changes that are corrected where they were made: of what someone else may have changed first the form shows both. */
const forms: Record<string, (payload: OutboxEntry['payload']) => Form | undefined> = {
  'people.change': ({ personId, set }) => ({
    to: `/people/${personId}/edit`,
    name: `person:${personId}`,
    value: { touched: typedIn(set) },
  }),
  'cases.change': ({ caseId, set }) => ({ to: `/cases/${caseId}/edit`, name: `case-edit:${caseId}`, value: { touched: typedIn(set) } }),
  'people.record_consent': consentForm,
  'coordination.raise_finding': findingForm,
  'coordination.write_recommendation': recommendationForm,
  'coordination.plan_action': actionForm,
};
export const hasForm = ({ kind, payload }: OutboxEntry): boolean => forms[kind]?.(payload) !== undefined;

/** Opens the form a refused change came from, with what was typed over what stands there now. */
export function BackToFile({ entry }: { entry: OutboxEntry }) {
  const t = useT();
  const navigate = useNavigate();
  const form = forms[entry.kind]?.(entry.payload);
  if (!form) return null;
  const { to, name, value } = form;
  return (
    <Button look="main" onPress={() => takeUpAgain(entry, { name, value }).then(() => navigate(to))}>
      {t('attention.back_to_file')}
    </Button>
  );
}
