import { expect, it } from 'vitest';
import { fileProblems } from '../../../platform/files/contract.ts';
import { addTexts, fetchTexts } from '../../../workspace/texts.ts';
import { attachmentRefusals } from '../../attachments/contract.ts';
import { attachmentKinds } from '../../attachments/lists.ts';
import { attachmentTexts } from './messages/index.ts';

it.each([
  ['error', fileProblems],
  ['refusal', attachmentRefusals],
  ['attachment_kind', attachmentKinds],
])('attachments have words for every %s, in both languages', async (family, values) => {
  for (const language of ['fr', 'ar'] as const) {
    const { has } = await addTexts(await fetchTexts(language), attachmentTexts);
    expect(values.filter((value) => !has(`${family}.${value}`))).toEqual([]);
  }
});
