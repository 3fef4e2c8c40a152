import type { FieldProblem } from '../../platform/commands/contract.ts';
import { CommuneSelect } from '../../territory/screens/index.ts';
import { ChooseMany, ChooseOne } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { useLanguage } from '../language.tsx';
import { optionsOf } from '../options.ts';
import { isPayload, payloadField } from './payload-fields.ts';

type Payload = Record<string, unknown>;
interface EditorProps {
  payload: Payload;
  fields: readonly FieldProblem[];
  path?: string;
  onChange: (payload: Payload) => void;
}

/** What was typed, open to correction, with the server's remark beside the field it is about. */
export function PayloadEditor({ payload, fields, path = '', onChange }: EditorProps) {
  const { t, has } = useLanguage();
  const set = (key: string, value: unknown) => onChange({ ...payload, [key]: value });
  return (
    <div className="flex flex-col gap-5">
      {Object.entries(payload).map(([key, value]) => {
        const here = `${path}${key}`;
        const wrong = fields.find((f) => f.path === here || f.path.startsWith(`${here}.`));
        const error = wrong && t(has(`invalid.${wrong.code}`) ? `invalid.${wrong.code}` : 'attention.field_wrong');
        // What stood there when it was changed is compared by the server, not corrected here.
        if (key === 'was' || value === null) return null;
        if (isPayload(value)) {
          return (
            <PayloadEditor
              key={key}
              payload={value}
              fields={fields}
              path={`${here}.`}
              onChange={(part) => onChange({ ...payload, [key]: part })}
            />
          );
        }
        if (key === 'communeCode') return <CommuneSelect key={key} value={String(value)} onChange={(code) => set(key, code)} />;
        const field = payloadField(key, value);
        if (!field) return null;
        const { label, as, family = '', values = [] } = field;
        if (as === 'many') {
          const chosen = Array.isArray(value) ? value.map(String) : [];
          return (
            <ChooseMany
              key={key}
              label={t(label)}
              error={error}
              size={values.length > 9 ? 'tile' : 'pill'}
              options={optionsOf(t, family, values)}
              value={chosen}
              onChange={(v) => set(key, v)}
            />
          );
        }
        if (as === 'one') {
          return (
            <ChooseOne
              key={key}
              label={t(label)}
              error={error}
              options={optionsOf(t, family, values)}
              value={String(value)}
              onChange={(v) => set(key, v)}
            />
          );
        }
        return (
          <Field
            key={key}
            label={t(label)}
            error={error}
            rows={as === 'text' ? 4 : undefined}
            value={String(value)}
            onChange={(v) => set(key, v)}
          />
        );
      })}
    </div>
  );
}
