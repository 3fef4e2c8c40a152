import { Problem } from '../../../workspace/http.ts';

interface Asked {
  path: string;
  body: object;
  organizationId: string | undefined;
}

/** A PDF that is made for this once, in a window of its own. Throws `Problem`, and what `fetch` throws without a network. */
export async function openPreview({ path, body, organizationId }: Asked): Promise<void> {
  // Opened while the press still counts, or the browser takes it for an advertisement.
  const window_ = window.open('', '_blank');
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(organizationId ? { 'x-istiqbal-organization': organizationId } : {}) },
      body: JSON.stringify(body),
    });
    if (!response.ok) {
      const problem = (await response.json().catch(() => undefined)) as { code?: unknown } | undefined;
      throw new Problem(response.status, typeof problem?.code === 'string' ? problem.code : `http_${response.status}`);
    }
    const address = URL.createObjectURL(await response.blob());
    if (window_) window_.location.href = address;
    else window.location.assign(address);
  } catch (error) {
    window_?.close();
    throw error;
  }
}
