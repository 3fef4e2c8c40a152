/** RFC 9457 answer. `code` is stable and is also a translation key (`error.<code>`); `detail` says in English what to do. */
export function problem(status: number, code: string, detail: string, extra: Record<string, unknown> = {}): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title: code, status, code, detail, ...extra }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}
