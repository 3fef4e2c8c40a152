import type { Block } from '../../platform/documents/index.ts';
import type { Need, Plan, Session } from '../contract.ts';
import { factsOf, type Speaker } from './speak.ts';

type Row = { session: Session } & Speaker;
const sessionRow = ({ session: { heldOn, kind, place, organizations, women, men }, t, day, number }: Row): string[] => [
  `${day(heldOn)} – ${t(`plans.word.session.${kind}`)}`,
  [place, organizations].filter(Boolean).join(' – '),
  number(women),
  number(men),
  number(women + men),
];

/** Who was heard, when, and how many of them were women. */
export function sessionBlocks({ sessions }: Plan, speaker: Speaker): Block[] {
  const { t, say, number, share, day } = speaker;
  const heading: Block = { kind: 'heading', level: 1, text: t('plans.paper.sessions') };
  if (sessions.length === 0) return [heading, { kind: 'text', text: t('plans.paper.sessions.none'), look: 'quiet' }];
  const women = sessions.reduce((sum, s) => sum + s.women, 0);
  const people = women + sessions.reduce((sum, s) => sum + s.men, 0);
  return [
    heading,
    ...(people > 0
      ? [
          {
            kind: 'text' as const,
            text: t('plans.paper.sessions.share', {
              n: sessions.length,
              people: number(people),
              women: number(women),
              share: share(women / people),
            }),
          },
        ]
      : []),
    {
      kind: 'table',
      head: [
        t('plans.paper.day'),
        `${t('plans.paper.place')} – ${t('plans.paper.organizations')}`,
        ...['women', 'men', 'total'].map((key) => t(`plans.paper.${key}`)),
      ],
      numbers: [2, 3, 4],
      rows: sessions.map((session) => sessionRow({ session, ...speaker })),
      total: [t('plans.paper.total'), '', number(women), number(people - women), number(people)],
    },
    ...sessions.flatMap((session): Block[] =>
      say(session.words) === ''
        ? []
        : [
            { kind: 'heading', level: 3, text: `${t(`plans.word.session.${session.kind}`)}, ${day(session.heldOn)}` },
            { kind: 'text', text: say(session.words) },
          ],
    ),
  ];
}

function deskFact({ deskFigures: figures }: Need, { t, number }: Speaker): readonly [string, string] {
  if (!figures) return ['', ''];
  const { count, women, year } = figures;
  const name = t('plans.paper.need.desk', { year: String(year) });
  if (count === null) return [name, t('plans.paper.need.deskFew')];
  const said = { count: number(count) };
  return [name, women === null ? t('plans.paper.need.deskCount', said) : t('plans.paper.need.deskOf', { ...said, women: number(women) })];
}

function needBlocks(need: Need, speaker: Speaker): Block[] {
  const { t, say, list } = speaker;
  const marker = (value: number | null): string => (value === null ? '' : t(`plans.word.marker.${value}`));
  const facts = factsOf([
    [t('plans.paper.need.audiences'), list('audience', need.audiences)],
    [t('plans.paper.place'), need.place ?? ''],
    [t('plans.paper.need.source'), t(`plans.word.source.${need.source}`)],
    deskFact(need, speaker),
    [t('plans.paper.gender'), marker(need.genderMarker)],
    [t('plans.paper.migration'), marker(need.migrationMarker)],
  ]);
  return [
    { kind: 'heading', level: 2, text: need.rank === null ? say(need.title) : `${need.rank}. ${say(need.title)}` },
    ...(need.text ? [{ kind: 'text' as const, text: say(need.text) }] : []),
    { kind: 'facts', facts },
  ];
}

/** What was found, sheet by sheet, in the order people put it. */
export function diagnosisBlocks({ needs }: Plan, speaker: Speaker): Block[] {
  const { t } = speaker;
  return [
    { kind: 'heading', level: 1, text: t('plans.paper.needs') },
    ...(needs.length === 0 ? [{ kind: 'text' as const, text: t('plans.paper.needs.none'), look: 'quiet' as const }] : []),
    ...needs.flatMap((need) => needBlocks(need, speaker)),
  ];
}

/** What comes first, by how many hands. */
export function rankingBlocks({ needs, sessions }: Plan, { t, say, number, day }: Speaker): Block[] {
  const ranked = needs.filter((need) => need.rank !== null);
  const heading: Block = { kind: 'heading', level: 1, text: t('plans.paper.ranking') };
  if (ranked.length === 0) return [heading, { kind: 'text', text: t('plans.paper.ranking.none'), look: 'quiet' }];
  const session = sessions.findLast((s) => s.kind === 'ranking');
  return [
    heading,
    ...(session ? [{ kind: 'text' as const, text: t('plans.paper.ranking.by', { day: day(session.heldOn) }) }] : []),
    {
      kind: 'table',
      head: ['rank', 'need', 'women', 'men', 'total'].map((key) => t(`plans.paper.${key}`)),
      numbers: [0, 2, 3, 4],
      rows: ranked.map((need) => [String(need.rank), say(need.title), number(need.women), number(need.men), number(need.women + need.men)]),
    },
  ];
}
