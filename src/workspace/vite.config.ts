import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { build as bundle, defineConfig, type Plugin } from 'vite';
import { injectManifest } from 'workbox-build';
import { firstScreenSize } from './first-screen-size.ts';

const here = import.meta.dirname;
const out = join(here, '../../dist/workspace');

/** Bundles the service worker once the rest is built, and tells it every file to keep. */
function serviceWorker(): Plugin {
  return {
    name: 'istiqbal-service-worker',
    apply: 'build',
    async closeBundle() {
      const loose = join(out, 'sw-loose.js');
      await bundle({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        define: { 'process.env.NODE_ENV': '"production"' },
        build: {
          outDir: out,
          emptyOutDir: false,
          lib: { entry: join(here, 'service-worker.ts'), formats: ['es'], fileName: () => 'sw-loose.js' },
        },
      });
      await injectManifest({
        swSrc: loose,
        swDest: join(out, 'sw.js'),
        globDirectory: out,
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'],
        globIgnores: ['sw*.js'],
        modifyURLPrefix: { '': '/workspace/' },
        maximumFileSizeToCacheInBytes: 5_000_000,
      });
      await rm(loose);
    },
  };
}

/** Leaves each text file compressed beside itself, as small as it gets, so that the server need not. */
function compressed(): Plugin {
  return {
    name: 'istiqbal-compressed',
    apply: 'build',
    enforce: 'post',
    closeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        const files = await readdir(out, { recursive: true });
        for (const file of files.filter((name) => /\.(js|css|svg|webmanifest)$/.test(name))) {
          const path = join(out, file);
          const plain = await readFile(path);
          await Promise.all([writeFile(`${path}.br`, brotliCompressSync(plain)), writeFile(`${path}.gz`, gzipSync(plain))]);
        }
      },
    },
  };
}

export default defineConfig({
  root: here,
  base: '/workspace/',
  plugins: [react(), tailwindcss(), firstScreenSize(), serviceWorker(), compressed()],
  build: { outDir: out, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
