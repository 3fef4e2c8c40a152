import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { useDates, useLanguage } from '../../../../workspace/language.tsx';
import { Reading, useRead } from '../../../../workspace/reading.tsx';
import { type Difference, differencesBetween } from '../../compare.ts';
import type { MinutesContent, MinutesVersion } from '../../contract.ts';
import { minutesPaper } from '../../paper.ts';
import { PaperFiles } from './paper-files.tsx';
import { OnPaper } from './paper-view.tsx';

interface VersionsProps {
  meetingId: string;
  versions: readonly MinutesVersion[];
  /** As it is being written, for those who may. */
  draft: MinutesContent | undefined;
}

/** Every version that was validated, to read again, and what each changed of the one before. */
export function Versions({ meetingId, versions, draft }: VersionsProps) {
  const { t } = useLanguage();
  const dates = useDates();
  const [open, setOpen] = useState<{ version: number; as: 'whole' | 'changes' }>();
  return (
    <Card>
      <h2>{t('writing.versions')}</h2>
      <ol className="flex flex-col divide-y divide-line">
        {versions.map((each, place) => (
          <li key={each.version} className="flex flex-col gap-3 py-3">
            <div>
              <p className="font-semibold">
                {t('minutes.validated', { count: each.version, date: dates.day(each.validatedOn), name: each.organization })}
              </p>
              {each.reason && <p dir="auto">{t('minutes.correction', { word: each.reason })}</p>}
            </div>
            <p className="no-print flex flex-wrap gap-3">
              <Button look="quiet" onPress={() => setOpen({ version: each.version, as: 'whole' })}>
                {t('writing.version.read', { count: each.version })}
              </Button>
              {each.version > 1 && (
                <Button look="quiet" onPress={() => setOpen({ version: each.version, as: 'changes' })}>
                  {t('writing.version.changes', { count: each.version })}
                </Button>
              )}
            </p>
            {open?.version === each.version && (
              <Version meetingId={meetingId} version={each} before={open.as === 'changes' ? versions[place + 1] : undefined} />
            )}
          </li>
        ))}
      </ol>
      {draft && versions[0] && <Unvalidated meetingId={meetingId} draft={draft} newest={versions[0]} />}
    </Card>
  );
}

const useVersion = (meetingId: string, version: number | undefined) =>
  useRead<MinutesContent>(`/api/coordination/meetings/${encodeURIComponent(meetingId)}/minutes/${version ?? 0}`, version !== undefined);

/** One version, or what it changed of the one before. */
function Version({ meetingId, version, before }: { meetingId: string; version: MinutesVersion; before: MinutesVersion | undefined }) {
  const query = useVersion(meetingId, version.version);
  const old = useVersion(meetingId, before?.version);
  return (
    <Reading query={query}>
      {(content) =>
        before ? (
          <Reading query={old}>{(was) => <Changes before={was} after={content} />}</Reading>
        ) : (
          <>
            <OnPaper content={content} version={version} />
            <PaperFiles meetingId={meetingId} version={version.version} />
          </>
        )
      }
    </Reading>
  );
}

/** What was written since the newest version and is in none. */
function Unvalidated({ meetingId, draft, newest }: { meetingId: string; draft: MinutesContent; newest: MinutesVersion }) {
  const { t } = useLanguage();
  const { data } = useVersion(meetingId, newest.version);
  const differences = useDifferences(data, draft);
  if (differences.length === 0) return null;
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-primary">{t('writing.unvalidated')}</summary>
      <Differences differences={differences} />
    </details>
  );
}

/** Compared as both would come out on paper, in the reader's language; nothing while one of them is not here yet. */
function useDifferences(before: MinutesContent | undefined, after: MinutesContent): Difference[] {
  const { t, language } = useLanguage();
  const paper = (content: MinutesContent) => minutesPaper({ content, version: null }, t, language);
  return before ? differencesBetween(paper(before), paper(after)) : [];
}

function Changes({ before, after }: { before: MinutesContent; after: MinutesContent }) {
  const { t } = useLanguage();
  const differences = useDifferences(before, after);
  if (differences.length === 0) return <p className="text-quiet">{t('writing.no_change')}</p>;
  return <Differences differences={differences} />;
}

function Differences({ differences }: { differences: readonly Difference[] }) {
  return (
    <ul className="flex flex-col gap-4">
      {differences.map(({ under, pieces }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two changes under one heading have no other name.
        <li key={place} className="border-s-4 border-primary ps-3">
          <p className="font-semibold">
            <bdi>{under}</bdi>
          </p>
          <p dir="auto" className="whitespace-pre-line">
            {pieces.map((piece, at) =>
              piece.is === 'same' ? (
                piece.text
              ) : piece.is === 'gone' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                <del key={at} className="bg-bad-soft text-bad">
                  {piece.text}
                </del>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                <ins key={at} className="bg-good-soft text-good">
                  {piece.text}
                </ins>
              ),
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
