import type { Translate } from '../../platform/i18n/index.ts';

/** What this device keeps: told by the worker where there is one, which knows these texts by their names. */
export const OfflinePage = ({ t, language }: { t: Translate; language: string }) => (
  <>
    <h1>{t('site.offline.title')}</h1>
    <p className="lead">{t('site.offline.lead')}</p>
    <div
      id="kept"
      data-visited={t('site.offline.visited', { n: '{n}' })}
      data-part={t('site.offline.part', { n: '{n}', total: '{total}' })}
      data-whole={t('site.offline.whole', { n: '{n}', date: '{date}' })}
    >
      <p>{t('site.offline.nothing')}</p>
    </div>
    <p className="acts">
      <a className="go" href={`/${language}/offline?keep=all`}>
        {t('site.offline.keepAll')}
      </a>
      <a className="go" href={`/${language}/offline?keep=none`}>
        {t('site.offline.keepNone')}
      </a>
      <a className="go" href={`/${language}/guide.pdf`}>
        {t('site.booklet.print')}
      </a>
    </p>
    <p className="note">{t('site.offline.shared')}</p>
  </>
);
