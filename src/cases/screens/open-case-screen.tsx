import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { needs, type RecordVisit } from '../../desk/contract.ts';
import { contactPreferences, personSchema } from '../../people/contract.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ChooseMany, ChooseOne } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { focusFirstProblem } from '../../ui/focus.ts';
import { useDraft } from '../../workspace/draft.ts';
import { uuidv7 } from '../../workspace/identifier.ts';
import { useT } from '../../workspace/language.tsx';
import { optionsOf } from '../../workspace/options.ts';
import { Page, Waiting } from '../../workspace/page.tsx';
import { useSession } from '../../workspace/session.tsx';
import { PersonLanguage } from './person-language.tsx';

interface CaseDraft {
  needs: RecordVisit['needs'];
  name: string;
  phone: string;
  language: string;
  contactPreference: (typeof contactPreferences)[number];
  summary: string;
}
type Errors = Partial<Record<'needs' | 'name' | 'phone', string>>;

/** A file is opened only when follow-up needs one, and a name is given only if the person wishes. */
export function OpenCaseScreen() {
  const t = useT();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { send } = useSession();
  const visitId = params.get('visit') ?? undefined;
  const asked = (params.get('needs') ?? '').split(',');
  const {
    value: draft,
    change,
    discard,
  } = useDraft<CaseDraft>(`case:${visitId ?? 'new'}`, () => ({
    needs: needs.filter((n) => asked.includes(n)),
    name: '',
    phone: '',
    language: params.get('language') ?? '',
    contactPreference: 'any',
    summary: '',
  }));
  const [errors, setErrors] = useState<Errors>({});

  async function open(): Promise<void> {
    if (!draft) return;
    const found = errorsOf(draft);
    setErrors(found);
    if (Object.keys(found).length > 0) {
      focusFirstProblem();
      return;
    }
    const caseId = uuidv7();
    const name = draft.name.trim();
    await send({
      kind: 'cases.open',
      payload: {
        caseId,
        ...(visitId ? { visitId } : {}),
        needs: needs.filter((n) => draft.needs.includes(n)),
        ...(draft.summary.trim() ? { summary: draft.summary.trim() } : {}),
        ...(name ? { person: personOf(draft) } : {}),
      },
    });
    await discard();
    await navigate(`/cases/${caseId}`, { replace: true });
  }
  if (!draft) return <Waiting />;
  return (
    <Page title={t('open_case.title')} intro={t('open_case.intro')}>
      <Card className="gap-6">
        <ChooseMany
          label={t('desk.needs')}
          hint={t('desk.needs.hint')}
          size="tile"
          error={errors.needs && t(errors.needs)}
          options={optionsOf(t, 'need', needs)}
          value={draft.needs}
          onChange={(value) => change({ needs: value })}
          isRequired
        />
        <Field
          label={t('open_case.summary')}
          hint={t('open_case.summary.hint')}
          rows={4}
          maxLength={4000}
          value={draft.summary}
          onChange={(summary) => change({ summary })}
        />
      </Card>
      <Card className="gap-6">
        <div>
          <h2>{t('open_case.person')}</h2>
          <p className="text-quiet">{t('open_case.person.hint')}</p>
        </div>
        <div className="grid gap-5 sm:grid-cols-2">
          <Field
            label={t('person.name')}
            hint={t('person.name.hint')}
            error={errors.name && t(errors.name)}
            autoComplete="off"
            maxLength={120}
            value={draft.name}
            onChange={(name) => change({ name })}
          />
          <Field
            label={t('person.phone')}
            error={errors.phone && t(errors.phone)}
            type="tel"
            dir="ltr"
            autoComplete="off"
            maxLength={30}
            value={draft.phone}
            onChange={(phone) => change({ phone })}
          />
        </div>
        <PersonLanguage label={t('person.language')} value={draft.language} onChange={(language) => change({ language })} />
        <ChooseOne
          label={t('person.contact')}
          options={optionsOf(t, 'contact', contactPreferences)}
          value={draft.contactPreference}
          onChange={(contactPreference) => change({ contactPreference })}
        />
      </Card>
      <div className="flex flex-wrap items-center gap-4">
        <Button look="main" className="w-full sm:w-auto sm:px-8" onPress={() => void open()}>
          {t('open_case.action')}
        </Button>
        <p className="text-sm text-quiet">{t('desk.kept')}</p>
      </div>
    </Page>
  );
}

function personOf({ name, phone, language, contactPreference }: CaseDraft) {
  return {
    personId: uuidv7(),
    name: name.trim(),
    ...(phone.trim() ? { phone: phone.trim() } : {}),
    ...(language ? { language } : {}),
    contactPreference,
  };
}
function errorsOf(draft: CaseDraft): Errors {
  const phoneIsBad = draft.phone.trim() !== '' && !personSchema.shape.phone.safeParse(draft.phone.trim()).success;
  return {
    ...(draft.needs.length === 0 ? { needs: 'desk.needs.missing' } : draft.needs.length > 6 ? { needs: 'desk.needs.too_many' } : {}),
    ...(draft.phone.trim() !== '' && draft.name.trim() === '' ? { name: 'person.name.missing' } : {}),
    ...(phoneIsBad ? { phone: 'person.phone.wrong' } : {}),
  };
}
