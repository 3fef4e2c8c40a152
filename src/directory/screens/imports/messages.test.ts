import { describe, expect, it } from 'vitest';
import { addTexts, fetchTexts } from '../../../workspace/texts.ts';
import { importRefusals } from '../../care/import-contract.ts';
import { importFileRefusals, uploadProblems } from '../../care/import-file-contract.ts';
import { fileStates, importKinds, importReasons, importResults, importRhythms, noteCodes } from '../../import/lists.ts';
import { rowErrorCodes } from '../../import/row-error.ts';
import { careTexts } from '../messages/index.ts';
import { importTexts } from './messages/index.ts';

const lists: Record<string, readonly string[]> = {
  refusal: [...importRefusals, ...importFileRefusals],
  error: uploadProblems,
  'imports.rhythm': importRhythms,
  'imports.kind': importKinds,
  'imports.result': importResults,
  'imports.reason': importReasons,
  'imports.row': rowErrorCodes,
  'imports.note': noteCodes,
  'imports.look.state': fileStates,
};

describe('the screens of imports', () => {
  it.each(Object.entries(lists))('have words for every %s', async (family, values) => {
    const { has } = await addTexts(await addTexts(await fetchTexts('fr'), careTexts), importTexts);
    expect(values.filter((value) => !has(`${family}.${value}`))).toEqual([]);
  });
});
