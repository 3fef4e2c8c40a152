import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Badge, Card } from '../../ui/card.tsx';
import { Decision } from '../../ui/dialog.tsx';
import { useDates, useT } from '../../workspace/language.tsx';
import { wordsOf } from '../../workspace/options.ts';
import { useSession } from '../../workspace/session.tsx';
import type { ConsentRow } from '../contract-file.ts';
import { isOnItsWay } from '../../workspace/outbox/pending.ts';

/** What the person agreed to share and with whom, and how to take it back. */
export function Consents({ consents }: { consents: readonly ConsentRow[] }) {
  const t = useT();
  const dates = useDates();
  const { send, outbox } = useSession();
  const [asked, setAsked] = useState<ConsentRow>();
  if (consents.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t('case.consents')}</h2>
      {consents.map((consent) => {
        const isLeaving = isOnItsWay(outbox, 'people.withdraw_consent', { consentId: consent.id });
        return (
          <Card key={consent.id} className="gap-2!">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <h3>
                <bdi>{consent.recipientName ?? t(`consent_purpose.${consent.purpose}`)}</bdi>
              </h3>
              {consent.withdrawnAt && <Badge tone="bad">{t('consent.withdrawn', { date: dates.day(consent.withdrawnAt) })}</Badge>}
            </div>
            <p>{wordsOf(t, 'share', consent.fields)}</p>
            <p className="text-sm text-quiet">
              {t('consent.given', { date: dates.day(consent.givenAt) })}
              {consent.expiresAt && ` · ${t('consent.expires', { date: dates.day(consent.expiresAt) })}`}
            </p>
            {!consent.withdrawnAt && (
              <p>
                <Button
                  look="danger"
                  isDisabled={isLeaving}
                  aria-label={
                    isLeaving
                      ? undefined
                      : t('consent.withdraw_named', { name: consent.recipientName ?? t(`consent_purpose.${consent.purpose}`) })
                  }
                  onPress={() => setAsked(consent)}
                >
                  {t(isLeaving ? 'outbox.this_waits' : 'consent.withdraw')}
                </Button>
              </p>
            )}
          </Card>
        );
      })}
      <Decision
        title={t('consent.withdraw')}
        isOpen={asked !== undefined}
        onClose={() => setAsked(undefined)}
        decide={t('consent.withdraw.confirm')}
        cancel={t('workspace.cancel')}
        onDecide={() => {
          if (asked) void send({ kind: 'people.withdraw_consent', payload: { consentId: asked.id } });
          setAsked(undefined);
        }}
      >
        {asked?.recipientName && <p>{t('consent.withdraw.explained', { name: asked.recipientName })}</p>}
      </Decision>
    </section>
  );
}
