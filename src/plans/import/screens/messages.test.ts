import { expect, it } from 'vitest';
import { gridProblems } from '../../../directory/import/read-grid.ts';
import { addTexts, fetchTexts } from '../../../workspace/texts.ts';
import { moneySources, projectStatuses, sessionKinds, stages, valueParts } from '../../lists.ts';
import { planWords } from '../../words/index.ts';
import { columnFields, rowProblems } from '../lists.ts';
import fr from './messages/fr.json' with { type: 'json' };
import { importTexts } from './messages/index.ts';

it.each(['fr', 'ar'] as const)('the screen that takes a table says all of it in %s, without a mistake of form', async (language) => {
  const { t, has } = await addTexts(await fetchTexts(language), importTexts);
  const values = { n: 3, projects: 3, fresh: 1, indicators: 2, cost: 'x', most: 'x', line: 4, name: 'x', names: 'x', word: 'x', year: 'x' };
  for (const key of Object.keys(fr)) {
    expect(t(key, { ...values, source: 'x', before: 'x', after: 'x', indicator: 'x' }), key).not.toBe('');
  }
  const asked = [
    ...columnFields.map((field) => `plans.import.field.${field}`),
    ...rowProblems.map((problem) => `plans.import.problem.${problem}`),
    ...gridProblems.map((problem) => `error.table_${problem}`),
  ];
  expect(asked.filter((key) => !has(key))).toEqual([]);
});

it.each(Object.entries(planWords))('the closed lists of a plan have their words in %s', (_, words) => {
  const asked = [
    ...stages.map((stage) => `stage.${stage}`),
    ...sessionKinds.map((kind) => `session.${kind}`),
    ...projectStatuses.map((status) => `status.${status}`),
    ...moneySources.map((source) => `money.${source}`),
    ...valueParts.filter((part) => part !== '').map((part) => `part.${part}`),
  ];
  expect(asked.filter((key) => !(`plans.word.${key}` in words))).toEqual([]);
});
