import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** Bytes of JavaScript, gzip, until the desk can be used: a telephone on 3G waits about a second for each 50 kB. */
const limit = 200_000;
/** What the desk's first screen waits for; the rest is fetched beside and after it. */
const screen = ['/workspace/main.tsx', '/desk/screens/desk-screen.tsx', '/workspace/messages/fr.json'];

/** Says how large the first screen is, and fails the build that makes it larger than it may be. */
export function firstScreenSize(): Plugin {
  return {
    name: 'istiqbal-first-screen-size',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
      const needed = new Set<Rolldown.OutputChunk>();
      const add = (chunk: Rolldown.OutputChunk | undefined): void => {
        if (!chunk || needed.has(chunk)) return;
        needed.add(chunk);
        for (const name of chunk.imports) add(byName.get(name));
      };
      for (const module of screen) {
        const chunk = chunks.find((c) => c.moduleIds.some((id) => id.endsWith(module)));
        if (!chunk) this.error(`${module} is not in the build: correct the list of what the first screen needs.`);
        add(chunk);
      }
      const size = [...needed].reduce((sum, chunk) => sum + gzipSync(chunk.code).length, 0);
      const words = `The first screen of the workspace is ${(size / 1000).toFixed(1)} kB of JavaScript (gzip), of ${limit / 1000}.`;
      if (size > limit) this.error(words);
      console.log(words);
    },
  };
}
