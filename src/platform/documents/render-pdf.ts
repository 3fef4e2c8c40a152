import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const require = createRequire(import.meta.url);
const fontFiles = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
];

let shared: NodeCompiler | undefined;

// Loading the fonts takes longer than a page does, so one compiler serves the process. Its workspace is this folder:
// a template that asks for a file elsewhere is refused.
const getCompiler = (): NodeCompiler => {
  shared ??= NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: fontFiles.map((f) => readFileSync(require.resolve(f))) }],
  });
  return shared;
};

/**
 * Typesets a Typst source to PDF. The template reads `data` with `json(bytes(sys.inputs.data))`: what people typed arrives as values,
 * never as markup, so `#`, quotes or backslashes print as themselves. Throws when the template itself is wrong.
 */
export async function renderPdf(template: string, data: object): Promise<Uint8Array> {
  const compiler = getCompiler();
  const result = compiler.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } });
  const failure = result.takeError();
  if (failure) throw new Error(`the template does not compile: ${compiler.fetchDiagnostics(failure).map(messageOf).join('; ')}`);
  const document = result.result;
  if (!document) throw new Error('the template made no page');
  const pdf = compiler.pdf(document);
  // The cache is global to the process and grows with every new text otherwise.
  compiler.evictCache(10);
  return pdf;
}

const messageOf = (diagnostic: unknown): string =>
  diagnostic && typeof diagnostic === 'object' && 'message' in diagnostic ? String(diagnostic.message) : String(diagnostic);
