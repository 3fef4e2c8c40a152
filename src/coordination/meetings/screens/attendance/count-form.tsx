import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { Field, NativeSelect } from '../../../../ui/field.tsx';
import { uuidv7 } from '../../../../workspace/identifier.ts';
import { useT } from '../../../../workspace/language.tsx';
import { useSession } from '../../../../workspace/session.tsx';
import type { OrganizationName } from '../../../contract.ts';
import { OrganizationSelect } from '../../../screens/parts/organization-select.tsx';
import { useTold } from '../../../screens/parts/told.tsx';
import type { MeetingView } from '../../contract.ts';
import { type Sex, sexes } from '../../lists.ts';

interface CountFormProps {
  meeting: MeetingView;
  invited: readonly OrganizationName[];
}

/** One press, one person: what is chosen stays for the next line of the sheet. Works without a network. */
export function CountForm({ meeting, invited }: CountFormProps) {
  const t = useT();
  const told = useTold();
  const { send } = useSession();
  const [organizationId, setOrganization] = useState('');
  const [words, setWords] = useState('');
  const [role, setRole] = useState('');
  const [groupId, setGroup] = useState('');
  const [counted, setCounted] = useState(0);
  async function count(sex: Sex): Promise<void> {
    await send({
      kind: 'coordination.record_attendance',
      payload: {
        attendanceId: uuidv7(),
        meetingId: meeting.id,
        organizationId: organizationId || null,
        words: organizationId ? '' : words.trim(),
        role: role.trim(),
        sex,
        groupId: groupId || null,
      },
    });
    setCounted((before) => before + 1);
  }
  return (
    <Card className="no-print">
      <p className="text-quiet">{t('meeting.attendance.hint')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <OrganizationSelect
          label={t('meeting.attendance.organization')}
          none={t('meeting.attendance.other')}
          known={invited}
          value={organizationId}
          onChange={setOrganization}
        />
        {organizationId === '' && <Field label={t('meeting.attendance.words')} maxLength={200} value={words} onChange={setWords} />}
        <Field
          label={t('meeting.attendance.role')}
          hint={t('meeting.attendance.role.hint')}
          maxLength={100}
          value={role}
          onChange={setRole}
        />
        {meeting.groups.length > 0 && (
          <NativeSelect label={t('meeting.attendance.group')} value={groupId} onChange={setGroup}>
            <option value="">{t('meeting.attendance.no_group')}</option>
            {meeting.groups.map((group) => (
              <option key={group.id} value={group.id}>
                {told(group.title)}
              </option>
            ))}
          </NativeSelect>
        )}
      </div>
      <fieldset className="flex flex-col gap-2">
        <legend className="font-semibold">{t('meeting.attendance.count')}</legend>
        <p className="flex flex-wrap gap-3">
          {sexes.map((sex) => (
            <Button key={sex} look={sex === 'unsaid' ? 'second' : 'main'} onPress={() => count(sex)}>
              {t(`meeting.sex.${sex}`)}
            </Button>
          ))}
        </p>
      </fieldset>
      <p role="status" className="min-h-6 font-semibold text-good">
        {counted > 0 && t('meeting.attendance.counted', { count: counted })}
      </p>
    </Card>
  );
}
