// Keeps copies of pages on the device, for when there is no network. What was typed is never kept: no search words, no codes, no feedback.
const page = /^\/(fr|ar|en|es)\/(|services|services\/map|services\/[0-9a-f-]{36}|organizations\/[0-9a-f-]{36}|about-the-data|offline)$/;
const record = /^\/(fr|ar|en|es)\/(services|organizations)\/[0-9a-f-]{36}$/;
const visited = 'site-visited';
const keptOf = (language) => `site-kept-${language}`;
const patience = 3000;
const mostVisited = 60;

const languageOf = (url) => page.exec(url.pathname)?.[1];
const isKeepable = (url) => page.test(url.pathname) && !['q', 'open', 'keep'].some((name) => url.searchParams.has(name));
const pathOf = (request) => {
  const url = new URL(request.url);
  return url.pathname + url.search;
};

async function put(cache, path, response, version) {
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  headers.set('x-kept-at', String(Date.now()));
  headers.set('x-version', version);
  await cache.put(path, new Response(await response.blob(), { headers }));
}

async function find(path) {
  const found = await Promise.all(
    (await caches.keys()).filter((name) => name.startsWith('site-')).map(async (name) => (await caches.open(name)).match(path)),
  );
  return found.filter((one) => one !== undefined).sort((a, b) => keptAt(b) - keptAt(a))[0];
}
const keptAt = (response) => Number(response.headers.get('x-kept-at'));
const dayOf = (time, language) =>
  new Intl.DateTimeFormat(language === 'ar' ? 'ar-MA-u-nu-latn' : language, { dateStyle: 'long', timeStyle: 'short' }).format(time);

/** A stored page says that it is a copy, and of when; what was only true for a moment is hidden by its class. */
async function asCopy(response, language) {
  const html = (await response.text())
    .replace('<html ', '<html class="copy" ')
    .replace(
      /(<p class="note warn copied") hidden="">(.*?)%DATE%/,
      (_, start, text) => `${start}>${text}${dayOf(keptAt(response), language)}`,
    );
  return new Response(html, { headers: response.headers });
}

async function keepVisited(path, response) {
  const cache = await caches.open(visited);
  await cache.delete(path);
  await put(cache, path, response, '');
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - mostVisited)).map((key) => cache.delete(key)));
}
async function forget(path) {
  await Promise.all((await caches.keys()).map(async (name) => name.startsWith('site-') && (await caches.open(name)).delete(path)));
}

/** Brings the whole kept guide to what the directory is now: only changed records travel, vanished ones leave. */
async function refresh(language) {
  const answer = await fetch(`/offline/${language}.json`, { cache: 'no-cache' });
  if (!answer.ok) return;
  const { pages } = await answer.clone().json();
  const versions = new Map(pages.map(({ path, version }) => [path, version]));
  const cache = await caches.open(keptOf(language));
  await put(cache, `/offline/${language}.json`, answer, '');
  for (const key of await cache.keys()) {
    const path = pathOf(key);
    if (path !== `/offline/${language}.json` && !versions.has(path)) await cache.delete(key);
  }
  const seen = await caches.open(visited);
  for (const key of await seen.keys()) {
    const path = pathOf(key);
    if (record.test(path) && path.startsWith(`/${language}/`) && !versions.has(path)) await seen.delete(key);
  }
  for (const [path, version] of versions) {
    if ((await cache.match(path))?.headers.get('x-version') === version) continue;
    const fresh = await fetch(path, { cache: 'no-cache' });
    if (fresh.ok) await put(cache, path, fresh, version);
  }
}
const underWay = new Map();
function refreshOnce(language) {
  if (!underWay.has(language)) {
    const done = refresh(language)
      .catch((error) => console.info('the copy was not refreshed:', error.name))
      .finally(() => underWay.delete(language));
    underWay.set(language, done);
  }
  return underWay.get(language);
}
const lastAsked = new Map();
async function refreshSometimes(language, now) {
  if (!(await caches.has(keptOf(language)))) return;
  if (!now && Date.now() - (lastAsked.get(language) ?? 0) < 600_000) return;
  lastAsked.set(language, Date.now());
  await refreshOnce(language);
}

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const unescaped = (text) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#x27;', "'");

/** The page that tells what is kept, with what this device holds. */
async function tellKept(response, language) {
  const html = await response.text();
  const texts = Object.fromEntries([...html.matchAll(/data-(\w+)="([^"]*)"/g)].map(([, name, text]) => [name, unescaped(text)]));
  const cache = await caches.open(visited);
  const paths = (await cache.keys()).map(pathOf).filter((path) => path.startsWith(`/${language}/`));
  let told = texts.visited.replace('{n}', paths.length);
  let links = '';
  if (await caches.has(keptOf(language))) {
    const kept = await caches.open(keptOf(language));
    const list = await kept.match(`/offline/${language}.json`);
    const { pages } = list ? await list.clone().json() : { pages: [] };
    const held = new Set((await kept.keys()).map(pathOf));
    const there = pages.filter(({ path }) => held.has(path));
    const whole = list && there.length === pages.length;
    told = texts[whole ? 'whole' : 'part']
      .replace('{n}', there.length)
      .replace('{total}', pages.length)
      .replace('{date}', list ? dayOf(keptAt(list), language) : '');
    links = there.map(({ path, title }) => `<li><a class="act" href="${path}">${escaped(title)}</a></li>`).join('');
  }
  const shown = html.replace(
    /(<div id="kept"[^>]*>).*?<\/div>/s,
    (_, start) => `${start}<p>${escaped(told)}</p><ul class="plain">${links}</ul></div>`,
  );
  return new Response(shown, { headers: response.headers });
}

const later = (time) => new Promise((resolve) => setTimeout(resolve, time));

async function answer(event, url, language) {
  const path = url.pathname + url.search;
  const isOffline = url.pathname.endsWith('/offline');
  const keep = isOffline ? url.searchParams.get('keep') : null;
  if (keep === 'all') await caches.open(keptOf(language));
  if (keep === 'none') await Promise.all([visited, keptOf(language)].map((name) => caches.delete(name)));

  const asked = fetch(event.request);
  const stored = await find(isOffline ? url.pathname : path);
  const first = await Promise.race([asked.catch(() => undefined), ...(stored ? [later(patience)] : [])]);
  if (first && (first.status < 500 || !stored)) {
    if (first.ok && !first.redirected && isKeepable(url)) event.waitUntil(keepVisited(path, first.clone()));
    if (first.status === 404 || first.status === 410) event.waitUntil(forget(path));
    event.waitUntil(refreshSometimes(language, isOffline));
    return isOffline && first.ok ? tellKept(first, language) : first;
  }
  if (stored) {
    const copy = await asCopy(stored, language);
    return isOffline ? tellKept(copy, language) : copy;
  }
  const shelter = await find(`/${language}/offline`);
  return shelter ? tellKept(await asCopy(shelter, language), language) : asked;
}

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      await clients.claim();
      // The page that brought this worker was fetched without it.
      for (const client of await clients.matchAll({ type: 'window' })) {
        const url = new URL(client.url);
        const language = languageOf(url);
        if (!language) continue;
        for (const path of [`/${language}/`, `/${language}/offline`, ...(isKeepable(url) ? [url.pathname + url.search] : [])]) {
          const response = await fetch(path);
          if (response.ok) await keepVisited(path, response);
        }
      }
    })(),
  );
});
addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  const language = languageOf(url);
  if (event.request.mode === 'navigate' && event.request.method === 'GET' && url.origin === location.origin && language) {
    event.respondWith(answer(event, url, language));
  }
});
