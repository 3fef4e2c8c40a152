import type { Translate } from '../../platform/i18n/index.ts';
import type { Theme } from '../lists.ts';
import type { PublicOrganization } from '../public.ts';
import { Organization } from './words.tsx';

interface Props {
  t: Translate;
  language: string;
}

/** Which organisations stand behind a thing. */
export const Behind = ({ t, language, organizations }: Props & { organizations: readonly PublicOrganization[] }) =>
  organizations.length === 0 ? null : (
    <section>
      <h2>{t('coordination.public.behind', { n: organizations.length })}</h2>
      <ul>
        {organizations.map((organization) => (
          <li key={organization.id}>
            <Organization organization={organization} page={language} />
          </li>
        ))}
      </ul>
    </section>
  );

/** What else was asked for of the same kind. */
export const ThemeLinks = ({ t, language, themes }: Props & { themes: readonly Theme[] }) => (
  <section>
    <h2>{t('coordination.public.themes')}</h2>
    <p className="meta">
      {themes.map((theme) => (
        <a key={theme} href={`/${language}/coordination?theme=${theme}`}>
          {t(`coordination.public.theme.${theme}`)}
        </a>
      ))}
    </p>
  </section>
);
