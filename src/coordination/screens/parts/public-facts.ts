import { useCommuneName } from '../../../territory/screens/index.ts';
import { useDates, useT } from '../../../workspace/language.tsx';
import { wordsOf } from '../../../workspace/options.ts';
import type { ActionView, RecommendationView } from '../../contract.ts';
import { usePercent } from './progress-bar.tsx';
import { useTold } from './told.tsx';

type Facts = [label: string, words: string | undefined][];

/** What the public page of a recommendation says beside its words (`pages/recommendation-page.tsx`). */
export function useRecommendationFacts(it: RecommendationView): Facts {
  const t = useT();
  const told = useTold();
  const dates = useDates();
  const percent = usePercent();
  const lines = (words: readonly string[]) => words.join('\n') || undefined;
  return [
    [t('thread.state'), t(`thread.recommendation.${it.status}`)],
    [t('thread.came'), it.progress === null ? t('thread.nothing_begun') : percent(it.progress)],
    [t('thread.owner'), it.owner?.name ?? t('thread.owner.none')],
    [t('thread.due_on'), it.dueOn ? dates.day(it.dueOn) : undefined],
    [t('thread.reason'), it.reason ?? undefined],
    [t('thread.meeting'), it.meeting ? told(it.meeting.title) : undefined],
    [t('thread.addressed_to'), it.addressedTo ? told(it.addressedTo) : undefined],
    [t('thread.measure'), it.measure ? told(it.measure) : undefined],
    [t('thread.endorsers'), lines(it.endorsedBy.map((organization) => organization.name))],
    [t('thread.themes'), wordsOf(t, 'thread.theme', it.themes)],
    [t('thread.publish.findings'), lines(it.from.map((finding) => told(finding.title)))],
    [t('thread.publish.actions'), lines(it.by.map((action) => told(action.title)))],
  ];
}

/** What the public page of an action says beside its words (`pages/action-page.tsx`). */
export function useActionFacts(it: ActionView): Facts {
  const t = useT();
  const told = useTold();
  const dates = useDates();
  const percent = usePercent();
  const communeName = useCommuneName();
  const lines = (words: readonly string[]) => words.join('\n') || undefined;
  const declared = it.declaredProgress === null ? '' : t('thread.declared', { name: percent(it.declaredProgress) });
  const counted = it.progress === null ? t('thread.no_step') : percent(it.progress);
  return [
    [
      t('thread.state'),
      [t(`thread.action.${it.status}`), ...it.signals.map((s) => t(`thread.signal.${s}`))].join(t('workspace.list_comma')),
    ],
    [t('thread.came'), [counted, declared].filter(Boolean).join(t('workspace.list_comma'))],
    [t('thread.owner'), it.owner?.name ?? t('thread.owner.region')],
    [t('thread.reason'), it.reason ?? undefined],
    [t('thread.figure'), it.figure ? t(`thread.figure.${it.figure.key}`) : undefined],
    [t('thread.starts_on'), it.startsOn ? dates.day(it.startsOn) : undefined],
    [t('thread.ends_on'), it.endsOn ? dates.day(it.endsOn) : undefined],
    [t('thread.communes'), lines(it.communeCodes.map(communeName))],
    [t('thread.answers_to'), lines(it.for.map((recommendation) => told(recommendation.title)))],
    [t('thread.endorsers'), lines(it.endorsedBy.map((organization) => organization.name))],
    [t('thread.themes'), wordsOf(t, 'thread.theme', it.themes)],
    [
      t('thread.publish.commitments'),
      lines(
        it.commitments
          .filter((row) => row.status === 'committed')
          .map((row) => t('thread.of_named', { name: row.organization.name, word: told(row.does) })),
      ),
    ],
    [t('thread.steps'), lines(it.steps.map((step) => told(step.title)))],
    [t('thread.publish.proofs'), lines(it.proofs.filter((proof) => proof.isPublic).map((proof) => told(proof.words)))],
    [t('thread.source_url'), it.sourceUrl ?? undefined],
  ];
}
