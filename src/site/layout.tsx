import type { ReactNode } from 'react';
import { direction, type Language, languages, type Translate } from '../platform/i18n/index.ts';
import { style } from './style.ts';

export interface PageFrame {
  t: Translate;
  language: Language;
  /** Address of the site, without a final slash. */
  origin: string;
  /** Path after the language, with its query: `services?q=…`; undefined when the page exists in no other language (an error). */
  path: string | undefined;
  regionName: string;
}

const ownNames: Record<Language, string> = { fr: 'Français', ar: 'العربية', en: 'English', es: 'Español' };

const Arch = () => (
  <svg viewBox="0 0 30 30" aria-hidden="true">
    <path d="M3 29V14C3 7 9 5 15 1c6 4 12 6 12 13v15h-6V16c0-4-3-5-6-7-3 2-6 3-6 7v13z" fill="#f0b64a" />
  </svg>
);

const Languages = ({ t, language, path }: PageFrame) => (
  <nav className="langs" aria-label={t('site.language')}>
    {languages.map((other) => (
      <a key={other} href={`/${other}/${path ?? ''}`} lang={other} hrefLang={other} aria-current={other === language ? 'page' : undefined}>
        {ownNames[other]}
      </a>
    ))}
  </nav>
);

const Alternates = ({ language, origin, path }: PageFrame) =>
  path === undefined ? (
    <meta name="robots" content="noindex" />
  ) : (
    <>
      <link rel="canonical" href={`${origin}/${language}/${path}`} />
      {languages.map((other) => (
        <link key={other} rel="alternate" hrefLang={other} href={`${origin}/${other}/${path}`} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={path === '' ? `${origin}/` : `${origin}/fr/${path}`} />
    </>
  );

/** The whole document around a page. `hero` stands above the content, across the width. */
export function Layout(
  props: PageFrame & {
    title: string;
    description?: string | undefined;
    hero?: ReactNode;
    data?: string | undefined;
    feed?: string | undefined;
    children: ReactNode;
  },
) {
  const { t, language, title, regionName } = props;
  return (
    <html lang={language} dir={direction(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${t('site.name')}`}</title>
        <meta name="description" content={(props.description || t('site.home.lead')).slice(0, 200)} />
        <meta name="theme-color" content="#083f3c" />
        <link rel="icon" href="data:," />
        <Alternates {...props} />
        <link rel="alternate" type="application/atom+xml" href={`/feeds/${language}.atom`} title={t('site.name')} />
        {props.feed ? <link rel="alternate" type="application/atom+xml" href={props.feed} title={title} /> : null}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: data, which no browser runs; « < » is written as its code. */}
        {props.data ? <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: props.data }} /> : null}
        <link rel="manifest" href={`/${language}/site.webmanifest`} />
        <script src="/site.js" defer />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own style, which must stay byte for byte what its hash was taken of. */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <a className="skip" href="#main">
          {t('site.skip')}
        </a>
        <header className="top">
          <div className="wrap">
            <a className="brand" href={`/${language}/`}>
              <Arch />
              <span>{t('site.name')}</span>
            </a>
            <nav aria-label={t('site.nav.main')}>
              <a href={`/${language}/services`}>{t('site.nav.services')}</a>
              <a href={`/${language}/coordination`}>{t('coordination.public.nav')}</a>
              <a href={`/${language}/plans`}>{t('plans.public.nav')}</a>
            </nav>
            <Languages {...props} />
          </div>
        </header>
        <main id="main">
          {props.hero}
          <div className="wrap">
            <p className="note warn copied" hidden>
              {t('site.offline.copy', { date: '%DATE%' })}
            </p>
            {props.children}
          </div>
        </main>
        <footer>
          <div className="wrap">
            <p>{[regionName, t('site.footer.private')].filter((text) => text !== '').join(' · ')}</p>
            <a href={`/${language}/about-the-data`}>{t('site.nav.data')}</a>
            <a href={`/${language}/offline`}>{t('site.offline.nav')}</a>
            <a href="/workspace/">{t('site.nav.workspace')}</a>
          </div>
        </footer>
      </body>
    </html>
  );
}
