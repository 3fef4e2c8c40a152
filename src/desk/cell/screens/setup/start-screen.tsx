import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Badge, Card } from '../../../../ui/card.tsx';
import { Field } from '../../../../ui/field.tsx';
import { focusFirstProblem } from '../../../../ui/focus.ts';
import { CommuneSelect } from '../../../../territory/screens/index.ts';
import { useDraft } from '../../../../workspace/draft.ts';
import { uuidv7 } from '../../../../workspace/identifier.ts';
import { useT } from '../../../../workspace/language.tsx';
import { Page } from '../../../../workspace/page.tsx';
import { Reading, useRead } from '../../../../workspace/reading.tsx';
import type { BegunCell } from '../../contract.ts';
import { type Acts, Done, useActs } from '../../../../workspace/acts.tsx';
import { Invite } from './invite.tsx';

interface Commune {
  code: string;
  nameFr: string;
  nameAr: string;
}

/** The programme begins a cell: its name, its commune, its head. The head does the rest. */
export function StartScreen() {
  const t = useT();
  const acts = useActs();
  const query = useRead<{ cells: BegunCell[] }>('/api/desk/cell/begun');
  const [inviting, setInviting] = useState<string>();
  return (
    <Page title={t('cell.start')} intro={t('cell.start.intro')}>
      <Done acts={acts} />
      <NewCell acts={acts} onStarted={setInviting} />
      <Card>
        <h2>{t('cell.start.cells')}</h2>
        <Reading query={query}>
          {({ cells }) => (
            <ul className="flex flex-col divide-y divide-line">
              {cells.map((cell) => (
                <li key={cell.organizationId} className="flex flex-col gap-3 py-3">
                  <div className="flex flex-wrap items-center justify-between gap-2">
                    <bdi className="font-semibold">{cell.name}</bdi>
                    <span className="flex flex-wrap items-center gap-2">
                      <Badge tone={cell.hasHead ? 'good' : 'warn'}>
                        {t(cell.hasHead ? 'cell.start.has_head' : cell.isInvited ? 'cell.start.is_invited' : 'cell.start.no_head')}
                      </Badge>
                      <Button
                        aria-expanded={inviting === cell.organizationId}
                        aria-label={t('cell.start.invite_named', { name: cell.name })}
                        onPress={() => setInviting(inviting === cell.organizationId ? undefined : cell.organizationId)}
                      >
                        {t('cell.start.invite')}
                      </Button>
                    </span>
                  </div>
                  {inviting === cell.organizationId && <Invite roles={['cell_manager']} organizationId={cell.organizationId} />}
                </li>
              ))}
            </ul>
          )}
        </Reading>
      </Card>
    </Page>
  );
}

function NewCell({ acts, onStarted }: { acts: Acts; onStarted: (organizationId: string) => void }) {
  const t = useT();
  const { data: communes } = useRead<Commune[]>('/api/territory/communes');
  const begin = () => ({ communeCode: '', fr: '', ar: '' });
  const { value: draft, change, restart, discard } = useDraft('new-cell', begin);
  const [isChecked, setChecked] = useState(false);
  if (!draft) return null;
  const needed = (typed: string) => (isChecked && typed.trim() === '' ? { error: t('cell.needed') } : {});
  function chooseCommune(code: string): void {
    const commune = communes?.find((c) => c.code === code);
    change({
      communeCode: code,
      ...(commune ? { fr: `Cellule communale d’accueil – ${commune.nameFr}`, ar: `خلية الاستقبال الجماعية – ${commune.nameAr}` } : {}),
    });
  }
  async function start(): Promise<void> {
    const { communeCode, fr, ar } = draft ?? begin();
    if (!communeCode || !fr.trim() || !ar.trim()) {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    const [organizationId, serviceId] = [uuidv7(), uuidv7()];
    const commune = communes?.find((c) => c.code === communeCode);
    const about = {
      fr: `Guichet qui accueille, renseigne et oriente les Marocains du monde, les Marocains de retour et les ressortissants de pays tiers à ${commune?.nameFr ?? fr}.`,
      ar: `شباك يستقبل مغاربة العالم والعائدين والقادمين من بلدان أخرى ويخبرهم ويوجههم في ${commune?.nameAr ?? ar}.`,
    };
    const service = { fr: `Accueil et orientation – ${commune?.nameFr ?? fr}`, ar: `الاستقبال والتوجيه – ${commune?.nameAr ?? ar}` };
    await acts.act(
      [
        {
          kind: 'directory.add_organization',
          payload: {
            changeId: uuidv7(),
            organizationId,
            fields: {
              name: fr.trim(),
              description: about.fr,
              communeCode,
              translations: { ar: { name: ar.trim(), description: about.ar } },
            },
          },
        },
        {
          kind: 'directory.propose_service',
          payload: {
            changeId: uuidv7(),
            serviceId,
            organizationId,
            fields: {
              name: service.fr,
              description: about.fr,
              needs: ['orientation', 'civil_status'],
              audiences: ['mre', 'returned_mre', 'rpt'],
              areas: [communeCode],
              translations: { ar: { name: service.ar, description: about.ar } },
            },
            places: [{ communeCode }],
            publish: true,
          },
        },
        { kind: 'desk.start_cell', payload: { organizationId, serviceId } },
      ],
      t('cell.start.done', { name: fr }),
    );
    restart(begin());
    await discard();
    setChecked(false);
    onStarted(organizationId);
  }
  return (
    <Card>
      <h2>{t('cell.start.new')}</h2>
      <CommuneSelect label={t('cell.commune')} none={t('cell.assign.choose')} value={draft.communeCode} onChange={chooseCommune} />
      {isChecked && !draft.communeCode && (
        <p role="alert" className="font-semibold text-bad">
          {t('cell.start.commune_missing')}
        </p>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('cell.start.name_fr')}
          dir="ltr"
          value={draft.fr}
          onChange={(fr) => change({ fr })}
          maxLength={200}
          {...needed(draft.fr)}
        />
        <Field
          label={t('cell.start.name_ar')}
          dir="rtl"
          value={draft.ar}
          onChange={(ar) => change({ ar })}
          maxLength={200}
          {...needed(draft.ar)}
        />
      </div>
      <p className="text-sm text-quiet">{t('cell.start.then')}</p>
      <p>
        <Button look="main" onPress={() => start()}>
          {t('cell.start.action')}
        </Button>
      </p>
    </Card>
  );
}
