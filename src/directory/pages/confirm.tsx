import type { Translate } from '../../platform/i18n/index.ts';
import type { Confirmable } from '../care/confirm-store.ts';

/** Opening the link changes nothing, so that a scanner of mails cannot confirm: the button does. */
export function ConfirmPage({ t, language, token, asked }: { t: Translate; language: string; token: string; asked: Confirmable }) {
  return (
    <>
      <h1>{t('confirm.title')}</h1>
      <p className="lead">{t('confirm.lead', { name: asked.name })}</p>
      {asked.services.length === 0 ? (
        <p>{t('confirm.nothing')}</p>
      ) : (
        <>
          <ul className="plain">
            {asked.services.map((service) => (
              <li key={service.id}>
                <a className="act" href={`/${language}/services/${service.id}`}>
                  <bdi>{service.name}</bdi>
                </a>
              </li>
            ))}
          </ul>
          <form method="post" action={`/${language}/confirm/${token}`}>
            <p className="acts">
              <button type="submit">{t('confirm.button')}</button>
            </p>
          </form>
        </>
      )}
      <p>{t('confirm.else')}</p>
      <p className="acts">
        <a className="go" href="/workspace/">
          {t('confirm.workspace')}
        </a>
      </p>
    </>
  );
}
