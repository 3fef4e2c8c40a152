import { useState } from 'react';
import { Link } from 'react-router';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { focusFirstProblem } from '../../../ui/focus.ts';
import { useDraft } from '../../../workspace/draft.ts';
import { uuidv7 } from '../../../workspace/identifier.ts';
import { useT } from '../../../workspace/language.tsx';
import { Done, useActs } from '../../../workspace/acts.tsx';
import type { OrganizationFields } from '../answers.ts';
import { CarePage } from '../care-page.tsx';
import { isOrganizationComplete, OrganizationForm } from './organization-form.tsx';
import { changesOf, type Touched, withTouched } from './record-draft.ts';

const blank: OrganizationFields = {
  name: '',
  alternateName: null,
  description: '',
  email: null,
  website: null,
  communeCode: null,
  phones: [],
  translations: {},
};

/** A new organisation: on this device only until an editor publishes it. */
export function NewOrganizationScreen() {
  const t = useT();
  const acts = useActs();
  const {
    value: draft,
    change,
    restart,
    discard,
  } = useDraft<{ touched: Touched<OrganizationFields> }>('new-organization', () => ({ touched: {} }));
  const [isChecked, setChecked] = useState(false);
  if (!draft) return null;
  const { touched } = draft;
  const fields = withTouched(blank, touched);
  const isComplete = isOrganizationComplete(fields);
  const added = acts.last?.changes[0]?.payload.organizationId;

  async function add(): Promise<void> {
    if (!isComplete) {
      setChecked(true);
      focusFirstProblem();
      return;
    }
    await acts.act(
      {
        kind: 'directory.add_organization',
        payload: { changeId: uuidv7(), organizationId: uuidv7(), fields: changesOf(blank, touched) },
      },
      t('care.new_organization.added', { name: fields.name }),
    );
    setChecked(false);
    restart({ touched: {} });
    await discard();
  }
  return (
    <CarePage
      title={t('care.new_organization.title')}
      intro={t('care.new_organization.intro')}
      back={{ to: '/directory/organizations', label: t('care.organizations.title') }}
    >
      <Done acts={acts} />
      {typeof added === 'string' && (
        <p>
          <Link to={`/directory/organizations/${added}`} className={buttonClass('second')}>
            {t('care.new_organization.open')}
          </Link>
        </p>
      )}
      <OrganizationForm record={blank} touched={touched} onTouch={(next) => change({ touched: next })} isChecked={isChecked} mayDecide>
        {isChecked && !isComplete && (
          <p role="alert" className="font-semibold text-bad">
            {t('care.form.incomplete')}
          </p>
        )}
        <p>
          <Button look="main" onPress={() => add()}>
            {t('care.new_organization.publish')}
          </Button>
        </p>
      </OrganizationForm>
    </CarePage>
  );
}
