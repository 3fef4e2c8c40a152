import { Fragment } from 'react';
import { direction } from '../../../platform/i18n/index.ts';
import { useLanguage } from '../../../workspace/language.tsx';
import type { LetterLanguage } from '../lists.ts';
import { type Block, blocksOf } from '../rules.ts';

/** A line with what it still leaves open marked, so that nobody overlooks it. */
function Line({ text }: { text: string }) {
  const { t, has } = useLanguage();
  const wordsOf = (braces: string): string => {
    const key = `placeholder.${braces.slice(1, -1)}`;
    return has(key) ? t(key) : braces;
  };
  return text.split(/(\{\p{L}[^{}]*\})/u).map((part, i) =>
    i % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one line have no other name.
      <mark key={i} className="rounded bg-warn-soft px-1 text-warn">
        {wordsOf(part)}
      </mark>
    ) : (
      part
    ),
  );
}

function Lines({ lines }: Pick<Block, 'lines'>) {
  return lines.map((line, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of one paragraph have no other name.
    <Fragment key={i}>
      {i > 0 && <br />}
      <bdi>
        <Line text={line} />
      </bdi>
    </Fragment>
  ));
}

/** The letter as it will stand on paper, below the cell's head. */
export function Paper({ text, language }: { text: string; language: LetterLanguage }) {
  return (
    <div
      lang={language}
      dir={direction(language)}
      className="flex flex-col gap-3 rounded-card border border-edge bg-card p-6 leading-relaxed shadow-sm sm:p-10"
    >
      {blocksOf(text).map(({ kind, lines }, i) =>
        kind === 'heading' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text have no other name.
          <p key={i} className="text-lg font-bold">
            <Lines lines={lines} />
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text have no other name.
          <p key={i} className={kind === 'item' ? 'ps-4 before:content-["•_"]' : ''}>
            <Lines lines={lines} />
          </p>
        ),
      )}
    </div>
  );
}
