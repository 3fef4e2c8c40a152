import { ChooseOne } from '../../../ui/choice.tsx';
import { Field, NativeSelect } from '../../../ui/field.tsx';
import { useT } from '../../../workspace/language.tsx';
import { optionsOf } from '../../../workspace/options.ts';
import { childsWishes, consentSpans, consentWays, representativeLinks, spokenLanguages } from '../../lists.ts';
import type { AnswerDraft, AnswerErrors } from './answer-draft.ts';
import { textFor } from './spoken-words.ts';

interface AnswerProps {
  draft: AnswerDraft;
  change: (part: Partial<AnswerDraft>) => void;
  isMinor: boolean;
  errors: AnswerErrors;
}

/** How the answer was given: by whom, in which language, with whose help, and for how long. */
export function AnswerFields({ draft, change, isMinor, errors }: AnswerProps) {
  const t = useT();
  const { childsWish, givenHow, representativeName, representativeLink } = errors;
  return (
    <>
      {isMinor && (
        <ChooseOne
          label={t('consent.childs_wish')}
          hint={t('consent.childs_wish.hint')}
          error={childsWish && t(childsWish)}
          options={optionsOf(t, 'childs_wish', childsWishes)}
          value={draft.childsWish}
          onChange={(wish) => change({ childsWish: wish })}
        />
      )}
      <ChooseOne
        label={t('refer.given_how')}
        error={givenHow && t(givenHow)}
        size="row"
        options={optionsOf(t, 'given_how', consentWays)}
        value={draft.givenHow}
        onChange={(way) => change({ givenHow: way })}
        isRequired
      />
      {draft.givenHow === 'by_representative' && (
        <div className="flex flex-col gap-5 border-s-4 border-line ps-4">
          <Field
            label={t('consent.representative')}
            error={representativeName && t(representativeName)}
            maxLength={120}
            autoComplete="off"
            value={draft.representativeName}
            onChange={(name) => change({ representativeName: name })}
            isRequired
          />
          <ChooseOne
            label={t('consent.representative.link')}
            error={representativeLink && t(representativeLink)}
            options={optionsOf(t, 'representative_link', representativeLinks)}
            value={draft.representativeLink}
            onChange={(link) => change({ representativeLink: link })}
            isRequired
          />
        </div>
      )}
      <ChooseOne
        label={t('consent.until')}
        options={optionsOf(t, 'consent_until', consentSpans)}
        value={draft.until}
        onChange={(until) => change({ until })}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <NativeSelect
          label={t('refer.explained_in')}
          value={draft.explainedIn}
          onChange={(explainedIn) => change({ explainedIn, textLanguage: textFor(explainedIn) })}
        >
          {spokenLanguages.map((code) => (
            <option key={code} value={code}>
              {t(`language.${code}`)}
            </option>
          ))}
        </NativeSelect>
        <Field
          label={t('consent.interpreter')}
          hint={t('consent.interpreter.hint')}
          maxLength={120}
          autoComplete="off"
          value={draft.interpreter}
          onChange={(interpreter) => change({ interpreter })}
        />
      </div>
    </>
  );
}
