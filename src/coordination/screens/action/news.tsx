import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Badge, Card } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import type { Acts } from '../../../workspace/acts.tsx';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useDates, useT } from '../../../workspace/language.tsx';
import type { ActionView } from '../../contract.ts';
import { usePercent } from '../parts/progress-bar.tsx';
import { useStanding } from '../standing.ts';

interface NewsProps {
  it: ActionView;
  acts: Acts;
}

/** How it goes, in the words of those who do it. A figure typed by hand is shown as declared. */
export function News({ it, acts }: NewsProps) {
  const t = useT();
  const dates = useDates();
  const percent = usePercent();
  const { isSpeaker } = useStanding();
  return (
    <Card>
      <h2>{t('thread.news')}</h2>
      {isSpeaker && it.takesPart && <Tell it={it} acts={acts} />}
      {it.news.length === 0 && <p className="text-quiet">{t('thread.news.none')}</p>}
      <ol className="flex flex-col divide-y divide-line">
        {it.news.map((news) => (
          <li key={news.id} className="flex break-inside-avoid flex-col gap-1 py-3">
            {news.answer && (
              <p className="font-semibold">
                {news.newDate ? t('thread.answer.new_date.until', { date: dates.day(news.newDate) }) : t(`thread.answer.${news.answer}`)}
              </p>
            )}
            {news.words && (
              <p dir="auto" className="whitespace-pre-line">
                {news.words}
              </p>
            )}
            <p className="flex flex-wrap items-center gap-2 text-sm text-quiet">
              <span>
                <bdi>{news.organization.name}</bdi> · {dates.moment(news.at)}
              </span>
              {news.answer && <Badge>{t('thread.answer.by_link')}</Badge>}
              {news.declaredProgress !== null && <Badge>{t('thread.declared', { name: percent(news.declaredProgress) })}</Badge>}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Tell({ it, acts }: NewsProps) {
  const t = useT();
  const [isChecked, setChecked] = useState(false);
  const { value, change, restart } = useDraft(`news:${it.id}`, () => ({ words: '', percent: '' }));
  if (!value) return null;
  const words = value.words.trim();
  const share = value.percent.trim() === '' ? undefined : Number(value.percent);
  const isWrong = share !== undefined && !(share >= 0 && share <= 100);
  async function tell(): Promise<void> {
    setChecked(isWrong);
    if (isWrong) return;
    await acts.act(
      {
        kind: 'coordination.tell_news',
        payload: { newsId: uuidv7(), actionId: it.id, words, ...(share === undefined ? {} : { declaredProgress: share / 100 }) },
      },
      t('thread.news.done'),
    );
    restart({ words: '', percent: '' });
  }
  return (
    <div className="no-print flex flex-col gap-3">
      <Field label={t('thread.news.words')} rows={3} maxLength={2000} value={value.words} onChange={(text) => change({ words: text })} />
      {it.doing.isOwn && words !== '' && (
        <Field
          label={t('thread.news.percent')}
          hint={t('thread.news.percent.hint')}
          type="number"
          inputMode="numeric"
          dir="ltr"
          value={value.percent}
          onChange={(text) => change({ percent: text })}
          {...(isChecked && isWrong ? { error: t('thread.news.percent.wrong') } : {})}
        />
      )}
      <p>
        <Button look={words === '' ? 'second' : 'main'} isDisabled={words === ''} onPress={tell}>
          {t('thread.news.tell')}
        </Button>
      </p>
    </div>
  );
}
