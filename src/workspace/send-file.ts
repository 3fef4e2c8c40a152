import { Problem } from './http.ts';

interface Sending {
  organizationId: string | undefined;
  /** From 0 to 1. */
  onProgress: (part: number) => void;
  signal?: AbortSignal;
}

/** In milliseconds. */
const longestStill = 120_000;

const codeOf = (text: string, status: number): string => {
  try {
    const { code } = JSON.parse(text) as { code?: unknown };
    if (typeof code === 'string') return code;
  } catch {
    // A proxy may answer with a page instead of JSON: the status is then all there is.
  }
  return `http_${status}`;
};

/** Sends a file as it is, telling how far it is, which `fetch` cannot. Throws `Problem` for an answer that is not 2xx, and `Error` when the network is away. */
export function sendFile(path: string, file: Blob, { organizationId, onProgress, signal }: Sending): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', path);
    request.setRequestHeader('content-type', 'application/octet-stream');
    if (organizationId) request.setRequestHeader('x-istiqbal-organization', organizationId);
    request.upload.onprogress = ({ loaded, total }) => {
      moves();
      onProgress(total > 0 ? loaded / total : 0);
    };
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new Problem(request.status, codeOf(request.responseText, request.status)));
    request.onerror = () => reject(new Error('the network is away'));
    request.onabort = () => reject(new DOMException('given up', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    // A network that went away in the middle says nothing: what stands still for so long has stopped.
    let stalled: ReturnType<typeof setTimeout> | undefined;
    const moves = (): void => {
      clearTimeout(stalled);
      stalled = setTimeout(() => {
        request.onabort = () => reject(new Error('the network stands still'));
        request.abort();
      }, longestStill);
    };
    request.onloadend = () => clearTimeout(stalled);
    moves();
    request.send(file);
  });
}
