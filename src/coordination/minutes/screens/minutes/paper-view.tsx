import { useLanguage, useT } from '../../../../workspace/language.tsx';
import type { MinutesContent, MinutesVersion } from '../../contract.ts';
import { type Block, minutesPaper, type Paper } from '../../paper.ts';

/** Minutes on the screen as they come out on paper, in the reader's language. */
export function OnPaper({ content, version = null }: { content: MinutesContent; version?: MinutesVersion | null }) {
  const { t, language } = useLanguage();
  return <PaperView paper={minutesPaper({ content, version }, t, language)} />;
}

function PaperView({ paper }: { paper: Paper }) {
  return (
    <article lang={paper.language} dir={paper.language === 'ar' ? 'rtl' : 'ltr'} className="flex flex-col gap-3">
      {paper.blocks.map((block, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paper is drawn whole, its blocks have no other name.
        <BlockView key={place} block={block} />
      ))}
    </article>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? (
        <h2 className="mt-4">{block.text}</h2>
      ) : (
        <h3 className="mt-2 font-bold" dir="auto">
          {block.text}
        </h3>
      );
    case 'text':
      return (
        // What is written at length stands as its own language does; a short mark, a room, stays on the side of the page.
        <p
          dir={block.look === 'quiet' ? undefined : 'auto'}
          className={`max-w-prose whitespace-pre-line ${block.look === 'quiet' ? 'text-sm text-quiet' : block.look === 'strong' ? 'font-bold' : ''}`}
        >
          {block.look === 'quiet' ? <bdi>{block.text}</bdi> : block.text}
        </p>
      );
    case 'list':
      return (
        <ul className="flex list-disc flex-col gap-1 ps-6">
          {block.items.map((item) => (
            <li key={item}>
              <bdi className="whitespace-pre-line">{item}</bdi>
            </li>
          ))}
        </ul>
      );
    case 'facts':
      return (
        <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
          {block.facts.map(({ name, value }) => (
            <div key={name}>
              <dt className="text-sm text-quiet">{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <TableView block={block} />;
    default:
      return null;
  }
}

/** A table; one of words alone is a list of what each row says on a telephone, where its columns would break every word. */
function TableView({ block: { head, rows, numbers = [], total } }: { block: Extract<Block, { kind: 'table' }> }) {
  const t = useT();
  const look = (column: number): string => `py-2 pe-4 align-top ${numbers.includes(column) ? 'text-end tabular-nums' : 'text-start'}`;
  const isWords = numbers.length === 0;
  return (
    <table className="w-full max-w-3xl border-collapse wrap-anywhere max-sm:text-sm">
      <thead className={isWords ? 'max-sm:sr-only' : ''}>
        <tr className="border-b-2 border-edge">
          {head.map((name, column) => (
            <th key={name} scope="col" className={`${look(column)} font-semibold`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join(' ')} className={`border-b border-line ${isWords ? 'max-sm:block max-sm:py-2' : ''}`}>
            {row.map((cell, column) => (
              <td
                key={head[column]}
                className={`${look(column)} ${isWords ? `max-sm:py-0 ${cell ? 'max-sm:block' : 'max-sm:hidden'}` : ''}`}
              >
                {isWords && <span className="text-quiet sm:hidden">{`${head[column]}${t('workspace.colon')}`}</span>}
                <bdi>{cell}</bdi>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr className="font-semibold">
            {total.map((cell, column) => (
              <td key={head[column]} className={look(column)}>
                {cell}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}
