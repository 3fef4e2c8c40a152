import type { Translate } from '../../platform/i18n/index.ts';
import type { Happening } from '../open-data/timeline.ts';
import { Day, Words } from './words.tsx';

interface Props {
  t: Translate;
  language: string;
  happenings: readonly Happening[];
}

/** What happened, newest first. */
export const Timeline = ({ t, language, happenings }: Props) => (
  <ol className="plain log">
    {happenings.map(({ id, kind, on, words, step, subject, who, status }) => (
      <li key={id}>
        <p className="meta">
          <Day day={on} page={language} />
          <span>{t(`coordination.public.happened.${status ?? kind}`)}</span>
        </p>
        <p>
          {step ? (
            <>
              <Words words={step} page={language} />
              {' – '}
            </>
          ) : null}
          {kind === 'decided' ? null : <Words words={words} page={language} />}
          {who ? (
            <>
              {' – '}
              <bdi>{who}</bdi>
            </>
          ) : null}
        </p>
        {subject ? (
          <p className="meta">
            <a href={`/${language}/coordination/${subject.id}`}>
              <Words words={subject.title} page={language} />
            </a>
          </p>
        ) : null}
      </li>
    ))}
  </ol>
);
