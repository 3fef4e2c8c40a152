import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { build as bundle, defineConfig, type Plugin } from 'vite';
import { injectManifest } from 'workbox-build';

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

export default defineConfig({
  root: here,
  base: '/workspace/',
  plugins: [react(), tailwindcss(), serviceWorker()],
  build: { outDir: out, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
