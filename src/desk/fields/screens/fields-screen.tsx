import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Badge, Card } from '../../../ui/card.tsx';
import { Decision } from '../../../ui/dialog.tsx';
import { Empty } from '../../../ui/state.tsx';
import { useLanguage } from '../../../workspace/language.tsx';
import { wordsOf } from '../../../workspace/options.ts';
import { Reading, useRead } from '../../../workspace/reading.tsx';
import { RoomTexts } from '../../../workspace/room-texts.tsx';
import { useSession } from '../../../workspace/session.tsx';
import { CellPage } from '../../cell/screens/cell-page.tsx';
import { cellTexts } from '../../cell/screens/messages/index.ts';
import type { CustomField, FieldFigures } from '../contract.ts';
import { fieldSubjects } from '../lists.ts';
import { FieldForm } from './field-form.tsx';
import { Figures } from './figures.tsx';
import { fieldTexts } from './messages/index.ts';

export function FieldsScreen() {
  return (
    <RoomTexts catalogues={cellTexts}>
      <RoomTexts catalogues={fieldTexts}>
        <Fields />
      </RoomTexts>
    </RoomTexts>
  );
}

const day = (at: Date): string => at.toISOString().slice(0, 10);
const lastYear = (): string => {
  const now = new Date();
  return `since=${day(new Date(now.getTime() - 365 * 86_400_000))}&until=${day(new Date(now.getTime() + 86_400_000))}`;
};

/** What the cell asks beside everyone's questions, with what was answered in a year. */
function Fields() {
  const { t } = useLanguage();
  const query = useRead<{ fields: CustomField[] }>('/api/desk/fields');
  const { data } = useRead<{ figures: FieldFigures[] }>(`/api/desk/fields/figures?${lastYear()}`);
  const [edited, setEdited] = useState<CustomField | 'new'>();
  const [leaving, setLeaving] = useState<CustomField>();
  const { send } = useSession();
  const { language } = useLanguage();
  return (
    <CellPage
      title={t('fields.title')}
      intro={t('fields.intro')}
      actions={
        <Button look="main" onPress={() => setEdited('new')}>
          {t('fields.add')}
        </Button>
      }
    >
      <Reading query={query}>
        {({ fields }) => {
          const asked = fields.filter((f) => f.retiredAt === null);
          const retired = fields.filter((f) => f.retiredAt !== null);
          return (
            <>
              {asked.length === 0 && <Empty title={t('fields.none')}>{t('fields.none.text')}</Empty>}
              {fieldSubjects.map((subject) => {
                const own = asked.filter((f) => f.subject === subject);
                if (own.length === 0) return null;
                return (
                  <section key={subject} className="flex flex-col gap-3">
                    <h2>{t(`fields.about.${subject}`)}</h2>
                    {own.map((field) => (
                      <Card key={field.id} className="gap-3!">
                        <h3>
                          <bdi>{field.labels[language]}</bdi>
                        </h3>
                        <p className="flex flex-wrap items-center gap-2 text-sm text-quiet">
                          <Badge>{t(`field_kind.${field.kind}`)}</Badge>
                          {field.sensitivity !== 'plain' && <Badge tone="warn">{t(`sensitivity.${field.sensitivity}`)}</Badge>}
                          {field.retentionMonths !== null && <span>{t('fields.kept', { months: field.retentionMonths })}</span>}
                          <span>{field.needs.length > 0 ? wordsOf(t, 'need', field.needs) : t('fields.every_need')}</span>
                        </p>
                        <Figures field={field} figures={data?.figures.find((f) => f.fieldId === field.id)} />
                        <p className="flex flex-wrap gap-x-4">
                          <Button
                            look="quiet"
                            aria-label={t('fields.change_named', { label: field.labels[language] })}
                            onPress={() => setEdited(field)}
                          >
                            {t('fields.change')}
                          </Button>
                          <Button
                            look="quiet"
                            aria-label={t('fields.retire_named', { label: field.labels[language] })}
                            onPress={() => setLeaving(field)}
                          >
                            {t('fields.retire')}
                          </Button>
                        </p>
                      </Card>
                    ))}
                  </section>
                );
              })}
              {retired.length > 0 && (
                <details>
                  <summary className="min-h-11 content-center font-semibold text-primary">
                    {t('fields.retired', { count: retired.length })}
                  </summary>
                  <ul className="flex flex-col gap-2">
                    {retired.map((field) => (
                      <li key={field.id}>
                        <bdi>{field.labels[language]}</bdi>
                      </li>
                    ))}
                  </ul>
                </details>
              )}
              {edited && (
                <FieldForm {...(edited === 'new' ? {} : { field: edited })} position={fields.length} onDone={() => setEdited(undefined)} />
              )}
            </>
          );
        }}
      </Reading>
      <Decision
        title={t('fields.retire')}
        isOpen={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        decide={t('fields.retire.confirm')}
        cancel={t('workspace.cancel')}
        onDecide={() => {
          if (leaving) void send({ kind: 'desk.retire_field', payload: { fieldId: leaving.id } });
          setLeaving(undefined);
        }}
      >
        <p>{t('fields.retire.explained', { label: leaving?.labels[language] ?? '' })}</p>
      </Decision>
    </CellPage>
  );
}
