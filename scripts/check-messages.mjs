// Translations: the same keys in every language, formats that parse, Arabic's six plurals, nothing missing and nothing unused.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { root, say } from './setup.mjs';

// Tamazight is translated as far as it is right, so it may lack keys.
const complete = ['fr', 'ar', 'en', 'es'];
// With zero the form `other` reads right, so a sixth may be given but need not.
const arabicPlurals = [['one', '=1'], ['two', '=2'], ['few'], ['many'], ['other']];
// Families whose keys come from outside the source: codes of problems and refusals, values of the taxonomy.
const outsideFamilies = ['error.', 'refusal.', 'need.', 'audience.'];

const problems = [];
const src = join(root, 'src');
const files = readdirSync(src, { recursive: true }).map((file) => join(src, file));
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const show = (file) => relative(root, file);

/** Every argument of a message, and every plural with the forms it gives. */
function inspect(elements, found = { names: new Set(), plurals: [] }) {
  for (const element of elements) {
    const isText = element.type === 0 || element.type === 7;
    if (!isText && element.type !== 8) found.names.add(element.value);
    if (element.type === 6 && element.pluralType !== 'ordinal') found.plurals.push(Object.keys(element.options));
    for (const option of Object.values(element.options ?? {})) inspect(option.value, found);
    if (element.children) inspect(element.children, found);
  }
  return found;
}

function parse(file, key, message, language) {
  try {
    return inspect(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst());
  } catch (error) {
    problems.push(`${show(file)}: ${key} does not parse: ${error.message}`);
    return { names: new Set(), plurals: [] };
  }
}

function checkCatalogue(folder) {
  const french = join(folder, 'fr.json');
  const names = new Map(Object.entries(read(french)).map(([key, message]) => [key, parse(french, key, message, 'fr').names]));
  const others = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'fr.json');
  if (!others.includes('ar.json')) problems.push(`${show(folder)}: ar.json is missing`);
  for (const name of others) {
    const file = join(folder, name);
    const language = name.replace('.json', '');
    const messages = read(file);
    if (complete.includes(language)) {
      for (const key of names.keys()) if (!(key in messages)) problems.push(`${show(file)}: ${key} is missing`);
    }
    for (const [key, message] of Object.entries(messages)) {
      const wanted = names.get(key);
      if (!wanted) {
        problems.push(`${show(file)}: ${key} is not in fr.json`);
        continue;
      }
      const found = parse(file, key, message, language);
      const unknown = [...found.names].filter((n) => !wanted.has(n));
      const lost = [...wanted].filter((n) => !found.names.has(n));
      // Arabic says one and two in the word itself, so a plural may leave its number out; an argument as a whole may not go.
      if (unknown.length > 0) problems.push(`${show(file)}: ${key} uses {${unknown.join('}, {')}}, which fr.json does not give`);
      if (lost.length > 0) problems.push(`${show(file)}: ${key} leaves out {${lost.join('}, {')}}`);
      if (language !== 'ar') continue;
      for (const forms of found.plurals) {
        // Only exact numbers and `other`: the words do not agree with the number.
        if (forms.every((form) => form === 'other' || form.startsWith('='))) continue;
        const absent = arabicPlurals.filter((names) => !names.some((n) => forms.includes(n))).map(([n]) => n);
        if (absent.length > 0) problems.push(`${show(file)}: ${key} lacks the plural ${absent.join(', ')}`);
      }
    }
  }
  return [...names.keys()].map((key) => ({ key, file: french }));
}

const catalogues = files.filter((file) => file.endsWith('/fr.json')).map((file) => join(file, '..'));
const keys = catalogues.flatMap(checkCatalogue);

const sources = files
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const all = sources.map(({ text }) => text).join('\n');
const literals = new Set([...all.matchAll(/['"`]([\w.-]+)['"`]/g)].map(([, literal]) => literal));
const quote = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
// `role.${role}` stands for every key of that shape; one that starts with a value says nothing by itself.
const shapes = [...new Set([...all.matchAll(/`([\w-]+[._](?:\$\{[^}`]*\}|[^`\s$])*)`/g)].map(([, shape]) => shape))].map(
  (shape) =>
    new RegExp(
      `^${shape
        .split(/\$\{[^}]*\}/)
        .map(quote)
        .join('[\\w.-]+')}$`,
    ),
);

const known = new Set(keys.map(({ key }) => key));
for (const { key, file } of keys) {
  const [family = ''] = key.split('.');
  const used =
    literals.has(key) || shapes.some((shape) => shape.test(key)) || literals.has(family) || outsideFamilies.some((f) => key.startsWith(f));
  if (!used) problems.push(`${show(file)}: ${key} is used nowhere`);
}
for (const { file, text } of sources) {
  for (const [, key = ''] of text.matchAll(/\bt\(\s*'([^']+)'/g))
    if (!known.has(key)) problems.push(`${show(file)}: no catalogue has ${key}`);
}

for (const problem of problems) say(problem);
if (catalogues.length === 0 && existsSync(src)) say('no catalogue yet');
process.exitCode = problems.length > 0 ? 1 : 0;
