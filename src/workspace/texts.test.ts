import { describe, expect, it } from 'vitest';
import { ageBands, audiences, channels, exchangeLanguages, needs, sexes, visitOutcomes } from '../desk/contract.ts';
import { consentWays, contactPreferences, shareableFields } from '../people/contract.ts';
import { declineReasons, priorities, referralOutcomes, referralStatuses } from '../referrals/contract.ts';
import ar from './messages/ar.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import { fetchTexts } from './texts.ts';

const lists: Record<string, readonly string[]> = {
  need: needs,
  audience: audiences,
  language: exchangeLanguages,
  sex: sexes,
  age: ageBands,
  channel: channels,
  outcome: visitOutcomes,
  contact: contactPreferences,
  share: shareableFields,
  given_how: consentWays,
  priority: priorities,
  referral_status: referralStatuses,
  decline: declineReasons,
  referral_outcome: referralOutcomes,
};

describe('the workspace', () => {
  it('says in Arabic everything it says in French', () => {
    expect(Object.keys(ar).sort()).toEqual(Object.keys(fr).sort());
  });
  it.each(['fr', 'ar'] as const)('reads every message in %s without a mistake of form', async (language) => {
    const values = {
      count: 3,
      threshold: 5,
      min: 10,
      hours: 24,
      weeks: 2,
      name: 'x',
      date: 'x',
      reason: 'x',
      outcome: 'x',
      organization: 'x',
      role: 'x',
      year: 'x',
      word: 'x',
      reference: 'x',
      since: 'x',
      until: 'x',
      code: 'x',
      email: 'x',
    };
    const { t } = await fetchTexts(language);
    for (const key of Object.keys(fr)) expect(t(key, values), key).not.toBe('');
  });
  it.each(Object.entries(lists))('has words for every %s', async (family, values) => {
    const { has } = await fetchTexts('fr');
    expect(values.filter((v) => !has(`${family}.${v}`))).toEqual([]);
  });
});
