import type { Context } from 'hono';
import { type Paper, paperDocx, paperPdf, TooBusy } from '../documents/index.ts';
import { problem } from './problem.ts';

const kinds = {
  pdf: { type: 'application/pdf', disposition: 'inline' },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', disposition: 'attachment' },
} as const;
type DocumentKind = keyof typeof kinds;

/** Answers with a document as it is made, under this name without its ending; where too many wait for theirs, asks to come back. */
export async function answerDocument(
  c: Context,
  name: string,
  kind: DocumentKind,
  make: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Response> {
  const { type, disposition } = kinds[kind];
  try {
    return c.body(await make(), 200, {
      'content-type': type,
      'content-disposition': `${disposition}; filename="${name}.${kind}"`,
      'cache-control': 'no-store',
    });
  } catch (error) {
    if (error instanceof TooBusy) return problem(503, 'too_busy', 'Other long documents are being made. Ask again in a moment.');
    throw error;
  }
}

/** The same of a paper, as the ending of the address asks for it. */
export function answerPaper(c: Context, name: string, paper: Paper): Promise<Response> {
  const kind = c.req.path.endsWith('.docx') ? 'docx' : 'pdf';
  return answerDocument(c, name, kind, () => (kind === 'docx' ? paperDocx : paperPdf)(paper));
}
