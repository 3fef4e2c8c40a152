import { Phone } from '../../people/screens/index.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Card } from '../../ui/card.tsx';
import { useT } from '../../workspace/language.tsx';
import { isOnItsWay } from '../../workspace/outbox/pending.ts';
import { useSession } from '../../workspace/session.tsx';
import type { CaseFile } from '../contract-file.ts';
import { AddContact } from './add-contact.tsx';

/** Those around a case who need no file of their own. */
export function Contacts({ file }: { file: CaseFile }) {
  const t = useT();
  const { send, outbox } = useSession();
  const { case: row, contacts } = file;
  const unsent = outbox.filter((e) => e.state === 'waiting' && e.kind === 'cases.add_contact' && e.payload.caseId === row.id);
  return (
    <section id="contacts" className="flex scroll-mt-4 flex-col gap-3">
      <h2>{t('contacts.title')}</h2>
      <Card className="gap-3!">
        {contacts.length === 0 && unsent.length === 0 && <p className="text-quiet">{t('contacts.none')}</p>}
        <ul className="flex flex-col divide-y divide-line">
          {contacts.map((contact) => {
            const isLeaving = isOnItsWay(outbox, 'cases.remove_contact', { contactId: contact.id });
            return (
              <li key={contact.id} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
                <div className="flex min-w-0 flex-col">
                  <p className="flex flex-wrap items-center gap-x-3">
                    <bdi className="font-semibold">{contact.name}</bdi>
                    <span className="text-quiet">{t(`contact_role.${contact.role}`)}</span>
                    {contact.phone && <Phone number={contact.phone} />}
                  </p>
                  {contact.note && (
                    <p dir="auto" className="text-sm">
                      {contact.note}
                    </p>
                  )}
                </div>
                <Button
                  look="quiet"
                  className="no-print"
                  isDisabled={isLeaving}
                  aria-label={isLeaving ? undefined : t('contacts.remove_named', { name: contact.name })}
                  onPress={() => send({ kind: 'cases.remove_contact', payload: { contactId: contact.id, caseId: row.id } })}
                >
                  {t(isLeaving ? 'outbox.this_waits' : 'contacts.remove')}
                </Button>
              </li>
            );
          })}
          {unsent.map((e) => (
            <li key={e.id} className="flex flex-wrap items-center gap-3 py-2">
              <bdi>{String(e.payload.name)}</bdi>
              <Badge>{t('outbox.this_waits')}</Badge>
            </li>
          ))}
        </ul>
        <AddContact caseId={row.id} isMinor={row.minorSituation !== null} />
      </Card>
    </section>
  );
}
