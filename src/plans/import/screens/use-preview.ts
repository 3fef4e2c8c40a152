import { useState } from 'react';
import { isOffline, Problem } from '../../../workspace/http.ts';
import { useCodeText, useT } from '../../../workspace/language.tsx';
import { useSession } from '../../../workspace/session.tsx';
import type { ImportPreview } from '../contract.ts';
import type { Choices } from '../contract-drafts.ts';

export interface Looked {
  file: File | undefined;
  choices: Choices;
  preview: ImportPreview | undefined;
  isLooking: boolean;
  /** Why it could not be read, and what to do. */
  problem: string | undefined;
  look: (file: File, choices: Choices) => Promise<void>;
}

async function send(planId: string, file: File, choices: Choices, organizationId: string | undefined): Promise<ImportPreview> {
  const answer = await fetch(`/api/plans/${planId}/import?choices=${encodeURIComponent(JSON.stringify(choices))}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', ...(organizationId ? { 'x-istiqbal-organization': organizationId } : {}) },
    body: file,
    credentials: 'same-origin',
  });
  const said: unknown = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Problem(answer.status, (said as { code?: string }).code ?? `http_${answer.status}`);
  return said as ImportPreview;
}

/** A spreadsheet as the server reads it; each correction has it read anew, and the last one asked for is shown. */
export function usePreview(planId: string): Looked {
  const t = useT();
  const codeText = useCodeText();
  const { organizationId } = useSession();
  const [state, setState] = useState<Omit<Looked, 'look'>>({
    file: undefined,
    choices: {},
    preview: undefined,
    isLooking: false,
    problem: undefined,
  });
  async function look(file: File, choices: Choices): Promise<void> {
    setState((before) => ({
      ...before,
      file,
      choices,
      isLooking: true,
      problem: undefined,
      ...(before.file === file ? {} : { preview: undefined }),
    }));
    const shown = (found: Partial<Looked>): void =>
      setState((now) => (now.file === file && now.choices === choices ? { ...now, isLooking: false, ...found } : now));
    try {
      shown({ preview: await send(planId, file, choices, organizationId) });
    } catch (error) {
      shown({
        problem: isOffline(error) ? t('plans.import.offline') : codeText('error', error instanceof Problem ? error.code : 'unknown'),
      });
    }
  }
  return { ...state, look };
}
