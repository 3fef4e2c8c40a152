import { useState } from 'react';
import { direction } from '../../../platform/i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Badge, Card } from '../../../ui/card.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { FileField } from '../../../ui/file-field.tsx';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useDates, useLanguage, useT } from '../../../workspace/language.tsx';
import { Page } from '../../../workspace/page.tsx';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { type ConsentPurpose, consentPurposes, type SpokenText, spokenTexts, textVersion } from '../../lists.ts';
import type { ConsentAudio, ConsentAudioAnswer } from '../contract.ts';
import { useCellName } from './cell-name.ts';
import { encodeWav } from './encode-wav.ts';
import { ListenButton } from './listen-button.tsx';
import { consentTexts } from './messages/index.ts';
import { isUnproven, spokenNames, spokenSentences } from './spoken-words.ts';

export function RecordingsScreen() {
  return (
    <RoomTexts catalogues={consentTexts}>
      <Recordings />
    </RoomTexts>
  );
}

/** Every text that is read aloud, with the cell's own recording of it. */
function Recordings() {
  const { t, language: own } = useLanguage();
  const [language, setLanguage] = useState<SpokenText>(own);
  const query = useRead<ConsentAudioAnswer>('/api/people/consent/audio');
  return (
    <Page title={t('recordings.title')} intro={t('recordings.intro')}>
      <ChooseOne
        label={t('recordings.language')}
        options={spokenTexts.map((value) => ({ value, label: spokenNames[value] }))}
        value={language}
        onChange={setLanguage}
      />
      {isUnproven(language) && <p className="text-sm text-quiet">{t('consent.unproven')}</p>}
      <Reading query={query}>
        {({ audio, largest }) =>
          consentPurposes.map((purpose) => (
            <Recording
              key={`${purpose} ${language}`}
              purpose={purpose}
              language={language}
              largest={largest}
              kept={audio.find((a) => a.purpose === purpose && a.language === language && a.version === textVersion)}
            />
          ))
        }
      </Reading>
    </Page>
  );
}

interface RecordingProps {
  purpose: ConsentPurpose;
  language: SpokenText;
  largest: number;
  kept: ConsentAudio | undefined;
}
function Recording({ purpose, language, largest, kept }: RecordingProps) {
  const t = useT();
  const dates = useDates();
  const { send, outbox } = useSession();
  const [isPreparing, setPreparing] = useState(false);
  const [problem, setProblem] = useState<string>();
  const cell = useCellName(language);
  const isOnItsWay = outbox.some(
    (e) =>
      e.state === 'waiting' && e.kind === 'people.set_consent_audio' && e.payload.purpose === purpose && e.payload.language === language,
  );
  const text = { purpose, language, version: textVersion };

  async function choose(file: File): Promise<void> {
    setPreparing(true);
    setProblem(undefined);
    try {
      const sound = await encodeWav(file);
      if (sound.size > largest) setProblem('recordings.too_long');
      else await send({ kind: 'people.set_consent_audio', payload: { ...text, fileId: uuidv7() }, file: sound });
    } catch {
      // No browser says why it cannot read a sound.
      setProblem('recordings.unreadable');
    } finally {
      setPreparing(false);
    }
  }
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2>{t(`consent_purpose.${purpose}`)}</h2>
        {isOnItsWay && <Badge>{t('outbox.this_waits')}</Badge>}
      </div>
      <blockquote lang={language} dir={direction(language)} className="flex flex-col gap-2 border-s-4 border-primary ps-4 leading-relaxed">
        {spokenSentences(language, { purpose, cell, until: 'request' }).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </blockquote>
      {purpose === 'referral' && <p className="text-sm text-quiet">{t('recordings.of_referral')}</p>}
      <FileField
        label={t(`consent_purpose.${purpose}`)}
        hint={t('recordings.hint')}
        choose={t(kept ? 'recordings.other' : 'recordings.choose')}
        accept="audio/*"
        chosen={
          isPreparing ? t('recordings.preparing') : kept ? t('recordings.there', { date: dates.day(kept.setAt) }) : t('recordings.none')
        }
        error={problem && t(problem)}
        isDisabled={isPreparing}
        onChoose={(file) => void choose(file)}
      />
      {kept && (
        <div className="flex flex-wrap gap-3">
          <ListenButton purpose={purpose} language={language} />
          <Button look="danger" onPress={() => send({ kind: 'people.set_consent_audio', payload: text })}>
            {t('recordings.remove')}
          </Button>
        </div>
      )}
    </Card>
  );
}
