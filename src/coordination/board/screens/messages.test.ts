import { describe, expect, it } from 'vitest';
import { addTexts, fetchTexts } from '../../../workspace/texts.ts';
import { signals, themes } from '../../lists.ts';
import { agendaKinds, headings, matrixRows } from '../contract.ts';
import reportAr from '../report/messages/ar.json' with { type: 'json' };
import reportFr from '../report/messages/fr.json' with { type: 'json' };
import threadFr from '../../screens/messages/fr.json' with { type: 'json' };
import ar from './messages/ar.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import { boardTexts } from './messages/index.ts';

describe('the board', () => {
  it('says in Arabic everything it says in French, on screen and in its report', () => {
    expect(Object.keys(ar).sort()).toEqual(Object.keys(fr).sort());
    expect(Object.keys(reportAr).sort()).toEqual(Object.keys(reportFr).sort());
  });
  it('has words for everything it counts by', () => {
    const keys = [
      ...headings.flatMap((by) => [`board.told_by.${by}`, `board.lines.${by}`]),
      ...matrixRows.flatMap((of) => [`board.matrix.of.${of}`, `board.matrix.legend.${of}`]),
      ...agendaKinds.map((kind) => `board.agenda.kind.${kind}`),
    ];
    expect(keys.filter((key) => !(key in fr))).toEqual([]);
    const told = [
      ...themes.map((theme) => `thread.theme.${theme}`),
      ...signals.map((signal) => `thread.signal.${signal}`),
      ...agendaKinds.map((kind) => `report.kind.${kind}`),
    ];
    expect(told.filter((key) => !(key in { ...threadFr, ...reportFr }))).toEqual([]);
  });
  it.each(['fr', 'ar'] as const)('reads every message in %s without a mistake of form', async (language) => {
    const { t } = await addTexts(await fetchTexts(language), boardTexts);
    for (const key of Object.keys(fr))
      expect(t(key, { count: 3, total: 2, name: 'x', date: 'x', from: 'x', until: 'x' }), key).not.toBe('');
  });
});
