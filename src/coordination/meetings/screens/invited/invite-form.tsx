import { Button } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { Field, NativeSelect } from '../../../../ui/field.tsx';
import { useMissing } from '../../../../ui/focus.ts';
import type { Acts } from '../../../../workspace/acts.tsx';
import { useDraft } from '../../../../workspace/draft.ts';
import { uuidv7 } from '../../../../workspace/identifier.ts';
import { useT } from '../../../../workspace/language.tsx';
import { optionsOf } from '../../../../workspace/options.ts';
import { useRead } from '../../../../workspace/reading.tsx';
import type { OrganizationName } from '../../../contract.ts';
import { spokenTexts } from '../../../lists.ts';
import { OrganizationSelect } from '../../../screens/parts/organization-select.tsx';
import { PickList } from '../../../screens/writing/pick-list.tsx';
import type { MeetingView } from '../../contract.ts';

interface InviteDraft {
  chosen: string[];
  words: string;
  email: string;
  language: (typeof spokenTexts)[number];
}
const nothing: InviteDraft = { chosen: [], words: '', email: '', language: 'fr' };
const isAddress = (text: string): boolean => /^\S+@\S+\.\S+$/.test(text.trim());

interface InviteFormProps {
  meeting: MeetingView;
  acts: Acts;
  /** Those who are asked already. */
  known: readonly string[];
}

/** Asks organisations of the directory, and somebody outside by an address. Nothing leaves before the button is pressed. */
export function InviteForm({ meeting, acts, known }: InviteFormProps) {
  const t = useT();
  const { data = [] } = useRead<OrganizationName[]>('/api/directory/organizations');
  const { value, change, restart } = useDraft<InviteDraft>(`meeting:invite:${meeting.id}`, () => nothing);
  const isOutside = value !== undefined && (value.words.trim() !== '' || value.email.trim() !== '');
  const isHalf = isOutside && !(value.words.trim() !== '' && isAddress(value.email));
  const isEmpty = value !== undefined && value.chosen.length === 0 && !isOutside;
  const missing = useMissing(isHalf || isEmpty);
  if (!value) return null;
  const { chosen, words, email, language } = value;
  async function invite(): Promise<void> {
    if (!missing.mayGoOn()) return;
    const invitations = [
      ...chosen.map((organizationId) => ({ invitationId: uuidv7(), organizationId })),
      ...(isOutside ? [{ invitationId: uuidv7(), words: words.trim(), email: email.trim(), language }] : []),
    ];
    await acts.act(
      { kind: 'coordination.invite', payload: { meetingId: meeting.id, invitations } },
      t(meeting.status === 'called' ? 'meeting.invite.sent' : 'meeting.invite.kept'),
    );
    restart(nothing);
  }
  return (
    <Card className="no-print">
      <h2>{t('meeting.invite')}</h2>
      <PickList
        label={t('meeting.invite.organizations')}
        add={t('meeting.invite.add')}
        options={data}
        value={chosen}
        onChange={(ids) => change({ chosen: ids })}
        renderAdd={(pick) => (
          <OrganizationSelect
            label={t('meeting.invite.add')}
            none={t('thread.choose')}
            value=""
            onChange={pick}
            without={[...known, ...chosen]}
          />
        )}
      />
      <section className="flex flex-col gap-3">
        <h3>{t('meeting.invite.outside')}</h3>
        <div className="grid gap-4 sm:grid-cols-3">
          <Field
            label={t('meeting.invite.words')}
            maxLength={200}
            value={words}
            onChange={(next) => change({ words: next })}
            {...(missing.isShown && isHalf && words.trim() === '' ? { error: t('meeting.needed') } : {})}
          />
          <Field
            label={t('meeting.invite.email')}
            type="email"
            dir="ltr"
            autoComplete="off"
            maxLength={254}
            value={email}
            onChange={(next) => change({ email: next })}
            {...(missing.isShown && isHalf && !isAddress(email) ? { error: t('meeting.invite.email.wrong') } : {})}
          />
          <NativeSelect
            label={t('meeting.invite.language')}
            value={language}
            onChange={(next) => change({ language: spokenTexts.find((each) => each === next) ?? 'fr' })}
          >
            {optionsOf(t, 'meeting.language', spokenTexts).map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </NativeSelect>
        </div>
      </section>
      {missing.isShown && isEmpty && (
        <p role="alert" className="font-semibold text-bad">
          {t('meeting.invite.nobody')}
        </p>
      )}
      <p>
        <Button look="main" onPress={invite}>
          {t(meeting.status === 'called' ? 'meeting.invite.send' : 'meeting.invite.keep')}
        </Button>
      </p>
    </Card>
  );
}
