import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const standards = join(import.meta.dirname, '../../data/standards');
export type Standard = 'hsds-3.2' | 'oruk-3.0';

const page = {
  type: 'object',
  required: ['total_items', 'total_pages', 'page_number', 'size', 'first_page', 'last_page', 'empty', 'contents'],
  properties: {
    total_items: { type: 'integer' },
    total_pages: { type: 'integer' },
    page_number: { type: 'integer', minimum: 1 },
    size: { type: 'integer' },
    first_page: { type: 'boolean' },
    last_page: { type: 'boolean' },
    empty: { type: 'boolean' },
    contents: { type: 'array' },
  },
};

/** Checks records against the pinned schemas of a standard; the result lists what does not fit. */
export function hsdsValidator(standard: Standard) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const folder = join(standards, standard, 'schema');
  const ids = new Map<string, string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'openapi.json')) {
    const schema = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { $id?: string };
    const id = schema.$id ?? `https://example.org/${standard}/${file}`;
    ids.set(basename(file, '.json'), id);
    ajv.addSchema(schema, id);
  }
  const validatePage = ajv.compile(page);
  const told = (validate: ValidateFunction, value: unknown): string[] =>
    validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
  return {
    objects: [...ids.keys()],
    errorsOf(object: string, value: unknown): string[] {
      const validate = ajv.getSchema(ids.get(object) ?? '');
      if (!validate) throw new Error(`${standard} has no schema ${object}`);
      return told(validate as ValidateFunction, value);
    },
    errorsOfPage: (value: unknown): string[] => told(validatePage, value),
  };
}
