import { problem } from '../http/problem.ts';
import type { FilesContext } from './context.ts';
import { KeyMissing } from './keys.ts';
import { Damaged } from './seal.ts';
import type { SealedFile } from './vault.ts';

export interface GivenFile extends SealedFile {
  /** What it is called where it is saved. */
  title: string;
  mediaType: string;
}

/** What came from outside is shown and does nothing: no script, no form, no way to this site's pages. */
const inert = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
const endings: Record<string, string> = { 'image/jpeg': 'jpg', 'application/pdf': 'pdf' };

function headersOf({ title, mediaType }: GivenFile, isDownload: boolean): Record<string, string> {
  const name = `${title.replace(/[^\p{L}\p{N} ._()-]+/gu, '_').slice(0, 100)}.${endings[mediaType] ?? 'bin'}`;
  return {
    'content-type': mediaType,
    'content-disposition': `${isDownload ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
    'content-security-policy': inert,
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

/** A file that was entrusted, opened for a reader who was found to be allowed; a problem where its key is missing or its bytes are not what was kept. */
export async function giveFile({ vault, log }: FilesContext, file: GivenFile, isDownload = false): Promise<Response> {
  try {
    return new Response(new Uint8Array(await vault.open(file)), { headers: headersOf(file, isDownload) });
  } catch (error) {
    if (!(error instanceof KeyMissing || error instanceof Damaged)) throw error;
    log.error({ err: error }, 'a file cannot be read');
    return error instanceof KeyMissing
      ? problem(503, 'file_key_missing', 'The key this file was sealed with is missing. The administrator puts it back from the backup.')
      : problem(500, 'file_damaged', 'The file is not what was kept, so it is not shown. Tell the administrator.');
  }
}
